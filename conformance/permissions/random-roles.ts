import { runSimulation } from '@cloud-copilot/iam-simulate';
import { managedPolicies } from './managed-policies';
import { Random } from './random-policies';
import { AWS_MANAGED_POLICIES } from '../../src/capabilities/aws-managed-policies';
import { selectionRolePermissions } from '../../src/checks/rules/selection/selection-role-permissions';
import { BackupInventory } from '../../src/inventory';

/** The number of random roles. */
export const ROLES = 3_000;
const SEED = 20_281_129;

const ACCOUNT = '111122223333';
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
const ACTION = 'dynamodb:StartAwsBackupJob';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/backup/AWSBackup-backup`;

const ACTIONS = [
  ACTION, 'dynamodb:*', 'dynamodb:Start*', 'dynamodb:startawsbackupjob', 'dynamodb:CreateBackup', 'dynamodb:Describe*', '*', 'ec2:*', 'dynamodb:Start?wsBackupJob',
];
const RESOURCES = ['*', TABLE, 'arn:aws:dynamodb:*:*:table/*', `arn:aws:dynamodb:*:${ACCOUNT}:table/ord*`, `${TABLE}2`, 'arn:aws:s3:::*', 'arn:aws:dynamodb:eu-central-1:*:table/*'];
const CONDITIONS = [
  undefined, undefined, undefined, { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }, { StringEquals: { 'aws:PrincipalAccount': '444455556666' } },
  { Null: { 'aws:PrincipalArn': 'false' } },
];

interface Policy {
  readonly Version: string;
  readonly Statement: readonly object[];
}

function drawPolicy(random: Random): Policy {
  return {
    Version: '2012-10-17',
    Statement: Array.from({ length: 1 + Math.floor(random.next() * 2) }, () => {
      const condition = random.of(CONDITIONS);
      return {
        Effect: random.chance(0.75) ? 'Allow' : 'Deny',
        [random.chance(0.85) ? 'Action' : 'NotAction']: random.some(ACTIONS, 2),
        [random.chance(0.85) ? 'Resource' : 'NotResource']: random.some(RESOURCES, 2),
        ...condition && { Condition: condition },
      };
    }),
  };
}

interface RandomRole {
  readonly policies: readonly Policy[];
  readonly boundary: Policy | undefined;
  /** The ARNs of AWS managed policies. */
  readonly managed: readonly string[];
}

export interface ComparedRoles {
  readonly differences: readonly string[];
  readonly faults: number;
}

/** The rule reports an error only for a role that the engine does not allow to back up the table. */
export async function compareRoles(count = ROLES): Promise<ComparedRoles> {
  const random = new Random(SEED);
  const differences: string[] = [];
  let faults = 0;
  for (let index = 0; index < count; index++) {
    const policies = Array.from({ length: Math.floor(random.next() * 3) }, () => drawPolicy(random));
    const boundary = random.chance(0.25) ? drawPolicy(random) : undefined;
    const managed = random.chance(0.3) ? [`arn:aws:iam::aws:policy/${random.of(AWS_MANAGED_POLICIES).name}`] : [];
    const role = { policies, boundary, managed };
    const isFault = faultOf(role);
    const verdict = await verdictOf(role);
    if (isFault) { faults++; }
    if (isFault && verdict === 'Allowed' || !/^(Allowed|ExplicitlyDenied|ImplicitlyDenied)$/.test(verdict)) {
      differences.push(`role ${index}: fault ${isFault}, the engine ${verdict}: ${JSON.stringify(role)}`);
    }
  }
  return { differences, faults };
}

/** A table cannot be backed up without the action, so an error is false if the action is allowed. */
function faultOf({ policies, boundary, managed }: RandomRole): boolean {
  const template = {
    Resources: {
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } },
      ...boundary && { Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: boundary } } },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'backup',
          Policies: policies.map((PolicyDocument, index) => ({ PolicyName: `p${index}`, PolicyDocument })),
          ManagedPolicyArns: managed,
          ...boundary && { PermissionsBoundary: { Ref: 'Boundary' } },
        },
      },
      Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'v' }] } } },
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: { Ref: 'Plan' },
          BackupSelection: { SelectionName: 's', IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, Resources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] },
        },
      },
    },
  };
  const inventory = BackupInventory.of([{ id: 'stack', account: ACCOUNT, region: 'eu-west-1', template }]);
  const outcomes = selectionRolePermissions.evaluate(inventory, {}, new Date('2028-01-01T00:00:00Z'));
  return outcomes.some(({ kind, level = 'error' }) => kind === 'fault' && level === 'error');
}

async function verdictOf({ policies, boundary, managed }: RandomRole): Promise<string> {
  const results = await runSimulation({
    request: {
      principal: SESSION,
      action: ACTION,
      resource: { resource: TABLE, accountId: ACCOUNT },
      contextVariables: { 'aws:PrincipalAccount': ACCOUNT, 'aws:PrincipalArn': ROLE },
    },
    identityPolicies: [...policies.map((policy, index) => ({ name: `p${index}`, policy })), ...managed.flatMap(managedPolicies)],
    ...boundary && { permissionBoundaryPolicies: [{ name: 'boundary', policy: boundary }] },
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  } as Parameters<typeof runSimulation>[0], {});
  return results.resultType === 'error' ? `no verdict (${JSON.stringify(results.errors)})` : results.overallResult;
}
