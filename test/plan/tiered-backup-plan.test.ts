import { type Stack, App, Duration, Stage, Tags, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  type TieredBackupPlanProps, BackupResourceType, BackupTier, CompliantVault, DeletionGuard, MalwareScanMode, TagBasedSelection,
  TagCondition, TieredBackupPlan, VaultLock,
} from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const PLAN = 'AWS::Backup::BackupPlan';
const days = Duration.days;
const daily = (retention = 35) => BackupTier.daily({ retention: days(retention) });

let stack: Stack;
let vault: CompliantVault;
beforeEach(() => {
  stack = stackIn('eu-west-1');
  vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders' });
});
const planOf = (props: Partial<TieredBackupPlanProps> = {}) => new TieredBackupPlan(stack, 'Plan', { vault, tiers: [daily()], ...props });
const problemsOf = (props: Partial<TieredBackupPlanProps>) => errorOf(() => planOf(props));

describe('the name', () => {
  test.each(['a', 'a'.repeat(50), 'orders.daily_1-a'])('accepts %p', (planName) => {
    planOf({ planName });

    Template.fromStack(stack).hasResourceProperties(PLAN, { BackupPlan: { BackupPlanName: planName } });
  });

  test.each(['', 'a'.repeat(51), 'orders daily'])('fails on %p', (planName) => {
    expect(problemsOf({ planName })).toBe(
      `TieredBackupPlan 'Stack/Plan': 'planName' must be 1 to 50 letters, digits, hyphens, underscores, or dots, got '${planName}'. Choose another name.`);
  });

  test('is a readable part and a hash by default', () => {
    planOf();

    Template.fromStack(stack).hasResourceProperties(PLAN, { BackupPlan: { BackupPlanName: Match.stringLikeRegexp('^Stack-Plan-[0-9a-f]{8}$') } });
  });
});

describe('the tiers', () => {
  const tiers = (count: number) => Array.from({ length: count }, (_, index) => BackupTier.custom({
    name: `tier${index}`, schedule: events.Schedule.expression(`cron(0 ${index} ? * * *)`), retention: days(7),
  }));

  test.each([1, 10])('are %p', (count) => {
    planOf({ tiers: tiers(count) });

    expect(Object.values(Template.fromStack(stack).findResources(PLAN))[0].Properties.BackupPlan.BackupPlanRule).toHaveLength(count);
  });

  test.each([
    [0, '\'tiers\' must be at least 1 rule, got 0 rules. Give 1 to 10, and divide more among several plans.'],
    [11, '\'tiers\' must be at most 10 rules, got 11 rules. Give 1 to 10, and divide more among several plans.'],
  ])('fail if they are %p', (count, problem) => {
    expect(problemsOf({ tiers: tiers(count) })).toBe(`TieredBackupPlan 'Stack/Plan': ${problem}`);
  });

  test('report all their problems at once, and create nothing', () => {
    expect(problemsOf({ planName: '', tiers: [daily(0), BackupTier.continuous({ retention: days(36) })] }).split('\n')).toEqual([
      'TieredBackupPlan \'Stack/Plan\' has 3 problems:',
      '  - \'planName\' must be 1 to 50 letters, digits, hyphens, underscores, or dots, got \'\'. Choose another name.',
      '  - tier \'daily\': \'retention\' must be at least 1 day, got 0 days. Raise it.',
      '  - tier \'continuous\': \'retention\' of a continuous backup must be 1 to 35 days, got 36 days. For a longer retention, add a daily or monthly backup.',
    ]);
    Template.fromStack(stack).resourceCountIs(PLAN, 0);
  });
});

