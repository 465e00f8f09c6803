import { type Stack, App, Aws, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, PhysicalName, Stack as CdkStack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CompliantVault, CopySource, DeletionGuard } from '../../src';
import { ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const roles = (count: number) => Array.from({ length: count }, (_, index) =>
  iam.Role.fromRoleArn(stack, `Role${index}`, `arn:aws:iam::${ACCOUNT}:role/break-glass-${index}`));
const statementsOf = (each: Stack) => Object.values(Template.fromStack(each).findResources('AWS::Backup::BackupVault'))[0].Properties.AccessPolicy?.Statement;
const executionRole = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${ACCOUNT}:role/cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-eu-west-1` };

const REMOVALS = ['backup:DeleteBackupVaultAccessPolicy', 'backup:PutBackupVaultLockConfiguration', 'backup:DeleteBackupVaultLockConfiguration'];
const keyDenialsOf = (each: Stack) => Object.values(Template.fromStack(each).findResources('AWS::KMS::Key'))[0].Properties.KeyPolicy.Statement
  .filter(({ Effect }: { Effect: string }) => Effect === 'Deny');

function guardStatements(exempt: unknown, silencing = exempt !== undefined) {
  const rest = { Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*', ...exempt ? { Condition: { ArnNotLike: { 'aws:PrincipalArn': exempt } } } : {} };
  return [
    { Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'], ...rest },
    { Action: [...REMOVALS, ...silencing ? ['backup:PutBackupVaultNotifications', 'backup:DeleteBackupVaultNotifications'] : []], ...rest },
  ];
}

test('is the default, and exempts only the deploying role', () => {
  const vault = new CompliantVault(stack, 'Vault');

  expect(statementsOf(stack)).toEqual(guardStatements([executionRole]));
  expect(stack.resolve(vault.deletionExemptArns)).toEqual([executionRole]);
  expect(warningIdsOf(stack)).toEqual([]);
});

test('also exempts the given roles', () => {
  new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(...roles(2)) });

  expect(statementsOf(stack)).toEqual(guardStatements([executionRole, `arn:aws:iam::${ACCOUNT}:role/break-glass-0`, `arn:aws:iam::${ACCOUNT}:role/break-glass-1`]));
});

test('precedes statements that allow', () => {
  new CompliantVault(stack, 'Vault', { allowCopiesFrom: [CopySource.organization('o-abc1234567')] });

  expect(statementsOf(stack).map((each: { Effect: string }) => each.Effect)).toEqual(['Deny', 'Deny', 'Allow']);
});

describe('the number of exempt roles, including the deploying role', () => {
  test('accepts five', () => {
    const vault = new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(...roles(4)) });

    expect(vault.deletionExemptArns).toHaveLength(5);
  });

  test('fails on six', () => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(...roles(5)) }))).toBe('CompliantVault \'Stack/Vault\': \'guard\' must exempt at '
      + 'most 5 roles, including the CloudFormation execution role, got 6 roles. The audit control accepts no more, and would report the vault. Exempt '
      + 'fewer roles.');
  });
});

test('fails on a value that is not a role, instead of exempting nobody', () => {
  expect(errorOf(() => new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting('arn' as unknown as iam.IRole) }))).toBe('CompliantVault \'Stack/Vault\': '
    + '\'guard.roles[0]\' must be a role, got the string \'arn\'. Write iam.Role.fromRoleArn(this, \'Role\', \'arn\').');
});

test('warns about a pattern, which exempts every role that matches', () => {
  const role = iam.Role.fromRoleArn(stack, 'Everyone', `arn:aws:iam::${ACCOUNT}:role/*`);
  new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(role, new iam.Role(stack, 'BreakGlass', { assumedBy: new iam.AccountRootPrincipal() })) });
  expect(warningsOf(stack)).toEqual([`'guard' exempts every principal that matches 'arn:aws:iam::${ACCOUNT}:role/*'. Name the roles that can delete recovery `
    + 'points, or make sure that nobody else can create a matching role.',
  'The access policy should deny \'backup:DeleteRecoveryPoint\', \'backup:UpdateRecoveryPointLifecycle\', \'backup:PutBackupVaultAccessPolicy\' to everyone except '
    + 'named roles, got conditions that exempt any role of the account. Exempt each role by its ARN with ArnNotLike on aws:PrincipalArn, as '
    + 'DeletionGuard.exempting(…) does. Otherwise these principals can delete recovery points that no lock protects.']);
});

test('has no other warning for a pattern that only some roles match', () => {
  new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(iam.Role.fromRoleArn(stack, 'Ops', `arn:aws:iam::${ACCOUNT}:role/ops/*`)) });
  expect(warningIdsOf(stack)).toEqual(['wideExemption']);
});

describe('a role of another Region', () => {
  const guarded = (props: iam.RoleProps) => {
    const far = stackIn('us-east-1', { app: stack.node.root as App, id: 'Far' });
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(new iam.Role(far, 'BreakGlass', props)) });
  };

  test('is known by its name', () => {
    guarded({ roleName: 'break-glass', assumedBy: new iam.AccountRootPrincipal() });

    expect(statementsOf(stack)).toEqual(guardStatements([executionRole, { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${ACCOUNT}:role/break-glass`]] }]));
  });

  test('is named if it is needed', () => {
    guarded({ roleName: PhysicalName.GENERATE_IF_NEEDED, assumedBy: new iam.AccountRootPrincipal() });

    expect(JSON.stringify(statementsOf(stack))).toMatch(/:role\/far[a-z0-9]+/);
  });

  test('fails without one', () => {
    expect(errorOf(() => guarded({ assumedBy: new iam.AccountRootPrincipal() }))).toBe('CompliantVault \'Stack/Vault\': \'guard\' must exempt roles with a known '
      + 'name, got the role \'Far/BreakGlass\' of another account or Region, which has none. Give it a \'roleName\'.');
  });
});

describe('the deploying role', () => {
  test('follows the qualifier of the synthesizer', () => {
    const own = new CdkStack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: new DefaultStackSynthesizer({ qualifier: 'abc' }) });
    new CompliantVault(own, 'Vault');

    expect(statementsOf(own)[0].Condition.ArnNotLike['aws:PrincipalArn'])
      .toEqual([{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::${ACCOUNT}:role/cdk-abc-cfn-exec-role-${ACCOUNT}-eu-west-1` }]);
  });

  test('is left to CloudFormation in an environment-agnostic stack', () => {
    const agnostic = stackIn(undefined);
    new CompliantVault(agnostic, 'Vault');

    expect(statementsOf(agnostic)[0].Condition.ArnNotLike['aws:PrincipalArn']).toEqual([{
      'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-cfn-exec-role-${AWS::AccountId}-${AWS::Region}',
    }]);
  });

  test('fails without one, because the guard would deny the next deployment', () => {
    const own = new CdkStack(new App(), 'Stack', { synthesizer: new CliCredentialsStackSynthesizer() });

    expect(errorOf(() => new CompliantVault(own, 'Vault'))).toBe('CompliantVault \'Stack/Vault\': \'guard\' must exempt a role, got none, and the synthesizer '
      + 'of this stack names no CloudFormation execution role. The next change of the vault\'s policy would fail. Name the role that deploys with '
      + 'DeletionGuard.deployedBy(arn), or use DeletionGuard.none().');
  });

  test('can be passed if there is none', () => {
    const own = new CdkStack(new App(), 'Stack', { synthesizer: new CliCredentialsStackSynthesizer() });
    new CompliantVault(own, 'Vault', { guard: DeletionGuard.exempting(iam.Role.fromRoleArn(own, 'Deploy', `arn:aws:iam::${ACCOUNT}:role/deploy`)) });

    expect(statementsOf(own)).toEqual(guardStatements([`arn:aws:iam::${ACCOUNT}:role/deploy`], false));
    expect(keyDenialsOf(own)).toEqual([]);
  });
});

describe('the role that deploys, named by the user', () => {
  const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/deployer`;
  const withoutRole = () => new CdkStack(new App(), 'Stack', { synthesizer: new CliCredentialsStackSynthesizer() });

  test('replaces the role that the synthesizer names', () => {
    const vault = new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(DEPLOYER, ...roles(1)) });

    expect(statementsOf(stack)).toEqual(guardStatements([DEPLOYER, `arn:aws:iam::${ACCOUNT}:role/break-glass-0`]));
    expect(vault.deletionExemptArns).toEqual([DEPLOYER, `arn:aws:iam::${ACCOUNT}:role/break-glass-0`]);
    expect(warningIdsOf(stack)).toEqual(['exemptRoleNotInApp']);
  });

  test.each([DEPLOYER, `arn:aws:iam::${ACCOUNT}:user/jane`])('guards vault and key where the synthesizer names none: %s', (arn) => {
    const own = withoutRole();
    new CompliantVault(own, 'Vault', { guard: DeletionGuard.deployedBy(arn) });

    expect(statementsOf(own)).toEqual(guardStatements([arn]));
    expect(keyDenialsOf(own)).toEqual([keyDenial([arn])]);
    expect(warningIdsOf(own)).toEqual([]);
  });

  test('can be the roles of a StackSet, with a warning of the pattern', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(`arn:aws:iam::${ACCOUNT}:role/stacksets-exec-*`) });

    expect(warningIdsOf(stack)).toEqual(['wideExemption']);
  });

  test('can be a token', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/deployer`) });

    expect(JSON.stringify(keyDenialsOf(stack))).toContain(':role/deployer');
  });

  test.each(['deployer', `arn:aws:sts::${ACCOUNT}:assumed-role/deployer/session`, `arn:aws:iam::${ACCOUNT}:root`])('fails on an ARN that no principal has: %s', (arn) => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(arn) }))).toBe('CompliantVault \'Stack/Vault\': \'guard\' must name '
      + `an IAM role or user as the principal that deploys, got '${arn}'. Pass its ARN, such as 'arn:aws:iam::111122223333:role/deployer'.`);
  });

  test('counts among the five exempt roles', () => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { guard: DeletionGuard.deployedBy(DEPLOYER, ...roles(5)) }))).toContain('got 6 roles');
  });
});

const keyDenial = (exempt: unknown) => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': exempt } },
});

describe('the key that a vault creates', () => {
  test('is guarded like the vault', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(...roles(1)) });

    expect(keyDenialsOf(stack)).toEqual([keyDenial([executionRole, `arn:aws:iam::${ACCOUNT}:role/break-glass-0`])]);
  });

  test('never skips the check of AWS KMS that its policy can be changed', () => {
    new CompliantVault(stack, 'Vault');

    expect(JSON.stringify(Template.fromStack(stack))).not.toContain('BypassPolicyLockoutSafetyCheck');
  });

  test('is left to the role that deploys if the vault is sealed, with a warning', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) });

    expect(keyDenialsOf(stack)).toEqual([keyDenial([executionRole])]);
    expect(warningIdsOf(stack)).toEqual(['keyNotSealed']);
    expect(warningsOf(stack)).toEqual(['\'guard\' cannot seal the key of the vault, because AWS KMS requires that the role that creates a key can change its policy. The role that '
      + 'deploys can still delete the key. Pass a key of another account as \'encryptionKey\', or deny \'kms:ScheduleKeyDeletion\', \'kms:DisableKey\', and \'kms:PutKeyPolicy\' '
      + 'with a service control policy.']);
  });

  test('is not guarded if the vault is sealed and no role is known to deploy', () => {
    const own = new CdkStack(new App(), 'Stack', { synthesizer: new CliCredentialsStackSynthesizer() });
    new CompliantVault(own, 'Vault', { guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) });

    expect(keyDenialsOf(own)).toEqual([]);
    expect(warningsOf(own)[0]).toContain('Everyone whose policies allow it can still delete the key.');
  });

  test('is not guarded without a guard', () => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.none() });

    expect(keyDenialsOf(stack)).toEqual([]);
  });

  test('is guarded only if the vault creates it', () => {
    new CompliantVault(stack, 'Vault', { encryptionKey: new kms.Key(stack, 'Own'), guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) });

    expect(keyDenialsOf(stack)).toEqual([]);
    expect(warningIdsOf(stack)).not.toContain('keyNotSealed');
  });
});

describe('exemptions', () => {
  test('of the deployment role can be a pattern too', () => {
    const own = new CdkStack(new App(), 'Stack', { synthesizer: new DefaultStackSynthesizer({ cloudFormationExecutionRole: `arn:aws:iam::${ACCOUNT}:role/*` }) });
    new CompliantVault(own, 'Vault');

    expect(warningIdsOf(own)).toContain('wideExemption');
  });

  const sso = (arn: string) => {
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(iam.Role.fromRoleArn(stack, 'Sso', arn)) });
    return warningsOf(stack).filter((message) => message.includes('IAM Identity Center by their whole ARN'));
  };

  test('of an Identity Center role need its path', () => {
    expect(sso(`arn:aws:iam::${ACCOUNT}:role/AWSReservedSSO_BreakGlass_0123456789abcdef`)).toEqual(['\'guard\' should exempt roles of IAM Identity Center by their whole ARN, got '
      + `'arn:aws:iam::${ACCOUNT}:role/AWSReservedSSO_BreakGlass_0123456789abcdef' without the path 'aws-reserved/sso.amazonaws.com/'. Nobody has that ARN. Exempt `
      + '\'role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_BreakGlass_0123456789abcdef\', or without the part \'*/\' if the Identity Center is in us-east-1.']);
  });

  test('of an Identity Center role without a path have their own warning', () => {
    sso(`arn:aws:iam::${ACCOUNT}:role/AWSReservedSSO_BreakGlass_0123456789abcdef`);
    expect(warningIdsOf(stack)).toEqual(['ssoRoleWithoutPath']);
  });

  test.each([
    'aws-reserved/sso.amazonaws.com/AWSReservedSSO_BreakGlass_0123456789abcdef', 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_BreakGlass_0123456789abcdef',
    'aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_BreakGlass_*', '*/AWSReservedSSO_BreakGlass_*', 'BreakGlass',
  ])('of an Identity Center role have no warning with a path: %s', (name) => {
    expect(sso(`arn:aws:iam::${ACCOUNT}:role/${name}`)).toEqual([]);
  });
});

