import type { AuditControl } from './audit-control';
import type { AuditControlName } from './audit-control-name';
import type { ConfigRecorder } from './config-recorder';
import type { ControlScope } from './control-scope';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';

/**
 * Properties of an `AuditFramework`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export interface AuditFrameworkProps {
  /**
   * The plan that controls are derived from. It must be in the account and Region of the framework.
   *
   * @default - none
   */
  readonly plan?: TieredBackupPlan;

  /**
   * Several plans that controls are derived from. A control requires only what all of them provide. The plans must be in the
   * account and Region of the framework.
   *
   * @default - only `plan`
   */
  readonly plans?: TieredBackupPlan[];

  /**
   * Controls in addition to the derived ones. A control with the name of a derived control replaces it. A framework must
   * have at least one control.
   *
   * @default - none
   */
  readonly controls?: AuditControl[];

  /**
   * Derived controls to leave out. They must not be in `controls`.
   *
   * @default - none
   */
  readonly exclude?: AuditControlName[];

  /**
   * What the derived controls evaluate. A tag narrows each of them, so plans, vaults, and recovery points must carry it too.
   * Replace or exclude controls that do not support the scope.
   *
   * @default - everything in the account and Region
   */
  readonly controlScope?: ControlScope;

  /**
   * The name of the framework: 1 to 256 letters, digits, or underscores, and the first must be a letter. A change replaces the
   * framework.
   *
   * @default - a readable part and a hash of the construct path
   */
  readonly frameworkName?: string;

  /**
   * The purpose of the framework, at most 1024 characters, and not only spaces.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * The recorder of plans, selections, vaults, and recovery points in AWS Config. Without a recorder, AWS evaluates no
   * control. Do not use `ConfigRecorder.create()` if the app already has a recorder in the account and Region.
   *
   * @default - not set, which is a warning unless the app has a recorder in the account and Region
   */
  readonly configRecorder?: ConfigRecorder;

  /**
   * Tags of the framework. A key cannot begin with `aws:`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}
