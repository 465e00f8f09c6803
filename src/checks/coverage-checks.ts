import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { CoverageChecksProps } from './pack-props';

/**
 * Checks that a plan selects every resource that AWS Backup can protect, by ARN, wildcard, tag, or condition. The plan can be in any stack of the app.
 *
 * @example
 * Validations.of(app).addPlugins(new CoverageChecks(app, { exemptTagKey: 'backup', exemptTagValue: 'none' }));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class CoverageChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: CoverageChecksProps = {}) {
    super('CoverageChecks', scope, props, checkOptionsOf('CoverageChecks', scope, props));
  }
}
