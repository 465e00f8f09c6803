import { contentOf } from './content';
import { NAMES } from '../../../capabilities/limits';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupSelection.SelectionName';

export const selectionName: Rule = {
  id: RuleId.SELECTION_NAME,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection has a name that AWS Backup accepts.',
  why: 'AWS Backup rejects the selection, and the deployment fails.',
  fix: 'Choose another name.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const property = contentOf(selection, 'SelectionName');
    return judged(at(selection.address, property), writtenNameProblems(PROPERTY, property, NAMES.selection), [property.string()],
      `'${PROPERTY}': whether AWS Backup accepts it is unknown.`);
  }),
};
