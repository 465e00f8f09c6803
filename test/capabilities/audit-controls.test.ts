import {
  type AuditControlName, type ControlParameter, AUDIT_CONTROLS, AUDIT_NOTES, CONFIG_RESOURCE_TYPES, auditControlOf,
} from '../../src/capabilities/audit-controls';
import type { Source } from '../../src/capabilities/source';

const byName = AUDIT_CONTROLS.map((control) => [control.name, control] as const);
const parameters = AUDIT_CONTROLS.flatMap((control) => control.parameters.map((parameter) => [control.name, parameter.name, parameter] as const));

function expectRead({ page, asOf }: Source): void {
  expect(page).toMatch(/^(https:\/\/docs\.aws\.amazon\.com\/.+\.html|AWS Backup API model .+)$/);
  expect(asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
}

describe('every control', () => {
  test('is here, once', () => {
    expect(byName.map(([name]) => name).sort()).toEqual([
      'BACKUP_LAST_RECOVERY_POINT_CREATED',
      'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
      'BACKUP_RECOVERY_POINT_ENCRYPTED',
      'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
      'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
      'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT',
      'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
      'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
      'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
    ]);
  });

  test.each(byName)('%s has source and date', (_name, { source }) => {
    expectRead(source);
  });

  test('has notes with source and date', () => {
    expect(AUDIT_NOTES).not.toHaveLength(0);
    for (const { source } of AUDIT_NOTES) expectRead(source);
  });

  test.each<[AuditControlName, string, string | undefined, string]>([
    ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', 'tags resourceTypes resource', 'AWS::Backup::BackupSelection', 'every 24 hours'],
    ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'tags resource', 'AWS::Backup::BackupPlan', 'configuration change'],
    ['BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', 'tags resource', 'AWS::Backup::BackupVault', 'configuration change'],
    ['BACKUP_RECOVERY_POINT_ENCRYPTED', 'tags', 'AWS::Backup::RecoveryPoint', 'configuration change'],
    ['BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', 'tags', 'AWS::Backup::RecoveryPoint', 'configuration change'],
    ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', 'tags resourceTypes resource', 'AWS::Backup::BackupSelection', 'every 24 hours'],
    ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', 'tags resourceTypes resource', 'AWS::Backup::BackupSelection', 'every 24 hours'],
    ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', 'tags resourceTypes resource', 'AWS::Backup::BackupSelection', 'every 24 hours'],
    ['BACKUP_LAST_RECOVERY_POINT_CREATED', 'tags resourceTypes resource', 'AWS::Backup::RecoveryPoint', 'every 24 hours'],
    ['RESTORE_TIME_FOR_RESOURCES_MEET_TARGET', 'tags resourceTypes resource', undefined, 'every 24 hours'],
    ['RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'resourceTypes resource', 'AWS::Backup::RecoveryPoint', 'every 24 hours'],
  ])('%s has its scopes, type to record and trigger', (name, scopes, configType, trigger) => {
    const control = auditControlOf(name);
    expect([control.scopes.join(' '), control.configType, control.trigger]).toEqual([scopes, configType, trigger]);
  });

  test('records no type but the four of AWS Backup, and all of them', () => {
    expect([...new Set(AUDIT_CONTROLS.flatMap((control) => control.configType ?? []))].sort()).toEqual([...CONFIG_RESOURCE_TYPES]);
  });
});

describe('every parameter', () => {
  const kinds = parameters.map(([control, name, { kind, required, default: byDefault }]) => [control, name, kind, required, byDefault]);

  test('is of its control, with its kind and default', () => {
    expect(kinds).toEqual([
      ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'requiredFrequencyUnit', 'oneOf', false, 'days'],
      ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'requiredFrequencyValue', 'wholeNumber', false, '1'],
      ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'requiredRetentionDays', 'wholeNumber', false, '35'],
      ['BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', 'principalArnList', 'list', false, undefined],
      ['BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', 'requiredRetentionDays', 'wholeNumber', false, '35'],
      ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', 'crossRegionList', 'list', false, undefined],
      ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', 'crossAccountList', 'list', false, undefined],
      ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', 'minRetentionDays', 'wholeNumber', false, undefined],
      ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', 'maxRetentionDays', 'wholeNumber', false, undefined],
      ['BACKUP_LAST_RECOVERY_POINT_CREATED', 'recoveryPointAgeUnit', 'oneOf', false, 'days'],
      ['BACKUP_LAST_RECOVERY_POINT_CREATED', 'recoveryPointAgeValue', 'wholeNumber', false, '1'],
      ['RESTORE_TIME_FOR_RESOURCES_MEET_TARGET', 'maxRestoreTime', 'wholeNumber', true, undefined],
      ['RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'recoveryPointAgeUnit', 'oneOf', false, 'days'],
      ['RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'recoveryPointAgeValue', 'wholeNumber', false, '1'],
    ]);
  });

  test.each(parameters)('%s: %s has source and date', (_control, _name, parameter) => {
    expectRead(parameter.source);
    if (parameter.kind === 'wholeNumber') for (const limit of Object.values(parameter.limits)) expectRead(limit.source);
    if (parameter.kind === 'list') expectRead(parameter.of.source);
  });

  test.each(parameters.filter(([, , { certainty }]) => certainty))('%s: %s explains the doubt', (_control, _name, { note }) => {
    expect(note).toMatch(/\w{3}/);
  });

  const numbers = parameters.flatMap(([control, name, parameter]) =>
    (parameter.kind === 'wholeNumber' ? [[control, name, parameter] as const] : []));

  test.each(numbers.filter(([, , { unitFrom }]) => unitFrom))('%s: %s has a limit for each unit that its unit can be', (control, _name, number) => {
    const { unitFrom, limits, advisedMin } = number;
    const unit: ControlParameter | undefined = auditControlOf(control).parameters.find((parameter) => parameter.name === unitFrom);
    expect(unit?.kind === 'oneOf' ? unit.values : []).toEqual(Object.keys(limits));
    expect(Object.entries(limits).map(([key, limit]) => [key, limit.unit])).toEqual(Object.keys(limits).map((key) => [key, key]));
    expect(Object.keys(advisedMin ?? limits)).toEqual(Object.keys(limits));
  });

  test.each(numbers.filter(([, , { unitFrom }]) => !unitFrom))('%s: %s has one unit', (_control, _name, { limits }) => {
    expect(Object.keys(limits)).toHaveLength(1);
  });
});
