import type { Selection } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { anyOf, hasItems } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionNotEmpty: Rule = {
  id: RuleId.SELECTION_NOT_EMPTY,
  packs: ['ValidityChecks', 'CoverageChecks'],
  level: 'warning',
  what: 'A selection says what it takes.',
  why: 'The guide says that such a selection means every resource; users report that AWS Backup refuses it.',
  fix: 'Name ARNs or tags; beside conditions, Resources: [\'*\'] or the ARNs of types.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const address = at(selection.address, selection.properties.get('BackupSelection'));
    const subject = `selection ${selection.inWords}: `;
    const named = namesAnything(selection);
    if (named === UNKNOWN) { return [unknown(address, `${subject}whether 'Resources' or 'ListOfTags' names anything cannot be known`)]; }
    return named ? [] : [fault(address, `${subject}'Resources' or 'ListOfTags' should name what is backed up, got neither: write Resources: ['*'] for every resource`)];
  }),
};

function namesAnything({ resources, listOfTags }: Selection): Answer {
  return anyOf([hasItems(resources), hasItems(listOfTags)]);
}
