import type { Duration } from 'aws-cdk-lib';
import type { ControlScope } from './control-scope';

/**
 * Properties of every control.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
 */
export interface AuditControlProps {
  /**
   * What the control evaluates. The control must support the scope.
   *
   * @default - everything in the account and Region that the control can evaluate
   */
  readonly controlScope?: ControlScope;
}

/**
 * Properties of `AuditControl.planMinFrequencyAndRetention`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface FrequencyAndRetentionProps extends AuditControlProps {
  /**
   * The longest time between two backups: 1 to 24 whole hours, or 1 to 31 days.
   *
   * @default Duration.days(1) - the default of AWS
   */
  readonly frequency?: Duration;

  /**
   * The shortest retention, in whole days.
   *
   * @default Duration.days(35) - the default of AWS
   */
  readonly retention?: Duration;
}

/**
 * Properties of `AuditControl.manualDeletionDisabled`.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
 */
export interface ManualDeletionProps extends AuditControlProps {
  /**
   * The ARNs of the roles that can delete recovery points manually, at most 5: the `deletionExemptArns` of a
   * `CompliantVault`.
   *
   * @default - no roles
   */
  readonly exemptRoleArns?: string[];
}

/**
 * Properties of `AuditControl.recoveryPointMinRetention`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface RecoveryPointRetentionProps extends AuditControlProps {
  /**
   * The shortest retention, in whole days.
   *
   * @default Duration.days(35) - the default of AWS
   */
  readonly retention?: Duration;
}

/**
 * Properties of `AuditControl.crossRegionCopy`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface CrossRegionControlProps extends AuditControlProps {
  /**
   * The ids of the Regions that copies must go to, such as `eu-central-1`.
   *
   * @default - any other Region
   */
  readonly regions?: string[];
}

/**
 * Properties of `AuditControl.crossAccountCopy`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface CrossAccountControlProps extends AuditControlProps {
  /**
   * The 12-digit ids of the accounts that copies must go to, at most 5.
   *
   * @default - any other account
   */
  readonly accounts?: string[];
}

/**
 * Properties of `AuditControl.vaultLock`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface VaultLockControlProps extends AuditControlProps {
  /**
   * The smallest minimum retention of the lock, in whole days.
   *
   * @default - any
   */
  readonly minRetention?: Duration;

  /**
   * The largest maximum retention of the lock, in whole days.
   *
   * @default - any
   */
  readonly maxRetention?: Duration;
}

/**
 * Properties of `AuditControl.lastRecoveryPointCreated`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface LastRecoveryPointProps extends AuditControlProps {
  /**
   * The greatest age of the last recovery point: 1 to 744 whole hours, or 1 to 31 days.
   *
   * @default Duration.days(1) - the default of AWS
   */
  readonly maxAge?: Duration;
}

/**
 * Properties of `AuditControl.restoreTime`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface RestoreTimeProps extends AuditControlProps {
  /** The longest duration of a restore, in whole minutes. */
  readonly maxRestoreTime: Duration;
}

/**
 * Properties of `AuditControl.inLogicallyAirGappedVault`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface AirGappedVaultControlProps extends AuditControlProps {
  /**
   * The greatest age of the last recovery point: 24 to 2184 whole hours, or 1 to 91 days. AWS advises 7 days or more. If
   * it is less than the time between two copies, the control reports resources that have not received their next copy yet.
   *
   * @default - the default of AWS, on which the pages of AWS differ
   */
  readonly maxAge?: Duration;
}