describe('the lock of the vault', () => {
  const lock = VaultLock.governance({ minRetention: days(7), maxRetention: days(30) });
  const failure = 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';
  const vaults: [string, () => backup.IBackupVault | backup.CfnBackupVault][] = [
    ['ours', () => new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock })],
    ['an L2', () => new backup.BackupVault(stack, 'Locked', { backupVaultName: 'locked', lockConfiguration: { minRetention: days(7), maxRetention: days(30) } })],
    ['an L1', () => new backup.CfnBackupVault(stack, 'Locked', { backupVaultName: 'locked', lockConfiguration: { minRetentionDays: 7, maxRetentionDays: 30 } })],
    ['an imported one with a stated lock', () => CompliantVault.fromBackupVaultName(stack, 'Locked', 'locked', lock)],
  ];

  describe.each(vaults)('%s', (_, locked) => {
    test.each([7, 30])('accepts %p days', (retention) => {
      planOf({ vault: locked(), tiers: [daily(retention)] });

      Template.fromStack(stack).resourceCountIs(PLAN, 1);
    });

    test.each([
      [6, `'retention' must be at least 7 days, the minimum of the lock of the vault 'locked', got 6 days. ${failure}`],
      [31, `'retention' must be at most 30 days, the maximum of the lock of the vault 'locked', got 31 days. ${failure}`],
    ])('fails on %p days', (retention, problem) => {
      expect(problemsOf({ vault: locked(), tiers: [daily(retention)] })).toBe(`TieredBackupPlan 'Stack/Plan': tier 'daily': ${problem}`);
    });
  });

  test('fails on a recovery point without expiry if there is a maximum', () => {
    const forever = BackupTier.custom({ name: 'ever', schedule: events.Schedule.expression('cron(0 5 ? * * *)') });

    expect(problemsOf({ vault: new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock }), tiers: [forever] })).toBe('TieredBackupPlan \'Stack/Plan\': '
      + `tier 'ever': 'retention' must be at most 30 days, the maximum of the lock of the vault 'locked', got none (never expires). ${failure}`);
  });

  test('warns about a recovery point without expiry in a compliance lock', () => {
    const forever = BackupTier.custom({ name: 'ever', schedule: events.Schedule.expression('cron(0 5 ? * * *)') });
    const compliance = VaultLock.compliance({ minRetention: days(7), coolingOff: days(14), acknowledgeIrreversible: true });
    planOf({ vault: new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock: compliance }), tiers: [forever] });

    expect(warningsOf(stack)).toContain('tier \'ever\': \'retention\' is not set, and the vault \'locked\' has a compliance lock. Nobody can ever delete the recovery points. Set a retention.');
    expect(warningIdsOf(stack)).toContain('neverExpires');
  });

  const unknown = () => Token.asNumber({ Ref: 'Given' });

  test.each<[string, backup.CfnBackupVault.LockConfigurationTypeProperty, string[]]>([
    ['a governance lock', { minRetentionDays: 7 }, ['noSelection']],
    ['a lock that might be a compliance lock', { minRetentionDays: 7, changeableForDays: unknown() }, ['neverExpires', 'noSelection']],
    ['a compliance lock that might have a maximum', { minRetentionDays: 7, maxRetentionDays: unknown(), changeableForDays: 14 }, ['neverExpires', 'noSelection']],
  ])('with a recovery point without expiry in %s', (_, lockConfiguration, warnings) => {
    const forever = BackupTier.custom({ name: 'ever', schedule: events.Schedule.expression('cron(0 5 ? * * *)') });
    planOf({ vault: new backup.CfnBackupVault(stack, 'Locked', { backupVaultName: 'locked', lockConfiguration }), tiers: [forever] });

    expect(warningIdsOf(stack)).toEqual(warnings);
  });

  test.each([[35, undefined], [36, '\'vault\' must be a vault that accepts continuous backups, which expire after 35 days at most, got the vault \'locked\', '
    + 'whose lock requires at least 36 days. Use a vault with a lower minimum, or use snapshots.']])('with a minimum of %p days and a continuous tier', (min, problem) => {
    const locked = new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock: VaultLock.governance({ minRetention: days(min) }) });
    const make = () => planOf({ vault: locked, tiers: [BackupTier.continuous({ retention: days(35) })] });

    if (problem === undefined) {
      make();
      Template.fromStack(stack).resourceCountIs(PLAN, 1);
    } else {
      expect(errorOf(make)).toBe(`TieredBackupPlan 'Stack/Plan': tier 'continuous': ${problem}`);
    }
  });

  test('is the lock of the vault of the tier', () => {
    const locked = new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock });

    expect(problemsOf({ tiers: [BackupTier.daily({ retention: days(6), vault: locked })] })).toContain('the minimum of the lock of the vault \'locked\'');
    planOf({ tiers: [daily(6), BackupTier.weekly({ retention: days(30), vault: locked })] });
    Template.fromStack(stack).hasResourceProperties(PLAN, {
      BackupPlan: { BackupPlanRule: [{ TargetBackupVault: { Ref: Match.stringLikeRegexp('^Vault') } }, { TargetBackupVault: { Ref: Match.stringLikeRegexp('^Locked') } }] },
    });
  });
});

