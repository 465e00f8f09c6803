import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { RetentionChecksProps } from './pack-props';

/**
 * Checks minimum and maximum retention, cold storage, continuous backups, overlapping rules, and vault locks.
 *
 * @example
 * Validations.of(app).addPlugins(new RetentionChecks(app, { minRetention: Duration.days(30) }));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class RetentionChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: RetentionChecksProps = {}) {
    super('RetentionChecks', scope, props, checkOptionsOf('RetentionChecks', scope, props));
  }
}
