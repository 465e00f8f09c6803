import { AuditControlName } from './audit-control-name';
import type {
  AirGappedVaultControlProps, AuditControlProps, CrossAccountControlProps, CrossRegionControlProps, FrequencyAndRetentionProps,
  LastRecoveryPointProps, ManualDeletionProps, RecoveryPointRetentionProps, RestoreTimeProps, VaultLockControlProps,
} from './audit-control-props';
import {
  AIR_GAPPED_VAULT, ANY_CONTROL, CROSS_ACCOUNT, CROSS_REGION, FREQUENCY_AND_RETENTION, LAST_RECOVERY_POINT, LOCKED_VAULT, MANUAL_DELETION,
  RECOVERY_POINT_RETENTION, RESTORE_TIME,
} from './control-kinds';
import { type ParameterReader, type ReadParameters, NO_PARAMETERS, all, days, hoursOrDays, list, minutes } from './control-parameters';
import { type WrongKinds, wrongKinds } from '../cdk/kinds';

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
  /** Every resource in the scope of the control is assigned to a backup plan of the account. */
  public static resourcesProtectedByBackupPlan(props: AuditControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN, props, wrongKinds({ props }, ANY_CONTROL));
  }

  /** Every plan has a rule that runs often enough and keeps its backups long enough. */
  public static planMinFrequencyAndRetention(props: FrequencyAndRetentionProps = {}): AuditControl {
    const frequency = hoursOrDays({ unit: 'requiredFrequencyUnit', value: 'requiredFrequencyValue' }, 'frequency');
    const read = all<FrequencyAndRetentionProps>(frequency, days('requiredRetentionDays', 'retention'));
    return AuditControl.of(AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION, props, wrongKinds({ props }, FREQUENCY_AND_RETENTION), read);
  }

  /** Every vault denies the manual deletion of recovery points, and changes of its policy, except to the roles that you name. */
  public static manualDeletionDisabled(props: ManualDeletionProps = {}): AuditControl {
    return AuditControl.of(
      AuditControlName.RECOVERY_POINT_MANUAL_DELETION_DISABLED, props, wrongKinds({ props }, MANUAL_DELETION), list('principalArnList', 'exemptRoleArns'),
    );
  }

  /** Every recovery point in the scope of the control is encrypted, with any key. */
  public static recoveryPointsEncrypted(props: AuditControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RECOVERY_POINT_ENCRYPTED, props, wrongKinds({ props }, ANY_CONTROL));
  }

  /** Recovery points are kept long enough. */
  public static recoveryPointMinRetention(props: RecoveryPointRetentionProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RECOVERY_POINT_MIN_RETENTION, props, wrongKinds({ props }, RECOVERY_POINT_RETENTION), days('requiredRetentionDays', 'retention'));
  }

  /** A copy to another Region is scheduled. */
  public static crossRegionCopy(props: CrossRegionControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_REGION, props, wrongKinds({ props }, CROSS_REGION), list('crossRegionList', 'regions'));
  }

  /** A copy to another account is scheduled. */
  public static crossAccountCopy(props: CrossAccountControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RESOURCES_PROTECTED_BY_CROSS_ACCOUNT, props, wrongKinds({ props }, CROSS_ACCOUNT), list('crossAccountList', 'accounts'));
  }

  /** Resources are in a plan whose vault is locked. */
  public static vaultLock(props: VaultLockControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RESOURCES_PROTECTED_BY_VAULT_LOCK, props, wrongKinds({ props }, LOCKED_VAULT), all<VaultLockControlProps>(
      days('minRetentionDays', 'minRetention'),
      days('maxRetentionDays', 'maxRetention'),
    ));
  }

  /** The last recovery point of a resource, created in this account and Region, is young enough. */
  public static lastRecoveryPointCreated(props: LastRecoveryPointProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.LAST_RECOVERY_POINT_CREATED, props, wrongKinds({ props }, LAST_RECOVERY_POINT), hoursOrDays(AGE, 'maxAge'));
  }

  /** The restores of a resource are fast enough. */
  public static restoreTime(props: RestoreTimeProps): AuditControl {
    return AuditControl.of(AuditControlName.RESTORE_TIME_MEETS_TARGET, props, wrongKinds({ props }, RESTORE_TIME), minutes('maxRestoreTime', 'maxRestoreTime'));
  }

  /** A recent recovery point of a resource is in a logically air-gapped vault. */
  public static inLogicallyAirGappedVault(props: AirGappedVaultControlProps = {}): AuditControl {
    return AuditControl.of(AuditControlName.RESOURCES_IN_AIR_GAPPED_VAULT, props, wrongKinds({ props }, AIR_GAPPED_VAULT), hoursOrDays(AGE, 'maxAge'));
  }

  private static of<P extends AuditControlProps>(
    name: AuditControlName, props: P, wrong: WrongKinds, read: ParameterReader<P> = () => NO_PARAMETERS,
  ): AuditControl {
    return new AuditControl(name, props, () => wrong('').map((problem) => problem.of(`control ${name}`)), () => read(props));
  }

  private constructor(
    /** The name that AWS gives the control. */
    public readonly controlName: AuditControlName,
    /** @internal */
    public readonly _props: AuditControlProps,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
    /** @internal */
    public readonly _parameters: () => ReadParameters,
  ) {}
}
