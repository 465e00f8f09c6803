import { type Stack, App, CfnParameter, Stack as CdkStack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CompliantVault } from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const COPY = 'backup:CopyIntoBackupVault';
const RESTORE = 'backup:StartRestoreJob';

let stack: Stack;
let vault: CompliantVault;
beforeEach(() => {
  stack = stackIn('eu-west-1');
  vault = new CompliantVault(stack, 'Vault');
});

const other = () => new iam.AccountPrincipal(OTHER_ACCOUNT);
const statement = (principal: iam.IPrincipal, more: Partial<iam.PolicyStatementProps> = {}) =>
  new iam.PolicyStatement({ principals: [principal], actions: [RESTORE], resources: ['*'], ...more });
const count = (each: Stack) => (Object.values(Template.fromStack(each).findResources('AWS::Backup::BackupVault'))[0].Properties.AccessPolicy.Statement as unknown[]).length;
const rejected = (subject: string, got = `'${RESTORE}'`) => `${subject}'actions' must be '${COPY}' alone for the account '${OTHER_ACCOUNT}', got ${got}. Leave it out, and let `
  + 'the other account assume a role of the vault\'s account. AWS Backup rejects a policy that allows another account anything else.';

test.each<[string, () => iam.IPrincipal]>([
  ['an account', other],
  ['an ARN', () => new iam.ArnPrincipal(`arn:aws:iam::${OTHER_ACCOUNT}:role/restores`)],
  ['a session', () => new iam.ArnPrincipal(`arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/restores/session`)],
  ['an imported role', () => iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${OTHER_ACCOUNT}:role/restores`)],
  ['a role of another stack', () => new iam.Role(stackIn('eu-west-1', { app: stack.node.root as App, id: 'Other', account: OTHER_ACCOUNT }), 'Role', { assumedBy: other() })],
  ['an account with session tags', () => new iam.SessionTagsPrincipal(other())],
  ['an account in JSON', () => iam.PolicyStatement.fromJson({ Effect: 'Allow', Principal: { AWS: OTHER_ACCOUNT }, Action: RESTORE, Resource: '*' }).principals[0]],
])('a statement that allows another account a restore is an error, and is left out: %s', (_, principal) => {
  expect(errorOf(() => vault.addToAccessPolicy(statement(principal())))).toBe(rejected('CompliantVault \'Stack/Vault\': '));
  expect(count(stack)).toBe(2);
});

test('names everything that is rejected, and nothing else', () => {
  expect(errorOf(() => vault.addToAccessPolicy(statement(other(), { actions: [COPY, RESTORE, 'backup:DescribeBackupVault'] }))))
    .toBe(rejected('CompliantVault \'Stack/Vault\': ', `'${RESTORE}', 'backup:DescribeBackupVault'`));
});

test('is reported with the wildcard beside it', () => {
  expect(errorOf(() => vault.addToAccessPolicy(statement(other(), { actions: ['backup:Get*', RESTORE] }))))
    .toBe(`CompliantVault 'Stack/Vault': 'actions' must name each action, got 'backup:Get*'. List the actions. AWS Backup rejects wildcards in the access policy of a vault. ${rejected('')}`);
});

test('is an error of the synthesis if the statement changes after it was added', () => {
  const late = statement(new iam.AccountRootPrincipal());
  vault.addToAccessPolicy(late);
  late.addPrincipals(other());

  expect(errorOf(() => (stack.node.root as App).synth())).toContain(rejected('[Stack/Vault] '));
});

test.each<[string, () => iam.PolicyStatement]>([
  ['a copy', () => statement(other(), { actions: [COPY] })],
  ['a copy in another case', () => statement(other(), { actions: ['backup:copyintobackupvault'] })],
  ['a Deny', () => statement(other(), { effect: iam.Effect.DENY })],
  ['its own account', () => statement(new iam.AccountPrincipal(ACCOUNT))],
  ['its own account, by a reference', () => statement(new iam.AccountRootPrincipal())],
  ['a role of its own account', () => statement(iam.Role.fromRoleName(stack, 'Role', 'restores'))],
  ['a service', () => statement(new iam.ServicePrincipal('backup.amazonaws.com'))],
  ['an account that is a parameter', () => statement(new iam.AccountPrincipal(new CfnParameter(stack, 'Account').valueAsString))],
  ['a function', () => iam.PolicyStatement.fromJson({ Effect: 'Allow', Principal: { AWS: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }] }, Action: RESTORE, Resource: '*' })],
  ['an organization', () => statement(new iam.OrganizationPrincipal('o-abc1234567'))],
  ['everyone, to copy', () => statement(new iam.AnyPrincipal(), { actions: [COPY] })],
])('is neither an error nor a warning: %s', (_, make) => {
  vault.addToAccessPolicy(make());

  expect(warningIdsOf(stack)).toEqual([]);
});

test('is unknown in a stack that can be deployed to any account', () => {
  const anywhere = new CdkStack(new App(), 'Stack');
  new CompliantVault(anywhere, 'Vault').addToAccessPolicy(statement(other()));

  expect(warningIdsOf(anywhere)).toEqual([]);
});

describe('is a warning', () => {
  const only = `AWS Backup might reject the policy, because it allows other accounts only '${COPY}'.`;
  const conditions = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

  test('under a condition', () => {
    vault.addToAccessPolicy(statement(other().withConditions(conditions)));

    expect(warningIdsOf(stack)).toEqual(['crossAccountStatement']);
    expect(warningsOf(stack)).toEqual([`'actions' should be '${COPY}' alone for the account '${OTHER_ACCOUNT}', got '${RESTORE}' under a condition. Leave it out, and let the other account `
      + `assume a role of the vault's account. ${only}`]);
  });

  test.each([['AnyPrincipal', () => new iam.AnyPrincipal()], ['StarPrincipal', () => new iam.StarPrincipal()]])('for everyone without a condition: %s', (_, principal) => {
    vault.addToAccessPolicy(statement(principal()));

    expect(warningsOf(stack)).toEqual([`'actions' should not allow everyone more than '${COPY}', got '${RESTORE}'. Name the principals of the vault's account that can use it. ${only}`]);
  });

  test('for every action except some', () => {
    vault.addToAccessPolicy(statement(other(), { actions: undefined, notActions: [COPY] }));

    expect(warningsOf(stack)).toEqual([`'notActions' should not be set for the account '${OTHER_ACCOUNT}', because it allows every other action. List the actions. ${only}`]);
  });
});
