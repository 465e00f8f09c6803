import { selectionNotEmpty } from '../../../../src/checks/rules/selection/selection-not-empty';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { condition, selections, tag } from './selections';

const message = 'selection \'everything\': \'Resources\' or \'ListOfTags\' should name what is backed up, got neither. Write Resources: [\'*\'] for every resource.';

describeRule(selectionNotEmpty, {
  compliant: [
    { name: 'ARNs', ...selections({ Resources: ['*'] }) },
    { name: 'tags', ...selections({ ListOfTags: [tag('backup')] }) },
  ],
  nonCompliant: [
    { name: 'nothing', ...selections({}), messages: [message], paths: ['BackupSelection'] },
    { name: 'an empty list', ...selections({ NotResources: ['arn:aws:s3:::*'], ListOfTags: [] }), messages: [message] },
    { name: 'conditions alone', ...selections({ Conditions: { StringEquals: [condition('aws:ResourceTag/backup')] } }), messages: [message] },
  ],
  notApplicable: [{ name: 'no selection', ...selections() }],
  unknown: [{
    name: 'a list that is a parameter',
    ...selections({ Resources: PARAMETER }),
    messages: ['selection \'everything\': whether \'Resources\' or \'ListOfTags\' names anything is unknown.'],
  }],
});
