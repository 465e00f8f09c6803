import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { ResilienceChecksProps } from './pack-props';

/**
 * Whether backups survive: copies elsewhere, locks, deletion guards, restore tests, notifications.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class ResilienceChecks extends BackupPack {
  /**
   * Makes the pack, to be registered with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists what is wrong with the props
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  constructor(scope?: IConstruct, props: ResilienceChecksProps = {}) {
    super('ResilienceChecks', scope, props, checkOptionsOf('ResilienceChecks', props));
  }
}
