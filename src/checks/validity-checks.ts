import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { PackProps } from './pack-props';

/**
 * Reports what AWS rejects, and jobs that always fail. It contains no recommendations.
 *
 * @example
 * Validations.of(app).addPlugins(new ValidityChecks(app));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class ValidityChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: PackProps = {}) {
    super('ValidityChecks', scope, props, checkOptionsOf('ValidityChecks', scope, props));
  }
}
