import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { RetentionChecksProps } from './pack-props';

/**
 * How long backups are kept, and where: minimum and maximum retention, cold storage, continuous backups, overlaps, locks.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class RetentionChecks extends BackupPack {
  /**
   * Makes the pack, to be registered with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists what is wrong with the props
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  constructor(scope?: IConstruct, props: RetentionChecksProps = {}) {
    super('RetentionChecks', scope, props, checkOptionsOf('RetentionChecks', props));
  }
}
