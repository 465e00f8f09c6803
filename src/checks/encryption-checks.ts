import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { PackProps } from './pack-props';

/**
 * Checks the keys of vaults, copies, and topics.
 *
 * @example
 * Validations.of(app).addPlugins(new EncryptionChecks(app));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class EncryptionChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: PackProps = {}) {
    super('EncryptionChecks', scope, props, checkOptionsOf('EncryptionChecks', scope, props));
  }
}