describe('the vault', () => {
  test('of another stack has a literal name, and is deployed first', () => {
    const app = new App();
    const [vaults, plans] = [stackIn('eu-west-1', { app, id: 'Vaults' }), stackIn('eu-west-1', { app, id: 'Plans' })];
    new TieredBackupPlan(plans, 'Plan', { vault: new CompliantVault(vaults, 'Vault', { vaultName: 'orders' }), tiers: [daily()] });

    Template.fromStack(plans).hasResourceProperties(PLAN, { BackupPlan: { BackupPlanRule: [{ TargetBackupVault: 'orders' }] } });
    expect(plans.dependencies).toEqual([vaults]);
    expect(Template.fromStack(vaults).findOutputs('*')).toEqual({});
  });

  test.each([
    ['us-east-1', ACCOUNT, '\'vault\' must be in the Region of the plan (\'eu-west-1\'), got the vault \'far\' of \'us-east-1\''],
    ['eu-west-1', OTHER_ACCOUNT, `'vault' must be in the account of the plan ('${ACCOUNT}'), got the vault 'far' of '${OTHER_ACCOUNT}'`],
  ])('fails elsewhere (%s, %s), because a rule names it without Region and account', (region, account, problem) => {
    const far = new CompliantVault(stackIn(region, { app: stack.node.root as App, id: 'Far', account }), 'Vault', { vaultName: 'far' });
    const imported = CompliantVault.fromBackupVaultArn(stack, 'Far', `arn:aws:backup:${region}:${account}:backup-vault:far`);

    for (const each of [far, imported]) {
      expect(problemsOf({ vault: each })).toBe(`TieredBackupPlan 'Stack/Plan': tier 'daily': ${problem}. `
        + `Back up into a vault in the ${/the (\w+) of/.exec(problem)![1]} of the plan, and copy from there with 'copyTo'.`);
    }
  });
});

describe('options', () => {
  test.each([
    [{ windowsVss: true }, [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }]],
    [{ windowsVss: false }, [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'disabled' } }]],
    [{ s3BackupAcls: false }, [{ ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled' } }]],
    [{ s3BackupAcls: true, s3BackupObjectTags: false }, [{ ResourceType: 'S3', BackupOptions: { BackupACLs: 'enabled', BackupObjectTags: 'disabled' } }]],
  ])('%p', (props, settings) => {
    planOf(props);

    Template.fromStack(stack).hasResourceProperties(PLAN, { BackupPlan: { AdvancedBackupSettings: settings } });
  });

  test.each([
    [{ windowsVss: true }, []],
    [{ s3BackupAcls: false }, ['s3BackupAcls']],
    [{ s3BackupAcls: true, s3BackupObjectTags: false }, ['s3BackupAcls', 's3BackupObjectTags']],
  ])('%p that CloudFormation might reject are warnings', (props, names) => {
    planOf(props);

    expect(warningsOf(stack).filter((warning) => warning.includes('CloudFormation might'))).toEqual(names.map((name) => (
      `'${name}' should not be set in a template, because CloudFormation might reject advanced settings of S3. `
      + 'Leave it out, and set it with aws backup update-backup-plan after the deployment.'
    )).map((message) => expect.stringContaining(message) as string));
    expect(warningIdsOf(stack).filter((id) => id === 'rejectedSetting')).toHaveLength(names.length);
  });

  test('accept tags by props and by Tags.of', () => {
    Tags.of(planOf({ tags: { team: 'orders' } })).add('stage', 'prod');

    Template.fromStack(stack).hasResourceProperties(PLAN, { BackupPlanTags: { team: 'orders', stage: 'prod' } });
  });
});

