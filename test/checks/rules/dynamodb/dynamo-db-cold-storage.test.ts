import { dynamoDbColdStorage } from '../../../../src/checks/rules/dynamodb/dynamo-db-cold-storage';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { NOT_STATED, OFF, REMEDY, tablesWith } from './tables';

const COLD = [{ cold: 30 }];
const ALL = [{ arns: ['*'] }];
const CONSEQUENCE = `backups of tables stay in warm storage. ${REMEDY}, or select tables for a plan without cold storage.`;
const off = { dynamoDbAdvancedFeatures: false };

describeRule(dynamoDbColdStorage, {
  compliant: [
    { name: 'stated to be on', ...tablesWith(['orders'], { rules: COLD, selections: ALL }), options: { dynamoDbAdvancedFeatures: true } },
  ],
  nonCompliant: [
    {
      name: 'stated to be off',
      ...tablesWith(['orders'], { rules: COLD, selections: ALL }),
      options: off,
      messages: [`rule 'daily' moves backups to cold storage and selects the table 'orders' (by '*'). ${OFF} ${CONSEQUENCE}`],
      paths: ['BackupPlan.BackupPlanRule[0].Lifecycle.MoveToColdStorageAfterDays'],
    },
    {
      name: 'not stated, which is a warning',
      ...tablesWith(['orders', 'customers'], { rules: COLD, selections: [{ tags: [['backup', 'gold']] }] }, 'TableV2'),
      messages: [`rule 'daily' moves backups to cold storage and selects the tables 'orders' (by tag backup=gold), 'customers' (by tag backup=gold). ${NOT_STATED} ${CONSEQUENCE}`],
      levels: ['warning'],
    },
  ],
  notApplicable: [
    { name: 'no cold storage', ...tablesWith(['orders'], { selections: ALL }), options: off },
    { name: 'no table', ...tablesWith([], { rules: COLD, selections: ALL }), options: off },
  ],
  unknown: [
    {
      name: 'days that are a parameter',
      ...tablesWith(['orders'], { rules: [{ cold: PARAMETER }], selections: ALL }),
      options: off,
      messages: ['Whether rule \'daily\' moves backups to cold storage and selects the table \'orders\' (by \'*\') is unknown.'],
    },
    { name: 'a selection by a parameter', ...tablesWith(['orders'], { rules: COLD, selections: [{ tags: [['backup', PARAMETER]] }] }), options: off },
  ],
});
