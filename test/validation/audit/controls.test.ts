import { type AuditControlName, auditControlOf } from '../../../src/capabilities/audit-controls';
import {
  type ParameterValue, type ParameterValues, type ScopeValues,
  controlParameterProblems, controlParameterWarnings, frameworkValueProblems, frameworkQuotaWarnings, scopeProblems, scopeWarnings,
} from '../../../src/validation/audit/controls';
import { UNKNOWN } from '../../../src/values/unknown';

const FREQUENCY = 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK';
const DELETION = 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED';
const ACCOUNTS = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT';
const REGIONS = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION';
const LOCK = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK';
const LAST = 'BACKUP_LAST_RECOVERY_POINT_CREATED';
const RESTORE = 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET';
const AIR_GAPPED = 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT';
const ENCRYPTED = 'BACKUP_RECOVERY_POINT_ENCRYPTED';

const ROLE = 'arn:aws:iam::111122223333:role/break-glass';
const account = (index: number) => `${111122223330 + index}`;
const times = <T>(length: number, of: (index: number) => T) => Array.from({ length }, (_, index) => of(index));

const parameterProblems = (control: AuditControlName, values: ParameterValues, names = {}) =>
  controlParameterProblems(auditControlOf(control), values, names).map(String);
const parameterWarnings = (control: AuditControlName, values: ParameterValues) =>
  controlParameterWarnings(auditControlOf(control), values, {}).map(String);

