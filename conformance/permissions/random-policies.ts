import { runSimulation } from '@cloud-copilot/iam-simulate';
import { type Caller, type Context, type PolicyDocument, type Request, evaluatePolicies, readDocument } from '../../src/iam';
import { UNKNOWN } from '../../src/values/unknown';

/** The number of random policies, and the seed. */
export const COMPARISONS = 20_000;
const SEED = 20_281_128;

export type RandomPolicy = { readonly Version: string; readonly Statement: readonly Record<string, unknown>[] };

/** A request and the policies that apply to it. */
export interface RandomCase {
  readonly caller: { readonly arn: string; readonly ours: Caller };
  readonly action: string;
  readonly resource: string;
  readonly account: string;
  readonly context: Readonly<Record<string, string | string[]>>;
  readonly identity: readonly RandomPolicy[];
  readonly boundary: RandomPolicy | undefined;
  readonly resourcePolicy: RandomPolicy | undefined;
}

const HERE = '111122223333';
const THERE = '444455556666';
const ROLE = `arn:aws:iam::${HERE}:role/ops/Deployer`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/Deployer/today`;
const OTHER_ROLE = `arn:aws:iam::${THERE}:role/Auditor`;
const OTHER_SESSION = `arn:aws:sts::${THERE}:assumed-role/Auditor/today`;
const USER = `arn:aws:iam::${HERE}:user/jane`;
const VAULT = `arn:aws:backup:eu-central-1:${HERE}:backup-vault:orders`;
const KEY = `arn:aws:kms:eu-central-1:${HERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const TOPIC = `arn:aws:sns:eu-central-1:${HERE}:alerts`;
const OBJECT = 'arn:aws:s3:::reports/2028/january.csv';
const TABLE = `arn:aws:dynamodb:eu-central-1:${HERE}:table/orders`;

const CALLERS: readonly RandomCase['caller'][] = [
  { arn: SESSION, ours: { kind: 'role', account: HERE, arn: ROLE, sessionArn: SESSION } },
  { arn: SESSION, ours: { kind: 'role', account: HERE, arn: ROLE, sessionArn: SESSION } },
  { arn: OTHER_SESSION, ours: { kind: 'role', account: THERE, arn: OTHER_ROLE, sessionArn: OTHER_SESSION } },
  { arn: USER, ours: { kind: 'user', account: HERE, arn: USER } },
  { arn: 'backup.amazonaws.com', ours: { kind: 'service', account: UNKNOWN, arn: 'backup.amazonaws.com' } },
];

/** Actions with their patterns, and the condition keys that only the action has. */
const ACTIONS = [
  { action: 'backup:PutBackupVaultLockConfiguration', resource: VAULT, keys: ['backup:MinRetentionDays'] },
  { action: 'backup:DeleteBackupVault', resource: VAULT, keys: [] },
  { action: 'kms:Decrypt', resource: KEY, keys: ['kms:ViaService'] },
  { action: 'sns:Publish', resource: TOPIC, keys: [] },
  { action: 's3:PutObject', resource: OBJECT, keys: ['s3:x-amz-acl'] },
  { action: 'dynamodb:CreateBackup', resource: TABLE, keys: [] },
] as const;

const KEY_VALUES: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalArn': [ROLE, OTHER_ROLE, USER, `arn:aws:iam::${HERE}:role/*`, 'arn:aws:iam::*:role/ops/*', `arn:aws:iam::${HERE}:role/ops/Deploy??`, '*', 'arn:aws:iam::*'],
  'aws:PrincipalAccount': [HERE, THERE, '1111*', '*', '${aws:PrincipalAccount}'],
  'aws:SourceAccount': [HERE, THERE, '*', '${aws:PrincipalAccount}'],
  'aws:SourceArn': [VAULT, 'arn:aws:backup:*:*:backup-vault:*', `arn:aws:backup:eu-central-1:${HERE}:*`, 'arn:aws:s3:::reports'],
  'aws:SecureTransport': ['true', 'false', 'True'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:SourceIp': ['203.0.113.0/24', '203.0.113.7/32', '10.0.0.0/8', '128.0.0.0/1', '2001:db8::/32'],
  'aws:CurrentTime': ['2028-01-01T00:00:00Z', '2028-06-01T12:00:00Z', '2029-01-01T00:00:00Z'],
  'aws:PrincipalOrgID': ['o-abc1234567', 'o-zyx9876543', 'o-*'],
  'aws:PrincipalTag/team': ['orders', 'Orders', 'ord*', '${aws:PrincipalOrgID}', "${aws:PrincipalTag/unit, 'orders'}"],
  'backup:MinRetentionDays': ['7', '30', '30.5'],
  'kms:ViaService': ['ec2.*.amazonaws.com', 'ec2.eu-central-1.amazonaws.com', 'rds.*.amazonaws.com'],
  's3:x-amz-acl': ['bucket-owner-full-control', 'private', '*'],
};
/** Multivalued keys, which need a set operator. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalOrgPaths': ['o-abc1234567/r-ab12/ou-1/', 'o-abc1234567/*', '*/ou-2/*', 'o-zyx9876543/r-ab12/'],
};
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  'aws:SecureTransport': ['Bool'],
  'aws:MultiFactorAuthPresent': ['Bool'],
  'aws:SourceIp': ['IpAddress', 'NotIpAddress'],
  'aws:CurrentTime': ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  'backup:MinRetentionDays': ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals'],
  'aws:PrincipalArn': ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals', 'StringLike', 'StringNotLike', 'StringEquals', 'StringNotEquals'],
  'aws:SourceArn': ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals', 'StringLike', 'StringNotEquals'],
};
const OF_STRINGS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'];
const PRINCIPALS: readonly unknown[] = [
  '*', { AWS: '*' }, { AWS: HERE }, { AWS: `arn:aws:iam::${HERE}:root` }, { AWS: THERE }, { AWS: ROLE }, { AWS: [ROLE, OTHER_ROLE] }, { AWS: SESSION }, { AWS: USER },
  { AWS: [`arn:aws:iam::${HERE}:root`, ROLE, SESSION] }, { AWS: OTHER_ROLE }, { Service: 'backup.amazonaws.com' },
  { Service: ['events.amazonaws.com', 'backup.amazonaws.com'] }, { Service: 'events.amazonaws.com' }, { AWS: USER, Service: 'backup.amazonaws.com' },
];

/** The verdict of the engine on a case. */
export async function engineVerdict({ caller, action, resource, account, context, identity, boundary, resourcePolicy }: RandomCase): Promise<string> {
  const results = await runSimulation({
    request: { principal: caller.arn, action, resource: { resource, accountId: account }, contextVariables: context },
    identityPolicies: identity.map((policy, index) => ({ name: `policy ${index}`, policy })),
    ...boundary && { permissionBoundaryPolicies: [{ name: 'boundary', policy: boundary }] },
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
  } as Parameters<typeof runSimulation>[0], {});
  return results.resultType === 'error' ? `no verdict (${JSON.stringify(results.errors)})` : results.overallResult;
}

export function ourRequest({ caller, action, resource, account, context }: RandomCase): Request {
  const values: Context['values'] = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return { caller: caller.ours, action, resource, account, context: { values, others: undefined } };
}

export function ourVerdict(drawn: RandomCase) {
  const read = (policy: RandomPolicy) => readDocument(policy as never) as PolicyDocument;
  return evaluatePolicies(ourRequest(drawn), {
    identity: drawn.identity.map(read),
    ...drawn.boundary && { boundary: read(drawn.boundary) },
    ...drawn.resourcePolicy && { resource: read(drawn.resourcePolicy) },
  });
}

export interface Compared {
  readonly differences: readonly string[];
  /** The number of certain answers. */
  readonly certain: number;
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Compares the engine and the evaluator on random policies. If the evaluator is certain, they must agree. */
export async function compareWithEngine(count = COMPARISONS): Promise<Compared> {
  const random = new Random(SEED);
  const differences: string[] = [];
  const verdicts: Record<string, number> = {};
  let certain = 0;
  for (let index = 0; index < count; index++) {
    const drawn = drawCase(random);
    const [{ allowed, denied }, verdict] = [ourVerdict(drawn), await engineVerdict(drawn)];
    verdicts[verdict.slice(0, 20)] = (verdicts[verdict.slice(0, 20)] ?? 0) + 1;
    if (allowed !== UNKNOWN) { certain++; }
    const agrees = (allowed === UNKNOWN || allowed === (verdict === 'Allowed')) && (denied === UNKNOWN || denied === (verdict === 'ExplicitlyDenied'));
    if (!agrees || verdict.startsWith('no verdict')) { differences.push(`policy ${index}: the evaluator allowed=${String(allowed)} denied=${String(denied)}, the engine ${verdict}: ${JSON.stringify(drawn)}`); }
  }
  return { differences, certain, verdicts };
}

/** The generator of Park and Miller, which returns the same numbers on every machine. */
export class Random {
  constructor(private state: number) {}

  public next(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return (this.state - 1) / 2_147_483_646;
  }

  public of<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)];
  }

  public chance(probability: number): boolean {
    return this.next() < probability;
  }

  public some<T>(values: readonly T[], most: number): T[] {
    return Array.from({ length: 1 + Math.floor(this.next() * most) }, () => this.of(values));
  }
}

