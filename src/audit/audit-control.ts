import { AuditControlName } from './audit-control-name';
import type {
  AirGappedVaultControlProps, AuditControlProps, CrossAccountControlProps, CrossRegionControlProps, FrequencyAndRetentionProps,
  LastRecoveryPointProps, ManualDeletionProps, RecoveryPointRetentionProps, RestoreTimeProps, VaultLockControlProps,
} from './audit-control-props';
import type { ReadParameters } from './control-parameters';
import { all, days, hoursOrDays, list, minutes } from './control-parameters';

const AGE = { unit: 'recoveryPointAgeUnit', value: 'recoveryPointAgeValue' };

/**
 * A control of AWS Backup Audit Manager: what has to be true of backups, which AWS then evaluates every day or on every
 * change.
 *
 * The values are checked by the framework that the control is given to, which throws an error on wrong ones.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export class AuditControl {
  /**
   * Resources are in a backup plan.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static resourcesProtectedByBackupPlan(props: AuditControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN, props);
  }

  /**
   * Every plan has a rule that runs often enough and keeps its backups long enough.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static planMinFrequencyAndRetention(props: FrequencyAndRetentionProps = {}): AuditControl {
    return new AuditControl(AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION, props, all(
      hoursOrDays({ unit: 'requiredFrequencyUnit', value: 'requiredFrequencyValue' }, 'frequency', props.frequency),
      days('requiredRetentionDays', 'retention', props.retention),
    ));
  }

  /**
   * Every vault denies the deletion of recovery points by hand, and the change of its policy, but to the roles named.
   *
   * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
   */
  public static manualDeletionDisabled(props: ManualDeletionProps = {}): AuditControl {
    return new AuditControl(
      AuditControlName.RECOVERY_POINT_MANUAL_DELETION_DISABLED, props, list('principalArnList', 'exemptRoleArns', props.exemptRoleArns),
    );
  }

  /**
   * Recovery points are encrypted.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static recoveryPointsEncrypted(props: AuditControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RECOVERY_POINT_ENCRYPTED, props);
  }

  /**
   * Recovery points are kept long enough.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static recoveryPointMinRetention(props: RecoveryPointRetentionProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RECOVERY_POINT_MIN_RETENTION, props, days('requiredRetentionDays', 'retention', props.retention));
  }

  /**
   * A copy to another Region is scheduled.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static crossRegionCopy(props: CrossRegionControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_REGION, props, list('crossRegionList', 'regions', props.regions));
  }

  /**
   * A copy to another account is scheduled.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static crossAccountCopy(props: CrossAccountControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_ACCOUNT, props, list('crossAccountList', 'accounts', props.accounts));
  }

  /**
   * Resources are in a plan whose vault is locked.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static vaultLock(props: VaultLockControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_PROTECTED_BY_VAULT_LOCK, props, all(
      days('minRetentionDays', 'minRetention', props.minRetention),
      days('maxRetentionDays', 'maxRetention', props.maxRetention),
    ));
  }

  /**
   * The last recovery point of a resource, made in this account and Region, is young enough.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static lastRecoveryPointCreated(props: LastRecoveryPointProps = {}): AuditControl {
    return new AuditControl(AuditControlName.LAST_RECOVERY_POINT_CREATED, props, hoursOrDays(AGE, 'maxAge', props.maxAge));
  }

  /**
   * The restores of a resource are fast enough.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static restoreTime(props: RestoreTimeProps): AuditControl {
    return new AuditControl(AuditControlName.RESTORE_TIME_MEETS_TARGET, props, minutes('maxRestoreTime', 'maxRestoreTime', props.maxRestoreTime));
  }

  /**
   * A recent recovery point of a resource is in a logically air-gapped vault.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  public static inLogicallyAirGappedVault(props: AirGappedVaultControlProps = {}): AuditControl {
    return new AuditControl(AuditControlName.RESOURCES_IN_AIR_GAPPED_VAULT, props, hoursOrDays(AGE, 'maxAge', props.maxAge));
  }

  private constructor(
    /**
     * Which control this is.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
     */
    public readonly controlName: AuditControlName,
    /** @internal */
    public readonly _props: AuditControlProps,
    /** @internal */
    public readonly _parameters: ReadParameters = () => [],
  ) {}
}
