import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { CoverageChecksProps } from './pack-props';

/**
 * Whether every resource that AWS Backup can protect is in a plan: by ARN, wildcard, tag or condition, of any stack of the app.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class CoverageChecks extends BackupPack {
  /**
   * Makes the pack, to be registered with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists what is wrong with the props
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  constructor(scope?: IConstruct, props: CoverageChecksProps = {}) {
    super('CoverageChecks', scope, props, checkOptionsOf('CoverageChecks', props));
  }
}
