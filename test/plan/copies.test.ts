import { type Stack, App, CfnOutput, CfnParameter, Duration, NestedStack, Stack as CdkStack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { type CopyingOptions, copiesIn, literalArn, planThatCopies } from './copying';
import { type BackupCopyOptions, BackupTier, CompliantVault, CopySource, CopyTarget, TieredBackupPlan, VaultLock } from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const PLAN = 'AWS::Backup::BackupPlan';
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

describe('to a vault of the app', () => {
  test('in another Region has a literal ARN, and waits for that stack', () => {
    const dr = stackIn('eu-central-1', { app, id: 'Dr' });
    copying(CopyTarget.vault(new CompliantVault(dr, 'Vault', { vaultName: 'orders-dr' })));

    expect(copiesOf()).toEqual([{ DestinationBackupVaultArn: literalArn('eu-central-1', ACCOUNT, 'orders-dr') }]);
    expect(stack.dependencies).toEqual([dr]);
    expect(Template.fromStack(dr).findOutputs('*')).toEqual({});
  });

  test('in the same account needs no policy', () => {
    const dr = stackIn('eu-central-1', { app, id: 'Dr' });
    copying(CopyTarget.vault(new CompliantVault(dr, 'Vault')));

    expect(JSON.stringify(Template.fromStack(dr).toJSON())).not.toContain('CopyIntoBackupVault');
  });

  test('in the same stack is a reference, which orders the two', () => {
    copying(CopyTarget.vault(new CompliantVault(stack, 'Second', { vaultName: 'second' })));

    expect(copiesOf()).toEqual([{ DestinationBackupVaultArn: { 'Fn::GetAtt': [expect.stringMatching(/^Second/), 'BackupVaultArn'] } }]);
    Template.fromStack(stack).hasResource(PLAN, { DependsOn: Match.absent() });
  });

  test('in an environment-agnostic stack works within that stack', () => {
    const agnostic = stackIn(undefined, { id: 'Agnostic' });
    copying(CopyTarget.vault(new CompliantVault(agnostic, 'Second')), { scope: agnostic });

    expect(copiesOf(agnostic)).toEqual([{ DestinationBackupVaultArn: { 'Fn::GetAtt': [expect.stringMatching(/^Second/), 'BackupVaultArn'] } }]);
  });

  test.each<[string, (dr: Stack) => void]>([
    ['is set to wait', (dr) => dr.addStackDependency(stack)],
    ['reads from it', (dr) => new CfnOutput(dr, 'Output', { value: new s3.Bucket(stack, 'Bucket').bucketArn })],
  ])('is not ordered if its stack depends on this one (%s)', (_, wait) => {
    const dr = stackIn('eu-west-1', { app, id: 'Dr' });
    copying(CopyTarget.vault(new CompliantVault(dr, 'Vault', { vaultName: 'second' })));
    wait(dr);

    expect(app.synth().stacks.map((each) => each.stackName)).toEqual(['Stack', 'Dr']);
  });

  test('of a nested stack needs no reference, and is deployed before the plan', () => {
    const nested = new NestedStack(stack, 'Nested');
    copying(CopyTarget.vault(new CompliantVault(nested, 'Vault', { vaultName: 'nested' })));

    expect(copiesOf()).toEqual([{ DestinationBackupVaultArn: literalArn('eu-west-1', ACCOUNT, 'nested') }]);
    Template.fromStack(stack).hasResource(PLAN, { DependsOn: [Match.stringLikeRegexp('^NestedNestedStack')] });
  });

  test('can be an L2 or an L1', () => {
    const dr = stackIn('eu-central-1', { app, id: 'Dr' });
    copying([
      CopyTarget.vault(new backup.BackupVault(dr, 'L2', { backupVaultName: 'second' })),
      CopyTarget.vault(new backup.CfnBackupVault(dr, 'L1', { backupVaultName: 'third' })),
    ]);

    expect(copiesOf()).toEqual([
      { DestinationBackupVaultArn: literalArn('eu-central-1', ACCOUNT, 'second') },
      { DestinationBackupVaultArn: literalArn('eu-central-1', ACCOUNT, 'third') },
    ]);
  });

  test('two stacks can copy into each other\'s vaults', () => {
    const other = stackIn('eu-central-1', { app, id: 'Other' });
    const [here, there] = [new CompliantVault(stack, 'Vault', { vaultName: 'here' }), new CompliantVault(other, 'Vault', { vaultName: 'there' })];
    copying(CopyTarget.vault(there), { vault: here });
    copying(CopyTarget.vault(here), { scope: other, vault: there });

    expect(app.synth().stacks).toHaveLength(2);
    expect(copiesOf(other)).toEqual([{ DestinationBackupVaultArn: literalArn('eu-west-1', ACCOUNT, 'here') }]);
  });

  test('of another Stage is also a literal', () => {
    const [blue, green] = [new Stage(app, 'Blue'), new Stage(app, 'Green')];
    const env = { account: ACCOUNT, region: 'eu-west-1' };
    const dr = new CdkStack(green, 'Dr', { env: { account: ACCOUNT, region: 'eu-central-1' } });
    const source = new CdkStack(blue, 'Source', { env });
    copying(CopyTarget.vault(new CompliantVault(dr, 'Vault', { vaultName: 'orders-dr' })), { scope: source });

    expect(copiesOf(source)).toEqual([{ DestinationBackupVaultArn: literalArn('eu-central-1', ACCOUNT, 'orders-dr') }]);
    expect(source.dependencies).toEqual([]);
  });
});

describe('to another account', () => {
  let central: Stack;
  beforeEach(() => { central = stackIn('eu-west-1', { app, id: 'Central', account: OTHER_ACCOUNT }); });
  const allowed = { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
  const root = (account: string) => ({ AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${account}:root`]] } });

  test('the destination allows the source, once', () => {
    const vault = new CompliantVault(central, 'Vault', { vaultName: 'central', allowCopiesFrom: [CopySource.account(ACCOUNT)] });
    copying(CopyTarget.vault(vault));
    copying(CopyTarget.vault(vault), { id: 'Second' });

    const [resource] = Object.values(Template.fromStack(central).findResources(VAULT));
    expect(resource.Properties.AccessPolicy.Statement.filter((each: { Effect: string }) => each.Effect === 'Allow'))
      .toEqual([{ ...allowed, Principal: root(ACCOUNT) }]);
  });

  test('an L2 destination allows the source', () => {
    copying(CopyTarget.vault(new backup.BackupVault(central, 'Vault', { backupVaultName: 'central' })));

    Template.fromStack(central).hasResourceProperties(VAULT, { AccessPolicy: { Statement: [{ ...allowed, Principal: root(ACCOUNT) }] } });
  });

  test('an L1 destination cannot, which is a warning', () => {
    copying(CopyTarget.vault(new backup.CfnBackupVault(central, 'Vault', { backupVaultName: 'central' })));

    expect(warningIdsOf(stack)).toContain('copyIntoNotAllowed');
  });

  test.each<[string, () => CopyTarget]>([
    ['vault', () => CopyTarget.vault(new CompliantVault(central, 'Vault'))],
    ['arn', () => CopyTarget.arn(`arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:central`)],
  ])('the source key is shared with AWS Backup there (%s)', (_, target) => {
    copying(target());

    const role = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' },
        `:iam::${OTHER_ACCOUNT}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`]],
    };
    const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    const statements = key.Properties.KeyPolicy.Statement as { readonly Effect: string; readonly Principal: unknown }[];
    expect(statements.filter(({ Principal }) => JSON.stringify(Principal) === JSON.stringify(root(OTHER_ACCOUNT)))).toEqual([
      expect.objectContaining({ Principal: root(OTHER_ACCOUNT), Condition: { ArnEquals: { 'aws:PrincipalArn': role } } }),
      {
        Effect: 'Allow',
        Principal: root(OTHER_ACCOUNT),
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { ArnEquals: { 'aws:PrincipalArn': role }, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ]);
  });

  test('a source key that cannot be shared from here is a warning', () => {
    const key = kms.Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/12345678-1234-1234-1234-123456789012`);
    const target = CopyTarget.arn(`arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:central`);
    copying(target, { vault: new CompliantVault(stack, 'Imported', { encryptionKey: key }) });
    copying(target, { id: 'Second', vault: new backup.BackupVault(stack, 'L2') });

    expect(warningIdsOf(stack).filter((id) => id === 'keyNotShared')).toHaveLength(2);
  });

  test.each(['Default'])('fails into the vault %p, which cannot be shared', (name) => {
    expect(problemOf(CopyTarget.arn(`arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:${name}`))).toBe('\'copyTo\' must not be the vault \'Default\' of another account, '
      + `got that of account '${OTHER_ACCOUNT}'. AWS Backup creates no cross-account copies into it. Create a vault with another name there.`);
  });

  test.each([[OTHER_ACCOUNT, 'default'], [ACCOUNT, 'Default']])('accepts the vault of %s named %p', (account, name) => {
    copying(CopyTarget.arn(`arn:aws:backup:eu-central-1:${account}:backup-vault:${name}`));

    expect(copiesOf()).toEqual([{ DestinationBackupVaultArn: `arn:aws:backup:eu-central-1:${account}:backup-vault:${name}` }]);
  });
});

describe('if it is unknown whether source and destination are the same', () => {
  test.each([
    [undefined, 'eu-central-1', 'must connect stacks of known Regions (\'Source\' and \'Dr\'), got no Region for \'Source\'. Set \'env.region\' there.'],
    ['eu-west-1', undefined, 'must connect stacks of known Regions (\'Source\' and \'Dr\'), got no Region for \'Dr\'. Set \'env.region\' there.'],
    [undefined, undefined, 'must connect stacks of known Regions (\'Source\' and \'Dr\'), got no Region for \'Source\' and \'Dr\'. Set \'env.region\' there.'],
  ])('fails (Regions %p, %p)', (from, to, problem) => {
    const source = new CdkStack(app, 'Source', { env: { region: from } });
    const dr = new CdkStack(app, 'Dr', { env: { region: to } });

    expect(errorOf(() => copying(CopyTarget.vault(new CompliantVault(dr, 'Vault')), { scope: source })))
      .toBe(`TieredBackupPlan 'Source/Plan': tier 'daily': copy: 'copyTo' ${problem}`);
  });

  test('fails if one account is known', () => {
    const dr = new CdkStack(app, 'Dr', { env: { region: 'eu-central-1' } });

    expect(problemOf(CopyTarget.vault(new CompliantVault(dr, 'Vault')))).toBe('\'copyTo\' must connect stacks of known accounts (\'Stack\' and \'Dr\') or of unknown ones, '
      + 'got no account for \'Dr\'. Set \'env.account\' of both stacks or of none.');
  });

  test('treats two unknown accounts as the same', () => {
    const [source, dr] = [new CdkStack(app, 'Source', { env: { region: 'eu-west-1' } }), new CdkStack(app, 'Dr', { env: { region: 'eu-central-1' } })];
    copying(CopyTarget.vault(new CompliantVault(dr, 'Vault', { vaultName: 'orders-dr' })), { scope: source });

    expect(copiesOf(source)).toEqual([{
      DestinationBackupVaultArn: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':backup:eu-central-1:', { Ref: 'AWS::AccountId' }, ':backup-vault:orders-dr']] },
    }]);
  });

  test('fails if the name of a vault in another stack is a token', () => {
    const dr = stackIn('eu-central-1', { app, id: 'Dr' });
    const vault = new CompliantVault(dr, 'Vault', { vaultName: new CfnParameter(dr, 'Name').valueAsString });

    expect(problemOf(CopyTarget.vault(vault)))
      .toBe('\'copyTo\' must name a vault whose name is known at synthesis, got a token for the vault at \'Dr/Vault\'. Give that vault a literal name.');
  });
});