describe('malware scans', () => {
  const scanner = (service: string) => new iam.Role(stack, 'Scanner', { assumedBy: new iam.ServicePrincipal(service) });
  const scanning = BackupTier.daily({ retention: days(35), malwareScan: MalwareScanMode.FULL_SCAN });

  test('add the settings and the role of the plan', () => {
    planOf({ tiers: [scanning] });

    const template = Template.fromStack(stack);
    template.hasResourceProperties(PLAN, {
      BackupPlan: {
        ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS', 'EC2', 'S3'], ScannerRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PlanScannerRole'), 'Arn'] } }],
      },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'malware-protection.guardduty.amazonaws.com' } }] },
      ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AWSBackupGuardDutyRolePolicyForScans']] }],
    });
  });

  test('accept a role and types of the user', () => {
    const scannerRole = iam.Role.fromRoleArn(stack, 'Scanner', `arn:aws:iam::${ACCOUNT}:role/scanner`);
    planOf({ tiers: [scanning], scannerRole, scanResourceTypes: [BackupResourceType.S3] });

    Template.fromStack(stack).hasResourceProperties(PLAN, {
      BackupPlan: { ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['S3'], ScannerRoleArn: `arn:aws:iam::${ACCOUNT}:role/scanner` }] },
    });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
  });

  test.each<[string, () => iam.IRole]>([
    ['that trusts Amazon GuardDuty', () => scanner('malware-protection.guardduty.amazonaws.com')],
    ['that trusts it later', () => {
      const role = scanner('backup.amazonaws.com');
      role.assumeRolePolicy!.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.ServicePrincipal('malware-protection.guardduty.amazonaws.com')] }));
      return role;
    }],
    ['from elsewhere', () => iam.Role.fromRoleArn(stack, 'Scanner', `arn:aws:iam::${ACCOUNT}:role/scanner`)],
  ])('accept a role %s', (_, role) => {
    planOf({ tiers: [scanning], scannerRole: role() });

    expect(() => Stage.of(stack)!.synth()).not.toThrow();
  });

  test('fail on a role that Amazon GuardDuty cannot assume', () => {
    planOf({ tiers: [scanning], scannerRole: scanner('guardduty.amazonaws.com') });

    expect(() => Stage.of(stack)!.synth()).toThrow('TieredBackupPlan \'Stack/Plan\': \'scannerRole\' must be a role that \'malware-protection.guardduty.amazonaws.com\' can assume, '
      + 'got one whose trust policy does not allow it. Create the role with assumedBy: new iam.ServicePrincipal(\'malware-protection.guardduty.amazonaws.com\'). Otherwise every scan fails.');
  });

  test('fail on types that are not scanned', () => {
    expect(problemsOf({ tiers: [scanning], scanResourceTypes: [BackupResourceType.EFS] })).toBe('TieredBackupPlan \'Stack/Plan\': \'scanResourceTypes\' must be one of the types that AWS Backup scans for malware (EBS, EC2, S3), got \'EFS\'. Choose one of them, or leave it out.');
  });
});

