import { type Json, type PolicyKind, grammarProblems } from '../../src/iam';
import { Text } from '../../src/inventory/text/text';
import { UNKNOWN } from '../../src/values/unknown';

const OPEN = Text.of('a', UNKNOWN);
const ALLOW = { Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
const OWN = { Effect: 'Allow', Action: 'backup:*', Resource: '*' };
const TRUST = { Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' };

function messages(policy: Json, kind: PolicyKind = 'resource') {
  return grammarProblems('Policy', policy, kind).map(String);
}
const inStatement = (change: Record<string, Json>) => {
  const statement = Object.fromEntries(Object.entries({ ...ALLOW, ...change }).filter(([, value]) => value !== undefined));
  return messages({ Version: '2012-10-17', Statement: [statement] });
};

describe('what IAM accepts', () => {
  const ACCEPTED: readonly (readonly [string, Json, PolicyKind?])[] = [
    ['one statement without a list', { Statement: ALLOW }],
    ['a version, and an id', { Version: '2008-10-17', Id: 'a policy', Statement: [ALLOW] }],
    ['no resource', { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault' }] }],
    ['a text', JSON.stringify({ Version: '2012-10-17', Statement: [ALLOW] })],
    ['every principal', { Statement: [{ ...ALLOW, Principal: { AWS: ['*', '111122223333', OPEN], Service: 'a', Federated: 'b', CanonicalUser: 'c' } }] }],
    ['all but some', { Statement: [{ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, NotAction: ['SNS:publish', '*'], NotResource: '*' }] }],
    ['conditions', { Statement: [{ ...ALLOW, Condition: { 'stringequals': { a: 'b' }, 'ForAnyValue:StringLikeIfExists': {}, 'Null': { c: true }, 'BoolIfExists': UNKNOWN } }] }],
    ['other capitals of elements, which IAM does not mention', { version: '2012-10-17', statement: [], STATEMENT: [] }],
    ['the policy of a role', { Version: '2012-10-17', Statement: [{ ...OWN, Sid: 'Backups1' }] }, 'identity'],
    ['a trust policy', { Version: '2012-10-17', Statement: [{ ...TRUST, Sid: '' }] }, 'trust'],
    ['a trust policy with NotResource, which no answer of IAM mentions', { Statement: [{ ...TRUST, NotResource: '*' }] }, 'trust'],
    ['a policy that is left out', undefined],
    ['what a deployment tells', UNKNOWN],
    ['a text that a deployment completes', OPEN],
    ['statements that a deployment tells', { Version: OPEN, Statement: UNKNOWN }],
    ['a statement that a deployment tells', { Statement: [UNKNOWN, { Effect: UNKNOWN, Principal: UNKNOWN, Action: [UNKNOWN, OPEN], Resource: UNKNOWN, Condition: UNKNOWN }] }],
  ];

  test.each(ACCEPTED.map(([name, ...rest]) => ({ name, rest })))('$name', ({ rest: [policy, kind] }) => {
    expect(messages(policy, kind)).toEqual([]);
  });
});

describe('what IAM rejects', () => {
  test.each<[string, Json, string]>([
    ['a text that is not JSON', 'allow all', '\'Policy\' must be a JSON object, got \'allow all\'. Write it as an object with \'Statement\'.'],
    ['a list', [ALLOW], '\'Policy\' must be a JSON object, got a list. Write it as an object with \'Statement\'.'],
    ['no statement', { Version: '2012-10-17' }, '\'Policy\' must have \'Statement\', got none. Add a statement.'],
    ['another element', { Statements: [], Statement: [ALLOW] }, '\'Policy\' must have the elements of a policy, got \'Statements\'. Check its spelling, or leave it out.'],
    ['another version', { Version: '2024-01-01', Statement: ALLOW }, '\'Policy.Version\' must be \'2008-10-17\' or \'2012-10-17\', got \'2024-01-01\'. This is the version of the policy language, not the date of the policy.'],
    ['a statement that is a text', { Statement: ['Allow'] }, '\'Policy.Statement[0]\' must be a JSON object, got \'Allow\'. Write it as an object with \'Effect\'.'],
    ['no effect', { Statement: { Principal: '*', Action: 'a:b' } }, '\'Policy.Statement\' must have \'Effect\', got none. Add \'Allow\' or \'Deny\'.'],
  ])('%s', (_, policy, message) => {
    expect(messages(policy)).toEqual([message]);
  });

  test.each<[Record<string, Json>, string]>([
    [{ Effect: 'allow' }, '\'Policy.Statement[0].Effect\' must be \'Allow\' or \'Deny\', got \'allow\'. The value is case-sensitive.'],
    [{ Effect: 'Permit' }, '\'Policy.Statement[0].Effect\' must be \'Allow\' or \'Deny\', got \'Permit\'. The value is case-sensitive.'],
    [{ Actions: ['a:b'] }, '\'Policy.Statement[0]\' must have the elements of a policy, got \'Actions\'. Check its spelling, or leave it out.'],
    [{ NotAction: 'a:b' }, '\'Policy.Statement[0]\' must have \'Action\' or \'NotAction\', got both. Leave one out.'],
    [{ NotPrincipal: '*' }, '\'Policy.Statement[0]\' must have \'Principal\' or \'NotPrincipal\', got both. Leave one out.'],
    [{ NotResource: '*' }, '\'Policy.Statement[0]\' must have \'Resource\' or \'NotResource\', got both. Leave one out.'],
    [{ Action: undefined }, '\'Policy.Statement[0]\' must have \'Action\' or \'NotAction\', got neither. Add one.'],
    [{ Principal: undefined }, '\'Policy.Statement[0]\' must have \'Principal\' or \'NotPrincipal\', got neither. Add one.'],
    [{ Action: ['backup:*', 'DeleteRecoveryPoint'] }, '\'Policy.Statement[0].Action\' must name a service before a colon, got \'DeleteRecoveryPoint\'. Write it as \'backup:DeleteRecoveryPoint\'.'],
    [{ Principal: 'arn:aws:iam::111122223333:root' }, '\'Policy.Statement[0].Principal\' must be \'*\' or an object with \'AWS\', \'Federated\', \'Service\' or \'CanonicalUser\', '
      + 'got \'arn:aws:iam::111122223333:root\'. Write it as { "AWS": "…" }.'],
    [{ Principal: { Role: 'x' } }, '\'Policy.Statement[0].Principal\' must have \'AWS\', \'Federated\', \'Service\' or \'CanonicalUser\', got \'Role\'. Check its spelling.'],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } }, '\'Policy.Statement[0].Principal.AWS\' must have no wildcard within a name, got \'arn:aws:iam::111122223333:role/*\'. '
      + 'Name the account, and add a condition on \'aws:PrincipalArn\'.'],
    [{ Condition: 'x' }, '\'Policy.Statement[0].Condition\' must be an object of condition operators, got \'x\'. Write it as { "StringEquals": { … } }.'],
    [{ Condition: { StringEqual: { a: 'b' } } }, '\'Policy.Statement[0].Condition\' must have condition operators of IAM, got \'StringEqual\'. Check its spelling.'],
    [{ Condition: { NullIfExists: { a: true } } }, '\'Policy.Statement[0].Condition\' must have condition operators of IAM, got \'NullIfExists\'. Check its spelling.'],
    [{ Condition: { Bool: 'true' } }, '\'Policy.Statement[0].Condition.Bool\' must be an object of condition keys, got \'true\'. Name a key.'],
  ])('%j', (change, message) => {
    expect(inStatement(change)).toEqual([message]);
  });

  test.each<[PolicyKind, Json, string]>([
    ['identity', { ...OWN, Principal: '*' }, '\'Policy.Statement\' must have no \'Principal\' in a policy of a role, got one. Leave it out. The role itself is the principal.'],
    ['identity', { Effect: 'Allow', Action: 'a:b' }, '\'Policy.Statement\' must have \'Resource\' or \'NotResource\', got neither. Add one.'],
    ['identity', { ...OWN, Sid: 'all backups' }, '\'Policy.Statement.Sid\' must be letters and digits, got \'all backups\'. Leave out all other characters.'],
    ['trust', { ...TRUST, Resource: '*' }, '\'Policy.Statement\' must have no \'Resource\' in a trust policy, got one. Leave it out. The role itself is the resource.'],
    ['trust', { Effect: 'Allow', Action: 'sts:AssumeRole' }, '\'Policy.Statement\' must have \'Principal\' or \'NotPrincipal\', got neither. Add one.'],
  ])('in a policy of the kind %s: %j', (kind, Statement, message) => {
    expect(messages({ Statement }, kind)).toEqual([message]);
  });

  test('several faults have several keys', () => {
    const keys = grammarProblems('Policy', { Version: 'x', Statement: [{ Effect: 'x', Action: ['a', 'b'] }, { Effect: 'x', Action: 'a', Principal: 'x' }] }, 'resource').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(8);
  });

  test('a fault keeps its key if its statement moves', () => {
    const keysOf = (...Statement: Json[]) => grammarProblems('Policy', { Statement }, 'resource').map(({ key }) => key);
    const faulty = { ...ALLOW, Effect: 'allow', Principal: 'x' };
    expect(keysOf(faulty)).toEqual(['effect:backup:CopyIntoBackupVault', 'principal-form:backup:CopyIntoBackupVault:Principal']);
    expect(keysOf(ALLOW, faulty)).toEqual(keysOf(faulty));
    expect(keysOf({ ...faulty, Sid: 'Copies' })).toEqual(['effect:Copies', 'principal-form:Copies:Principal']);
    expect(keysOf(1, 'x')).toEqual(['json:1', 'json:"x"']);
  });
});