describe('to an ARN', () => {
  test.each([
    ['orders-dr', 'Write the whole ARN.'],
    [`arn:aws:backup:eu-central-1:${ACCOUNT}:vault:orders-dr`, 'Replace \'vault\' with \'backup-vault\'.'],
    ['arn:aws:backup:eu-central-1:123:backup-vault:orders-dr', 'Replace \'123\' with \'<account>\'.'],
    [`arn:aws:backup:frankfurt:${ACCOUNT}:backup-vault:orders-dr`, 'Replace \'frankfurt\' with \'<region>\'.'],
    [`arn:aws:backup:frankfurt:${ACCOUNT}:vault:orders-dr`, 'Write the whole ARN.'],
    [`arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:orders:dr`, 'Write the whole ARN.'],
  ])('fails on %p', (arn, fix) => {
    expect(problemOf(CopyTarget.arn(arn)))
      .toBe(`'copyTo' must be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got '${arn}'. ${fix}`);
  });

  test.each(['a', 'a'.repeat(51), 'orders.dr', 'orders*'])('fails on the name %p', (name) => {
    const arn = `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:${name}`;
    expect(problemOf(CopyTarget.arn(arn)))
      .toBe(`'copyTo' must end with the name of a vault, of 2 to 50 letters, digits, hyphens, or underscores, got '${name}' in '${arn}'. Correct the name.`);
  });

  test.each(['ab', 'a'.repeat(50)])('accepts the name %p', (name) => {
    expect(() => copying(CopyTarget.arn(`arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:${name}`))).not.toThrow();
  });

  test('fails on a Region of another partition', () => {
    const arn = `arn:aws-cn:backup:eu-central-1:${ACCOUNT}:backup-vault:orders-dr`;
    expect(problemOf(CopyTarget.arn(arn)))
      .toBe(`'copyTo' must name the partition of its Region, got '${arn}'. 'eu-central-1' is in the partition 'aws'. Write 'arn:aws:…'.`);
  });

  test('accepts a token for the account, and still reads the Region', () => {
    const arn = (region: string) => `arn:aws:backup:${region}:${new CfnParameter(stack, `Account${region}`).valueAsString}:backup-vault:central`;

    copying(CopyTarget.arn(arn('eu-central-1')));
    expect(problemOf(CopyTarget.arn(arn('cn-north-1')), { id: 'Second' })).toContain('TieredBackupPlan \'Stack/Second\': tier \'daily\': copy: \'copyTo\' must be a vault in the partition of \'eu-west-1\', got one in \'cn-north-1\'. Backups can be copied only within the partition aws. Choose another vault.');
  });
});

