import { App, Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as config from 'aws-cdk-lib/aws-config';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  AuditControl, AuditControlName, AuditFramework, BackupTier, CompliantVault, ConfigRecorder, ControlScope, CopyTarget, DeletionGuard,
  TieredBackupPlan, VaultLock,
  type AuditFrameworkProps, type CompliantVaultProps,
} from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

interface RenderedControl {
  readonly ControlName: string;
  readonly ControlInputParameters?: { readonly ParameterName: string; readonly ParameterValue: unknown }[];
}
type Controls = { [name: string]: { [parameter: string]: unknown } };

const EXISTING = { configRecorder: ConfigRecorder.existing() };
const days = Duration.days;

/** The parameters of each control, by its name. */
function controlsIn(stack: Stack): Controls {
  const [framework] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::Framework'));
  return Object.fromEntries((framework.Properties.FrameworkControls as RenderedControl[]).map((control) => [
    control.ControlName,
    Object.fromEntries((control.ControlInputParameters ?? []).map(({ ParameterName, ParameterValue }) => [ParameterName, ParameterValue])),
  ]));
}

interface Given {
  readonly tiers?: BackupTier[];
  readonly vault?: CompliantVaultProps;
  readonly others?: BackupTier[][];
  readonly props?: Partial<AuditFrameworkProps>;
}

/** A framework derived from a plan, or from several that share its vault. */
function audited({ tiers = [BackupTier.daily({ retention: days(35) })], vault: vaultProps, others = [], props }: Given = {}) {
  const stack = stackIn('eu-west-1');
  const vault = new CompliantVault(stack, 'Vault', vaultProps);
  const plans = [tiers, ...others].map((each, index) => new TieredBackupPlan(stack, `Plan${index}`, { vault, tiers: each }));
  new AuditFramework(stack, 'Audit', { ...EXISTING, ...plans.length === 1 ? { plan: plans[0] } : { plans }, ...props });
  return stack;
}

const derived = (given?: Given) => controlsIn(audited(given));
const auditWarnings = (stack: Stack) => warningsOf(stack).filter((warning) => !warning.includes('no selection of this app'));

const FREQUENCY = 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK';
const RETENTION = 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK';
const LAST = 'BACKUP_LAST_RECOVERY_POINT_CREATED';
const LOCK = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK';
const REGIONS = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION';
const ACCOUNTS = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT';
const DELETION = 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED';
const AIR_GAPPED = 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT';

const custom = (name: string, schedule: string, retention: number | undefined, more: object = {}) => BackupTier.custom({
  name, schedule: Schedule.expression(schedule), retention: retention === undefined ? undefined : days(retention), ...more,
});

