import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { PackProps } from './pack-props';

/**
 * What backups are encrypted with: vaults, copies that need a key of their own, topics.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class EncryptionChecks extends BackupPack {
  /**
   * Makes the pack, to be registered with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists what is wrong with the props
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  constructor(scope?: IConstruct, props: PackProps = {}) {
    super('EncryptionChecks', scope, props, checkOptionsOf('EncryptionChecks', props));
  }
}
