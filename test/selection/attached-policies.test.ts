import { type Stack, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  type TagBasedSelectionProps, BackupResourceType, BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan,
} from '../../src';
import { ACCOUNT, stackIn, warningIdsOf, warningsOf } from '../stacks';

const BACKUP = 'service-role/AWSBackupServiceRolePolicyForBackup';
const RESTORES = 'service-role/AWSBackupServiceRolePolicyForRestores';
const S3_BACKUP = 'AWSBackupServiceRolePolicyForS3Backup';
const { DYNAMODB, S3 } = BackupResourceType;

let stack: Stack;
let plan: TieredBackupPlan;
beforeEach(() => {
  stack = stackIn('eu-west-1');
  plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
});

const select = (props: Partial<TagBasedSelectionProps>, id = 'Selection') => (
  new TagBasedSelection(stack, id, { plan, conditions: [TagCondition.equalTo('backup', 'gold')], resourceTypes: [DYNAMODB], ...props })
);
const roleWith = (...policies: string[]) => new iam.Role(stack, 'Own', {
  assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
  managedPolicies: policies.map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
});
const attached = () => Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('Own'))
  .flatMap(([, { Properties: { ManagedPolicyArns: arns = [] } }]) => (arns as unknown[]).map((arn) => /:policy\/([^"]*)/.exec(JSON.stringify(arn))![1]));
const names = (count: number) => Array.from({ length: count }, (_, index) => `Policy${index}`);
const warning = (policies: string) => `The construct cannot attach policies to 'role' ('Stack/Own'). Attach ${policies}, or policies that allow the same. `
  + 'If the role has them, set \'attachPolicies\' to false.';

test.each<[string, Partial<TagBasedSelectionProps>, string[]]>([
  ['tables', {}, [BACKUP]],
  ['buckets', { resourceTypes: [S3] }, [BACKUP, S3_BACKUP]],
  ['restores', { allowRestores: true }, [BACKUP, RESTORES]],
])('a role of the app gets the policies for %s', (_, props, expected) => {
  select({ role: roleWith(), ...props });

  expect(attached()).toEqual(expected);
  expect(warningIdsOf(stack)).toEqual([]);
});

test('a role keeps its policies, and has each once', () => {
  select({ role: roleWith('ReadOnlyAccess', BACKUP), allowRestores: true });

  expect(attached()).toEqual(['ReadOnlyAccess', BACKUP, RESTORES]);
});

test('two selections that share a role attach each policy once', () => {
  const role = roleWith();
  select({ role });
  select({ role, resourceTypes: [S3] }, 'Other');

  expect(attached()).toEqual([BACKUP, S3_BACKUP]);
});

test('a policy that is attached later as well is there once', () => {
  const role = roleWith();
  select({ role });
  role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(BACKUP));

  expect(attached()).toEqual([BACKUP]);
});

test('a role of which the policies are the user\'s stays as it is', () => {
  select({ role: roleWith('AdministratorAccess'), attachPolicies: false, allowRestores: true });

  expect(attached()).toEqual(['AdministratorAccess']);
  expect(warningIdsOf(stack)).toEqual([]);
});

test.each([[9, [BACKUP], []], [10, [], [BACKUP]]])('a role with %i policies', (count, added, missing) => {
  select({ role: roleWith(...names(count)) });

  expect(attached()).toEqual([...names(count), ...added]);
  expect(warningsOf(stack)).toEqual(missing.map(warning));
});

test.each<[string, () => iam.IRole]>([
  ['an imported role', () => iam.Role.fromRoleArn(stack, 'Own', `arn:aws:iam::${ACCOUNT}:role/backup`)],
  ['a role without policy updates', () => roleWith().withoutPolicyUpdates()],
])('%s is a warning that names the policies', (_, role) => {
  select({ role: role(), allowRestores: true });

  expect(attached()).toEqual([]);
  expect(warningIdsOf(stack)).toEqual(['rolePoliciesNotAttached']);
  expect(warningsOf(stack)[0]).toContain(`Attach ${BACKUP}, ${RESTORES}, or policies`);
});

test('an imported role with policies of its own has no warning', () => {
  select({ role: iam.Role.fromRoleArn(stack, 'Own', `arn:aws:iam::${ACCOUNT}:role/backup`), attachPolicies: false });

  expect(warningIdsOf(stack)).toEqual([]);
});