/**
 * Leaves out policies that the engine reads differently from the IAM documentation: variables in the version that has none, variables with
 * operators for ARNs, blocks
 * of addresses with the length 0, single addresses without a length, and a wildcard in the type of a resource.
 */
export function drawCase(random: Random): RandomCase {
  const about = random.of(ACTIONS);
  const caller = random.of(CALLERS);
  const context: Record<string, string | string[]> = {};
  for (const key of [...Object.keys(KEY_VALUES)]) {
    if (key.includes(':') && !key.startsWith('aws:') && !(about.keys as readonly string[]).includes(key)) { continue; }
    if (random.chance(0.6)) { context[key] = contextValue(key, random); }
  }
  if (caller.ours.kind === 'service') {
    for (const key of Object.keys(context)) { if (key.startsWith('aws:Principal')) { delete context[key]; } }
  } else {
    context['aws:PrincipalArn'] = caller.ours.arn as string;
    context['aws:PrincipalAccount'] = caller.ours.account as string;
    if (random.chance(0.5)) { context['aws:PrincipalOrgPaths'] = random.some(SEVERAL['aws:PrincipalOrgPaths'].filter((value) => !value.includes('*')), 2); }
  }
  const keys = [...Object.keys(KEY_VALUES).filter((key) => key.startsWith('aws:') || (about.keys as readonly string[]).includes(key)), ...Object.keys(SEVERAL)];
  const statements = (kind: 'identity' | 'resource') =>
    Array.from({ length: 1 + Math.floor(random.next() * 3) }, () => drawStatement(kind, about, keys, random));
  const policy = (kind: 'identity' | 'resource'): RandomPolicy => ({
    ...random.chance(0.9)
      ? { Version: '2012-10-17', Statement: statements(kind) }
      : { Version: '2008-10-17', Statement: withoutVariables(statements(kind)) },
  });
  return {
    caller,
    action: about.action,
    resource: about.resource,
    account: HERE,
    context,
    identity: caller.ours.kind === 'service' ? [] : Array.from({ length: Math.floor(random.next() * 3) }, () => policy('identity')),
    boundary: caller.ours.kind !== 'service' && random.chance(0.2) ? policy('identity') : undefined,
    resourcePolicy: about.action.startsWith('kms:') || random.chance(0.7) ? policy('resource') : undefined,
  };
}

