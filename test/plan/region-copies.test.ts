import {
  type IStackSynthesizer, type Stack, App, Aspects, CfnParameter, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, Duration,
  Stack as CdkStack, Stage,
} from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { type CopyingOptions, copiesIn, literalArn, planThatCopies } from './copying';
import { BackupChecks, CompliantVault, CopyTarget, DeletionGuard, NotificationWiring, RuleId, VaultLock } from '../../src';
import { ACCOUNT, errorOf, stackIn } from '../stacks';

const VAULT = 'AWS::Backup::BackupVault';
const days = Duration.days;

let app: App;
let stack: Stack;
beforeEach(() => {
  app = new App();
  stack = stackIn('eu-west-1', { app });
});

const copying = (target: CopyTarget | CopyTarget[], options?: CopyingOptions) => planThatCopies(stack, target, options);
const problemOf = (...args: Parameters<typeof copying>) => errorOf(() => copying(...args)).replace('TieredBackupPlan \'Stack/Plan\': tier \'daily\': copy: ', '');
const copiesOf = (each: Stack = stack) => copiesIn(each);
const vaultName = (vault: CompliantVault) => String((vault.node.defaultChild as backup.CfnBackupVault).backupVaultName);
const stacksOf = (scope: App | Stage) => scope.node.children.filter((child) => CdkStack.isStack(child)).map((child) => child.node.id);

