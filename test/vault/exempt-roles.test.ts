import { type Stack, App, Aws, CfnParameter, CfnResource, CliCredentialsStackSynthesizer, Fn, Stack as CdkStack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CompliantVault, DeletionGuard } from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, stackIn, warningIdsOf, warningsOf } from '../stacks';

const ID = 'exemptRoleNotInApp';
const ROOT = new iam.AccountRootPrincipal();
let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const named = (name: string, account = ACCOUNT, scope = stack) => iam.Role.fromRoleArn(scope, `Role ${name}`, `arn:aws:iam::${account}:role/${name}`);
const idsFor = (...roles: iam.IRole[]) => {
  new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(...roles) });
  return warningIdsOf(stack);
};
const message = (roles: string, fix: string) => `'guard' should exempt roles that this app creates, got ${roles}. If a role does not exist, everyone whose policies allow `
  + `'iam:CreateRole' can create it, and is exempt. ${fix}.`;
const ONE = 'Create the role in this app, or make sure that it exists';

describe('an exempt role that the app does not create', () => {
  test('is a warning', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(named('break-glass')) });

    expect(warningIdsOf(stack)).toEqual([ID]);
    expect(warningsOf(stack)).toEqual([message('\'role/break-glass\'', ONE)]);
  });

  test('is listed with the others of the guard in one warning', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(named('break-glass'), named('ops/second')) });

    expect(warningsOf(stack)).toEqual([message('\'role/break-glass\', \'role/ops/second\'', 'Create the roles in this app, or make sure that they exist')]);
  });

  test.each<[string, (scope: Stack) => iam.IRole]>([
    ['imported by its name', (scope) => iam.Role.fromRoleName(scope, 'Named', 'break-glass')],
    ['whose account is a token', (scope) => iam.Role.fromRoleArn(scope, 'Named', `arn:aws:iam::${Aws.ACCOUNT_ID}:role/break-glass`)],
    ['beside a role of the app with another name', (scope) => {
      new iam.Role(scope, 'Other', { roleName: 'reader', assumedBy: ROOT });
      new iam.Role(scope, 'Generated', { assumedBy: ROOT });
      return named('break-glass');
    }],
    ['that the app creates in another account', (scope) => {
      new iam.Role(stackIn('eu-west-1', { app: scope.node.root as App, id: 'Far', account: OTHER_ACCOUNT }), 'BreakGlass', { roleName: 'break-glass', assumedBy: ROOT });
      return named('break-glass');
    }],
  ])('is found: %s', (_, role) => {
    expect(idsFor(role(stack))).toEqual([ID]);
  });

  test('is found if the account of the vault is unknown', () => {
    stack = stackIn(undefined);
    expect(idsFor(named('break-glass'))).toEqual([ID]);
  });

  test('is found beside the principal that the user named', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(`arn:aws:iam::${ACCOUNT}:role/deployer`, named('break-glass')) });

    expect(warningsOf(stack)).toEqual([message('\'role/break-glass\'', ONE)]);
  });

  test('is found beside a role that might deploy', () => {
    stack = new CdkStack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: new CliCredentialsStackSynthesizer() });
    expect(idsFor(named('deployer'), named('break-glass'))).toEqual(['deployingRoleNotNamed', ID]);
  });
});

describe('an exempt role is not a warning', () => {
  test('if it is alone and might deploy the stack', () => {
    stack = new CdkStack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: new CliCredentialsStackSynthesizer() });
    expect(idsFor(named('deployer'))).toEqual(['deployingRoleNotNamed']);
  });

  test('if the user named it as the one that deploys', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(`arn:aws:iam::${ACCOUNT}:role/deployer`) });
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test.each<[string, (scope: Stack) => iam.IRole]>([
    ['of the app', (scope) => new iam.Role(scope, 'BreakGlass', { assumedBy: ROOT })],
    ['of the app that is used by its name', (scope) => {
      new iam.Role(stackIn('eu-central-1', { app: scope.node.root as App, id: 'Near' }), 'BreakGlass', { roleName: 'Break-Glass', assumedBy: ROOT });
      return iam.Role.fromRoleName(scope, 'Named', 'break-glass');
    }],
    ['of another Stage', (scope) => {
      const near = new CdkStack(new Stage(scope.node.root, 'Near', { env: { account: ACCOUNT, region: 'eu-west-1' } }), 'Roles');
      new iam.Role(near, 'BreakGlass', { roleName: 'break-glass', assumedBy: ROOT });
      return named('break-glass');
    }],
    ['of a stack whose account is unknown', (scope) => {
      new iam.Role(new CdkStack(scope.node.root, 'Anywhere'), 'BreakGlass', { roleName: 'break-glass', assumedBy: ROOT });
      return named('break-glass');
    }],
    ['that the app creates without a construct of its own', (scope) => {
      new CfnResource(scope, 'BreakGlass', { type: 'AWS::IAM::Role', properties: { RoleName: 'break-glass' } });
      return named('break-glass');
    }],
    ['if a role of the app has an unknown name', (scope) => {
      new iam.Role(scope, 'Parameter', { roleName: new CfnParameter(scope, 'Name').valueAsString, assumedBy: ROOT });
      return named('break-glass');
    }],
    ['with an ARN that is a token', (scope) => iam.Role.fromRoleArn(scope, 'Imported', Fn.importValue('BreakGlass'))],
    ['with a name that has a token', (scope) => iam.Role.fromRoleName(scope, 'Imported', `break-glass-${Aws.REGION}`)],
    ['of the CDK bootstrap stack', (scope) => iam.Role.fromRoleName(scope, 'Next', Fn.sub('cdk-next-cfn-exec-role-${AWS::AccountId}-${AWS::Region}'))],
    ['of the CDK bootstrap stack, by its ARN', () => named(`cdk-next-cfn-exec-role-${ACCOUNT}-eu-west-1`)],
    ['that is linked to a service', () => named('aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup')],
    ['of IAM Identity Center', () => named('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef')],
    ['of another account', () => named('break-glass', OTHER_ACCOUNT)],
  ])('%s', (_, role) => {
    expect(idsFor(role(stack))).not.toContain(ID);
  });

  test.each([['break-glass-*', 'wideExemption'], ['AWSReservedSSO_Ops_0123456789abcdef', 'ssoRoleWithoutPath']])('twice: %s', (name, other) => {
    expect(idsFor(named(name))).toEqual([other]);
  });

  test('if it is created after the vault', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(named('break-glass')) });
    new iam.Role(stack, 'BreakGlass', { roleName: 'break-glass', assumedBy: ROOT });

    expect(warningIdsOf(stack)).toEqual([]);
  });
});