describe('tiers that shadow each other', () => {
  const at = (name: string, cron: string, retention: number, startWindow = Duration.hours(1)) =>
    BackupTier.custom({ name, schedule: events.Schedule.expression(`cron(${cron})`), retention: days(retention), startWindow });

  test('have a warning that names both', () => {
    planOf({ tiers: [at('short', '0 5 ? * SUN *', 7), at('long', '0 5 ? * * *', 35)] });

    expect(warningsOf(stack)).toContain('Tier \'short\' never creates a backup. Each of its start windows overlaps one of tier \'long\', and AWS Backup then creates only the backup with the longer retention. Move the \'schedule\' or shorten the \'startWindow\' of one tier.');
  });

  test.each([
    ['some runs are free', [at('short', '0 5 ? * * *', 7), at('long', '0 5 ? * SUN *', 35)]],
    ['windows touch', [at('short', '0 4 ? * * *', 7), at('long', '0 5 ? * * *', 35)]],
    ['retention is the same', [at('short', '0 5 ? * * *', 35), at('long', '0 5 ? * * *', 35)]],
    ['a start window is a token', [at('short', '0 5 ? * SUN *', 7, Duration.minutes(Token.asNumber({ Ref: 'Given' }))), at('long', '0 5 ? * * *', 35)]],
    ['one is continuous', [BackupTier.continuous({ retention: days(7), schedule: events.Schedule.expression('cron(0 5 ? * * *)') }), at('long', '0 5 ? * * *', 35)]],
  ])('have no warning if %s', (_, tiers) => {
    planOf({ tiers });

    expect(warningIdsOf(stack)).toEqual(['noSelection']);
  });

  test('have a warning if only the windows overlap', () => {
    planOf({ tiers: [at('short', '0 4 ? * * *', 7, Duration.minutes(61)), at('long', '0 5 ? * * *', 35)] });

    expect(warningIdsOf(stack)).toContain('shadowedTier');
  });
});

test('warns about several continuous tiers, because a resource has one continuous backup', () => {
  planOf({ tiers: [BackupTier.continuous({ retention: days(7) }), BackupTier.continuous({ name: 'longer', retention: days(35) })] });

  expect(warningsOf(stack)).toContain('The tiers \'continuous\' and \'longer\' are all continuous. A resource has only one continuous backup, the one with the longest retention. If the tiers have different vaults, AWS Backup might reject the plan. Keep one of them, and use tiers of snapshots for the rest.');
  expect(warningIdsOf(stack)).toContain('severalContinuousTiers');
});

describe('a plan without a selection', () => {
  test('has a warning', () => {
    planOf();

    expect(warningsOf(stack)).toEqual(['The plan backs up nothing, because no selection of this app uses it. Add a TagBasedSelection.']);
  });

  test.each<[string, (plan: TieredBackupPlan) => unknown]>([
    ['ours', (plan) => new TagBasedSelection(stack, 'Selection', { plan, conditions: [TagCondition.equals('backup', 'gold')] })],
    ['an L2', (plan) => new backup.BackupSelection(stack, 'Selection', { backupPlan: plan, resources: [backup.BackupResource.fromTag('backup', 'gold')] })],
    ['an L1 of another stack', (plan) => new backup.CfnBackupSelection(stackIn('eu-west-1', { app: stack.node.root as App, id: 'Other' }), 'Selection', {
      backupPlanId: plan.backupPlanId, backupSelection: { selectionName: 'all', iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/backup` },
    })],
  ])('has no warning with %s', (_, select) => {
    select(planOf());

    expect(warningIdsOf(stack)).toEqual([]);
  });
});

test('can replace an L2 plan', () => {
  const plan: backup.IBackupPlan = planOf({ vault: new CompliantVault(stack, 'Other', { guard: DeletionGuard.exempting() }) });

  expect(stack.resolve(plan.backupPlanId)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Plan/), 'BackupPlanId'] });
  expect(stack.resolve(plan.backupPlanRef.backupPlanArn)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Plan/), 'BackupPlanArn'] });
});
