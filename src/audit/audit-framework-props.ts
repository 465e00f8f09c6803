import type { AuditControl } from './audit-control';
import type { AuditControlName } from './audit-control-name';
import type { ConfigRecorder } from './config-recorder';
import type { ControlScope } from './control-scope';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';

/** What an `AuditFramework` takes. */
export interface AuditFrameworkProps {
  /**
   * The plan that controls are derived from.
   *
   * @default - none
   */
  readonly plan?: TieredBackupPlan;

  /**
   * Several plans that controls are derived from: what is true of all of them.
   *
   * @default - none but `plan`
   */
  readonly plans?: TieredBackupPlan[];

  /**
   * Controls besides the derived ones. One that has the name of a derived control replaces it.
   *
   * @default - none
   */
  readonly controls?: AuditControl[];

  /**
   * Derived controls that are left out.
   *
   * @default - none
   */
  readonly exclude?: AuditControlName[];

  /**
   * What the derived controls look at. A tag narrows each of them, plans, vaults and recovery points included, which then
   * have to carry it; a control that does not know the scope is an error, until it is replaced or left out.
   *
   * @default - everything of the account and Region
   */
  readonly scope?: ControlScope;

  /**
   * The name of the framework: 1 to 256 letters, digits or underscores, the first a letter. A change replaces the framework.
   *
   * @default - a readable part and a hash of the construct path
   */
  readonly frameworkName?: string;

  /**
   * What the framework is for, 1024 characters at most.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * What records plans, selections, vaults and recovery points in AWS Config, without which no control is evaluated.
   *
   * @default - nothing is stated, and the framework warns unless the app has a recorder there
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
   */
  readonly configRecorder?: ConfigRecorder;

  /**
   * Tags of the framework.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}