describe('the parameters of a control', () => {
  test.each<[AuditControlName, ParameterValues]>([
    [FREQUENCY, {}],
    [FREQUENCY, { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '1' }],
    [FREQUENCY, { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '24' }],
    [FREQUENCY, { requiredFrequencyUnit: 'days', requiredFrequencyValue: '31', requiredRetentionDays: '36500' }],
    [FREQUENCY, { requiredFrequencyValue: '31' }],
    [LAST, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '744' }],
    [LAST, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '31' }],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '24' }],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '2184' }],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '1' }],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '91' }],
    [RESTORE, { maxRestoreTime: '720' }],
    [LOCK, {}],
    [LOCK, { minRetentionDays: '7', maxRetentionDays: '35' }],
    [DELETION, { principalArnList: '' }],
    [DELETION, { principalArnList: times(5, () => ROLE).join(',\n ') }],
    [DELETION, { principalArnList: 'arn:aws-us-gov:iam::111122223333:role/teams/backup' }],
    [ACCOUNTS, { crossAccountList: times(5, account).join(',') }],
    [REGIONS, { crossRegionList: 'eu-west-1,us-gov-east-1,eusc-de-east-1' }],
    [ENCRYPTED, {}],
  ])('%s can be %j', (control, values) => {
    expect(parameterProblems(control, values)).toEqual([]);
  });

  test.each<[string, AuditControlName, ParameterValues, string]>([
    [
      '0 hours', FREQUENCY, { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '0' },
      "'requiredFrequencyValue' must be at least 1 hour, got 0 hours. Raise it.",
    ],
    [
      '25 hours', FREQUENCY, { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '25' },
      "'requiredFrequencyValue' must be at most 24 hours, got 25 hours. Lower it.",
    ],
    [
      '32 days', FREQUENCY, { requiredFrequencyUnit: 'days', requiredFrequencyValue: '32' },
      "'requiredFrequencyValue' must be at most 31 days, got 32 days. Lower it.",
    ],
    ['32 of the default unit', FREQUENCY, { requiredFrequencyValue: '32' }, "'requiredFrequencyValue' must be at most 31 days, got 32 days. Lower it."],
    ['a unit of weeks', FREQUENCY, { requiredFrequencyUnit: 'weeks' }, "'requiredFrequencyUnit' must be 'hours' or 'days', got 'weeks'. Use one of them."],
    ['half a day', FREQUENCY, { requiredFrequencyValue: '0.5' }, "'requiredFrequencyValue' must be a whole number of hours or days, got '0.5'. Write digits only."],
    ['a year in words', FREQUENCY, { requiredRetentionDays: 'one year' }, "'requiredRetentionDays' must be a whole number of days, got 'one year'. Write digits only."],
    [
      '745 hours', LAST, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '745' },
      "'recoveryPointAgeValue' must be at most 744 hours, got 745 hours. Lower it.",
    ],
    ['0 days', LAST, { recoveryPointAgeValue: '0' }, "'recoveryPointAgeValue' must be at least 1 day, got 0 days. Raise it."],
    [
      '23 hours', AIR_GAPPED, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '23' },
      "'recoveryPointAgeValue' must be at least 24 hours, got 23 hours. Raise it.",
    ],
    [
      '2185 hours', AIR_GAPPED, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '2185' },
      "'recoveryPointAgeValue' must be at most 2184 hours, got 2185 hours. Lower it.",
    ],
    [
      '92 days', AIR_GAPPED, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '92' },
      "'recoveryPointAgeValue' must be at most 91 days, got 92 days. Lower it.",
    ],
    ['no restore time', RESTORE, {}, `'maxRestoreTime' must be set for the control ${RESTORE}, got none. Set a whole number of minutes.`],
    ['six roles', DELETION, { principalArnList: times(6, () => ROLE) }, "'principalArnList' must be at most 5 role ARNs, got 6 role ARNs. Leave some out."],
    [
      'six roles in one string', DELETION, { principalArnList: times(6, () => ROLE).join(',') },
      "'principalArnList' must be at most 5 role ARNs, got 6 role ARNs. Leave some out.",
    ],
    ['six roles to come', DELETION, { principalArnList: times(6, () => UNKNOWN) }, "'principalArnList' must be at most 5 role ARNs, got 6 role ARNs. Leave some out."],
    [
      'a user', DELETION, { principalArnList: [ROLE, 'arn:aws:iam::111122223333:user/ada', UNKNOWN] },
      "'principalArnList' must contain ARNs of IAM roles, got 'arn:aws:iam::111122223333:user/ada'. Replace it, or leave it out.",
    ],
    ['six accounts', ACCOUNTS, { crossAccountList: times(6, account) }, "'crossAccountList' must be at most 5 accounts, got 6 accounts. Leave some out."],
    [
      'an account of 11 digits', ACCOUNTS, { crossAccountList: '11112222333' },
      "'crossAccountList' must contain account ids of 12 digits, got '11112222333'. Replace it, or leave it out.",
    ],
    [
      'a city', REGIONS, { crossRegionList: 'eu-west-1, Frankfurt' },
      "'crossRegionList' must contain ids of Regions, such as eu-west-1, got 'Frankfurt'. Replace it, or leave it out.",
    ],
  ])('fails for %s', (_what, control, values, message) => {
    expect(parameterProblems(control, values)).toEqual([message]);
  });

  test('fails with the names of the reader', () => {
    const names = { maxRestoreTime: 'target' };
    expect(parameterProblems(RESTORE, { maxRestoreTime: '-1' }, names)).toEqual(["'target' must be a whole number of minutes, got '-1'. Write digits only."]);
    expect(parameterProblems(RESTORE, {}, names)[0]).toContain("'target' must be set");
  });

  test.each<[string, AuditControlName, ParameterValues]>([
    ['is in the future', RESTORE, { maxRestoreTime: UNKNOWN }],
    ['has a unit to come', FREQUENCY, { requiredFrequencyUnit: UNKNOWN, requiredFrequencyValue: '999' }],
    ['has a unit of which the sources disagree', AIR_GAPPED, { recoveryPointAgeUnit: 'minutes', recoveryPointAgeValue: '1' }],
    ['has no unit where its default is in doubt', AIR_GAPPED, { recoveryPointAgeValue: '100' }],
    ['has no documented bound', LOCK, { minRetentionDays: '0' }],
    ['is a list to come', REGIONS, { crossRegionList: [UNKNOWN, UNKNOWN] }],
    ['is unknown to the table', ENCRYPTED, { algorithm: 'AES' }],
  ])('is not rejected if it %s', (_what, control, values) => {
    expect(parameterProblems(control, values)).toEqual([]);
  });

  test.each<[AuditControlName, ParameterValues, string]>([
    [
      LAST, { recoveryPointAge: '1' },
      `'recoveryPointAge' is not a parameter of the control ${LAST}, which has recoveryPointAgeUnit, recoveryPointAgeValue. Leave it out.`,
    ],
    [ENCRYPTED, { algorithm: 'AES' }, `'algorithm' is not a parameter of the control ${ENCRYPTED}, which has none. Leave it out.`],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '6' },
      "'recoveryPointAgeValue' should be at least 7 days, got 6 days. Raise it. Otherwise the control might report a resource until the next copy is created."],
    [AIR_GAPPED, { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '167' },
      "'recoveryPointAgeValue' should be at least 168 hours, got 167 hours. Raise it. Otherwise the control might report a resource until the next copy is created."],
  ])('%s has a warning for %j', (control, values, message) => {
    expect(parameterWarnings(control, values)).toEqual([message]);
  });

  test.each<[AuditControlName, ParameterValue, ParameterValue]>([
    [AIR_GAPPED, 'days', '7'],
    [AIR_GAPPED, 'hours', '168'],
    [AIR_GAPPED, UNKNOWN, '1'],
    [AIR_GAPPED, 'days', UNKNOWN],
    [LAST, 'days', '1'],
  ])('%s has no warning in %s: %s', (control, recoveryPointAgeUnit, recoveryPointAgeValue) => {
    expect(parameterWarnings(control, { recoveryPointAgeUnit, recoveryPointAgeValue, other: undefined })).toEqual([]);
  });
});

