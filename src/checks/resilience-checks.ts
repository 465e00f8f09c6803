import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { ResilienceChecksProps } from './pack-props';

/**
 * Checks whether backups survive incidents: copies, locks, deletion guards, restore testing, and notifications.
 *
 * @example
 * Validations.of(app).addPlugins(new ResilienceChecks(app, { requiredCopyRegions: ['eu-central-1'] }));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class ResilienceChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: ResilienceChecksProps = {}) {
    super('ResilienceChecks', scope, props, checkOptionsOf('ResilienceChecks', scope, props));
  }
}
