import { AuditControlName } from './audit-control-name';
import type {
  AirGappedVaultControlProps, AuditControlProps, CrossAccountControlProps, CrossRegionControlProps, FrequencyAndRetentionProps,
  LastRecoveryPointProps, ManualDeletionProps, RecoveryPointRetentionProps, RestoreTimeProps, VaultLockControlProps,
} from './audit-control-props';
import type { ReadParameters } from './control-parameters';
import { all, days, hoursOrDays, list, minutes } from './control-parameters';

const AGE = { unit: 'recoveryPointAgeUnit', value: 'recoveryPointAgeValue' };

/**
 * A control of AWS Backup Audit Manager: a requirement that AWS evaluates every day or on every change.
 *
 * The framework checks the values of its controls, and throws an error if AWS would reject them.
 *
 * @example
 *
 * AuditControl.recoveryPointMinRetention({
 *   retention: Duration.days(30),
 *   controlScope: ControlScope.tag('stage', 'production'),
 * });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export class AuditControl {
  /** Resources are in a backup plan. */
  public static resourcesProtectedByBackupPlan(props: AuditControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN, props);
  }

  /** Every plan has a rule that runs often enough and keeps its backups long enough. */
  public static planMinFrequencyAndRetention(props: FrequencyAndRetentionProps = {}): AuditControl {
    return new AuditControl(AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION, props, all(
      hoursOrDays({ unit: 'requiredFrequencyUnit', value: 'requiredFrequencyValue' }, 'frequency', props.frequency),
      days('requiredRetentionDays', 'retention', props.retention),
    ));
  }

  /**
   * Every vault denies the manual deletion of recovery points, and changes of its policy, except to the roles that you name.
   *
   * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
   */
  public static manualDeletionDisabled(props: ManualDeletionProps = {}): AuditControl {
    return new AuditControl(
      AuditControlName.RECOVERY_POINT_MANUAL_DELETION_DISABLED, props, list('principalArnList', 'exemptRoleArns', props.exemptRoleArns),
    );
  }

  /** Recovery points are encrypted. */
  public static recoveryPointsEncrypted(props: AuditControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RECOVERY_POINT_ENCRYPTED, props);
  }

  /** Recovery points are kept long enough. */
  public static recoveryPointMinRetention(props: RecoveryPointRetentionProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RECOVERY_POINT_MIN_RETENTION, props, days('requiredRetentionDays', 'retention', props.retention));
  }

  /** A copy to another Region is scheduled. */
  public static crossRegionCopy(props: CrossRegionControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_REGION, props, list('crossRegionList', 'regions', props.regions));
  }

  /** A copy to another account is scheduled. */
  public static crossAccountCopy(props: CrossAccountControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_ACCOUNT, props, list('crossAccountList', 'accounts', props.accounts));
  }

  /** Resources are in a plan whose vault is locked. */
  public static vaultLock(props: VaultLockControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_VAULT_LOCK, props, all(
      days('minRetentionDays', 'minRetention', props.minRetention),
      days('maxRetentionDays', 'maxRetention', props.maxRetention),
    ));
  }

  /** The last recovery point of a resource, created in this account and Region, is young enough. */
  public static lastRecoveryPointCreated(props: LastRecoveryPointProps = {}): AuditControl {
    return new AuditControl(AuditControlName.LAST_RECOVERY_POINT_CREATED, props, hoursOrDays(AGE, 'maxAge', props.maxAge));
  }

  /** The restores of a resource are fast enough. */
  public static restoreTime(props: RestoreTimeProps): AuditControl {
    return new AuditControl(AuditControlName.RESTORE_TIME_MEETS_TARGET, props, minutes('maxRestoreTime', 'maxRestoreTime', props.maxRestoreTime));
  }

  /** A recent recovery point of a resource is in a logically air-gapped vault. */
  public static inLogicallyAirGappedVault(props: AirGappedVaultControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_IN_AIR_GAPPED_VAULT, props, hoursOrDays(AGE, 'maxAge', props.maxAge));
  }

  private constructor(
    /** The name that AWS gives the control. */
    public readonly controlName: AuditControlName,
    /** @internal */
    public readonly _props: AuditControlProps,
    /** @internal */
    public readonly _parameters: ReadParameters = () => [],
  ) {}
}
