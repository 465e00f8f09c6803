import { type Limit, type NamePattern, LIMITS } from './limits';
import { ACCOUNT_ID, ROLE_ARN } from './principals';
import { type Certainty, type Source, developerGuide } from './source';

/** The types that AWS Config must record so that all controls are evaluated. */
export const CONFIG_RESOURCE_TYPES = [
  'AWS::Backup::BackupPlan', 'AWS::Backup::BackupSelection', 'AWS::Backup::BackupVault', 'AWS::Backup::RecoveryPoint',
] as const;

export type ConfigResourceType = typeof CONFIG_RESOURCE_TYPES[number];

/** The scopes of a control: resources with a tag, types, or the one resource with an id. */
export type ControlScopeKind = 'tags' | 'resourceTypes' | 'resource';

/** The API accepts every value as a string, including numbers and lists. A list is separated by commas. */
interface ParameterFacts {
  /** The name in the API. */
  readonly name: string;
  readonly required: boolean;
  /** The default of AWS. */
  readonly default?: string;
  /**
   * Of the default and of the values of an enumeration; bounds have their own.
   * @default 'verified'
   */
  readonly certainty?: Certainty;
  readonly note?: string;
  readonly source: Source;
}

export interface WholeNumberParameter extends ParameterFacts {
  readonly kind: 'wholeNumber';
  /** The parameter whose value is the unit. Absent if there is only one unit. */
  readonly unitFrom?: string;
  /** By unit. */
  readonly limits: Readonly<Record<string, Limit>>;
  /** The minimum that AWS advises, by unit. */
  readonly advisedMin?: Readonly<Record<string, number>>;
}

export interface EnumParameter extends ParameterFacts {
  readonly kind: 'oneOf';
  readonly values: readonly string[];
}

export interface ListParameter extends ParameterFacts {
  readonly kind: 'list';
  /** The pattern of the elements. */
  readonly of: NamePattern;
  /** The number of elements. Absent if no bound is documented. */
  readonly limit?: Limit;
}

export type ControlParameter = WholeNumberParameter | EnumParameter | ListParameter;

export interface AuditControlCapability {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly ControlParameter[];
  readonly scopes: readonly ControlScopeKind[];
  readonly trigger: 'every 24 hours' | 'configuration change';
  /** The types that AWS Config must record for this control. Absent if there are none. */
  readonly configType?: ConfigResourceType;
  readonly source: Source;
}

const CONTROLS = developerGuide('controls-and-remediation', '2026-01-01');
const CONSOLE = developerGuide('creating-frameworks-console', '2026-01-01');

/** The managed rule of AWS Config behind a control, which states the parameters and their defaults. */
function configRule(rule: string): Source {
  return { page: `https://docs.aws.amazon.com/config/latest/developerguide/${rule}.html`, asOf: '2026-09-24' };
}

const FREQUENCY = configRule('backup-plan-min-frequency-and-min-retention-check');
const PROTECTED = configRule('ebs-resources-protected-by-backup-plan');
const LAST_POINT = configRule('ebs-last-backup-recovery-point-created');
const AIR_GAPPED = configRule('ebs-resources-in-logically-air-gapped-vault');

function between(min: number, max: number, unit: string, what: string): Limit {
  return { what: `${what} in ${unit}`, unit, min, max, source: CONTROLS };
}

function unbounded(unit: string, what: string, source: Source): Limit {
  return { what, unit, min: 1, certainty: 'unverified', note: 'no bound is documented', source };
}

/** A number whose default and bounds have one unit. */
function number(name: string, what: string, unit: string, source: Source, more: { readonly required?: boolean; readonly default?: string } = {}) {
  return { kind: 'wholeNumber', name, required: false, limits: { [unit]: unbounded(unit, what, source) }, source, ...more } as const;
}

function requiredRetention(source: Source) {
  return number('requiredRetentionDays', 'retention that a control requires', 'days', source, { default: '35' });
}

function lockRetention(name: string) {
  return number(name, 'retention that the lock of a vault must have', 'days', PROTECTED);
}

function hoursOrDays(name: string, source: Source) {
  return { kind: 'oneOf', name, required: false, default: 'days', values: ['hours', 'days'], source } as const;
}

function inHoursOrDays(name: string, unitFrom: string, limits: { readonly hours: Limit; readonly days: Limit }, note: string, source: Source) {
  return { kind: 'wholeNumber', name, required: false, default: '1', unitFrom, limits, note, source } as const;
}

const ANY_SCOPE = ['tags', 'resourceTypes', 'resource'] as const;
const DAILY = { trigger: 'every 24 hours', source: CONTROLS } as const;
const ON_CHANGE = { trigger: 'configuration change', source: CONTROLS } as const;
const OF_SELECTIONS = { ...DAILY, scopes: ANY_SCOPE, configType: 'AWS::Backup::BackupSelection' } as const;
const OF_RECOVERY_POINTS = { ...ON_CHANGE, scopes: ['tags'], configType: 'AWS::Backup::RecoveryPoint' } as const;

