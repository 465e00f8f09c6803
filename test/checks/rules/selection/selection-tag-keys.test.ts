import { selectionTagKeys } from '../../../../src/checks/rules/selection/selection-tag-keys';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { condition, selections, tag } from './selections';

const LIST = 'BackupSelection.ListOfTags[0]';
const CONDITION = 'BackupSelection.Conditions.StringLike[0].ConditionKey';

describeRule(selectionTagKeys, {
  compliant: [
    { name: 'a tag', ...selections({ ListOfTags: [tag('backup')] }) },
    { name: 'a condition', ...selections({ Resources: ['*'], Conditions: { StringLike: [condition('aws:ResourceTag/backup')] } }) },
  ],
  nonCompliant: [
    {
      name: 'a tag with the prefix',
      ...selections({ ListOfTags: [tag('aws:ResourceTag/backup')] }),
      messages: [`selection 'everything': '${LIST}.ConditionKey' must be a tag key without prefix, got 'aws:ResourceTag/backup'. Write 'backup'.`],
      paths: [`${LIST}.ConditionKey`],
    },
    {
      name: 'a condition without the prefix',
      ...selections({ Resources: ['*'], Conditions: { StringLike: [condition('backup')] } }),
      messages: [`selection 'everything': '${CONDITION}' must begin with 'aws:ResourceTag/', got 'backup'. Write 'aws:ResourceTag/backup'.`],
      paths: [CONDITION],
    },
    {
      name: 'another comparison',
      ...selections({ ListOfTags: [tag('backup', 'STRINGLIKE')] }),
      messages: [`selection 'everything': '${LIST}.ConditionType' must be 'STRINGEQUALS', got 'STRINGLIKE'. Use 'Conditions' for other comparisons.`],
    },
    {
      name: 'the spelling of the guide, which is a warning',
      ...selections({ ListOfTags: [tag('backup', 'StringEquals')] }),
      messages: [`selection 'everything': '${LIST}.ConditionType' should be 'STRINGEQUALS', as in the API reference, got 'StringEquals'. Write it in uppercase.`],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'no tags', ...selections({ Resources: ['*'] }) }],
  unknown: [
    {
      name: 'a key that is a parameter',
      ...selections({ ListOfTags: [tag(PARAMETER)] }),
      messages: [`selection 'everything': whether AWS Backup accepts '${LIST}.ConditionKey' is unknown.`],
    },
    { name: 'a condition\'s key that is a parameter', ...selections({ Resources: ['*'], Conditions: { StringLike: [condition(PARAMETER)] } }) },
  ],
});
