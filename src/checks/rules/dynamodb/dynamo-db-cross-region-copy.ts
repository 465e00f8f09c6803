import { copiedTables } from './copied-tables';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const dynamoDbCrossRegionCopy: Rule = {
  id: RuleId.DYNAMODB_CROSS_REGION_COPY,
  packs: ['DynamoDbChecks'],
  level: 'error',
  what: 'Tables are copied to another Region only with advanced features.',
  why: 'Without the advanced features of AWS Backup for DynamoDB no copy of a table is made: the backup succeeds, and the other Region stays empty.',
  fix: 'Turn the advanced features on in the Region settings, and state it to the pack; or take tables by a plan without such copies.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html',
  evaluate: (inventory, options) => copiedTables(inventory, options, 'crossRegion'),
};