const NAMES = { tagKeys: 'tag', resourceTypes: 'resourceTypes', resourceIds: 'resourceId' };
const scoped = (scope: Partial<ScopeValues>): ScopeValues => ({ tagKeys: undefined, resourceTypes: undefined, resourceIds: undefined, ...scope });

describe('the scope of a control', () => {
  test.each<[AuditControlName, Partial<ScopeValues>]>([
    [LAST, {}],
    [LAST, { tagKeys: [], resourceTypes: [], resourceIds: [] }],
    [LAST, { tagKeys: ['stage'] }],
    [LAST, { resourceTypes: ['RDS', 'EBS'], tagKeys: ['tier'] }],
    [LAST, { resourceTypes: ['EBS'], resourceIds: ['vol-1'] }],
    [LAST, { resourceTypes: ['EBS'], resourceIds: ['vol-1', 'vol-2'] }],
    [LAST, { resourceTypes: UNKNOWN, resourceIds: ['vol-1'] }],
    [LAST, { tagKeys: UNKNOWN, resourceIds: UNKNOWN }],
    [DELETION, { resourceTypes: ['AWS::Backup::BackupVault'], resourceIds: ['orders'] }],
    [DELETION, { resourceTypes: [UNKNOWN], resourceIds: [UNKNOWN] }],
    [ENCRYPTED, { resourceTypes: ['AWS::Backup::RecoveryPoint'] }],
    [AIR_GAPPED, { resourceTypes: ['EC2', 'EBS'] }],
  ])('%s can be %j', (control, scope) => {
    expect(scopeProblems(auditControlOf(control), scoped(scope), NAMES).map(String)).toEqual([]);
  });

  test.each<[string, AuditControlName, Partial<ScopeValues>, string]>([
    ['two tags', LAST, { tagKeys: ['stage', 'team'] }, "'tag' must be at most 1 tag, got 2 tags. Leave out the others."],
    ['an id of no type', LAST, { resourceIds: ['vol-1'] },
      "'resourceTypes' must be exactly 1 type if 'resourceId' is set, got 0. Name the type of that resource."],
    ['an id of two types', LAST, { resourceTypes: ['EBS', 'EC2'], resourceIds: ['vol-1'] },
      "'resourceTypes' must be exactly 1 type if 'resourceId' is set, got 2. Name the type of that resource."],
    ['a tag where there is none', AIR_GAPPED, { tagKeys: ['stage'] },
      `'tag' must be left out for the control ${AIR_GAPPED}, got 1 tag. Narrow it by resource types or one resource ID.`],
    ['an id where there is none', ENCRYPTED, { resourceTypes: ['AWS::Backup::RecoveryPoint'], resourceIds: [UNKNOWN] },
      `'resourceId' must be left out for the control ${ENCRYPTED}, got 1 id. Narrow it by a tag.`],
    ['a type where there is none', DELETION, { resourceTypes: ['EC2'] },
      `'resourceTypes' must be left out for the control ${DELETION}, which evaluates only AWS::Backup::BackupVault, got 'EC2'. `
      + 'Narrow it by a tag or one resource ID.'],
  ])('fails for %s', (_what, control, scope, message) => {
    expect(scopeProblems(auditControlOf(control), scoped(scope), NAMES).map(String)).toEqual([message]);
  });

  test('has a warning for types that Audit Manager does not evaluate', () => {
    expect(scopeWarnings(scoped({ resourceTypes: ['Neptune', 'EC2', 'FSx', 'Moon', UNKNOWN] }), NAMES).map(String))
      .toEqual(["'resourceTypes' should contain types that AWS Backup Audit Manager evaluates, got 'Neptune'. Leave it out."]);
    expect(scopeWarnings(scoped({ resourceTypes: UNKNOWN }), NAMES)).toEqual([]);
  });
});

