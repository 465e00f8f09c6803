import { type App, Stack, Tags } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { type RuleCases, ACCOUNT, OTHER_ACCOUNT, REGION, sourceOf } from '../../rule-cases';
import { PARAMETER, planInCdk, planInCfn } from '../backups';
import { NOT_STATED, OFF, REMEDY, tablesWith } from './tables';

const IN_ACCOUNT = `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:other`;
const IN_REGION = `arn:aws:backup:${REGION}:${OTHER_ACCOUNT}:backup-vault:other`;
const BY_TAG = [{ tags: [['backup', 'gold'] as const] }];
const ALL = [{ arns: ['*'] }];
const CONSEQUENCE = `AWS Backup does not copy tables. ${REMEDY}, or select tables for a plan without these copies.`;
const PATH = 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn';
const off = { dynamoDbAdvancedFeatures: false };

/** Copies that an account without the advanced features cannot make. */
export function copiesOfTables(place: 'account' | 'Region'): RuleCases {
  const [here, elsewhere] = place === 'account' ? [IN_ACCOUNT, IN_REGION] : [IN_REGION, IN_ACCOUNT];
  const copy = [{ copyTo: [elsewhere] }];

  return {
    compliant: [
      { name: 'stated to be on', ...tablesWith(['orders'], { rules: copy, selections: ALL }), options: { dynamoDbAdvancedFeatures: true } },
      { name: `a copy within the ${place}`, ...tablesWith(['orders'], { rules: [{ copyTo: [here] }], selections: ALL }), options: off },
    ],
    nonCompliant: [
      {
        name: 'stated to be off, by tag',
        ...tablesWith(['orders'], { rules: copy, selections: BY_TAG }),
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' (by tag backup=gold). ${OFF} ${CONSEQUENCE}`],
        paths: [PATH],
      },
      {
        name: 'stated to be off, by \'*\'',
        ...tablesWith(['orders'], { rules: copy, selections: ALL }),
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' (by '*'). ${OFF} ${CONSEQUENCE}`],
      },
      {
        name: 'stated to be off, a TableV2',
        ...tablesWith(['orders'], { rules: copy, selections: BY_TAG }, 'TableV2'),
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' (by tag backup=gold). ${OFF} ${CONSEQUENCE}`],
      },
      {
        name: 'stated to be off, from another stack',
        cdk: (stack) => {
          const table = new dynamodb.Table(stack, 'Table', { tableName: 'orders', partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
          Tags.of(table).add('backup', 'gold');
          planInCdk(new Stack(stack.node.root as App, 'Other', { env: { account: ACCOUNT, region: REGION } }), { rules: copy, selections: BY_TAG });
        },
        cfn: [
          sourceOf({ Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', Tags: [{ Key: 'backup', Value: 'gold' }] } } }),
          sourceOf(planInCfn({ rules: copy, selections: BY_TAG }), { id: 'Other' }),
        ],
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' of 'Stack' (by tag backup=gold). ${OFF} ${CONSEQUENCE}`],
      },
      {
        name: 'several copies in one finding',
        ...tablesWith(['orders'], { rules: [{ copyTo: [here, elsewhere, elsewhere.replace('other', 'third')] }], selections: ALL }),
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' (by '*'). ${OFF} ${CONSEQUENCE}`],
        paths: [PATH.replace('Actions[0]', 'Actions[1]')],
      },
      {
        name: 'not stated, which is a warning',
        ...tablesWith(['orders'], { rules: copy, selections: ALL }),
        messages: [`rule 'daily' copies to another ${place} and selects the table 'orders' (by '*'). ${NOT_STATED} ${CONSEQUENCE}`],
        levels: ['warning'],
      },
      {
        name: 'several tables in one finding',
        ...tablesWith(['a', 'b', 'c', 'd', 'e'], { rules: copy, selections: [...BY_TAG, ...ALL] }),
        options: off,
        messages: [`rule 'daily' copies to another ${place} and selects the tables 'a' (by tag backup=gold), 'b' (by tag backup=gold), 'c' (by tag backup=gold) and 2 more. `
          + `${OFF} ${CONSEQUENCE}`],
      },
    ],
    notApplicable: [
      { name: 'no copy', ...tablesWith(['orders'], { selections: ALL }), options: off },
      { name: 'no table', ...tablesWith([], { rules: copy, selections: ALL }), options: off },
      { name: 'a table that is not selected', ...tablesWith(['orders'], { rules: copy, selections: [{ tags: [['backup', 'silver']] }] }), options: off },
    ],
    unknown: [
      {
        name: 'a copy to where a parameter says',
        ...tablesWith(['orders'], { rules: [{ copyTo: [PARAMETER] }], selections: ALL }),
        options: off,
        messages: [`Whether rule 'daily' copies to another ${place} and selects the table 'orders' (by '*') is unknown.`],
      },
      { name: 'a selection by a parameter', ...tablesWith(['orders'], { rules: copy, selections: [{ arns: [PARAMETER] }] }), options: off },
    ],
  };
}
