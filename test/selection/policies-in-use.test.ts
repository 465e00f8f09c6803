import { App, Aspects, CfnResource, Duration, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan, type TagBasedSelectionProps } from '../../src';
import { ACCOUNT, stackIn, warningIdsOf, warningsOf } from '../stacks';

const ID = 'policyOfRetainedRole';
const STAYS = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

function select(stack: Stack, props: Partial<TagBasedSelectionProps> = {}): TagBasedSelection {
  const vault = new CompliantVault(stack, 'Vault');
  const plan = new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
  return new TagBasedSelection(stack, 'Gold', { plan, conditions: [TagCondition.equalTo('backup', 'gold')], ...props });
}

function policyIn(stack: Stack, id = 'Boundary'): iam.ManagedPolicy {
  return new iam.ManagedPolicy(stack, id, { statements: [new iam.PolicyStatement({ actions: ['ec2:*'], resources: ['*'] })] });
}

const message = (policy: string, use: string, role = 'Stack/Gold/Role') => `The retained role '${role}' should use only policies that are retained too, got the policy '${policy}' as ${use}. `
  + 'IAM does not delete a policy that a role uses, so the deletion of its stack fails. Give the policy the DeletionPolicy RetainExceptOnCreate '
  + '(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE), or delete the role first.';
const AS_BOUNDARY = 'its permissions boundary';
const AS_POLICY = 'one of its managed policies';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

describe('warns about a policy that is deleted while the backup role is retained', () => {
  test('its permissions boundary', () => {
    select(stack, { permissionsBoundary: policyIn(stack) });
    expect(warningsOf(stack)).toEqual([message('Stack/Boundary', AS_BOUNDARY)]);
    expect(warningIdsOf(stack)).toEqual([ID]);
  });

  test('a boundary that is applied later and replaces another', () => {
    select(stack, { permissionsBoundary: policyIn(stack, 'First') });
    iam.PermissionsBoundary.of(stack).apply(policyIn(stack));
    expect(warningsOf(stack)).toEqual([message('Stack/Boundary', AS_BOUNDARY)]);
  });

  test('a boundary that an Aspect sets', () => {
    select(stack);
    const boundary = policyIn(stack);
    Aspects.of(stack).add({ visit: (node) => { if (iam.CfnRole.isCfnRole(node)) { node.permissionsBoundary = boundary.managedPolicyArn; } } });
    expect(warningsOf(stack)).toEqual([message('Stack/Boundary', AS_BOUNDARY)]);
  });

  test('a managed policy that is added later', () => {
    select(stack).role.addManagedPolicy(policyIn(stack, 'Own'));
    expect(warningsOf(stack)).toEqual([message('Stack/Own', AS_POLICY)]);
  });

  test('an L1', () => {
    const policy = new iam.CfnManagedPolicy(stack, 'Plain', { policyDocument: {} });
    select(stack).role.addManagedPolicy(iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Imported', policy.ref));
    expect(warningsOf(stack)).toEqual([message('Stack/Plain', AS_POLICY)]);
  });

  test('of another stack, and of the parent of a nested one', () => {
    const boundary = policyIn(stackIn('eu-west-1', { app: stack.node.root as App, id: 'Shared' }));
    select(stack, { permissionsBoundary: boundary });
    expect(warningsOf(stack)).toEqual([message('Shared/Boundary', AS_BOUNDARY)]);

    const parent = stackIn('eu-west-1');
    const nested = new NestedStack(parent, 'Nested');
    select(nested, { permissionsBoundary: policyIn(parent) });
    expect(warningsOf(parent)).toEqual([message('Stack/Boundary', AS_BOUNDARY, 'Stack/Nested/Gold/Role')]);
  });

  test('of a retained role of the user', () => {
    const role = new iam.Role(stack, 'Own', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'), permissionsBoundary: policyIn(stack) });
    select(stack, { role });
    expect(warningsOf(stack)).toEqual([]);

    const kept = stackIn('eu-west-1');
    const keptRole = new iam.Role(kept, 'Own', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'), permissionsBoundary: policyIn(kept) });
    keptRole.applyRemovalPolicy(RemovalPolicy.RETAIN);
    select(kept, { role: keptRole });
    expect(warningsOf(kept)).toEqual([message('Stack/Boundary', AS_BOUNDARY, 'Stack/Own')]);
  });
});

describe('does not warn', () => {
  const boundaryOf = (make: (boundary: iam.ManagedPolicy) => void) => () => {
    const boundary = policyIn(stack);
    select(stack, { permissionsBoundary: boundary });
    make(boundary);
  };

  test.each<[string, () => void]>([
    ['of a policy that stays', boundaryOf((boundary) => boundary.applyRemovalPolicy(STAYS))],
    ['of a policy that stays even after a rollback', boundaryOf((boundary) => boundary.applyRemovalPolicy(RemovalPolicy.RETAIN))],
    ['of a policy that an override keeps', boundaryOf((boundary) => (boundary.node.defaultChild as CfnResource).addOverride('DeletionPolicy', 'RetainExceptOnCreate'))],
    ['of a boundary that is removed', boundaryOf(() => iam.PermissionsBoundary.of(stack).clear())],
    ['of a role that does not stay', boundaryOf(() => (stack.node.findChild('Gold').node.findChild('Role') as iam.Role).applyRemovalPolicy(RemovalPolicy.DESTROY))],
    ['of a policy that attaches itself, which CloudFormation detaches', () => policyIn(stack).attachToRole(select(stack).role)],
    ['of an imported policy', () => select(stack, {
      permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', `arn:aws:iam::${ACCOUNT}:policy/boundary`),
    })],
    ['of an imported role', () => select(stack, { role: iam.Role.fromRoleArn(stack, 'Own', `arn:aws:iam::${ACCOUNT}:role/backup`), attachPolicies: false })],
    ['of a policy that another role has', () => {
      new iam.Role(stack, 'Other', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), permissionsBoundary: policyIn(stack) });
      select(stack);
    }],
  ])('%s', (_, make) => {
    make();
    expect(warningsOf(stack)).toEqual([]);
  });
});
