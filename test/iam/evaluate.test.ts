import { type Caller, type Json, type Request, evaluatePolicies, readDocument } from '../../src/iam';
import { Text } from '../../src/inventory/text/text';
import { UNKNOWN } from '../../src/values/unknown';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/backup/session`;
const VAULT = `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:orders`;
const ROLE_HERE: Caller = { kind: 'role', account: ACCOUNT, arn: ROLE, sessionArn: SESSION };
const ROLE_THERE: Caller = { kind: 'role', account: OTHER, arn: `arn:aws:iam::${OTHER}:role/backup` };
const REF = { kind: 'resource', key: '0 Role', name: 'Role' } as const;

const policy = (...statements: Json[]) => readDocument({ Version: '2012-10-17', Statement: statements });
const EVERYTHING = policy({ Effect: 'Allow', Action: '*', Resource: '*' });

function request(more: Partial<Omit<Request, 'context'>> & { readonly context?: Record<string, readonly (string | Text)[]>; readonly others?: typeof UNKNOWN } = {}): Request {
  const { context = {}, others, ...rest } = more;
  return { caller: ROLE_HERE, action: 'backup:DeleteRecoveryPoint', resource: VAULT, account: ACCOUNT, context: { values: new Map(Object.entries(context)), others }, ...rest };
}

/** Whether a statement of an identity policy applies. */
function applies(statement: Record<string, Json>, of: Request = request()) {
  return evaluatePolicies(of, { identity: [policy({ Effect: 'Allow', Action: '*', Resource: '*', ...statement })] }).allowed;
}

const on = (Principal: Json, more: Record<string, Json> = {}) => policy({ Effect: 'Allow', Action: '*', Resource: '*', Principal, ...more });

describe('actions', () => {
  test.each<[Json, unknown]>([
    ['backup:DeleteRecoveryPoint', true], ['BACKUP:deleterecoverypoint', true], ['backup:Delete*', true], ['backup:Delete?ecoveryPoint', true], ['backup:DeleteRecoveryPoints', false],
    ['backup:DeleteRecoveryPoin', false], ['*', true], [['ec2:*', 'backup:*'], true], [UNKNOWN, UNKNOWN], [Text.of('ec2:', UNKNOWN), false], [Text.of('backup:', UNKNOWN), UNKNOWN],
  ])('%p', (Action, expected) => {
    expect(applies({ Action })).toBe(expected);
  });

  test('all except those of NotAction', () => {
    expect(applies({ Action: undefined, NotAction: 'ec2:*' })).toBe(true);
    expect(applies({ Action: undefined, NotAction: ['ec2:*', 'backup:Delete*'] })).toBe(false);
    expect(applies({ Action: undefined, NotAction: UNKNOWN })).toBe(UNKNOWN);
  });
});

describe('resources', () => {
  test.each<[Json, unknown]>([
    [VAULT, true], [`${VAULT}2`, false], ['arn:aws:backup:*:*:backup-vault:*', true], ['arn:aws:backup:*', true], ['arn:aws:backup:*:orders', UNKNOWN], ['arn:aws:s3:::*', false],
    [`arn:aws:backup:eu-west-1:${ACCOUNT}:backup-v*:orders`, UNKNOWN], [Text.of('arn:aws:backup:eu-west-1:', UNKNOWN), UNKNOWN], [`arn:aws:backup:eu-west-1:${OTHER}:backup-vault:\${aws:PrincipalTag/team}`, false],
  ])('%p', (Resource, expected) => {
    expect(applies({ Resource })).toBe(expected);
  });

  test('the same reference is the same resource', () => {
    const arn = Text.of('arn:aws:iam::', { kind: 'pseudo', key: 'account', name: 'AWS::AccountId' }, ':role/', REF);
    expect(applies({ Resource: arn }, request({ resource: arn }))).toBe(true);
    expect(applies({ Resource: Text.of('arn:aws:iam::', UNKNOWN, ':role/', REF) }, request({ resource: arn }))).toBe(UNKNOWN);
    expect(applies({ Resource: 'arn:aws:iam::*:user/x' }, request({ resource: arn }))).toBe(false);
  });

  test('variables are replaced from the version of 2012 on', () => {
    const [resource, context] = ['arn:aws:s3:::orders/x', { 'aws:principaltag/team': ['orders'] }];
    expect(applies({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }, request({ resource, context }))).toBe(true);
    expect(applies({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }, request({ resource }))).toBe(false);
    expect(applies({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/team, \'orders\'}/*' }, request({ resource }))).toBe(true);
    expect(applies({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }, request({ resource, others: UNKNOWN }))).toBe(UNKNOWN);
    const old = readDocument({ Statement: { Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' } });
    expect(evaluatePolicies(request({ resource, context }), { identity: [old] }).allowed).toBe(false);
  });

  test('a pattern of many stars is fast', () => {
    const started = process.cpuUsage();
    expect(applies({ Resource: `${'*a'.repeat(500)}*b` }, request({ resource: 'a'.repeat(1_000) }))).toBe(false);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});

describe('conditions', () => {
  const ofTag = (operator: string, values: Json): Record<string, Json> => ({ Condition: { [operator]: { 'aws:PrincipalTag/team': values } } });
  const tagged = request({ context: { 'aws:principaltag/team': ['orders'] } });

  test.each<[string, Json, unknown, unknown, unknown]>([ // with the tag, without it, and with an unknown tag
    ['StringEquals', 'orders', true, false, UNKNOWN],
    ['StringEquals', ['x', 'orders'], true, false, UNKNOWN],
    ['StringNotEquals', ['x', 'orders'], false, true, UNKNOWN],
    ['StringNotEquals', 'x', true, true, UNKNOWN],
    ['StringLike', '*', true, false, UNKNOWN],
    ['StringLikeIfExists', '*', true, true, true],
    ['StringNotLike', '*', false, true, UNKNOWN],
    ['StringEqualsIgnoreCase', 'ORDERS', true, false, UNKNOWN],
    ['StringEqualsIfExists', 'x', false, true, UNKNOWN],
    ['Null', 'true', false, true, UNKNOWN],
    ['Null', 'false', true, false, UNKNOWN],
    ['ForAllValues:StringEquals', 'orders', true, true, UNKNOWN],
    ['ForAnyValue:StringEquals', 'orders', true, false, UNKNOWN],
    ['ForAnyValue:StringNotEquals', 'orders', false, false, false],
    ['ForAnyValue:StringEqualsIfExists', 'orders', true, UNKNOWN, UNKNOWN],
    ['StringEqual', 'orders', UNKNOWN, UNKNOWN, UNKNOWN],
    ['NullIfExists', 'true', UNKNOWN, UNKNOWN, UNKNOWN],
  ])('%s %p', (operator, values, given, leftOut, unknown) => {
    expect(applies(ofTag(operator, values), tagged)).toBe(given);
    expect(applies(ofTag(operator, values))).toBe(leftOut);
    if (operator !== 'ForAnyValue:StringNotEquals') { expect(applies(ofTag(operator, values), request({ others: UNKNOWN }))).toBe(unknown); }
  });

  test.each<[string, string, Json, string, unknown]>([
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`, ROLE, true],
    ['ArnEquals', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`, ROLE, true],
    ['ArnNotLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`, ROLE, false],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*role/backup', ROLE, UNKNOWN],
    ['ArnNotLike', 'aws:PrincipalArn', '*:role/*', ROLE, UNKNOWN],
    ['ArnNotLike', 'aws:PrincipalArn', '*', ROLE, UNKNOWN],
    ['StringEquals', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`, ROLE, false],
    ['Bool', 'aws:SecureTransport', 'True', 'true', true],
    ['Bool', 'aws:SecureTransport', true, 'false', false],
    ['NumericLessThan', 'backup:MinRetentionDays', '7', '6', true],
    ['NumericLessThan', 'backup:MinRetentionDays', '7', '7', false],
    ['NumericLessThanEquals', 'backup:MinRetentionDays', 7, '7', true],
    ['NumericNotEquals', 'backup:MinRetentionDays', '7', '7.0', false],
    ['NumericEquals', 'backup:MinRetentionDays', 'seven', '7', UNKNOWN],
    ['DateGreaterThan', 'aws:CurrentTime', '2028-01-01T00:00:00Z', '2028-01-01T00:00:01Z', true],
    ['DateGreaterThan', 'aws:CurrentTime', '1830297600', '2028-01-01T00:00:00Z', false],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', '203.0.113.255', true],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', '203.0.114.0', false],
    ['NotIpAddress', 'aws:SourceIp', '2001:db8::/32', '2001:db9::1', true],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/33', '203.0.113.1', UNKNOWN],
  ])('%s %s %p of %s', (operator, key, values, given, expected) => {
    expect(applies({ Condition: { [operator]: { [key]: values } } }, request({ context: { [key.toLowerCase()]: [given] } }))).toBe(expected);
  });

  test('all of them must be true', () => {
    const both = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'orders' }, Bool: { 'aws:SecureTransport': 'true' } } };
    expect(applies(both, tagged)).toBe(false);
    expect(applies(both, request({ context: { 'aws:principaltag/team': ['orders'], 'aws:securetransport': ['true'] } }))).toBe(true);
  });

  test('several values of a key', () => {
    const several = request({ context: { 'aws:principaltag/team': ['orders', 'bills'] } });
    expect(applies(ofTag('ForAllValues:StringEquals', ['orders', 'bills']), several)).toBe(true);
    expect(applies(ofTag('ForAllValues:StringEquals', 'orders'), several)).toBe(false);
    expect(applies(ofTag('ForAnyValue:StringEquals', 'orders'), several)).toBe(true);
    expect(applies(ofTag('ForAllValues:StringNotEquals', 'orders'), several)).toBe(false);
    expect(applies(ofTag('ForAnyValue:StringNotEquals', 'orders'), several)).toBe(true);
    expect(applies(ofTag('StringEquals', 'orders'), several)).toBe(UNKNOWN);
  });
});

describe('who', () => {
  const allowed = (Principal: Json, more: Partial<Request> = {}, identity = [] as ReturnType<typeof policy>[]) =>
    evaluatePolicies({ ...request(), ...more }, { identity, resource: on(Principal) }).allowed;

  test.each<[Json, unknown, unknown]>([ // within the account, without and with identity policies
    ['*', true, true], [{ AWS: ROLE }, true, true], [{ AWS: SESSION }, true, true], [{ AWS: ACCOUNT }, false, true], [{ AWS: OTHER }, false, true], [{ Service: 'backup.amazonaws.com' }, false, true],
    [{ AWS: 'AROAEXAMPLEEXAMPLEID' }, UNKNOWN, true], [{ AWS: UNKNOWN }, UNKNOWN, true],
  ])('%p', (principal, without, withOwn) => {
    expect(allowed(principal)).toBe(without);
    expect(allowed(principal, {}, [EVERYTHING])).toBe(withOwn);
  });

  test('another account needs both', () => {
    expect(allowed({ AWS: OTHER }, { caller: ROLE_THERE })).toBe(false);
    expect(allowed({ AWS: OTHER }, { caller: ROLE_THERE }, [EVERYTHING])).toBe(true);
    expect(allowed({ AWS: ACCOUNT }, { caller: ROLE_THERE }, [EVERYTHING])).toBe(false);
    expect(allowed({ AWS: OTHER }, { caller: ROLE_THERE, account: UNKNOWN }, [EVERYTHING])).toBe(true);
  });

  test('the policy of a key decides alone', () => {
    const of = { action: 'kms:Decrypt' };
    expect(allowed({ AWS: `arn:aws:iam::${ACCOUNT}:role/other` }, of, [EVERYTHING])).toBe(false);
    expect(allowed({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, of, [EVERYTHING])).toBe(true);
    expect(allowed({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, of)).toBe(false);
  });

  test('a service needs a statement for it', () => {
    const caller: Caller = { kind: 'service', account: UNKNOWN, arn: 'backup.amazonaws.com' };
    expect(allowed({ Service: ['events.amazonaws.com', 'backup.amazonaws.com'] }, { caller })).toBe(true);
    expect(allowed({ AWS: ACCOUNT }, { caller })).toBe(false);
    expect(allowed('*', { caller })).toBe(true);
  });

  test('a boundary limits the permissions of the role', () => {
    const boundary = policy({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' });
    const limited = (resource: ReturnType<typeof policy>) => evaluatePolicies(request(), { identity: [EVERYTHING], boundary, resource }).allowed;
    expect(limited(on({ AWS: ROLE }))).toBe(false);
    expect(limited(on({ AWS: SESSION }))).toBe(true);
    expect(evaluatePolicies(request(), { identity: [EVERYTHING], boundary }).allowed).toBe(false);
    expect(evaluatePolicies(request(), { identity: [EVERYTHING], boundary: UNKNOWN }).allowed).toBe(UNKNOWN);
  });

  test('NotPrincipal exempts a principal that is named in all ways', () => {
    const denied = (NotPrincipal: Json) => evaluatePolicies(request(), {
      identity: [EVERYTHING], resource: policy({ Effect: 'Deny', NotPrincipal, Action: '*', Resource: '*' }),
    }).denied;
    expect(denied({ AWS: [ROLE, SESSION, ACCOUNT] })).toBe(false);
    expect(denied({ AWS: ROLE })).toBe(UNKNOWN);
    expect(denied({ AWS: OTHER })).toBe(true);
  });
});

test('a Deny decides, wherever it is', () => {
  const deny = policy({ Effect: 'Deny', Action: 'backup:*', Resource: '*' });
  expect(evaluatePolicies(request(), { identity: [EVERYTHING, deny] })).toEqual({ allowed: false, denied: true });
  expect(evaluatePolicies(request(), { identity: [EVERYTHING], boundary: deny })).toEqual({ allowed: false, denied: true });
  expect(evaluatePolicies(request(), { identity: [EVERYTHING], resource: on('*', { Effect: 'Deny' }) })).toEqual({ allowed: false, denied: true });
  expect(evaluatePolicies(request(), { identity: [EVERYTHING, UNKNOWN] })).toEqual({ allowed: UNKNOWN, denied: UNKNOWN });
  expect(evaluatePolicies(request(), { identity: [policy({ Effect: 'permit', Action: '*', Resource: '*' })] }).allowed).toBe(UNKNOWN);
});

test.each<[Json, unknown]>([['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', true], ['{', UNKNOWN], [UNKNOWN, UNKNOWN], [[], UNKNOWN], [{}, false], [{ Statement: [UNKNOWN] }, UNKNOWN]])('a document that is %p', (document, expected) => {
  expect(evaluatePolicies(request(), { identity: [readDocument(document)] }).allowed).toBe(expected);
});

test.each<[number, unknown]>([[1024, false], [1025, UNKNOWN]])('a pattern of %i characters', (length, expected) => {
  expect(applies({ Resource: 'x'.repeat(length) })).toBe(expected);
});

test.each<[number, unknown]>([[1024, false], [1025, UNKNOWN]])('a resource of %i characters', (length, expected) => {
  expect(applies({ Resource: 'x' }, request({ resource: 'y'.repeat(length) }))).toBe(expected);
});