describe('between Regions', () => {
  test.each([
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-west-1', 'us-gov-east-1'],
    ['us-east-1', 'me-central-1'],
  ])('goes from %s to %s', (from, to) => {
    const source = stackIn(from, { id: 'Source' });
    copying(CopyTarget.region(to), { scope: source });

    Template.fromStack(source).resourceCountIs(PLAN, 1);
  });

  test.each([
    ['eu-west-1', 'cn-north-1', 'Backups can be copied only within the partition aws.'],
    ['us-gov-west-1', 'us-east-1', 'Backups in GovCloud can be copied only between us-gov-east-1 and us-gov-west-1.'],
    ['cn-north-1', 'eu-west-1', 'Backups in China can be copied only between cn-north-1 and cn-northwest-1.'],
    ['eusc-de-east-1', 'eu-central-1', 'Backups in the European Sovereign Cloud cannot be copied to another Region.'],
  ])('fails from %s to %s', (from, to, rule) => {
    const source = stackIn(from, { id: 'Source' });

    expect(errorOf(() => copying(CopyTarget.region(to), { scope: source }))).toBe('TieredBackupPlan \'Source/Plan\': tier \'daily\': copy: \'copyTo\' must be a vault '
      + `in the partition of '${from}', got one in '${to}'. ${rule} Choose another vault.`);
  });
});

