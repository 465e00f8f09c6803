import type { IConstruct } from 'constructs';
import { BackupPack } from './backup-pack';
import { checkOptionsOf } from './pack-options';
import type { DynamoDbChecksProps } from './pack-props';

/**
 * Checks whether plans use features that tables support only with the advanced features of AWS Backup for DynamoDB.
 *
 * @example
 * Validations.of(app).addPlugins(new DynamoDbChecks(app, { dynamoDbAdvancedFeatures: true }));
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class DynamoDbChecks extends BackupPack {
  /**
   * Creates the pack. Register it with `Validations.of(app).addPlugins(…)`.
   *
   * @param scope the app
   * @throws an error that lists every invalid prop
   */
  constructor(scope?: IConstruct, props: DynamoDbChecksProps = {}) {
    super('DynamoDbChecks', scope, props, checkOptionsOf('DynamoDbChecks', scope, props));
  }
}
