import type { Duration } from 'aws-cdk-lib';
import type { ControlScope } from './control-scope';

/** What every control takes. */
export interface AuditControlProps {
  /**
   * What the control looks at. The framework throws an error on a scope that the control does not know.
   *
   * @default - everything of the account and Region that the control can look at
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  readonly controlScope?: ControlScope;
}

/** How often a plan has to run, and how long it has to keep what it makes. */
export interface FrequencyAndRetentionProps extends AuditControlProps {
  /**
   * The longest time between two backups: 1 to 24 whole hours, or 1 to 31 days; the framework throws an error on
   * anything else.
   *
   * @default Duration.days(1) - what AWS takes
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly frequency?: Duration;

  /**
   * The shortest retention, in whole days; the framework throws an error on anything else.
   *
   * @default Duration.days(35) - what AWS takes
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly retention?: Duration;
}

/** Who may delete recovery points by hand. */
export interface ManualDeletionProps extends AuditControlProps {
  /**
   * The ARNs of the roles that may, 5 at most: the `deletionExemptArns` of a `CompliantVault`. The framework throws an
   * error on more, and on what is not the ARN of a role.
   *
   * @default - nobody
   * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
   */
  readonly exemptRoleArns?: string[];
}

/** How long recovery points have to be kept. */
export interface RecoveryPointRetentionProps extends AuditControlProps {
  /**
   * The shortest retention, in whole days; the framework throws an error on anything else.
   *
   * @default Duration.days(35) - what AWS takes
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly retention?: Duration;
}

/** Where copies have to go. */
export interface CrossRegionControlProps extends AuditControlProps {
  /**
   * The ids of the Regions, such as `eu-central-1`; the framework throws an error on another form.
   *
   * @default - any other Region
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly regions?: string[];
}

/** Where copies have to go. */
export interface CrossAccountControlProps extends AuditControlProps {
  /**
   * The ids of the accounts, of twelve digits each, 5 at most; the framework throws an error on anything else.
   *
   * @default - any other account
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly accounts?: string[];
}

/** What the lock of a vault has to ask for. */
export interface VaultLockControlProps extends AuditControlProps {
  /**
   * The minimum retention of the lock, in whole days; the framework throws an error on anything else.
   *
   * @default - any
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly minRetention?: Duration;

  /**
   * The maximum retention of the lock, in whole days; the framework throws an error on anything else.
   *
   * @default - any
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly maxRetention?: Duration;
}

/** How old the last recovery point may be. */
export interface LastRecoveryPointProps extends AuditControlProps {
  /**
   * Its age: 1 to 744 whole hours, or 1 to 31 days; the framework throws an error on anything else.
   *
   * @default Duration.days(1) - what AWS takes
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly maxAge?: Duration;
}

/** How long a restore may take. */
export interface RestoreTimeProps extends AuditControlProps {
  /**
   * The target, in whole minutes; the framework throws an error on anything else.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly maxRestoreTime: Duration;
}

/** How old the last recovery point in a logically air-gapped vault may be. */
export interface AirGappedVaultControlProps extends AuditControlProps {
  /**
   * Its age: 24 to 2184 whole hours, or 1 to 91 days; the framework throws an error on anything else. AWS advises 7
   * days or more; less than the time between two copies reports resources that only wait for their next copy.
   *
   * @default - what AWS takes, which its pages do not agree on
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly maxAge?: Duration;
}