describe('the number of copies', () => {
  const targets = (count: number) => Array.from({ length: count }, (_, index) => CopyTarget.arn(`arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:dr-${index}`));

  test('is at most five', () => {
    copying(targets(5));
    expect(copiesOf()).toHaveLength(5);
  });

  test('fails on six', () => {
    expect(errorOf(() => copying(targets(6)))).toBe('TieredBackupPlan \'Stack/Plan\': tier \'daily\': \'copyTo\' must be at most 5 copies, got 6 copies. Leave some out, or create them in another tier or rule.');
  });
});

describe('the lifecycle of a copy', () => {
  const toDr = (options: BackupCopyOptions, lock?: VaultLock) =>
    CopyTarget.vault(new CompliantVault(stackIn('eu-central-1', { app, id: 'Dr' }), 'Vault', { vaultName: 'orders-dr', lock }), options);

  test('equals that of the original by default', () => {
    copying([toDr({}), CopyTarget.arn(`arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:long`, {
      retention: days(400), moveToColdStorageAfter: days(30), archiveEbsSnapshots: true,
    })]);

    expect(copiesOf().map((copy: { Lifecycle?: object }) => copy.Lifecycle)).toEqual([
      undefined, { DeleteAfterDays: 400, MoveToColdStorageAfterDays: 30, OptInToArchiveForSupportedResources: true },
    ]);
  });

  test.each([
    [{ retention: days(0) }, '\'retention\' must be at least 1 day, got 0 days. Raise it.'],
    [{ retention: days(119), moveToColdStorageAfter: days(30) }, '\'retention\' must be at least 90 days more than \'moveToColdStorageAfter\' (30 days), got 119 days. Raise it to 120 days or more, or leave out \'moveToColdStorageAfter\'.'],
  ])('fails on %p', (options, problem) => {
    expect(problemOf(toDr(options))).toBe(problem);
  });

  test('has the end of the original if it has its own move to cold storage', () => {
    copying(toDr({ moveToColdStorageAfter: days(30) }), { retention: 200 });

    expect(copiesOf()[0].Lifecycle).toEqual({ DeleteAfterDays: 200, MoveToColdStorageAfterDays: 30 });
  });

  const compliance = VaultLock.compliance({ minRetention: days(7), coolingOff: days(14), acknowledgeIrreversible: true });
  const endless = (options: BackupCopyOptions) => {
    const vault = new CompliantVault(stack, 'Vault');
    const tier = BackupTier.custom({ name: 'endless', schedule: Schedule.expression('cron(0 5 ? * * *)'), copyTo: [toDr(options, compliance)] });
    new TieredBackupPlan(stack, 'Plan', { vault, tiers: [tier] });
    return warningsOf(stack).filter((warning) => warning.includes('can ever delete'));
  };

  test.each<BackupCopyOptions>([{}, { moveToColdStorageAfter: days(30) }])('without expiry, %p, is never deleted from a vault with a compliance lock', (options) => {
    expect(endless(options)).toEqual(['tier \'endless\': copy: \'retention\' is not set, and the vault \'orders-dr\' has a compliance lock. Nobody can ever delete the recovery points. Set a retention.']);
  });

  test('with an expiry has no warning of a compliance lock', () => {
    expect(endless({ retention: days(30) })).toEqual([]);
  });

  test('has its own warnings', () => {
    copying(toDr({ retention: days(120), moveToColdStorageAfter: days(7) }));

    expect(warningIdsOf(stack)).toContain('shortWarmStorage');
  });

  const lock = VaultLock.governance({ minRetention: days(30), maxRetention: days(60) });
  const failure = 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';
  test.each([[30, {}], [60, {}], [1, { retention: days(30) }], [400, { retention: days(60) }]])('fits the lock: original %p days, copy %p', (retention, options) => {
    copying(toDr(options, lock), { retention });

    Template.fromStack(stack).resourceCountIs(PLAN, 1);
  });

  test.each([
    [29, {}, `'retention' must be at least 30 days, the minimum of the lock of the vault 'orders-dr', got 29 days. ${failure}`],
    [61, {}, `'retention' must be at most 60 days, the maximum of the lock of the vault 'orders-dr', got 61 days. ${failure}`],
    [35, { retention: days(61) }, `'retention' must be at most 60 days, the maximum of the lock of the vault 'orders-dr', got 61 days. ${failure}`],
    [120, { moveToColdStorageAfter: days(8) }, `'retention' must be at most 60 days, the maximum of the lock of the vault 'orders-dr', got 120 days. ${failure}`],
  ])('fails against the lock: original %p days, copy %p', (retention, options, problem) => {
    expect(problemOf(toDr(options, lock), { retention })).toBe(problem);
  });

  test('has a number if there are several', () => {
    expect(errorOf(() => copying([toDr({}), CopyTarget.arn('x')]))).toContain('tier \'daily\': copy 2: \'copyTo\' must be the ARN');
  });
});

