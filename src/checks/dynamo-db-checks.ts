import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { DynamoDbChecksProps } from './pack-props';

/**
 * What tables can have with and without the advanced features of AWS Backup for DynamoDB.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class DynamoDbChecks extends BackupPack {
  /**
   * Makes the pack, to be registered with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists what is wrong with the props
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  constructor(scope?: IConstruct, props: DynamoDbChecksProps = {}) {
    super('DynamoDbChecks', scope, props, checkOptionsOf('DynamoDbChecks', props));
  }
}
