import { withoutAdvancedFeatures } from './advanced-features';
import { tablesOf } from './reached-tables';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const dynamoDbColdStorage: Rule = {
  id: RuleId.DYNAMODB_COLD_STORAGE,
  packs: ['DynamoDbChecks'],
  level: 'error',
  what: 'Tables are moved to cold storage only with advanced features.',
  why: 'Without the advanced features of AWS Backup for DynamoDB, backups of tables stay in warm storage, at its price.',
  fix: 'Turn on the advanced features in the Region settings, and set \'dynamoDbAdvancedFeatures\' of the pack. Otherwise select tables for a plan without cold storage.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html',
  evaluate: (inventory, options) => inventory.rules.flatMap((rule) => {
    const days = rule.lifecycle.moveToColdStorageAfter;
    return withoutAdvancedFeatures({
      address: at(rule.address, rule.properties.get('Lifecycle').get('MoveToColdStorageAfterDays')),
      subject: `rule ${rule.label} moves backups to cold storage and selects`,
      applies: days === UNKNOWN ? UNKNOWN : days !== undefined,
      consequence: 'backups of tables stay in warm storage',
      otherwise: 'or select tables for a plan without cold storage',
      tables: () => tablesOf(rule.plan, inventory),
      level: 'error',
    }, options);
  }),
};
