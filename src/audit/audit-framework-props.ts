import type { AuditControl } from './audit-control';
import type { AuditControlName } from './audit-control-name';
import type { ConfigRecorder } from './config-recorder';
import type { ControlScope } from './control-scope';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';

/** What an `AuditFramework` takes. */
export interface AuditFrameworkProps {
  /**
   * The plan that controls are derived from, in the account and Region of the framework, which else throws an error.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly plan?: TieredBackupPlan;

  /**
   * Several plans that controls are derived from: what is true of all of them. The framework throws an error on one of
   * another account or Region.
   *
   * @default - none but `plan`
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly plans?: TieredBackupPlan[];

  /**
   * Controls besides the derived ones. One that has the name of a derived control replaces it. With none at all,
   * derived or given, the framework throws an error.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-controls.html
   */
  readonly controls?: AuditControl[];

  /**
   * Derived controls that are left out. The framework throws an error on one that `controls` gives.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-controls.html
   */
  readonly exclude?: AuditControlName[];

  /**
   * What the derived controls look at. A tag narrows each of them, plans, vaults and recovery points included, which then
   * have to carry it; a control that does not know the scope is an error, until it is replaced or left out.
   *
   * @default - everything of the account and Region
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  readonly controlScope?: ControlScope;

  /**
   * The name of the framework: 1 to 256 letters, digits or underscores, the first a letter; the framework throws an
   * error on anything else. A change replaces the framework.
   *
   * @default - a readable part and a hash of the construct path
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-frameworks-api.html
   */
  readonly frameworkName?: string;

  /**
   * What the framework is for, 1024 characters at most; the framework throws an error on more, and on nothing but
   * spaces.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-frameworks-api.html
   */
  readonly description?: string;

  /**
   * What records plans, selections, vaults and recovery points in AWS Config, without which no control is evaluated.
   * The framework throws an error on `ConfigRecorder.create()` where the app has a recorder there.
   *
   * @default - nothing is stated, and the framework warns unless the app has a recorder there
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
   */
  readonly configRecorder?: ConfigRecorder;

  /**
   * Tags of the framework. The framework throws an error on a key that begins with `aws:`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cdk/v2/guide/tagging.html
   */
  readonly tags?: { [key: string]: string };
}
