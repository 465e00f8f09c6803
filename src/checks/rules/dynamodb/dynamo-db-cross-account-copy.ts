import { copiedTables } from './copied-tables';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const dynamoDbCrossAccountCopy: Rule = {
  id: RuleId.DYNAMODB_CROSS_ACCOUNT_COPY,
  packs: ['DynamoDbChecks'],
  level: 'error',
  what: 'Tables are copied to another account only with advanced features.',
  why: 'Without the advanced features of AWS Backup for DynamoDB, AWS Backup does not copy tables. The backup job succeeds, and the other account '
    + 'receives nothing.',
  fix: 'Turn on the advanced features in the Region settings, and set \'dynamoDbAdvancedFeatures\' of the pack. Otherwise select tables for a plan without these copies.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html',
  evaluate: (inventory, options) => copiedTables(inventory, options, 'crossAccount'),
};
