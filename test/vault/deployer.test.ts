import {
  type IStackSynthesizer,
  App, BootstraplessSynthesizer, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, Duration, Fn, LegacyStackSynthesizer, NestedStack,
  RemovalPolicy, Stack, Stage,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CompliantVault, DeletionGuard, VaultLock } from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, warningIdsOf, warningsOf } from '../stacks';

const REGION = 'eu-west-1';
const ENV = { account: ACCOUNT, region: REGION };
const LOCK = VaultLock.governance({ minRetention: Duration.days(7) });
const SEALED = DeletionGuard.sealed({ acknowledgeIrreversible: true });
const stackWith = (synthesizer: IStackSynthesizer, { app = new App(), id = 'Stack', env = ENV }: { app?: App | Stage; id?: string; env?: typeof ENV | object } = {}) =>
  new Stack(app, id, { env, synthesizer });
const qualifier = (name: string) => new DefaultStackSynthesizer({ qualifier: name });
const exempt = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupVault'))[0]
  .Properties.AccessPolicy.Statement[0].Condition.ArnNotLike['aws:PrincipalArn'] as unknown;
const deployRole = (stack: Stack, name = 'deploy') => iam.Role.fromRoleArn(stack, name, `arn:aws:iam::${ACCOUNT}:role/${name}`);

describe('a lock under a sealed guard', () => {
  const fix = 'Deploy the lock first, with a policy that exempts that role, as DeletionGuard.exempting(…) does. Seal it in a second deployment. '
    + 'The first deployment fails if CloudFormation writes the policy before the lock. Every later change of the lock or the policy fails.';
  const ownKey = (stack: Stack) => new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.RETAIN });
  const sealed = (lock: VaultLock) => {
    const stack = stackWith(qualifier('abc'));
    new CompliantVault(stack, 'Vault', { lock, guard: SEALED, encryptionKey: ownKey(stack) });
    return stack;
  };

  test.each([
    ['governance', LOCK],
    ['compliance', VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true })],
  ])('is a warning, with the fix: %s', (_, lock) => {
    expect(warningsOf(sealed(lock))).toEqual(['The access policy should exempt the deploying role, got a policy that denies \'backup:PutBackupVaultLockConfiguration\' and '
      + `'backup:PutBackupVaultAccessPolicy' to everyone. ${fix}`]);
    expect(warningIdsOf(sealed(lock))).toEqual(['sealedLock']);
  });

  test('is also a warning for a lock that is set on the resource', () => {
    const stack = stackWith(qualifier('abc'));
    const vault = new CompliantVault(stack, 'Vault', { guard: SEALED, encryptionKey: ownKey(stack) });
    (vault.node.defaultChild as CfnBackupVault).lockConfiguration = { minRetentionDays: 7 };
    expect(warningIdsOf(stack)).toEqual(['sealedLock']);
  });

  test('is also a warning for a statement of the user', () => {
    const stack = stackWith(qualifier('abc'));
    new CompliantVault(stack, 'Vault', { lock: LOCK }).addToAccessPolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['backup:PutBackupVaultLockConfiguration'], resources: ['*'],
    }));

    expect(warningIdsOf(stack)).toEqual(['sealedLock']);
  });

  test.each([
    ['a sealed guard without a lock', { guard: SEALED }],
    ['a lock under the default guard', { lock: LOCK }],
    ['a lock without a guard', { lock: LOCK, guard: DeletionGuard.none() }],
  ])('is none: %s', (_, props) => {
    const stack = stackWith(qualifier('abc'));
    new CompliantVault(stack, 'Vault', props);

    expect(warningIdsOf(stack)).not.toContain('sealedLock');
  });
});

