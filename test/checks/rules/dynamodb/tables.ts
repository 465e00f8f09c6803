import { type Stack, Tags } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { type GivenPlan, planInCdk, planInCfn, template } from '../backups';

const KEY = { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } };

/** Tables by their names, all tagged `backup=gold`, and a plan. */
export const tablesWith = (names: readonly string[], plan: GivenPlan, kind: 'Table' | 'TableV2' = 'Table') => ({
  cdk: (stack: Stack) => {
    for (const name of names) {
      const props = { ...KEY, tableName: name };
      Tags.of(kind === 'Table' ? new dynamodb.Table(stack, name, props) : new dynamodb.TableV2(stack, name, props)).add('backup', 'gold');
    }
    planInCdk(stack, plan);
  },
  cfn: template({ ...Object.fromEntries(names.map((name) => [name, inCfn(name, kind)])), ...planInCfn(plan) }),
});

function inCfn(name: string, kind: 'Table' | 'TableV2'): object {
  const tags = [{ Key: 'backup', Value: 'gold' }];
  return kind === 'Table'
    ? { Type: 'AWS::DynamoDB::Table', Properties: { TableName: name, Tags: tags } }
    : { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: name, Replicas: [{ Region: 'eu-west-1', Tags: tags }] } };
}

const FEATURES = 'advanced features of AWS Backup for DynamoDB';
/** The reason of the finding if the features are stated to be off. */
export const OFF = `The account has no ${FEATURES}. Without them,`;
export const NOT_STATED = `Whether the account has the ${FEATURES} is unknown. Without them,`;
export const REMEDY = 'Turn them on and set \'dynamoDbAdvancedFeatures\'';