describe('a sealed guard', () => {
  test('exempts nobody', () => {
    const vault = new CompliantVault(stack, 'Vault', { guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) });

    expect(statementsOf(stack)).toEqual(guardStatements(undefined));
    expect(vault.deletionExemptArns).toEqual([]);
  });

  test('fails without the acknowledgment, and explains it', () => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { guard: DeletionGuard.sealed() }))).toBe('CompliantVault \'Stack/Vault\': '
      + '\'guard.acknowledgeIrreversible\' must be true for a sealed guard, got false. Nobody in the account, including the root user and CloudFormation, '
      + 'can delete a recovery point or change the vault\'s policy or lock ever again. Set acknowledgeIrreversible: true, or use '
      + 'DeletionGuard.exempting(…).');
  });
});

describe('no guard', () => {
  const deny = (...actions: string[]) => new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions, resources: ['*'] });
  let vault: CompliantVault;
  beforeEach(() => { vault = new CompliantVault(stack, 'Vault', { guard: DeletionGuard.none() }); });

  test('leaves the policy out, with a warning', () => {
    expect(statementsOf(stack)).toBeUndefined();
    expect(warningsOf(stack)).toEqual(['The access policy should deny \'backup:DeleteRecoveryPoint\', \'backup:UpdateRecoveryPointLifecycle\', \'backup:PutBackupVaultAccessPolicy\' '
      + 'to everyone in one statement, got no policy. Deny them as DeletionGuard.exempting(…) does. Otherwise recovery points that no lock protects '
      + 'can be deleted manually, and the audit control for manual deletion reports the vault.']);
  });

  test('warns about a Deny without one of the three actions', () => {
    vault.addToAccessPolicy(deny('backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'));

    expect(warningIdsOf(stack)).toEqual(['incompleteDeletionGuard']);
    expect(warningsOf(stack)[0]).toContain('got a policy without \'backup:PutBackupVaultAccessPolicy\'. ');
  });

  test('warns about a Deny that can be removed with the policy', () => {
    vault.addToAccessPolicy(deny('backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'));

    expect(warningsOf(stack)).toEqual(['The access policy should deny \'backup:DeleteBackupVaultAccessPolicy\' to everyone except named roles, got a '
      + 'policy that does not deny it to any role of the account, any IAM user, any federated user, the root user. Deny it as DeletionGuard.exempting(…) does. Otherwise one call removes the policy and its protection.']);
    expect(warningIdsOf(stack)).toEqual(['removableDeletionGuard']);
  });

  test('warns about a condition that protects nobody', () => {
    const statement = deny('backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy');
    statement.addCondition('StringEquals', { 'aws:PrincipalServiceName': 'backup.amazonaws.com' });
    vault.addToAccessPolicy(statement);

    expect(warningIdsOf(stack)).toEqual(['incompleteDeletionGuard']);
    expect(warningsOf(stack)[0]).toContain('got conditions that exempt any role of the account, any IAM user, any federated user, the root user. ');
  });

  test('does not warn if the user denies all actions', () => {
    vault.addToAccessPolicy(deny('backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'));
    vault.addToAccessPolicy(deny('backup:DeleteBackupVaultAccessPolicy'));

    expect(warningIdsOf(stack)).toEqual([]);
  });
});