describe('a synthesizer that names no role', () => {
  const unnamed: [string, () => IStackSynthesizer][] = [
    ['CliCredentialsStackSynthesizer', () => new CliCredentialsStackSynthesizer()],
    ['LegacyStackSynthesizer', () => new LegacyStackSynthesizer()],
    ['DefaultStackSynthesizer, told so', () => new DefaultStackSynthesizer({ cloudFormationExecutionRole: '' })],
  ];

  test.each(unnamed)('is an error if nobody is exempt: %s', (_, synthesizer) => {
    expect(errorOf(() => new CompliantVault(stackWith(synthesizer()), 'Vault'))).toContain('\'guard\' must exempt a role, got none, and the synthesizer of '
      + 'this stack names no CloudFormation execution role. The next change of the vault\'s policy would fail');
  });

  test.each(unnamed)('is a warning if a role is exempt that might not deploy: %s', (_, synthesizer) => {
    const stack = stackWith(synthesizer());
    new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(deployRole(stack)) });

    expect(exempt(stack)).toEqual([`arn:aws:iam::${ACCOUNT}:role/deploy`]);
    expect(warningIdsOf(stack)).toEqual(['deployingRoleNotNamed']);
    expect(warningsOf(stack)).toEqual(['\'guard\' exempts only \'Stack/deploy\', and the synthesizer of this stack names no role that deploys it. With any '
      + 'other identity, every later change of the vault\'s policy or lock fails. A key that the vault creates is not guarded, because AWS KMS '
      + 'rejects a policy that its creator cannot change. Name the role that deploys with DeletionGuard.deployedBy(…).']);
  });

  test('has another message if the vault has a lock', () => {
    const stack = stackWith(new CliCredentialsStackSynthesizer());
    const breakGlass = new iam.Role(stack, 'break-glass', { assumedBy: new iam.AccountRootPrincipal() });
    new CompliantVault(stack, 'Vault', { lock: LOCK, guard: DeletionGuard.exempting(deployRole(stack), breakGlass) });

    expect(warningsOf(stack)).toEqual(['\'guard\' exempts only \'Stack/deploy\', \'Stack/break-glass\', and the synthesizer of this stack names no role that '
      + 'deploys it. With any other identity, the first deployment fails if CloudFormation creates the policy before the lock, and every later change of '
      + 'the vault\'s policy or lock fails. A key that the vault creates is not guarded, because AWS KMS rejects a policy that its creator cannot change. '
      + 'Name the role that deploys with DeletionGuard.deployedBy(…).']);
  });

  test.each([['sealed', SEALED], ['none', DeletionGuard.none()]])('does not matter to a guard of another kind: %s', (_, guard) => {
    const stack = stackWith(new CliCredentialsStackSynthesizer());
    new CompliantVault(stack, 'Vault', { guard });

    expect(warningIdsOf(stack)).not.toContain('deployingRoleNotNamed');
  });

  test.each<[string, IStackSynthesizer, unknown]>([
    ['a role by its ARN', new DefaultStackSynthesizer({ cloudFormationExecutionRole: `arn:aws:iam::${ACCOUNT}:role/own` }), [`arn:aws:iam::${ACCOUNT}:role/own`]],
    ['the roles of another Region', new BootstraplessSynthesizer({ cloudFormationExecutionRoleArn: `arn:aws:iam::${ACCOUNT}:role/far` }), [`arn:aws:iam::${ACCOUNT}:role/far`]],
  ])('does not warn for synthesizers that name one: %s', (_, synthesizer, expected) => {
    const stack = stackWith(synthesizer);
    new CompliantVault(stack, 'Vault');

    expect(exempt(stack)).toEqual(expected);
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('is looked up at the stack that is deployed', () => {
    const stack = stackWith(new CliCredentialsStackSynthesizer());
    const nested = new NestedStack(stack, 'Nested');
    new CompliantVault(nested, 'Vault', { guard: DeletionGuard.exempting(deployRole(nested)) });

    expect(warningIdsOf(stack)).toEqual(['deployingRoleNotNamed']);
  });
});

