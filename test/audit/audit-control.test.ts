import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AuditControl, AuditControlName, AuditFramework, BackupResourceType, CompliantVault, ConfigRecorder, ControlScope } from '../../src';
import { AUDIT_CONTROLS } from '../../src/capabilities/audit-controls';
import { ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/break-glass`;

function frameworkOf(...controls: AuditControl[]) {
  const stack = stackIn('eu-west-1');
  new AuditFramework(stack, 'Audit', { controls, configRecorder: ConfigRecorder.existing() });
  return stack;
}

function renderedOf(control: AuditControl): { ControlName: string; ControlInputParameters?: object[]; ControlScope?: object } {
  const [framework] = Object.values(Template.fromStack(frameworkOf(control)).findResources('AWS::Backup::Framework'));
  return framework.Properties.FrameworkControls[0];
}

function parametersOf(control: AuditControl): { [name: string]: unknown } {
  const parameters = (renderedOf(control).ControlInputParameters ?? []) as { ParameterName: string; ParameterValue: unknown }[];
  return Object.fromEntries(parameters.map(({ ParameterName, ParameterValue }) => [ParameterName, ParameterValue]));
}

test('every control of AWS has a name', () => {
  expect(Object.values(AuditControlName).sort()).toEqual(AUDIT_CONTROLS.map(({ name }) => name).sort());
});

test.each<[AuditControlName, AuditControl]>([
  [AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN, AuditControl.resourcesProtectedByBackupPlan()],
  [AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION, AuditControl.planMinFrequencyAndRetention()],
  [AuditControlName.RECOVERY_POINT_MANUAL_DELETION_DISABLED, AuditControl.manualDeletionDisabled()],
  [AuditControlName.RECOVERY_POINT_ENCRYPTED, AuditControl.recoveryPointsEncrypted()],
  [AuditControlName.RECOVERY_POINT_MIN_RETENTION, AuditControl.recoveryPointMinRetention()],
  [AuditControlName.RESOURCES_PROTECTED_BY_CROSS_REGION, AuditControl.crossRegionCopy()],
  [AuditControlName.RESOURCES_PROTECTED_BY_CROSS_ACCOUNT, AuditControl.crossAccountCopy()],
  [AuditControlName.RESOURCES_PROTECTED_BY_VAULT_LOCK, AuditControl.vaultLock()],
  [AuditControlName.LAST_RECOVERY_POINT_CREATED, AuditControl.lastRecoveryPointCreated()],
  [AuditControlName.RESOURCES_IN_AIR_GAPPED_VAULT, AuditControl.inLogicallyAirGappedVault()],
])('%s needs no parameters, and leaves the defaults to AWS', (name, control) => {
  expect(renderedOf(control)).toEqual({ ControlName: name });
});

test.each<[string, AuditControl, object]>([
  ['whole days', AuditControl.planMinFrequencyAndRetention({ frequency: Duration.days(1), retention: Duration.days(35) }),
    { requiredFrequencyUnit: 'days', requiredFrequencyValue: '1', requiredRetentionDays: '35' }],
  ['days given in hours', AuditControl.planMinFrequencyAndRetention({ frequency: Duration.hours(48) }),
    { requiredFrequencyUnit: 'days', requiredFrequencyValue: '2' }],
  ['hours', AuditControl.planMinFrequencyAndRetention({ frequency: Duration.minutes(60 * 6) }),
    { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '6' }],
  ['roles', AuditControl.manualDeletionDisabled({ exemptRoleArns: [ROLE, `${ROLE}-2`] }), { principalArnList: `${ROLE},${ROLE}-2` }],
  ['no roles', AuditControl.manualDeletionDisabled({ exemptRoleArns: [] }), {}],
  ['a retention', AuditControl.recoveryPointMinRetention({ retention: Duration.days(7) }), { requiredRetentionDays: '7' }],
  ['Regions', AuditControl.crossRegionCopy({ regions: ['eu-west-1', 'us-gov-east-1'] }), { crossRegionList: 'eu-west-1,us-gov-east-1' }],
  ['accounts', AuditControl.crossAccountCopy({ accounts: ['111122223333', '444455556666'] }), { crossAccountList: '111122223333,444455556666' }],
  ['bounds of a lock', AuditControl.vaultLock({ minRetention: Duration.days(7), maxRetention: Duration.days(2557) }),
    { minRetentionDays: '7', maxRetentionDays: '2557' }],
  ['an age', AuditControl.lastRecoveryPointCreated({ maxAge: Duration.hours(25) }), { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '25' }],
  ['a target', AuditControl.restoreTime({ maxRestoreTime: Duration.hours(12) }), { maxRestoreTime: '720' }],
  ['an age in the vault', AuditControl.inLogicallyAirGappedVault({ maxAge: Duration.days(14) }),
    { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '14' }],
])('a control accepts %s', (_, control, parameters) => {
  expect(parametersOf(control)).toEqual(parameters);
});

const FREQUENCY = 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK';
const LAST = 'BACKUP_LAST_RECOVERY_POINT_CREATED';
const AIR_GAPPED = 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT';
const hours = Duration.hours;
const days = Duration.days;

describe('ranges of parameters', () => {
  test.each<[string, AuditControl]>([
    ['1 hour', AuditControl.planMinFrequencyAndRetention({ frequency: hours(1) })],
    ['23 hours', AuditControl.planMinFrequencyAndRetention({ frequency: hours(23) })],
    ['24 hours', AuditControl.planMinFrequencyAndRetention({ frequency: hours(24) })],
    ['31 days', AuditControl.planMinFrequencyAndRetention({ frequency: days(31) })],
    ['743 hours', AuditControl.lastRecoveryPointCreated({ maxAge: hours(743) })],
    ['an age of 31 days', AuditControl.lastRecoveryPointCreated({ maxAge: days(31) })],
    ['an age of 1 hour', AuditControl.lastRecoveryPointCreated({ maxAge: hours(1) })],
    ['an age of 91 days in the vault', AuditControl.inLogicallyAirGappedVault({ maxAge: days(91) })],
    ['an age of 1 day in the vault', AuditControl.inLogicallyAirGappedVault({ maxAge: days(1) })],
    ['five roles', AuditControl.manualDeletionDisabled({ exemptRoleArns: [1, 2, 3, 4, 5].map((index) => `${ROLE}-${index}`) })],
    ['five accounts', AuditControl.crossAccountCopy({ accounts: [1, 2, 3, 4, 5].map((index) => `11112222333${index}`) })],
  ])('%s is within', (_, control) => {
    expect(renderedOf(control).ControlInputParameters).not.toEqual([]);
  });

  test.each<[string, AuditControl, string]>([
    ['0 hours', AuditControl.planMinFrequencyAndRetention({ frequency: hours(0) }),
      `control ${FREQUENCY}: 'frequency' must be at least 1 day, got 0 days. Raise it.`],
    ['25 hours', AuditControl.planMinFrequencyAndRetention({ frequency: hours(25) }),
      `control ${FREQUENCY}: 'frequency' must be at most 24 hours, got 25 hours. Lower it.`],
    ['32 days', AuditControl.planMinFrequencyAndRetention({ frequency: days(32) }),
      `control ${FREQUENCY}: 'frequency' must be at most 31 days, got 32 days. Lower it.`],
    ['90 minutes', AuditControl.planMinFrequencyAndRetention({ frequency: Duration.minutes(90) }),
      `control ${FREQUENCY}: 'frequency' must be a whole number of hours, got 1 hour 30 minutes. Round it.`],
    ['an age of 745 hours', AuditControl.lastRecoveryPointCreated({ maxAge: hours(745) }),
      `control ${LAST}: 'maxAge' must be at most 744 hours, got 745 hours. Lower it.`],
    ['an age of 32 days', AuditControl.lastRecoveryPointCreated({ maxAge: days(32) }),
      `control ${LAST}: 'maxAge' must be at most 31 days, got 32 days. Lower it.`],
    ['an age of 23 hours in the vault', AuditControl.inLogicallyAirGappedVault({ maxAge: hours(23) }),
      `control ${AIR_GAPPED}: 'maxAge' must be at least 24 hours, got 23 hours. Raise it.`],
    ['an age of 92 days in the vault', AuditControl.inLogicallyAirGappedVault({ maxAge: days(92) }),
      `control ${AIR_GAPPED}: 'maxAge' must be at most 91 days, got 92 days. Lower it.`],
    ['six roles', AuditControl.manualDeletionDisabled({ exemptRoleArns: [1, 2, 3, 4, 5, 6].map((index) => `${ROLE}-${index}`) }),
      'control BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: \'exemptRoleArns\' must be at most 5 role ARNs, got 6 role ARNs. Leave some out.'],
    ['a user', AuditControl.manualDeletionDisabled({ exemptRoleArns: [`arn:aws:iam::${ACCOUNT}:user/me`] }),
      'control BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: \'exemptRoleArns\' must contain ARNs of IAM roles, '
      + `got 'arn:aws:iam::${ACCOUNT}:user/me'. Replace it, or leave it out.`],
    ['six accounts', AuditControl.crossAccountCopy({ accounts: [1, 2, 3, 4, 5, 6].map((index) => `11112222333${index}`) }),
      'control BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: \'accounts\' must be at most 5 accounts, got 6 accounts. Leave some out.'],
    ['an account of 11 digits', AuditControl.crossAccountCopy({ accounts: ['11112222333'] }),
      'control BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: \'accounts\' must contain account ids of 12 digits, got \'11112222333\'. Replace it, or leave it out.'],
    ['no Region', AuditControl.crossRegionCopy({ regions: ['Frankfurt'] }),
      'control BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION: \'regions\' must contain ids of Regions, such as eu-west-1, got \'Frankfurt\'. Replace it, or leave it out.'],
    ['half a day', AuditControl.recoveryPointMinRetention({ retention: hours(12) }),
      'control BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK: \'retention\' must be a whole number of days, got 12 hours. Round it.'],
    ['half a minute', AuditControl.restoreTime({ maxRestoreTime: Duration.seconds(30) }),
      'control RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: \'maxRestoreTime\' must be a whole number of minutes, got 30 seconds. Round it.'],
  ])('%s is not', (_, control, message) => {
    expect(errorOf(() => frameworkOf(control))).toBe(`AuditFramework 'Stack/Audit': ${message}`);
  });

  test('a number without a documented bound is not rejected', () => {
    expect(parametersOf(AuditControl.recoveryPointMinRetention({ retention: days(40000) }))).toEqual({ requiredRetentionDays: '40000' });
  });

  test('less than the recommendation of AWS is a warning', () => {
    expect(warningsOf(frameworkOf(AuditControl.inLogicallyAirGappedVault({ maxAge: days(6) })))).toEqual([
      `control ${AIR_GAPPED}: 'maxAge' should be at least 7 days, got 6 days. Raise it. Otherwise the control might report a resource until the next copy is created.`,
    ]);
    expect(warningIdsOf(frameworkOf(AuditControl.inLogicallyAirGappedVault({ maxAge: days(6) })))).toEqual(['auditControl']);
    expect(warningsOf(frameworkOf(AuditControl.inLogicallyAirGappedVault({ maxAge: days(7) })))).toEqual([]);
  });
});

describe('scopes', () => {
  test.each<[string, ControlScope, object]>([
    ['a tag', ControlScope.tag('stage', 'production'), { Tags: [{ Key: 'stage', Value: 'production' }] }],
    ['a tag with the empty value', ControlScope.tag('stage'), { Tags: [{ Key: 'stage', Value: '' }] }],
    ['types', ControlScope.resourceTypes(BackupResourceType.EBS, BackupResourceType.S3), { ComplianceResourceTypes: ['EBS', 'S3'] }],
    ['a resource', ControlScope.resource(BackupResourceType.DYNAMODB, 'Orders'),
      { ComplianceResourceTypes: ['DynamoDB'], ComplianceResourceIds: ['Orders'] }],
  ])('a control is narrowed to %s', (_, scope, rendered) => {
    expect(renderedOf(AuditControl.resourcesProtectedByBackupPlan({ controlScope: scope })).ControlScope).toEqual(rendered);
  });

  test('a control of vaults is narrowed to one', () => {
    const stack = stackIn('eu-west-1');
    const vault = new CompliantVault(stack, 'Vault');
    new AuditFramework(stack, 'Audit', { controls: [AuditControl.manualDeletionDisabled({ controlScope: ControlScope.vault(vault) })] });
    const [framework] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::Framework'));
    expect(framework.Properties.FrameworkControls[0].ControlScope).toEqual({
      ComplianceResourceTypes: ['AWS::Backup::BackupVault'],
      ComplianceResourceIds: [stack.resolve(vault.backupVaultName)],
    });
  });

  test.each<[string, AuditControl, string]>([
    ['types of a control of plans', AuditControl.planMinFrequencyAndRetention({ controlScope: ControlScope.resourceTypes(BackupResourceType.EBS) }),
      `control ${FREQUENCY}: 'controlScope' must be left out for the control ${FREQUENCY}, which evaluates only AWS::Backup::BackupPlan, got 'EBS'. `
      + 'Narrow it by a tag or one resource ID.'],
    ['a tag of a control that knows none', AuditControl.inLogicallyAirGappedVault({ controlScope: ControlScope.tag('stage') }),
      `control ${AIR_GAPPED}: 'controlScope' must be left out for the control ${AIR_GAPPED}, got 1 tag. Narrow it by resource types or one resource ID.`],
  ])('%s are rejected', (_, control, message) => {
    expect(errorOf(() => frameworkOf(control))).toBe(`AuditFramework 'Stack/Audit': ${message}`);
  });

  test.each([ControlScope.resourceTypes(), ControlScope.tag(''), ControlScope.resource(BackupResourceType.EBS, '')])('that are empty are rejected', (scope) => {
    expect(errorOf(() => frameworkOf(AuditControl.resourcesProtectedByBackupPlan({ controlScope: scope })))).toBe('AuditFramework \'Stack/Audit\': control BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: \'controlScope\' must not be empty. Set a tag key, a type, or a resource id.');
  });

  test('bounds of a lock that exclude each other are a warning', () => {
    expect(warningsOf(frameworkOf(AuditControl.vaultLock({ minRetention: days(10), maxRetention: days(5) })))).toEqual([
      'control BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: \'maxRetention\' is less than \'minRetention\' (10 days), got 5 days. No lock can meet both. Raise \'maxRetention\', or leave it out.',
    ]);
    expect(warningsOf(frameworkOf(AuditControl.vaultLock({ minRetention: days(10), maxRetention: days(10) })))).toEqual([]);
  });

  test('a type that Audit Manager does not evaluate is a warning', () => {
    const scope = ControlScope.resourceTypes(BackupResourceType.EBS, BackupResourceType.NEPTUNE);
    expect(warningsOf(frameworkOf(AuditControl.resourcesProtectedByBackupPlan({ controlScope: scope })))).toEqual([
      'control BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: \'controlScope\' should contain types that AWS Backup Audit Manager evaluates, got \'Neptune\'. Leave it out.',
    ]);
  });
});
