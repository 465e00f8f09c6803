import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { BackupChecksProps } from './pack-props';

/**
 * All rules of all packs.
 *
 * @example
 * Validations.of(app).addPlugins(new BackupChecks(app));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class BackupChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: BackupChecksProps = {}) {
    super('BackupChecks', scope, props, checkOptionsOf('BackupChecks', scope, props));
  }
}