describe('an app that several roles deploy', () => {
  let app: App;
  beforeEach(() => { app = new App(); });
  const roleOf = (name: string) => `cdk-${name}-cfn-exec-role-${ACCOUNT}-${REGION}`;
  const vaultIn = (stack: Stack, ...names: string[]) => new CompliantVault(stack, 'Vault', {
    guard: DeletionGuard.exempting(...names.map((name) => iam.Role.fromRoleName(stack, name, name))),
  });

  test('is a warning for a vault that exempts one of them', () => {
    const [old, next] = ['old', 'next'].map((name) => stackWith(qualifier(name), { app, id: name }));
    vaultIn(old);

    expect(warningIdsOf(old)).toEqual(['severalDeployingRoles']);
    expect(warningsOf(old)).toEqual([`'guard' exempts '${roleOf('old')}', the role that deploys this stack. The stack 'next' of the same account and `
      + `Region is deployed by '${roleOf('next')}'. If this stack changes to that role, every change of the vault's policy or lock fails. Before `
      + 'that, exempt the role with DeletionGuard.exempting(…) and deploy once, or acknowledge this warning if each stack keeps its role.']);
    expect(warningIdsOf(next)).toEqual([]);
  });

  test('is a warning for each vault, also in Stages, in any order of stacks', () => {
    const production = new Stage(app, 'Production', { env: ENV });
    const one = stackWith(qualifier('old'), { app: production, id: 'One' });
    vaultIn(one);
    const two = stackWith(qualifier('old'), { app: production, id: 'Two' });
    vaultIn(two);
    stackWith(qualifier('next'), { app, id: 'Later' });

    expect([one, two].map(warningIdsOf)).toEqual([['severalDeployingRoles'], ['severalDeployingRoles']]);
  });

  test.each<[string, { account?: string; region?: string }, string]>([
    ['anywhere', {}, 'account and Region'],
    ['in any account', { region: ENV.region }, 'account'],
    ['in any Region', { account: ACCOUNT }, 'Region'],
  ])('is a warning if both are deployed %s, and states what is unknown', (_, env, unknown) => {
    const [old] = ['old', 'next'].map((name) => stackWith(qualifier(name), { app, id: name, env }));
    vaultIn(old);

    expect(warningsOf(old)).toEqual([expect.stringContaining(`The stack 'next' whose ${unknown} might be the same is deployed by 'cdk-next-cfn-exec-role-`)]);
  });

  test.each<[string, (stack: Stack) => iam.IRole]>([
    ['an imported name with a token', (stack) => iam.Role.fromRoleName(stack, 'Next', Fn.sub('cdk-next-cfn-exec-role-${AWS::AccountId}-${AWS::Region}'))],
    ['an ARN that is a token', (stack) => iam.Role.fromRoleArn(stack, 'Next', Fn.importValue('NextRole'))],
  ])('does not warn if the other might be exempt: %s', (_, role) => {
    const [old] = ['old', 'next'].map((id) => stackWith(qualifier(id), { app, id }));
    new CompliantVault(old, 'Vault', { guard: DeletionGuard.exempting(role(old)) });

    expect(warningIdsOf(old)).not.toContain('severalDeployingRoles');
  });

  test('is a warning if the guard exempts another role of the app', () => {
    const [old] = ['old', 'next'].map((id) => stackWith(qualifier(id), { app, id }));
    const role = new iam.Role(old, 'BreakGlass', { assumedBy: new iam.AccountRootPrincipal() });
    new CompliantVault(old, 'Vault', { guard: DeletionGuard.exempting(role) });

    expect(warningIdsOf(old)).toContain('severalDeployingRoles');
  });

  test.each([
    ['by its name', roleOf('next')],
    ['by a pattern', 'cdk-*-cfn-exec-role-*'],
  ])('does not warn if the other is exempt: %s', (_, name) => {
    const [old] = ['old', 'next'].map((id) => stackWith(qualifier(id), { app, id }));
    vaultIn(old, name);

    expect(warningIdsOf(old)).not.toContain('severalDeployingRoles');
  });

  test.each(['break-glass', 'token-rotation'])('is still a warning if another role is exempt: %s', (name) => {
    const [old] = ['old', 'next'].map((id) => stackWith(qualifier(id), { app, id }));
    vaultIn(old, name);

    expect(warningIdsOf(old)).toContain('severalDeployingRoles');
  });

  test.each<[string, (app: App) => void]>([
    ['a stack of the same role', (given) => { stackWith(qualifier('old'), { app: given, id: 'Same' }); }],
    ['a stack of another Region', (given) => { stackWith(qualifier('next'), { app: given, id: 'Far', env: { ...ENV, region: 'us-east-1' } }); }],
    ['a stack of another account', (given) => { stackWith(qualifier('next'), { app: given, id: 'Other', env: { ...ENV, account: OTHER_ACCOUNT } }); }],
    ['a stack that is deployed anywhere', (given) => { stackWith(qualifier('next'), { app: given, id: 'Anywhere', env: {} }); }],
    ['a stack whose role is not named', (given) => { stackWith(new CliCredentialsStackSynthesizer(), { app: given, id: 'Cli' }); }],
    ['a stack with the roles of another Region', (given) => {
      stackWith(new BootstraplessSynthesizer({ cloudFormationExecutionRoleArn: `arn:aws:iam::${ACCOUNT}:role/cdk-old-cfn-exec-role-${ACCOUNT}-us-east-1` }), { app: given, id: 'Support' });
    }],
    ['a nested stack', (given) => { new NestedStack(given.node.findChild('Stack') as Stack, 'Nested'); }],
  ])('is none: %s', (_, add) => {
    const old = stackWith(qualifier('old'), { app });
    vaultIn(old);
    add(app);

    expect(warningIdsOf(old)).toEqual([]);
  });

  test.each([['sealed', SEALED], ['none', DeletionGuard.none()]])('does not matter to a guard of another kind: %s', (_, guard) => {
    const [old] = ['old', 'next'].map((id) => stackWith(qualifier(id), { app, id }));
    new CompliantVault(old, 'Vault', { guard });

    expect(warningIdsOf(old)).not.toContain('severalDeployingRoles');
  });
});
