import type { Duration } from 'aws-cdk-lib';
import type { ControlScope } from './control-scope';

/** What every control takes. */
export interface AuditControlProps {
  /**
   * What the control looks at.
   *
   * @default - everything of the account and Region that the control can look at
   */
  readonly scope?: ControlScope;
}

/** How often a plan has to run, and how long it has to keep what it makes. */
export interface FrequencyAndRetentionProps extends AuditControlProps {
  /**
   * The longest time between two backups: 1 to 24 whole hours, or 1 to 31 days.
   *
   * @default Duration.days(1) - what AWS takes
   */
  readonly frequency?: Duration;

  /**
   * The shortest retention, in whole days.
   *
   * @default Duration.days(35) - what AWS takes
   */
  readonly retention?: Duration;
}

/** Who may delete recovery points by hand. */
export interface ManualDeletionProps extends AuditControlProps {
  /**
   * The ARNs of the roles that may, 5 at most: the `deletionExemptArns` of a `CompliantVault`.
   *
   * @default - nobody
   */
  readonly exemptRoleArns?: string[];
}

/** How long recovery points have to be kept. */
export interface RecoveryPointRetentionProps extends AuditControlProps {
  /**
   * The shortest retention, in whole days.
   *
   * @default Duration.days(35) - what AWS takes
   */
  readonly retention?: Duration;
}

/** Where copies have to go. */
export interface CrossRegionControlProps extends AuditControlProps {
  /**
   * The ids of the Regions, such as `eu-central-1`.
   *
   * @default - any other Region
   */
  readonly regions?: string[];
}

/** Where copies have to go. */
export interface CrossAccountControlProps extends AuditControlProps {
  /**
   * The ids of the accounts, of twelve digits each; 5 at most.
   *
   * @default - any other account
   */
  readonly accounts?: string[];
}

/** What the lock of a vault has to ask for. */
export interface VaultLockControlProps extends AuditControlProps {
  /**
   * The minimum retention of the lock, in whole days.
   *
   * @default - any
   */
  readonly minRetention?: Duration;

  /**
   * The maximum retention of the lock, in whole days.
   *
   * @default - any
   */
  readonly maxRetention?: Duration;
}

/** How old the last recovery point may be. */
export interface LastRecoveryPointProps extends AuditControlProps {
  /**
   * Its age: 1 to 744 whole hours, or 1 to 31 days.
   *
   * @default Duration.days(1) - what AWS takes
   */
  readonly maxAge?: Duration;
}

/** How long a restore may take. */
export interface RestoreTimeProps extends AuditControlProps {
  /** The target, in whole minutes. */
  readonly maxRestoreTime: Duration;
}

/** How old the last recovery point in a logically air-gapped vault may be. */
export interface AirGappedVaultControlProps extends AuditControlProps {
  /**
   * Its age: 24 to 2184 whole hours, or 1 to 91 days. AWS advises 7 days or more; less than the time between two copies
   * reports resources that only wait for their next copy.
   *
   * @default - what AWS takes, which its pages do not agree on
   */
  readonly maxAge?: Duration;
}
