import { selectionTagValues } from '../../../../src/checks/rules/selection/selection-tag-values';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { selections } from './selections';

const LIST = 'BackupSelection.ListOfTags[0]';
const conditions = (operator: string, ConditionValue: unknown) => selections({
  Resources: ['*'], Conditions: { [operator]: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue }] },
});
const tag = (ConditionValue: string) => selections({ ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue }] });
const message = (path: string, key: string, value: string, alternative: string) => `selection 'everything': '${path}.ConditionValue' should have no wildcard `
  + `in the value of the tag '${key}', got '${value}'. AWS Backup compares the whole value, including the asterisk. For a pattern, use '${alternative}'.`;

describeRule(selectionTagValues, {
  compliant: [
    { name: 'a value', ...conditions('StringEquals', 'gold') },
    { name: 'a pattern', ...conditions('StringLike', 'gold*') },
    { name: 'a pattern to exclude', ...conditions('StringNotLike', 'gold*') },
    { name: 'a tag', ...tag('gold?') },
  ],
  nonCompliant: [
    {
      name: 'an asterisk',
      ...conditions('StringEquals', 'gold*'),
      messages: [message('BackupSelection.Conditions.StringEquals[0]', 'backup', 'gold*', 'Conditions.StringLike')],
      paths: ['BackupSelection.Conditions.StringEquals[0].ConditionValue'],
    },
    {
      name: 'an asterisk in a value to exclude',
      ...conditions('StringNotEquals', '*'),
      messages: [message('BackupSelection.Conditions.StringNotEquals[0]', 'backup', '*', 'Conditions.StringNotLike')],
    },
    { name: 'an asterisk in a tag list', ...tag('*-gold'), messages: [message(LIST, 'backup', '*-gold', 'Conditions.StringLike')] },
  ],
  notApplicable: [{ name: 'no tags', ...selections({ Resources: ['*'] }) }],
  unknown: [
    { name: 'a value that is a parameter', ...tag(PARAMETER), messages: [`selection 'everything': whether '${LIST}.ConditionValue' has a wildcard is unknown.`] },
    { name: 'a condition that is a parameter', ...conditions('StringEquals', PARAMETER) },
  ],
});
