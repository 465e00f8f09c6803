import { selectionUnion } from '../../../../src/checks/rules/selection/selection-union';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { condition, selections, tag } from './selections';

const message = (arns: string) => `selection 'everything': 'Resources' should not have wildcards beside 'ListOfTags', got ${arns}. AWS Backup selects every resource that matches `
  + 'either of the two. To require both, use \'Conditions\'.';

describeRule(selectionUnion, {
  compliant: [
    { name: 'an ARN and a tag', ...selections({ Resources: ['arn:aws:s3:::orders'], ListOfTags: [tag('backup')] }) },
    { name: 'a wildcard and a condition', ...selections({ Resources: ['*'], Conditions: { StringEquals: [condition('aws:ResourceTag/backup')] } }) },
  ],
  nonCompliant: [
    { name: '\'*\' and a tag', ...selections({ Resources: ['*'], ListOfTags: [tag('backup')] }), messages: [message('\'*\'')], paths: ['BackupSelection.Resources'] },
    {
      name: 'types and a tag',
      ...selections({ Resources: ['arn:aws:rds:*:*:db:*', 'arn:aws:s3:::orders', 'arn:aws:s3:::*'], ListOfTags: [tag('backup')] }),
      messages: [message('\'arn:aws:rds:*:*:db:*\', \'arn:aws:s3:::*\'')],
    },
  ],
  notApplicable: [
    { name: 'ARNs alone', ...selections({ Resources: ['*'] }) },
    { name: 'tags alone', ...selections({ ListOfTags: [tag('backup')] }) },
  ],
  unknown: [{
    name: 'ARNs that are a parameter',
    ...selections({ Resources: PARAMETER, ListOfTags: [tag('backup')] }),
    messages: ['selection \'everything\': whether \'Resources\' has wildcards beside \'ListOfTags\' is unknown.'],
  }],
});