describe('warnings of a copy', () => {
  const ids = () => warningIdsOf(stack).filter((id) => ['newRegion', 'copyIntoOwnVault', 'copyKeptShorter'].includes(id));
  const texts = (part: string) => warningsOf(stack).filter((text) => text.includes(part));

  test.each([['eu-centrl-1', 'eu-central-1'], ['us-west-11', 'us-west-1'], ['ap-southeast-12', 'ap-southeast-1']])('report the Region %s, which this library does not know', (region, meant) => {
    planThatCopies(stack, CopyTarget.region(region));
    expect(texts(region)).toEqual([`tier 'daily': copy: 'copyTo' should name a Region that this library knows, got '${region}'. Did you mean '${meant}'? If the Region is newer than this library, acknowledge the warning.`]);
    expect(ids()).toEqual(['newRegion']);
  });

  test('report an unknown Region in an ARN', () => {
    planThatCopies(stack, CopyTarget.arn(`arn:aws:backup:eu-centrl-1:${ACCOUNT}:backup-vault:copies`));
    expect(ids()).toEqual(['newRegion']);
  });

  test.each<[string, (vault: CompliantVault) => CopyTarget]>([
    ['construct', (vault) => CopyTarget.vault(vault)],
    ['ARN', () => CopyTarget.arn(`arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:orders`)],
    ['attribute', (vault) => CopyTarget.arn(vault.backupVaultArn)],
  ])('report the vault of the backup as the destination, by its %s', (_, target) => {
    const vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders' });
    planThatCopies(stack, target(vault), { vault });
    expect(texts('itself')).toEqual(['tier \'daily\': copy: \'copyTo\' should name a vault other than that of the backup, got the vault \'orders\' itself. If that vault is lost, the backup and its copy are lost. '
      + 'Copy to another vault, preferably in another account or Region.']);
    expect(ids()).toEqual(['copyIntoOwnVault']);
  });

  test.each([
    `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:orders`,
    `arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:orders`,
    `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:other`,
  ])('do not report %s', (arn) => {
    planThatCopies(stack, CopyTarget.arn(arn));
    expect(ids()).toEqual([]);
  });

  test.each([
    [90, [44], ['copyKeptShorter']], [90, [45], []], [37, [7], ['copyKeptShorter']], [36, [7], []],
    [365, [7, 365], []], [365, [7, undefined], []], [365, [7, 30], ['copyKeptShorter']],
  ])('for a backup of %i days and copies of %j days', (retention, copies, expected) => {
    const arns = ['one', 'two'].map((name) => `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:${name}`);
    const targets = copies.map((kept, index) => CopyTarget.arn(arns[index], kept === undefined ? {} : { retention: Duration.days(kept) }));
    planThatCopies(stack, targets, { retention });
    expect(ids()).toEqual(expected);
  });

  test('name the retentions of a copy that is kept much shorter', () => {
    planThatCopies(stack, CopyTarget.region('eu-central-1', { retention: Duration.days(7) }), { retention: 365 });
    expect(texts('shorter')).toEqual(['tier \'daily\': \'retention\' of a copy should not be much shorter than that of its backup (365 days), got 7 days. '
      + 'Raise it. If the account or Region of the backup is lost, only the copy is left.']);
  });
});

test('a retention that AWS Backup rejects is reported for the tier, and not again for its copies', () => {
  const locked = new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock: VaultLock.governance({ minRetention: days(1), maxRetention: days(90) }) });

  const targets = [CopyTarget.vault(locked), CopyTarget.vault(locked, { moveToColdStorageAfter: days(30) })];
  const message = errorOf(() => copying(targets, { retention: 36501 }));

  expect(message.match(/36501/g)).toHaveLength(1);
});