const ROWS = [
  { name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', title: 'resources are in a backup plan', parameters: [], ...OF_SELECTIONS },
  {
    name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
    title: 'a rule of the plan runs often enough and keeps its backups long enough',
    parameters: [
      hoursOrDays('requiredFrequencyUnit', FREQUENCY),
      inHoursOrDays(
        'requiredFrequencyValue', 'requiredFrequencyUnit',
        { hours: between(1, 24, 'hours', 'required frequency'), days: between(1, 31, 'days', 'required frequency') },
        'the guide states only the maximum; a value below 1 is not a frequency', FREQUENCY,
      ),
      requiredRetention(FREQUENCY),
    ],
    scopes: ['tags', 'resource'],
    configType: 'AWS::Backup::BackupPlan',
    ...ON_CHANGE,
  },
  {
    name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
    title: 'vaults prevent the manual deletion of recovery points',
    parameters: [{
      kind: 'list',
      name: 'principalArnList',
      required: false,
      of: { pattern: ROLE_ARN.pattern, label: 'ARNs of IAM roles', source: developerGuide('bam-cfn-integration', '2026-01-01') },
      limit: LIMITS.exemptPrincipals,
      note: 'the roles that can delete; none by default',
      source: configRule('backup-recovery-point-manual-deletion-disabled'),
    }],
    scopes: ['tags', 'resource'],
    configType: 'AWS::Backup::BackupVault',
    ...ON_CHANGE,
  },
  { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED', title: 'recovery points are encrypted', parameters: [], ...OF_RECOVERY_POINTS },
  {
    name: 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
    title: 'recovery points are kept long enough',
    parameters: [requiredRetention(configRule('backup-recovery-point-minimum-retention-check'))],
    ...OF_RECOVERY_POINTS,
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
    title: 'a copy to another Region is scheduled',
    parameters: [{
      kind: 'list',
      name: 'crossRegionList',
      required: false,
      of: { pattern: /^[a-z]+(-[a-z]+)+-\d+$/, label: 'ids of Regions, such as eu-west-1', source: PROTECTED },
      source: PROTECTED,
    }],
    ...OF_SELECTIONS,
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT',
    title: 'a copy to another account is scheduled',
    parameters: [{
      kind: 'list',
      name: 'crossAccountList',
      required: false,
      of: ACCOUNT_ID,
      limit: LIMITS.accountsPerControl,
      note: 'accounts of the same organization',
      source: PROTECTED,
    }],
    ...OF_SELECTIONS,
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
    title: 'resources are in a backup plan with a locked vault',
    parameters: [lockRetention('minRetentionDays'), lockRetention('maxRetentionDays')],
    ...OF_SELECTIONS,
  },
  {
    name: 'BACKUP_LAST_RECOVERY_POINT_CREATED',
    title: 'the last recovery point is young enough',
    parameters: [
      hoursOrDays('recoveryPointAgeUnit', LAST_POINT),
      inHoursOrDays(
        'recoveryPointAgeValue', 'recoveryPointAgeUnit',
        { hours: between(1, 744, 'hours', 'age of a recovery point'), days: between(1, 31, 'days', 'age of a recovery point') },
        'copies from another account or Region do not count', LAST_POINT,
      ),
    ],
    scopes: ANY_SCOPE,
    configType: 'AWS::Backup::RecoveryPoint',
    ...DAILY,
  },
  {
    name: 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
    title: 'the restore of a resource is fast enough',
    parameters: [number('maxRestoreTime', 'time of a restore', 'minutes', configRule('ebs-meets-restore-time-target'), { required: true })],
    scopes: ANY_SCOPE,
    ...DAILY,
  },
  {
    name: 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
    title: 'a recent recovery point is in a logically air-gapped vault',
    parameters: [
      {
        ...hoursOrDays('recoveryPointAgeUnit', AIR_GAPPED),
        certainty: 'conflict',
        note: 'one page of the guide also names minutes; the default is the one of the AWS Config rule',
      },
      {
        ...inHoursOrDays(
          'recoveryPointAgeValue', 'recoveryPointAgeUnit',
          { hours: between(24, 2184, 'hours', 'age in the vault'), days: between(1, 91, 'days', 'age in the vault') },
          'the default is the one of the AWS Config rule; the age must not be less than the time between two copies', AIR_GAPPED,
        ),
        certainty: 'unverified',
        advisedMin: { hours: 168, days: 7 },
      },
    ],
    scopes: ['resourceTypes', 'resource'],
    configType: 'AWS::Backup::RecoveryPoint',
    ...DAILY,
  },
] as const satisfies readonly AuditControlCapability[];

export type AuditControlName = typeof ROWS[number]['name'];

/** Every control of AWS Backup Audit Manager. */
export const AUDIT_CONTROLS: readonly (AuditControlCapability & { readonly name: AuditControlName })[] = ROWS;

export function auditControlOf(name: AuditControlName): AuditControlCapability {
  return AUDIT_CONTROLS.find((control) => control.name === name)!;
}

/** Notes on controls and frameworks in general. */
export const AUDIT_NOTES: readonly { readonly text: string; readonly source: Source }[] = [
  { text: 'a resource that is not active, such as a stopped instance, is not evaluated', source: CONTROLS },
  { text: 'AWS Backup rejects a framework with the controls and parameters of another one (AlreadyExists)', source: CONSOLE },
];