describe('derived from a plan', () => {
  test('requirements that every plan meets', () => {
    expect(Object.keys(derived())).toEqual([
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', FREQUENCY, RETENTION, 'BACKUP_RECOVERY_POINT_ENCRYPTED', DELETION, LAST,
    ]);
  });

  test('frequency and retention are those of the most frequent rule', () => {
    const [daily, monthly] = [BackupTier.daily({ retention: days(35) }), BackupTier.monthly({ retention: days(365) })];
    const tiers = [daily, BackupTier.hourly({ retention: days(7) }), monthly];
    expect(derived({ tiers })[FREQUENCY]).toEqual({ requiredFrequencyUnit: 'hours', requiredFrequencyValue: '1', requiredRetentionDays: '7' });
    expect(derived({ tiers: [daily, monthly] })[FREQUENCY])
      .toEqual({ requiredFrequencyUnit: 'days', requiredFrequencyValue: '1', requiredRetentionDays: '35' });
  });

  test('for two equally frequent rules, the longer retention applies', () => {
    const tiers = [BackupTier.continuous({ retention: days(14) }), BackupTier.daily({ retention: days(35) })];
    expect(derived({ tiers })[FREQUENCY]).toMatchObject({ requiredRetentionDays: '35' });
    expect(derived({ tiers: [...tiers].reverse() })[FREQUENCY]).toMatchObject({ requiredRetentionDays: '35' });
  });

  test.each<[string, string, object]>([
    ['every six hours', 'cron(0 0/6 ? * * *)', { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '6' }],
    ['every quarter of an hour', 'cron(0/15 * ? * * *)', { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '1' }],
    ['on working days', 'cron(0 5 ? * MON-FRI *)', { requiredFrequencyUnit: 'days', requiredFrequencyValue: '3' }],
    ['twice on working days', 'cron(0 5,17 ? * MON-FRI *)', { requiredFrequencyUnit: 'days', requiredFrequencyValue: '3' }],
    ['every week', 'cron(0 7 ? * SUN *)', { requiredFrequencyUnit: 'days', requiredFrequencyValue: '7' }],
    ['every month', 'cron(0 9 1 * ? *)', { requiredFrequencyUnit: 'days', requiredFrequencyValue: '31' }],
  ])('a schedule that runs %s', (_, schedule, parameters) => {
    expect(derived({ tiers: [custom('own', schedule, 35)] })[FREQUENCY]).toMatchObject(parameters);
  });

  test('a time zone does not make a day longer', () => {
    const tiers = [BackupTier.daily({ retention: days(35), timeZone: TimeZone.EUROPE_BERLIN })];
    expect(derived({ tiers })[FREQUENCY]).toMatchObject({ requiredFrequencyUnit: 'days', requiredFrequencyValue: '1' });
  });

  test('what controls cannot express is left out, with a warning', () => {
    const stack = audited({ tiers: [BackupTier.yearly({ retention: days(3650) })] });
    expect(Object.keys(controlsIn(stack))).not.toEqual(expect.arrayContaining([FREQUENCY]));
    expect(Object.keys(controlsIn(stack))).not.toEqual(expect.arrayContaining([LAST]));
    expect(auditWarnings(stack)).toEqual([
      `The control ${FREQUENCY} cannot be derived, because 366 days can pass between two backups, and the control accepts at most 31. Add it to 'controls', or name it in 'exclude'.`,
      `The control ${LAST} cannot be derived, because a backup can be 367 days old, and the control accepts at most 31. Add it to 'controls', or name it in 'exclude'.`,
    ]);
  });

  test('the retention is the shortest of the tiers and of local copies', () => {
    const tiers = [BackupTier.daily({ retention: days(35) }), BackupTier.hourly({ retention: days(7) })];
    expect(derived({ tiers })[RETENTION]).toEqual({ requiredRetentionDays: '7' });
    expect(derived({ tiers: [tiers[0]] })[RETENTION]).toEqual({ requiredRetentionDays: '35' });

    const stack = stackIn('eu-west-1');
    const vault = new CompliantVault(stack, 'Vault');
    const second = CopyTarget.vault(new CompliantVault(stack, 'Second'), { retention: days(5) });
    const away = CopyTarget.region('eu-central-1', { retention: days(3) });
    const plan = new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: days(35), copyTo: [second, away] })] });
    new AuditFramework(stack, 'Audit', { plan, ...EXISTING });
    expect(controlsIn(stack)[RETENTION]).toEqual({ requiredRetentionDays: '5' });
  });

  test('recovery points that never expire leave the retention to AWS', () => {
    const controls = derived({ tiers: [custom('own', 'cron(0 5 ? * * *)', undefined)] });
    expect(controls[RETENTION]).toEqual({});
    expect(controls[FREQUENCY]).toEqual({ requiredFrequencyUnit: 'days', requiredFrequencyValue: '1' });
  });

  test('the destination Regions and accounts of copies', () => {
    const elsewhere = CopyTarget.arn(`arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:central`);
    const both = CopyTarget.arn('arn:aws:backup:us-east-1:777788889999:backup-vault:central');
    const controls = derived({
      tiers: [
        BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.region('eu-central-1'), elsewhere] }),
        BackupTier.weekly({ retention: days(60), copyTo: [both] }),
      ],
    });
    expect(controls[REGIONS]).toEqual({ crossRegionList: 'eu-central-1,us-east-1' });
    expect(controls[ACCOUNTS]).toEqual({ crossAccountList: `${OTHER_ACCOUNT},777788889999` });
  });

  test('a local copy does not count', () => {
    const stack = stackIn('eu-west-1');
    const vault = new CompliantVault(stack, 'Vault');
    const third = `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:third`;
    const copyTo = [CopyTarget.vault(new CompliantVault(stack, 'Second')), CopyTarget.arn(third)];
    const plan = new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: days(35), copyTo })] });
    new AuditFramework(stack, 'Audit', { plan, ...EXISTING });
    expect(Object.keys(controlsIn(stack))).not.toEqual(expect.arrayContaining([REGIONS]));
    expect(Object.keys(controlsIn(stack))).not.toEqual(expect.arrayContaining([ACCOUNTS]));
  });

  test('no more accounts than the control accepts', () => {
    const targets = [1, 2, 3, 4, 5, 6].map((index) => CopyTarget.arn(`arn:aws:backup:eu-west-1:44445555666${index}:backup-vault:central`));
    const controls = derived({
      tiers: [
        BackupTier.daily({ retention: days(35), copyTo: targets.slice(0, 5) }),
        BackupTier.weekly({ retention: days(60), copyTo: targets.slice(5) }),
      ],
    });
    expect(String(controls[ACCOUNTS].crossAccountList).split(',')).toHaveLength(5);
  });

  test('the lock of the vault', () => {
    const lock = (minRetention: number, maxRetention?: number) => ({
      lock: VaultLock.governance({ minRetention: days(minRetention), maxRetention: maxRetention === undefined ? undefined : days(maxRetention) }),
    });
    expect(derived()[LOCK]).toBeUndefined();
    expect(derived({ vault: lock(7, 2557) })[LOCK]).toEqual({ minRetentionDays: '7', maxRetentionDays: '2557' });
    expect(derived({ vault: lock(14) })[LOCK]).toEqual({ minRetentionDays: '14' });
  });

  test('the bounds that all locks meet, or no bounds if a vault has no lock', () => {
    const stack = stackIn('eu-west-1');
    const vaultOf = (id: string, min: number, max: number) => new CompliantVault(stack, id, {
      lock: VaultLock.governance({ minRetention: days(min), maxRetention: days(max) }),
    });
    const [one, two, open] = [vaultOf('One', 7, 100), vaultOf('Two', 14, 200), new CompliantVault(stack, 'Open')];
    const planOf = (id: string, ...vaults: CompliantVault[]) => new TieredBackupPlan(stack, id, {
      vault: one, tiers: vaults.map((vault, index) => BackupTier.daily({ name: `daily${index}`, retention: days(35), vault })),
    });
    new AuditFramework(stack, 'Audit', { plan: planOf('Plan', one, two), ...EXISTING });
    expect(controlsIn(stack)[LOCK]).toEqual({ minRetentionDays: '7', maxRetentionDays: '200' });
    const audit = new AuditFramework(stack, 'Other', { plan: planOf('OtherPlan', one, open), ...EXISTING });
    expect(audit.controls.map(({ controlName }) => String(controlName))).not.toContain(LOCK);
  });

  test('the roles that the deletion guard exempts', () => {
    const stack = stackIn('eu-west-1');
    const role = new iam.Role(stack, 'BreakGlass', { assumedBy: new iam.AccountRootPrincipal() });
    const vault = new CompliantVault(stack, 'Vault', { guard: DeletionGuard.exempting(role) });
    const plan = new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: days(35) })] });
    new AuditFramework(stack, 'Audit', { plan, ...EXISTING });
    expect(controlsIn(stack)[DELETION]).toEqual({
      principalArnList: {
        'Fn::Join': ['', [
          { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${ACCOUNT}:role/cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-eu-west-1` },
          ',',
          stack.resolve(role.roleArn),
        ]],
      },
    });
  });

  test('a sealed guard exempts nobody, and without a guard there is no control', () => {
    expect(derived({ vault: { guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) } })[DELETION]).toEqual({});
    expect(derived({ vault: { guard: DeletionGuard.none() } })[DELETION]).toBeUndefined();
  });

  test('the policy of an imported vault is unknown', () => {
    const stack = stackIn('eu-west-1');
    const vault = new backup.BackupVault(stack, 'Vault', { backupVaultName: 'plain' });
    const plan = new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: days(35) })] });
    new AuditFramework(stack, 'Audit', { plan, ...EXISTING });
    expect(controlsIn(stack)[DELETION]).toBeUndefined();
    expect(auditWarnings(stack)).toEqual([
      `The control ${DELETION} cannot be derived, because the access policy of the vault 'plain', which is not a CompliantVault, is unknown. Add it to 'controls', or name it in 'exclude'.`,
    ]);
    expect(warningIdsOf(stack)).toContain('controlNotDerived');
  });

  test('six roles are more than the control accepts', () => {
    const stack = stackIn('eu-west-1');
    const roles = [1, 2, 3, 4, 5].map((index) => new iam.Role(stack, `Role${index}`, { assumedBy: new iam.AccountRootPrincipal() }));
    const [one, two] = [roles.slice(0, 4), roles.slice(4)].map((some, index) =>
      new CompliantVault(stack, `Vault${index}`, { guard: DeletionGuard.exempting(...some) }));
    const plan = new TieredBackupPlan(stack, 'Plan', {
      vault: one, tiers: [BackupTier.daily({ retention: days(35) }), BackupTier.weekly({ retention: days(60), vault: two })],
    });
    new AuditFramework(stack, 'Audit', { plan, ...EXISTING });
    expect(auditWarnings(stack)).toEqual([
      `The control ${DELETION} cannot be derived, because the vaults exempt 6 roles together, and the control accepts at most 5. Add it to 'controls', or name it in 'exclude'.`,
    ]);
  });

  test.each<[string, BackupTier, object]>([
    ['a start window', BackupTier.daily({ retention: days(35) }), { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '25' }],
    ['a longer one', BackupTier.daily({ retention: days(35), startWindow: Duration.hours(8) }), { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '32' }],
    ['a completion window that is stated', BackupTier.daily({ retention: days(35), completionWindow: Duration.hours(6) }),
      { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '31' }],
    ['the longest night of a time zone', BackupTier.daily({ retention: days(35), timeZone: TimeZone.EUROPE_BERLIN }),
      { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '26' }],
    ['an hour', BackupTier.hourly({ retention: days(35) }), { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '2' }],
    ['whole days', BackupTier.weekly({ retention: days(35), startWindow: Duration.hours(24) }), { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '8' }],
  ])('the last recovery point can be as old as the interval and %s', (_, tier, parameters) => {
    expect(derived({ tiers: [tier] })[LAST]).toEqual(parameters);
  });

  test('the age of the last recovery point in an air-gapped vault is at least the recommendation of AWS', () => {
    const logicallyAirGappedVaultArn = `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:gapped`;
    const daily = BackupTier.daily({ retention: days(35), logicallyAirGappedVaultArn });
    const monthly = BackupTier.monthly({ retention: days(60), logicallyAirGappedVaultArn });
    expect(derived({ tiers: [daily] })[AIR_GAPPED]).toEqual({ recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '7' });
    expect(derived({ tiers: [monthly] })[AIR_GAPPED]).toEqual({ recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '745' });
    expect(derived()[AIR_GAPPED]).toBeUndefined();
  });

  test('several plans: values that all of them meet', () => {
    const controls = derived({
      tiers: [BackupTier.hourly({ retention: days(7), copyTo: [CopyTarget.region('eu-central-1'), CopyTarget.region('us-east-1')] })],
      others: [[BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.region('eu-central-1')] })]],
    });
    expect(controls[FREQUENCY]).toEqual({ requiredFrequencyUnit: 'days', requiredFrequencyValue: '1', requiredRetentionDays: '7' });
    expect(controls[LAST]).toEqual({ recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '25' });
    expect(controls[REGIONS]).toEqual({ crossRegionList: 'eu-central-1' });
  });

  test('if one plan does not copy, copies are not checked', () => {
    const controls = derived({
      tiers: [BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.region('eu-central-1')] })],
      others: [[BackupTier.daily({ retention: days(35) })]],
    });
    expect(controls[REGIONS]).toBeUndefined();
  });

  test('if the plans copy to different Regions, any Region is accepted', () => {
    const controls = derived({
      tiers: [BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.region('eu-central-1')] })],
      others: [[BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.region('us-east-1')] })]],
    });
    expect(controls[REGIONS]).toEqual({});
  });
});

describe('derived controls', () => {
  test('are replaced by name', () => {
    const given = [AuditControl.recoveryPointMinRetention({ retention: days(1) }), AuditControl.restoreTime({ maxRestoreTime: Duration.hours(12) })];
    const controls = derived({ props: { controls: given } });
    expect(controls[RETENTION]).toEqual({ requiredRetentionDays: '1' });
    expect(controls.RESTORE_TIME_FOR_RESOURCES_MEET_TARGET).toEqual({ maxRestoreTime: '720' });
    expect(Object.keys(controls)).toHaveLength(7);
  });

  test('are left out by name, with their warnings', () => {
    const stack = audited({
      tiers: [BackupTier.yearly({ retention: days(3650) })],
      props: {
        exclude: [
          AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION,
          AuditControlName.LAST_RECOVERY_POINT_CREATED,
          AuditControlName.RECOVERY_POINT_ENCRYPTED,
        ],
      },
    });
    expect(Object.keys(controlsIn(stack))).toEqual(['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', RETENTION, DELETION]);
    expect(auditWarnings(stack)).toEqual([]);
  });

  test('are narrowed to a tag', () => {
    const stack = audited({ props: { controlScope: ControlScope.tag('backup', 'gold') } });
    const [framework] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::Framework'));
    const scopes = (framework.Properties.FrameworkControls as { ControlScope: object }[]).map(({ ControlScope: scope }) => scope);
    expect(scopes).toEqual(Array(6).fill({ Tags: [{ Key: 'backup', Value: 'gold' }] }));
  });

  test('cannot be both set and excluded', () => {
    expect(errorOf(() => audited({
      props: { controls: [AuditControl.recoveryPointsEncrypted()], exclude: [AuditControlName.RECOVERY_POINT_ENCRYPTED] },
    }))).toBe('AuditFramework \'Stack/Audit\': \'exclude\' must not name a control of \'controls\', got BACKUP_RECOVERY_POINT_ENCRYPTED. Leave it out of one of them.');
  });
});

describe('the framework', () => {
  const frameworkOf = (props: Partial<AuditFrameworkProps>) => () => {
    const stack = stackIn('eu-west-1');
    new AuditFramework(stack, 'Audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...EXISTING, ...props });
    return stack;
  };
  const propertiesOf = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::Backup::Framework'))[0].Properties;

  test('has a name without hyphens', () => {
    const stack = new Stack(new App(), 'my-app-Backup', { env: { account: ACCOUNT, region: 'eu-west-1' } });
    const framework = new AuditFramework(stack, 'my-audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...EXISTING });
    expect(framework.frameworkName).toMatch(/^my_app_Backup_my_audit_[0-9a-f]{8}$/);
    expect(propertiesOf(stack).FrameworkName).toBe(framework.frameworkName);
  });

  test.each(['a', 'A', 'Audit_2', `A${'x'.repeat(255)}`])('can be named %s', (frameworkName) => {
    expect(propertiesOf(frameworkOf({ frameworkName })()).FrameworkName).toBe(frameworkName);
  });

  test.each(['', '_audit', '2audit', 'my-audit', 'my audit', `A${'x'.repeat(256)}`])('cannot be named %j', (frameworkName) => {
    expect(errorOf(frameworkOf({ frameworkName }))).toBe('AuditFramework \'Stack/Audit\': \'frameworkName\' must be 1 to 256 letters, digits, or underscores, '
      + `the first a letter, got '${frameworkName}'. Choose another name.`);
  });

  test('has a description of at most 1024 characters', () => {
    expect(propertiesOf(frameworkOf({ description: 'x'.repeat(1024) })()).FrameworkDescription).toHaveLength(1024);
    expect(errorOf(frameworkOf({ description: 'x'.repeat(1025) })))
      .toBe('AuditFramework \'Stack/Audit\': \'description\' must be at most 1024 characters, got 1025 characters. Shorten it.');
    expect(errorOf(frameworkOf({ description: ' ' }))).toBe('AuditFramework \'Stack/Audit\': \'description\' must not be blank, got \' \'. Leave it out.');
  });

  test('needs a control', () => {
    expect(errorOf(frameworkOf({ controls: [] }))).toBe('AuditFramework \'Stack/Audit\': \'controls\' must be at least 1 control, got 0 controls. Name one.');
  });

  test('rejects a control that is included twice, except with other parameters', () => {
    const retention = (amount: number) => AuditControl.recoveryPointMinRetention({ retention: days(amount) });
    expect(errorOf(frameworkOf({ controls: [retention(7), retention(8), retention(7)] }))).toBe('AuditFramework \'Stack/Audit\': \'controls\' must not contain a control twice with the same parameters and scope, got BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK twice. Leave one out.');
    expect(propertiesOf(frameworkOf({ controls: [retention(7), retention(8)] })()).FrameworkControls).toHaveLength(2);
  });

  test('carries tags', () => {
    expect(propertiesOf(frameworkOf({ tags: { team: 'platform' } })()).FrameworkTags).toEqual([{ Key: 'team', Value: 'platform' }]);
  });

  test('has an ARN', () => {
    const stack = stackIn('eu-west-1');
    const framework = new AuditFramework(stack, 'Audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...EXISTING });
    expect(stack.resolve(framework.frameworkRef.frameworkArn)).toEqual({ 'Fn::GetAtt': [stack.getLogicalId(framework.node.defaultChild as backup.CfnFramework), 'FrameworkArn'] });
  });

  test('is in the account and Region of its plan', () => {
    const app = new App();
    const here = stackIn('eu-west-1', { app });
    const plan = new TieredBackupPlan(here, 'Plan', { vault: new CompliantVault(here, 'Vault'), tiers: [BackupTier.daily({ retention: days(35) })] });
    expect(errorOf(() => new AuditFramework(stackIn('eu-central-1', { app, id: 'Other' }), 'Audit', { plan, ...EXISTING })))
      .toBe('AuditFramework \'Other/Audit\': \'plan\' must be in the Region of the framework (\'eu-central-1\'), got the plan \'Stack/Plan\' of \'eu-west-1\'. Create a framework in the stack of that plan.');
  });

  test.each(['cn-north-1', 'il-central-1'])('cannot be in %s', (region) => {
    expect(errorOf(() => new AuditFramework(stackIn(region), 'Audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...EXISTING })))
      .toBe(`AuditFramework 'Stack/Audit': 'env.region' must be a Region that has AWS Backup Audit Manager, got '${region}'. Leave out the framework in that Region.`);
  });

  test('reports all problems at once, and creates nothing', () => {
    const stack = stackIn('eu-west-1');
    expect(errorOf(() => new AuditFramework(stack, 'Audit', {
      frameworkName: 'my-audit', controls: [AuditControl.lastRecoveryPointCreated({ maxAge: days(32) })], configRecorder: ConfigRecorder.create(),
    }))).toBe('AuditFramework \'Stack/Audit\' has 2 problems:\n'
      + '  - \'frameworkName\' must be 1 to 256 letters, digits, or underscores, the first a letter, got \'my-audit\'. Choose another name.\n'
      + `  - control ${LAST}: 'maxAge' must be at most 31 days, got 32 days. Lower it.`);
    expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
  });
});

describe('warnings of quotas that AWS can raise', () => {
  const control = (index: number) => AuditControl.recoveryPointMinRetention({ retention: days(index + 1) });
  const frameworks = (stack: Stack, amount: number, controls: number) => {
    for (let each = 0; each < amount; each++) {
      new AuditFramework(stack, `Audit${each}`, { controls: Array.from({ length: controls }, (_, index) => control(each * controls + index)), ...EXISTING });
    }
    return stack;
  };

  test('are not given for 15 frameworks and 50 controls', () => {
    expect(warningsOf(frameworks(stackIn('eu-west-1'), 15, 3))).toEqual([]);
    expect(warningsOf(frameworks(stackIn('eu-west-1'), 2, 25))).toEqual([]);
  });

  test('are given for one more', () => {
    expect(new Set(warningsOf(frameworks(stackIn('eu-west-1'), 16, 1))))
      .toEqual(new Set(['The account should have at most 15 frameworks in this Region (the default quota), got 16 frameworks. Request a higher quota from AWS, or leave some out.']));
    expect(new Set(warningIdsOf(frameworks(stackIn('eu-west-1'), 16, 1)))).toEqual(new Set(['auditQuota']));
    expect(new Set(warningsOf(frameworks(stackIn('eu-west-1'), 3, 17))))
      .toEqual(new Set(['The account should have at most 50 controls in this Region (the default quota), got 51 controls. Request a higher quota from AWS, or leave some out.']));
  });

  test('count the other stacks of the account and Region, and no other Region', () => {
    const app = new App();
    frameworks(stackIn('eu-west-1', { app, id: 'One' }), 15, 1);
    frameworks(stackIn('eu-central-1', { app, id: 'Two' }), 1, 1);
    const three = stackIn('eu-west-1', { app, id: 'Three' });
    expect(warningsOf(three)).toEqual([]);
    const four = stackIn('eu-west-1', { app: three.node.root as App, id: 'Four' });
    new AuditFramework(four, 'Audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...EXISTING });
    expect(warningsOf(four)).toHaveLength(1);
  });
});

describe('the recorder', () => {
  const audit = (stack: Stack, props: Partial<AuditFrameworkProps> = {}, id = 'Audit') =>
    new AuditFramework(stack, id, { controls: [AuditControl.recoveryPointsEncrypted()], ...props });

  test('is required until it is stated, created, or in the app', () => {
    const silent = stackIn('eu-west-1');
    audit(silent);
    expect(warningIdsOf(silent)).toEqual(['noConfigRecorder']);
    expect(warningsOf(silent)).toEqual(['AWS evaluates no control unless AWS Config records the types of AWS Backup in this account and Region, and does not report it. Set \'configRecorder\' to ConfigRecorder.existing() if there is a recorder, or to ConfigRecorder.create() to create one.']);

    for (const configRecorder of [ConfigRecorder.existing(), ConfigRecorder.create()]) {
      const stated = stackIn('eu-west-1');
      audit(stated, { configRecorder });
      expect(warningsOf(stated)).toEqual([]);
    }
    const app = new App();
    const [here, there, away] = [stackIn('eu-west-1', { app, id: 'Here' }), stackIn('eu-west-1', { app, id: 'There' }), stackIn('us-east-1', { app, id: 'Away' })];
    new config.CfnConfigurationRecorder(there, 'Recorder', { roleArn: 'role' });
    audit(here);
    audit(away);
    expect(warningsOf(here)).toEqual([]);
    expect(warningIdsOf(away)).toEqual(['noConfigRecorder']);
  });

  test.each<[string, object, string[]]>([
    ['of other types', { allSupported: false, resourceTypes: ['AWS::EC2::Instance'] }, ['noConfigRecorder']],
    ['of all types', { allSupported: true }, []],
    ['of the four types', {
      allSupported: false,
      resourceTypes: ['AWS::Backup::BackupPlan', 'AWS::Backup::BackupSelection', 'AWS::Backup::BackupVault', 'AWS::Backup::RecoveryPoint'],
    }, []],
  ])('%s in the app', (_, recordingGroup, warnings) => {
    const stack = stackIn('eu-west-1');
    new config.CfnConfigurationRecorder(stack, 'Recorder', { roleArn: 'role', recordingGroup });
    audit(stack);
    expect(warningIdsOf(stack)).toEqual(warnings);
  });

  const BUCKETS: readonly [string, string | undefined, (stack: Stack) => s3.IBucket | undefined][] = [
    ['an imported bucket', 'imported', (stack) => s3.Bucket.fromBucketName(stack, 'Central', 'central')],
    ['an imported bucket of another account', 'imported', (stack) => s3.Bucket.fromBucketAttributes(stack, 'Central', { bucketName: 'central', account: OTHER_ACCOUNT })],
    ['a bucket of another account', 'in another account', (stack) => (
      new s3.Bucket(stackIn('eu-west-1', { app: stack.node.root as App, id: 'Archive', account: OTHER_ACCOUNT }), 'Central', { bucketName: 'central' })
    )],
    ['a bucket of its own', undefined, () => undefined],
    ['another bucket of the app', undefined, (stack) => new s3.Bucket(stack, 'Own')],
  ];
  const OWNERSHIPS: readonly [string, boolean, s3.BucketProps | undefined][] = [
    ['of the recorder', false, undefined],
    ['without access control lists', false, { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED }],
    ['whose writers own the objects', true, { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }],
    ['whose owner owns objects that are given to it', true, { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED }],
    ['that has a list of its own', true, { accessControl: s3.BucketAccessControl.LOG_DELIVERY_WRITE }],
    ['that is perhaps older than April 2023', true, {}],
  ];
  const writes = (stack: Stack, action: unknown) => Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([{
        Effect: 'Allow',
        Action: action,
        Resource: Match.anyValue(),
        Condition: { StringLike: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }]),
    },
  });

  test.each(OWNERSHIPS)('that delivers to a bucket %s sets lists: %p', (_, setsLists, props) => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create({ bucket: props && new s3.Bucket(stack, 'Own', props) }) });
    writes(stack, setsLists ? ['s3:PutObject', 's3:PutObjectAcl'] : 's3:PutObject');
  });

  test.each(BUCKETS)('that delivers to %s', (_, foreign, make) => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create({ bucket: make(stack) }) });
    expect(warningsOf(stack)).toEqual(foreign ? [`The bucket of the recorder is ${foreign}, so the library does not change its policy or the policy of its key. AWS Config delivers nothing if they deny it. If the bucket is in another account or has its own key, allow the role of the recorder to write.`] : []);
    expect(warningIdsOf(stack)).toEqual(foreign ? ['configBucketNotChanged'] : []);
    if (foreign) { writes(stack, ['s3:PutObject', 's3:PutObjectAcl']); }
  });

  test('records the types that AWS Backup needs, and no others', () => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create() });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Config::ConfigurationRecorder', {
      RecordingGroup: {
        AllSupported: false,
        IncludeGlobalResourceTypes: false,
        ResourceTypes: ['AWS::Backup::BackupPlan', 'AWS::Backup::BackupSelection', 'AWS::Backup::BackupVault', 'AWS::Backup::RecoveryPoint'],
        RecordingStrategy: { UseOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
      },
    });
    template.resourceCountIs('AWS::Config::DeliveryChannel', 1);
  });

  test('delivers to an encrypted bucket that requires TLS and is retained', () => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create() });
    const template = Template.fromStack(stack);
    const [key] = Object.keys(template.findResources('AWS::KMS::Key'));
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': [key, 'Arn'] } },
          }],
        },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
    const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    expect(policy.Properties.PolicyDocument.Statement[0]).toMatchObject({
      Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    template.hasResourceProperties('AWS::Config::DeliveryChannel', { S3KmsKeyArn: { 'Fn::GetAtt': [key, 'Arn'] } });
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  test('has a role that only AWS Config of this account can assume', () => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create() });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'config.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
        }],
      },
    });
  });

  test('can write before it starts, and is deployed before the framework', () => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create() });
    const template = Template.fromStack(stack);
    const idOf = (type: string) => Object.keys(template.findResources(type))[0];
    const dependenciesOf = (type: string) => Object.values(template.findResources(type))[0].DependsOn as string[];
    for (const type of ['AWS::Config::ConfigurationRecorder', 'AWS::Config::DeliveryChannel']) {
      expect(dependenciesOf(type)).toEqual(expect.arrayContaining([idOf('AWS::IAM::Policy'), idOf('AWS::S3::BucketPolicy')]));
    }
    // CloudFormation would create both at the same time
    expect(dependenciesOf('AWS::Config::ConfigurationRecorder')).not.toContain(idOf('AWS::Config::DeliveryChannel'));
    expect(dependenciesOf('AWS::Config::DeliveryChannel')).not.toContain(idOf('AWS::Config::ConfigurationRecorder'));
    expect(dependenciesOf('AWS::Backup::Framework')).toEqual(expect.arrayContaining([idOf('AWS::Config::ConfigurationRecorder'), idOf('AWS::Config::DeliveryChannel')]));
  });

  test('is an error if the Region already has one', () => {
    const stack = stackIn('eu-west-1');
    audit(stack, { configRecorder: ConfigRecorder.create() });
    expect(errorOf(() => audit(stack, { configRecorder: ConfigRecorder.create() }, 'Second')))
      .toBe('AuditFramework \'Stack/Second\': \'configRecorder\' must not create a second recorder in a Region, got one at \'Stack/Audit/ConfigRecorder/Resource\'. Use ConfigRecorder.existing().');
    expect(() => audit(stackIn('us-east-1', { app: stack.node.root as App, id: 'Away' }), { configRecorder: ConfigRecorder.create() })).not.toThrow();
  });
});