function withoutVariables<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('${', '{')) as T;
}

/** The values of a request, without wildcards and variables. */
function contextValue(key: string, random: Random): string {
  const plain = KEY_VALUES[key].filter((value) => !/[*?$]|\/\d+$|::/.test(value) && value !== 'True' || /^arn:[^*?$]*$/.test(value));
  return key === 'aws:SourceIp' ? random.of(['203.0.113.7', '198.51.100.9', '10.1.2.3', '2001:db8::1']) : random.of(plain);
}

function drawStatement(kind: 'identity' | 'resource', { action, resource }: typeof ACTIONS[number], keys: readonly string[], random: Random): Record<string, unknown> {
  const [service, name] = action.split(':');
  const actions = random.some([action, `${service}:*`, '*', `${service}:${name.slice(0, 4)}*`, action.toLowerCase(), `${service}:?${name.slice(1)}`, 'ec2:*', `${service}:List*`], 2);
  const colon = resource.lastIndexOf(':');
  const resources = random.some([
    resource, '*', `${resource.slice(0, -2)}*`, `${resource}2`, `${resource.slice(0, colon + 1)}*`, `arn:aws:${resource.split(':')[2]}:*`, `${resource.slice(0, -1)}?`,
    resource.replace('eu-central-1', '*'), resource.replace(HERE, '*'), resource.replace(HERE, THERE), 'arn:aws:s3:::reports/*/january.csv', 'arn:aws:s3:::reports/${aws:PrincipalOrgID}/*',
  ], 2);
  return {
    Effect: random.chance(0.7) ? 'Allow' : 'Deny',
    ...kind === 'resource' && (random.chance(0.92) ? { Principal: random.of(PRINCIPALS) } : { NotPrincipal: random.of(PRINCIPALS.slice(2)), Effect: 'Deny' }),
    ...random.chance(0.9) ? { Action: unlisted(actions, random) } : { NotAction: unlisted(actions, random) },
    ...random.chance(0.9) ? { Resource: unlisted(resources, random) } : { NotResource: unlisted(resources, random) },
    ...random.chance(0.6) && { Condition: drawConditions(keys, random) },
  };
}

function drawConditions(keys: readonly string[], random: Random): Record<string, Record<string, unknown>> {
  const block: Record<string, Record<string, unknown>> = {};
  for (const key of random.some(keys, 2)) {
    if (random.chance(0.1)) { block.Null = { ...block.Null, [key]: random.of(['true', 'false']) }; continue; }
    const several = key in SEVERAL;
    const base = random.of(OPERATORS[key] ?? OF_STRINGS);
    const operator = `${several || random.chance(0.15) ? random.of(['ForAllValues:', 'ForAnyValue:']) : ''}${base}${random.chance(0.25) ? 'IfExists' : ''}`;
    block[operator] = { ...block[operator], [key]: unlisted(random.some(KEY_VALUES[key] ?? SEVERAL[key], 2), random) };
  }
  return block;
}

/** A single value can stand for a list of one. */
function unlisted<T>(values: readonly T[], random: Random): T | readonly T[] {
  return values.length === 1 && random.chance(0.5) ? values[0] : values;
}
