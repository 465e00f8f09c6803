import { type Caller, ALL_RIGHTS } from './callers';
import { evaluate } from './engine';
import type { Policy } from './policies';
import { Random } from './random-policies';
import { vaultDeletionGuard } from '../../src/checks/rules/vault/vault-deletion-guard';
import { BackupInventory } from '../../src/inventory';
import { GUARD_CONDITIONS } from '../../test/samples/guard-conditions';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const VAULT = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:vault`;
const RECOVERY_POINT = `arn:aws:backup:${REGION}:${ACCOUNT}:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45`;
const REQUESTS = [
  { does: 'backup:DeleteRecoveryPoint', to: RECOVERY_POINT }, { does: 'backup:UpdateRecoveryPointLifecycle', to: RECOVERY_POINT },
  { does: 'backup:PutBackupVaultAccessPolicy', to: VAULT },
];
const COMBINATIONS = 300;
const SEED = 20_281_129;
const ANY_DAY = new Date('2028-01-01T00:00:00Z');

type Context = Caller['context'];
/** The circumstances that a caller can choose, as the conditions of the guards want them. */
const CHOSEN: Context = {
  'aws:SecureTransport': 'true',
  'aws:MultiFactorAuthPresent': 'true',
  'aws:SourceIp': '203.0.113.7',
  'aws:PrincipalOrgID': 'o-abc1234567',
  'aws:PrincipalIsAWSService': 'false',
  'aws:ViaAWSService': 'false',
  'aws:PrincipalAccount': ACCOUNT,
};
const FORWARDED: Context = { 'aws:ViaAWSService': 'true', 'aws:CalledVia': ['cloudformation.amazonaws.com'] };

function caller(principal: string, arn: string, type: string, userId: string, more: Context = {}): Caller {
  return {
    label: arn,
    principal,
    identity: ALL_RIGHTS,
    context: { ...CHOSEN, 'aws:PrincipalArn': arn, 'aws:PrincipalType': type, 'aws:userid': userId, ...more },
  };
}

function role(name: string, more: Context = {}): Caller {
  const short = name.split('/').pop()!;
  return caller(`arn:aws:sts::${ACCOUNT}:assumed-role/${short}/session`, `arn:aws:iam::${ACCOUNT}:role/${name}`, 'AssumedRole', 'AROAYYYYYYYYYYYYYYYYY:session', more);
}

function user(name: string): Caller {
  const arn = `arn:aws:iam::${ACCOUNT}:user/${name}`;
  return caller(arn, arn, 'User', 'AIDAYYYYYYYYYYYYYYYYY', { 'aws:username': name });
}

const NAMES = ['intern', 'Developers/9', 'x/y/Reader'];
const SSO = 'aws-reserved/sso.amazonaws.com/';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/jane`;
/** Callers of one kind. If all of them get through, no name exempts them. */
const KINDS: readonly (readonly Caller[])[] = [
  NAMES.map((name) => role(name)),
  NAMES.map((name) => role(name, FORWARDED)),
  NAMES.map((name) => role(name, { 'aws:userid': 'AROAYYYYYYYYYYYYYYYYY:break-glass' })),
  NAMES.map((name) => role(name, { 'aws:PrincipalTag/team': 'finance' })),
  ['Administrator_00000000000000aa', 'x_00000000000000bb'].map((set) => role(`${SSO}AWSReservedSSO_${set}`)),
  ['joe', 'Anna'].map(user),
  [caller(FEDERATED, FEDERATED, 'FederatedUser', `${ACCOUNT}:jane`)],
];
const ELSEWHERE = role('elsewhere/break-glass');
const ROOT_USER = caller(ROOT, ROOT, 'Account', ACCOUNT);

/** The conditions of the tests, and random pairs of them: the rule is silent if and only if the engine lets no kind of caller through. */
export async function compareGuards(): Promise<{ readonly policies: number; readonly wrong: readonly string[] }> {
  const random = new Random(SEED);
  const statements = GUARD_CONDITIONS.map(({ statement }) => statement);
  const pairs = Array.from({ length: COMBINATIONS }, () => both(random.of(statements), random.of(statements)));
  const policies = [...statements, ...pairs].map((statement): Policy => ({
    Version: '2012-10-17',
    Statement: [JSON.parse(JSON.stringify({ Effect: 'Deny', Principal: '*', Action: REQUESTS.map(({ does }) => does), Resource: '*', ...statement }))],
  }));
  const wrong = await Promise.all(policies.map(differenceOf));
  return { policies: policies.length, wrong: wrong.flatMap((each) => each ?? []) };
}

type Statement = Readonly<Record<string, unknown>>;
type Block = Readonly<Record<string, object>>;

/** A denial that applies only where both do. */
function both(one: Statement, other: Statement): Statement {
  const [first, second] = [one.Condition, other.Condition] as (Block | undefined)[];
  const operators = new Set([...Object.keys(first ?? {}), ...Object.keys(second ?? {})]);
  const Condition = Object.fromEntries([...operators].map((operator) => [operator, { ...second?.[operator], ...first?.[operator] }]));
  return { ...one, ...operators.size > 0 && { Condition } };
}

async function differenceOf(policy: Policy): Promise<string | undefined> {
  const resources = { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', AccessPolicy: policy } } };
  const source = { id: 'stack', account: ACCOUNT, region: REGION, template: { Resources: resources } };
  const outcomes = vaultDeletionGuard.evaluate(BackupInventory.of([source]), {}, ANY_DAY);
  const ours = outcomes.length === 0 ? 'silent' : outcomes[0].kind;
  const text = JSON.stringify(policy);
  // The ARN of a session does not have the path of its role, so the engine confuses the two roles in NotPrincipal
  const kinds = [...KINDS, ...text.includes(':root') ? [] : [[ROOT_USER]], ...text.includes('NotPrincipal') ? [] : [[ELSEWHERE]]];
  const open: string[] = [];
  for (const kind of kinds) {
    const through = await Promise.all(kind.map(async (each) => {
      const verdicts = await Promise.all(REQUESTS.map(({ does, to }) => evaluate(each, does, { arn: to, account: ACCOUNT }, policy)));
      return verdicts.includes('Allowed');
    }));
    if (through.every(Boolean)) { open.push(kind[0].label); }
  }
  const agrees = ours === 'unknown' || (ours === 'silent') === (open.length === 0);
  return agrees ? undefined : `the rule is ${ours}, and the engine lets ${open.join(', ') || 'nobody'} through: ${JSON.stringify(policy)}`;
}
