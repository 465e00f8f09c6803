import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { retainedRolePolicies } from '../../../../src/checks/rules/selection/retained-role-policies';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';

const AWS = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const POLICY = { Ref: 'Policy' };

interface Given {
  readonly role?: unknown;
  readonly policy?: unknown;
  readonly properties?: object;
  readonly selected?: unknown;
}

/** A selection with a role, and a policy. */
const resources = ({ role, policy, properties = { PermissionsBoundary: POLICY }, selected = { 'Fn::GetAtt': ['Role', 'Arn'] } }: Given) => ({
  Role: { Type: 'AWS::IAM::Role', DeletionPolicy: role, Properties: { AssumeRolePolicyDocument: {}, ...properties } },
  Policy: { Type: 'AWS::IAM::ManagedPolicy', DeletionPolicy: policy, Properties: { PolicyDocument: {} } },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: 'gold', BackupSelection: { SelectionName: 'all', IamRoleArn: selected, Resources: ['*'] } },
  },
});
const of = (given: Given) => bothWays(resources(given));

const message = (use: string) => `The retained role Role should use only policies that are retained too, got the policy Policy as ${use}. IAM does not `
  + 'delete a policy that a role uses, so the deletion of its stack fails. Give the policy the DeletionPolicy RetainExceptOnCreate (RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE), '
  + 'or delete the role first.';
const AS_BOUNDARY = message('its permissions boundary');
const AS_POLICY = message('one of its managed policies');
const doubt = 'Whether the policy Policy is deleted while the role Role is retained is unknown.';

/** The policy in a stack of its own, which exports it. */
const apart = {
  cdk: (stack: Stack) => {
    const shared = new Stack(stack.node.root, 'Shared', { env: { account: ACCOUNT, region: REGION } });
    const policy = new iam.CfnManagedPolicy(shared, 'Policy', { policyDocument: {} });
    const { Selection, Role } = resources({ role: 'Retain', properties: {} });
    bothWays({ Selection, Role }).cdk(stack);
    (stack.node.findChild('Role') as iam.CfnRole).permissionsBoundary = policy.ref;
  },
  cfn: [
    sourceOf({
      Resources: { Policy: resources({}).Policy },
      Outputs: { Policy: { Value: POLICY, Export: { Name: 'boundary' } } },
    }, { id: 'Shared', stackName: 'Shared' }),
    sourceOf({ ...resources({ role: 'Retain', properties: { PermissionsBoundary: { 'Fn::ImportValue': 'boundary' } } }), Policy: undefined }),
  ],
};

describeRule(retainedRolePolicies, {
  compliant: [
    { name: 'a boundary that is retained too', ...of({ role: 'Retain', policy: 'Retain' }) },
    { name: 'a boundary that is retained except on create', ...of({ role: 'RetainExceptOnCreate', policy: 'RetainExceptOnCreate' }) },
    { name: 'a role that is deleted', ...of({ role: 'Delete' }) },
    { name: 'a role without a deletion policy', ...of({}) },
    { name: 'a policy that is retained too', ...of({ role: 'Retain', policy: 'Retain', properties: { ManagedPolicyArns: [POLICY] } }) },
  ],
  nonCompliant: [
    { name: 'a boundary', ...of({ role: 'Retain' }), messages: [AS_BOUNDARY], paths: ['PermissionsBoundary'] },
    { name: 'a boundary of a role that is retained except on create', ...of({ role: 'RetainExceptOnCreate', policy: 'Delete' }), messages: [AS_BOUNDARY] },
    {
      name: 'a policy among others',
      ...of({ role: 'Retain', properties: { ManagedPolicyArns: [AWS, POLICY] } }),
      messages: [AS_POLICY],
      paths: ['ManagedPolicyArns[1]'],
    },
    { name: 'both', ...of({ role: 'Retain', properties: { PermissionsBoundary: POLICY, ManagedPolicyArns: [POLICY] } }), messages: [AS_BOUNDARY, AS_POLICY] },
    { name: 'a boundary of another stack', ...apart, messages: [AS_BOUNDARY.replace('policy Policy', 'policy Policy of \'Shared\'')] },
  ],
  notApplicable: [
    { name: 'policies of AWS', ...of({ role: 'Retain', properties: { ManagedPolicyArns: [AWS], PermissionsBoundary: AWS } }) },
    { name: 'a role that no selection names', ...of({ role: 'Retain', selected: `arn:aws:iam::${ACCOUNT}:role/backup` }) },
    {
      name: 'a policy that attaches itself, which CloudFormation detaches',
      ...bothWays({
        ...resources({ role: 'Retain', properties: {} }),
        Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: {}, Roles: [{ Ref: 'Role' }] } },
      }),
    },
  ],
  unknown: [
    { name: 'a deletion policy that is a parameter', ...of({ role: GIVEN }), messages: [doubt] },
    { name: 'a deletion policy of the policy that is a parameter', ...of({ role: 'Retain', policy: GIVEN }), messages: [doubt] },
  ],
});
