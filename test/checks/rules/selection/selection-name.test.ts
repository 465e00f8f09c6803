import { selectionName } from '../../../../src/checks/rules/selection/selection-name';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { selections } from './selections';

const PATH = 'BackupSelection.SelectionName';
const message = (name: string) => `'${PATH}' must be 1 to 50 letters, digits, hyphens, underscores, or dots, got '${name}'. Choose another name.`;

describeRule(selectionName, {
  compliant: [
    { name: 'a name of one character', ...selections({ SelectionName: 'a' }) },
    { name: 'a name of 50 characters', ...selections({ SelectionName: `a.-_${'0'.repeat(46)}` }) },
  ],
  nonCompliant: [
    { name: 'a space', ...selections({ SelectionName: 'all tables' }), messages: [message('all tables')], paths: [PATH] },
    { name: 'a name of 51 characters', ...selections({ SelectionName: 'a'.repeat(51) }), messages: [message('a'.repeat(51))] },
  ],
  notApplicable: [{ name: 'no selection', ...selections() }],
  unknown: [{ name: 'a parameter', ...selections({ SelectionName: PARAMETER }), messages: [`'${PATH}': whether AWS Backup accepts it is unknown.`] }],
});