describe('a framework', () => {
  const NAMED = { name: 'frameworkName', description: 'description', controls: 'controls' };

  test.each<[string, Parameters<typeof frameworkValueProblems>[0]]>([
    ['the shortest of all', { name: 'a', description: 'b', controls: 1 }],
    ['the longest of all', { name: `A${'_'.repeat(255)}`, description: 'b'.repeat(1024), controls: 51 }],
    ['nothing', { name: undefined, description: undefined, controls: undefined }],
    ['future values', { name: UNKNOWN, description: UNKNOWN, controls: UNKNOWN }],
  ])('can be %s', (_what, framework) => {
    expect(frameworkValueProblems(framework, NAMED)).toEqual([]);
  });

  test.each([
    'orders-audit', '1st', '_audit', '', `a${'b'.repeat(256)}`,
  ])("fails for the name '%s'", (name) => {
    expect(frameworkValueProblems({ name, description: undefined, controls: 1 }, NAMED).map(String))
      .toEqual([`'frameworkName' must be 1 to 256 letters, digits, or underscores, the first a letter, got '${name}'. Choose another name.`]);
  });

  test('fails for a description that is too long, or blank, and without controls', () => {
    expect(frameworkValueProblems({ name: 'a', description: 'b'.repeat(1025), controls: 0 }, NAMED).map(String)).toEqual([
      "'description' must be at most 1024 characters, got 1025 characters. Shorten it.",
      "'controls' must be at least 1 control, got 0 controls. Name one.",
    ]);
    expect(frameworkValueProblems({ name: 'a', description: '  ', controls: 1 }, NAMED).map(String))
      .toEqual(["'description' must not be blank, got '  '. Leave it out."]);
  });

  test('has a warning for quotas that AWS can raise', () => {
    expect(frameworkQuotaWarnings(15, 50)).toEqual([]);
    expect(frameworkQuotaWarnings(UNKNOWN, undefined)).toEqual([]);
    expect(frameworkQuotaWarnings(16, 51).map(String)).toEqual([
      'The account should have at most 15 frameworks in this Region (the default quota), got 16 frameworks. Request a higher quota from AWS, or leave some out.',
      'The account should have at most 50 controls in this Region (the default quota), got 51 controls. Request a higher quota from AWS, or leave some out.',
    ]);
  });
});
