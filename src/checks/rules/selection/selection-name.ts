import { contentOf } from './content';
import { NAMES } from '../../../capabilities/limits';
import { nameProblems } from '../../../private/ranges';
import { UNKNOWN } from '../../../private/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupSelection.SelectionName';

export const selectionName: Rule = {
  id: RuleId.SELECTION_NAME,
  level: 'error',
  what: 'A selection has a name that AWS Backup takes.',
  why: 'AWS Backup refuses the selection, and the deployment fails.',
  fix: 'Choose another name.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const address = at(selection.address, contentOf(selection, 'SelectionName'));
    return selection.name === UNKNOWN
      ? [unknown(address, `'${PROPERTY}': whether AWS Backup takes it cannot be known`)]
      : faults(address, nameProblems(PROPERTY, selection.name, NAMES.selection));
  }),
};
