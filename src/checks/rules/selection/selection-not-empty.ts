import type { Selection } from '../../../inventory';
import { type Answer, anyOf, hasItems } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionNotEmpty: Rule = {
  id: RuleId.SELECTION_NOT_EMPTY,
  packs: ['ValidityChecks', 'CoverageChecks'],
  level: 'warning',
  what: 'A selection names the resources that it selects.',
  why: 'According to the guide, a selection that names no ARNs and no tags selects every resource. Users report that AWS Backup rejects it.',
  fix: 'Name ARNs or tags. With conditions, add Resources: [\'*\'] or the ARNs of types.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const address = at(selection.address, selection.properties.get('BackupSelection'));
    const subject = `selection ${selection.label}`;
    const named = namesAnything(selection);
    if (named === UNKNOWN) { return [unknown(address, `${subject}: whether 'Resources' or 'ListOfTags' names anything is unknown.`)]; }
    return named ? [] : [fault(address, new Problem('empty', '\'Resources\' or \'ListOfTags\' should name what is backed up, got neither. Write Resources: [\'*\'] for every resource.').of(subject))];
  }),
};

function namesAnything({ resources, listOfTags }: Selection): Answer {
  return anyOf([hasItems(resources), hasItems(listOfTags)]);
}