describe('to a Region', () => {
  const lock = VaultLock.governance({ minRetention: days(7), maxRetention: days(90) });
  const support = (region = 'eu-central-1', account = `${ACCOUNT}-`) => app.node.findChild(`BackupCopies-${account}${region}`) as Stack;

  test('creates a stack there, with a vault that has the lock of the source and a guard', () => {
    copying(CopyTarget.region('eu-central-1'), { vault: new CompliantVault(stack, 'Vault', { lock }) });

    expect(support().stackName).toBe(`BackupCopies-${ACCOUNT}-eu-central-1`);
    expect([support().account, support().region]).toEqual([ACCOUNT, 'eu-central-1']);
    const [vault] = Object.values(Template.fromStack(support()).findResources(VAULT));
    expect(vault.Properties.LockConfiguration).toEqual({ MinRetentionDays: 7, MaxRetentionDays: 90 });
    expect(vault.Properties.AccessPolicy.Statement).toHaveLength(2);
    expect(copiesOf()).toEqual([{ DestinationBackupVaultArn: literalArn('eu-central-1', ACCOUNT, vault.Properties.BackupVaultName) }]);
    expect(stack.dependencies.map((each) => each.stackName)).toEqual([`BackupCopies-${ACCOUNT}-eu-central-1`]);
    expect(JSON.stringify(app.synth().stacks.map((each) => each.template))).not.toContain('Custom::');
  });

  test('copies the properties of the source stack', () => {
    const tagged = new CdkStack(app, 'Tagged', { env: { account: ACCOUNT, region: 'eu-west-1' }, tags: { cost: '1' }, terminationProtection: true });
    copying(CopyTarget.region('eu-central-1'), { scope: tagged });

    expect(support().tags.tagValues()).toEqual({ cost: '1' });
    expect(support().terminationProtection).toBe(true);
  });

  test('fails with a lock that is unknown before deployment', () => {
    const minRetention = Duration.days(new CfnParameter(stack, 'Least', { type: 'Number' }).valueAsNumber);
    const vault = new CompliantVault(stack, 'Vault', { lock: VaultLock.governance({ minRetention }) });
    expect(problemOf(CopyTarget.region('eu-central-1'), { vault }))
      .toBe(`'copyTo' must have a 'lock', because the lock of the vault '${vaultName(vault)}' is a token. Give the copy a 'lock'.`);
    copying(CopyTarget.region('eu-central-1', { lock }), { vault });
  });

  test('creates the stack once, and a vault for each source vault', () => {
    const other = stackIn('eu-west-1', { app, id: 'Other' });
    copying(CopyTarget.region('eu-central-1'));
    copying(CopyTarget.region('eu-central-1'), { id: 'Second' });
    copying(CopyTarget.region('eu-central-1'), { scope: other });

    expect(stacksOf(app)).toEqual(['Stack', 'Other', `BackupCopies-${ACCOUNT}-eu-central-1`]);
    Template.fromStack(support()).resourceCountIs(VAULT, 2);
  });

  test('creates a stack for each Stage', () => {
    for (const name of ['Blue', 'Green']) {
      const stage = new Stage(app, name);
      copying(CopyTarget.region('eu-central-1'), { scope: new CdkStack(stage, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } }) });
      expect(stacksOf(stage)).toEqual(['Stack', `BackupCopies-${ACCOUNT}-eu-central-1`]);
    }
    expect(app.synth().nestedAssemblies.flatMap(({ nestedAssembly }) => nestedAssembly.stacks.map((each) => each.stackName)).sort())
      .toEqual([`Blue-BackupCopies-${ACCOUNT}-eu-central-1`, 'Blue-Stack', `Green-BackupCopies-${ACCOUNT}-eu-central-1`, 'Green-Stack']);
  });

  test('works in a stack that states its Region only', () => {
    const source = new CdkStack(app, 'Source', { env: { region: 'eu-west-1' } });
    copying(CopyTarget.region('eu-central-1'), { scope: source });

    expect(support('eu-central-1', '').region).toBe('eu-central-1');
    expect(JSON.stringify(copiesOf(source))).toContain('"Ref":"AWS::AccountId"');
  });

  test('copies the qualifier of the stack\'s own synthesizer', () => {
    const source = new CdkStack(app, 'Source', {
      env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: new DefaultStackSynthesizer({ qualifier: 'own' }),
    });
    copying(CopyTarget.region('eu-central-1'), { scope: source });

    expect(support().synthesizer.bootstrapQualifier).toBe('own');
    expect(JSON.stringify(Template.fromStack(support()).toJSON())).toContain(`cdk-own-cfn-exec-role-${ACCOUNT}-eu-central-1`);
  });

  test('copies the roles of the stack\'s own synthesizer', () => {
    const source = new CdkStack(app, 'Source', {
      env: { account: ACCOUNT, region: 'eu-west-1' },
      synthesizer: new DefaultStackSynthesizer({ cloudFormationExecutionRole: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/corp-exec-${AWS::Region}' }),
    });
    copying(CopyTarget.region('eu-central-1'), { scope: source });

    expect(JSON.stringify(Template.fromStack(support()).toJSON())).toContain(`:iam::${ACCOUNT}:role/corp-exec-eu-central-1`);
  });

  test('copies a synthesizer without roles, and requires the guard that it needs', () => {
    const source = new CdkStack(app, 'Source', { env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: new CliCredentialsStackSynthesizer() });
    const vault = new CompliantVault(source, 'Vault', { guard: DeletionGuard.none() });

    expect(errorOf(() => copying(CopyTarget.region('eu-central-1'), { scope: source, vault })))
      .toContain('TieredBackupPlan \'Source/Plan\': tier \'daily\': copy: \'guard\' must exempt a role, got none');
    copying(CopyTarget.region('eu-central-1', { guard: DeletionGuard.none() }), { scope: source, vault });
    expect(support().synthesizer).toBeInstanceOf(CliCredentialsStackSynthesizer);
  });

  describe('from stacks with different synthesizers', () => {
    const EXECUTION = { cloudFormationExecutionRole: 'arn:aws:iam::111122223333:role/exec' };
    const SYNTHESIZERS = { One: () => new DefaultStackSynthesizer(), Two: () => new DefaultStackSynthesizer({ qualifier: 'two' }) };
    const sourceOf = (id: string, synthesizer: IStackSynthesizer | undefined, region = 'eu-west-1') => new CdkStack(app, id, { env: { account: ACCOUNT, region }, synthesizer });
    const conflict = (second: string, first: string) => `TieredBackupPlan '${second}/Plan': tier 'daily': copy: 'copyTo' must copy to 'eu-central-1' from stacks with equal synthesizers, got another `
      + `one than that of '${first}'. One stack of the Stage in 'eu-central-1' receives the copies of both. Give both stacks the same synthesizer, or create the vault yourself and use CopyTarget.vault(…).`;

    test.each<[keyof typeof SYNTHESIZERS, keyof typeof SYNTHESIZERS]>([['One', 'Two'], ['Two', 'One']])('fails, whichever copies first: %s, %s', (first, second) => {
      copying(CopyTarget.region('eu-central-1'), { scope: sourceOf(first, SYNTHESIZERS[first]()) });

      expect(errorOf(() => copying(CopyTarget.region('eu-central-1'), { scope: sourceOf(second, SYNTHESIZERS[second]()) }))).toBe(conflict(second, first));
    });

    test.each<[string, IStackSynthesizer | undefined, IStackSynthesizer | undefined]>([
      ['classes', new DefaultStackSynthesizer(), new CliCredentialsStackSynthesizer()],
      ['roles', undefined, new DefaultStackSynthesizer(EXECUTION)],
      ['buckets', new DefaultStackSynthesizer(), new DefaultStackSynthesizer({ fileAssetsBucketName: 'own' })],
    ])('fails with other %s', (_, first, second) => {
      const guard = DeletionGuard.exempting(new iam.Role(stack, 'Deployer', { roleName: 'deployer', assumedBy: new iam.AccountRootPrincipal() }));
      copying(CopyTarget.region('eu-central-1', { guard }), { scope: sourceOf('One', first), vault: new CompliantVault(stack, 'V1') });

      expect(errorOf(() => copying(CopyTarget.region('eu-central-1', { guard }), { scope: sourceOf('Two', second), vault: new CompliantVault(stack, 'V2') })))
        .toBe(conflict('Two', 'One'));
    });

    test.each<[string, () => IStackSynthesizer | undefined]>([
      ['default', () => undefined],
      ['qualifier', () => new DefaultStackSynthesizer({ qualifier: 'own' })],
      ['role, which has another ARN in another Region', () => new DefaultStackSynthesizer({ cloudFormationExecutionRole: 'arn:aws:iam::${AWS::AccountId}:role/exec-${AWS::Region}' })],
      ['way to deploy, with another setting', () => new DefaultStackSynthesizer({ generateBootstrapVersionRule: app.node.children.length > 1 })],
    ])('is possible with the same %s', (_, synthesizer) => {
      copying(CopyTarget.region('eu-central-1'), { scope: sourceOf('One', synthesizer()) });
      copying(CopyTarget.region('eu-central-1'), { scope: sourceOf('Two', synthesizer(), 'eu-west-2') });

      Template.fromStack(support()).resourceCountIs(VAULT, 2);
    });

    test('is possible in two Stages', () => {
      for (const [id, synthesizer] of Object.entries(SYNTHESIZERS)) {
        const scope = new CdkStack(new Stage(app, id), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' }, synthesizer: synthesizer() });
        copying(CopyTarget.region('eu-central-1'), { scope });
      }
    });
  });

  test('publishes only the templates of the stack itself', () => {
    copying(CopyTarget.region('eu-central-1'));

    const assets = app.synth().artifacts.filter((artifact) => artifact instanceof AssetManifestArtifact);
    expect(assets.map(({ contents: { files } }) => Object.values(files ?? {}).map(({ displayName }) => displayName)).sort())
      .toEqual([[`BackupCopies-${ACCOUNT}-eu-central-1 Template`], ['Stack Template']]);
  });

  test.each(['narnia', 'eu-west-1a', 'EU-WEST-1', ''])('fails to %p, which is not a Region', (region) => {
    expect(problemOf(CopyTarget.region(region))).toBe(`'copyTo' must name a Region such as 'eu-central-1', got '${region}'. Write the id of the Region.`);
  });

  test('reports a retention outside of the lock once for the backup and its copy', () => {
    const vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders', lock: VaultLock.governance({ minRetention: days(36) }) });

    expect(errorOf(() => copying([CopyTarget.region('eu-central-1'), CopyTarget.region('eu-west-2', { retention: days(34) })], { vault }))).toBe(
      'TieredBackupPlan \'Stack/Plan\' has 2 problems:\n'
      + '  - tier \'daily\': \'retention\' must be at least 36 days, the minimum of the lock of the vault \'orders\', got 35 days. '
      + 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.\n'
      + '  - tier \'daily\': copy 2: \'retention\' must be at least 36 days, the minimum of the lock of the vault in \'eu-west-2\', got 34 days. '
      + 'Change it, or give the copy a lock with CopyTarget.region(…, { lock }). Without one, it has the lock of the vault \'orders\'. AWS Backup accepts the plan, but every job into this vault fails.');
  });

  test('does not copy a compliance lock of an imported vault', () => {
    const locked = new backup.BackupVault(stack, 'Locked', {
      backupVaultName: 'locked', lockConfiguration: { minRetention: days(7), maxRetention: days(90), changeableFor: days(14) },
    });

    expect(problemOf(CopyTarget.region('eu-central-1'), { vault: locked })).toBe('\'copyTo\' must have a \'lock\', because the vault \'locked\' has a compliance lock. The library does not copy a lock that nobody can remove. Give the copy a \'lock\' with acknowledgeIrreversible: true.');
  });

  test('uses the default synthesizer of the app unchanged', () => {
    app = new App({ defaultStackSynthesizer: new DefaultStackSynthesizer({ qualifier: 'app', cloudFormationExecutionRole: 'arn:aws:iam::111122223333:role/exec' }) });
    copying(CopyTarget.region('eu-central-1'), { scope: stackIn('eu-west-1', { app }) });

    expect(JSON.stringify(Template.fromStack(support()).toJSON())).toContain('arn:aws:iam::111122223333:role/exec');
  });

  test('keeps the stacks of Stages with long names apart', () => {
    const names = ['Blue', 'Green'].map((end) => {
      const stage = new Stage(app, 'x'.repeat(100) + end);
      copying(CopyTarget.region('eu-central-1'), { scope: new CdkStack(stage, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } }) });
      return (stage.node.findChild(`BackupCopies-${ACCOUNT}-eu-central-1`) as Stack).stackName;
    });
    expect(names[0]).toMatch(/^x{80}-[0-9a-f]{8}-BackupCopies-111122223333-eu-central-1$/);
    expect(names[0]).toHaveLength(128);
    expect(names[0]).not.toBe(names[1]);
  });

  test.each([89, 90])('keeps the name of a Stage of %i characters, or shortens it', (length) => {
    const stage = new Stage(app, 'x'.repeat(length));
    copying(CopyTarget.region('eu-central-1'), { scope: new CdkStack(stage, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } }) });
    const { stackName } = stage.node.findChild(`BackupCopies-${ACCOUNT}-eu-central-1`) as Stack;
    expect(stackName).toHaveLength(128);
    expect(stackName.startsWith(`${'x'.repeat(length)}-B`)).toBe(length <= 89);
  });

  test.each([[['One', 'Two']], [['Two', 'One']]])('does not depend on which stack copies first (%p)', (order) => {
    const props = { env: { account: ACCOUNT, region: 'eu-west-1' } };
    const sources: { readonly [id: string]: Stack } = {
      One: new CdkStack(app, 'One', { ...props, tags: { cost: '1', team: 'one' } }),
      Two: new CdkStack(app, 'Two', { ...props, tags: { cost: '1', team: 'two' }, terminationProtection: true }),
    };
    for (const id of order) { copying(CopyTarget.region('eu-central-1'), { scope: sources[id] }); }

    expect(support().stackName).toBe(`BackupCopies-${ACCOUNT}-eu-central-1`);
    expect(support().tags.tagValues()).toEqual({ cost: '1' });
    expect(support().terminationProtection).toBe(true);
    expect(support().templateOptions.description).toBe('Backup vaults that receive copies from another Region');
    const vaults = Object.values(Template.fromStack(support()).findResources(VAULT)).map((vault) => String(vault.Properties.BackupVaultName));
    expect(vaults.sort()).toEqual(['BackupCopies-111122223333-e-Vault450f44ab-bb78608a', 'BackupCopies-111122223333-e-Vault916ccf87-1a28a41b']);
  });

  describe('the name of the stack', () => {
    const named = CopyTarget.region('eu-central-1', { stackName: 'orders-copies' });

    test('is accepted if all copies of the Stage have the same', () => {
      copying([named, named]);
      copying(named, { id: 'Second' });

      expect(support().stackName).toBe('orders-copies');
    });

    test.each([
      ['orders', undefined, `BackupCopies-${ACCOUNT}-eu-central-1`, 'orders'],
      [undefined, 'orders', 'orders', `BackupCopies-${ACCOUNT}-eu-central-1`],
      ['orders', 'invoices', 'invoices', 'orders'],
    ])('is an error if two copies differ (%p, %p)', (first, second, got, earlier) => {
      const problem = `'stackName' must be the same for all copies of a Stage into 'eu-central-1', got '${got}' and '${earlier}' for an earlier copy. Give all copies the same name.`;
      const [one, other] = [first, second].map((stackName) => CopyTarget.region('eu-central-1', { stackName }));

      expect(problemOf([one, other])).toBe(`TieredBackupPlan 'Stack/Plan': tier 'daily': copy 2: ${problem}`);
      copying(one, { id: 'First' });
      expect(errorOf(() => copying(other, { id: 'Other' }))).toContain(problem);
    });

    test.each(['x'.repeat(128), 'A-1'])('is accepted if CloudFormation accepts it (%s)', (stackName) => {
      copying(CopyTarget.region('eu-central-1', { stackName }));
      expect(support().stackName).toBe(stackName);
    });

    test.each([['x'.repeat(129)], ['1orders'], ['orders.copies'], ['']])('is an error if CloudFormation rejects it (%s)', (stackName) => {
      expect(problemOf(CopyTarget.region('eu-central-1', { stackName })))
        .toBe(`'stackName' must be 1 to 128 letters, digits, or hyphens, the first a letter, got '${stackName}'. Choose another name.`);
    });

    test('is an error if it is a token', () => {
      expect(problemOf(CopyTarget.region('eu-central-1', { stackName: new CfnParameter(stack, 'Name').valueAsString })))
        .toBe('\'stackName\' must be known at synthesis, got a token. Write the name.');
    });
  });

  describe('the vaults of the copies', () => {
    test('are returned once for each Region and source vault', () => {
      const plan = copying([CopyTarget.region('eu-central-1'), CopyTarget.region('eu-north-1'), CopyTarget.region('eu-central-1')]);

      expect(plan.copyVaults.map((vault) => CdkStack.of(vault).region)).toEqual(['eu-central-1', 'eu-north-1']);
      expect(plan.copyVaults.map((vault) => CdkStack.of(vault).node.id)).toEqual([`BackupCopies-${ACCOUNT}-eu-central-1`, `BackupCopies-${ACCOUNT}-eu-north-1`]);
    });

    test('are shared by two plans', () => {
      const vault = new CompliantVault(stack, 'Vault');
      const [one, other] = ['One', 'Other'].map((id) => copying(CopyTarget.region('eu-central-1'), { vault, id }));

      expect(one.copyVaults).toEqual(other.copyVaults);
    });

    test('do not include vaults of the user', () => {
      expect(copying(CopyTarget.vault(new CompliantVault(stackIn('eu-central-1', { app, id: 'Away' }), 'Vault'))).copyVaults).toEqual([]);
    });

    test('can have notifications', () => {
      const plan = copying(CopyTarget.region('eu-central-1'));
      const findings = () => new BackupChecks(app, { include: [RuleId.VAULT_NOTIFIES] }).validateScope(app).violations
        .flatMap(({ violatingResources }) => violatingResources.map(({ constructPath }) => constructPath)).sort();
      expect(findings()).toEqual([`${plan.copyVaults[0].node.path}/Resource`, 'Stack/Vault/Resource']);
      for (const vault of plan.copyVaults) { new NotificationWiring(CdkStack.of(vault), 'Alerts', { vaults: [vault], emails: ['oncall@example.com'] }); }
      expect(findings()).toEqual(['Stack/Vault/Resource']);
      app.synth();
    });
  });

  test('treats equal guards as the same', () => {
    copying([CopyTarget.region('eu-central-1', { guard: DeletionGuard.none() }), CopyTarget.region('eu-central-1', { guard: DeletionGuard.none() })]);

    Template.fromStack(support()).resourceCountIs(VAULT, 1);
  });

  test('accepts another lock and guard', () => {
    copying(CopyTarget.region('eu-central-1', { lock, guard: DeletionGuard.none() }));

    Template.fromStack(support()).hasResourceProperties(VAULT, {
      LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 90 }, AccessPolicy: Match.absent(),
    });
  });

  test.each<[string, () => aws_backup.IBackupVaultRef]>([
    ['an L2', () => new backup.BackupVault(stack, 'Locked', { lockConfiguration: { minRetention: days(7), maxRetention: days(90) } })],
    ['an L1', () => new backup.CfnBackupVault(stack, 'Locked', { backupVaultName: 'locked', lockConfiguration: { minRetentionDays: 7, maxRetentionDays: 90 } })],
    ['an imported vault', () => CompliantVault.fromBackupVaultName(stack, 'Locked', 'locked', lock)],
  ])('mirrors the lock of %s', (_, vault) => {
    copying(CopyTarget.region('eu-central-1'), { vault: vault() });

    Template.fromStack(support()).hasResourceProperties(VAULT, { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 90 } });
  });

  test('mirrors a compliance lock that has been acknowledged', () => {
    const compliance = VaultLock.compliance({ minRetention: days(7), coolingOff: days(14), acknowledgeIrreversible: true });
    copying(CopyTarget.region('eu-central-1'), { vault: new CompliantVault(stack, 'Vault', { lock: compliance }) });

    Template.fromStack(support()).hasResourceProperties(VAULT, { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 14 } });
  });

  test.each([
    ['eu-west-1', {}, '\'copyTo\' must name a Region other than that of the plan, got \'eu-west-1\'. Use CopyTarget.vault(…) to copy within a Region.'],
    ['eu-central-1', { lock: VaultLock.governance({ minRetention: days(0) }) }, '\'lock.minRetention\' must be at least 1 day, got 0 days. Raise it.'],
    ['eu-central-1', { lock: VaultLock.governance({ minRetention: days(36) }) }, '\'retention\' must be at least 36 days, the minimum of the lock of the vault in '
      + '\'eu-central-1\', got 35 days. Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.'],
  ])('fails to %s with %p', (region, options, problem) => {
    expect(problemOf(CopyTarget.region(region, options))).toBe(problem);
    expect(stacksOf(app)).toEqual(['Stack']);
  });

  test.each([
    [() => DeletionGuard.sealed(), '\'guard.acknowledgeIrreversible\' must be true for a sealed guard'],
    [() => DeletionGuard.exempting(new iam.Role(stack, 'BreakGlass', { assumedBy: new iam.AccountRootPrincipal() })),
      '\'guard\' must exempt roles with a known name, got the role \'Stack/BreakGlass\' of another account or Region, which has none. Give it a \'roleName\'.'],
  ])('fails with an invalid guard, and creates nothing (%#)', (guard, problem) => {
    expect(problemOf(CopyTarget.region('eu-central-1', { guard: guard() }))).toContain(problem);
    expect(stacksOf(app)).toEqual(['Stack']);
  });

  test('fails with a compliance lock that is not acknowledged', () => {
    expect(problemOf(CopyTarget.region('eu-central-1', { lock: VaultLock.compliance({ minRetention: days(7), coolingOff: days(14) }) })))
      .toContain('\'lock.acknowledgeIrreversible\' must be true for a compliance lock');
  });

  test('fails if the Region of the plan is unknown', () => {
    expect(errorOf(() => copying(CopyTarget.region('eu-central-1'), { scope: stackIn(undefined, { app, id: 'Agnostic' }) }))).toBe('TieredBackupPlan \'Agnostic/Plan\': '
      + 'tier \'daily\': copy: \'copyTo\' must copy from a stack of a known Region to \'eu-central-1\', got no Region for the stack \'Agnostic\'. Set \'env.region\' on the stack.');
  });

  test('fails if two copies of a vault require different vaults there', () => {
    const problem = '\'copyTo\' must have the same lock and guard in \'eu-central-1\' as an earlier copy of the vault \'orders\'. Give both copies the same VaultLock and DeletionGuard, or create the vault yourself and use CopyTarget.vault(…).';

    expect(errorOf(() => copying([CopyTarget.region('eu-central-1'), CopyTarget.region('eu-central-1', { lock })]))).toContain(`copy 2: ${problem}`);
    copying(CopyTarget.region('eu-central-1', { lock }), { id: 'First' });
    copying(CopyTarget.region('eu-central-1', { lock: VaultLock.governance({ minRetention: days(7), maxRetention: days(90) }) }), { id: 'Same' });
    expect(errorOf(() => copying(CopyTarget.region('eu-central-1'), { id: 'Other' }))).toContain(problem);
  });

  test('is reached by aspects of the app like every other stack', () => {
    copying(CopyTarget.region('eu-central-1'));
    const seen: string[] = [];
    Aspects.of(app).add({ visit: (node) => { if (backup.CfnBackupVault.isCfnBackupVault(node)) { seen.push(node.stack.stackName); } } });
    app.synth();

    expect(seen.sort()).toEqual([`BackupCopies-${ACCOUNT}-eu-central-1`, 'Stack']);
  });
});
