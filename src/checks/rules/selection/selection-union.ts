import { contentOf, readable } from './content';
import type { Selection } from '../../../inventory';
import { unionWarnings } from '../../../validation/selection/resource-arns';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const NAMES = { resources: 'Resources', tags: 'ListOfTags', fix: 'To require both, use \'Conditions\'.' };

export const selectionUnion: Rule = {
  id: RuleId.SELECTION_UNION,
  packs: ['CoverageChecks'],
  level: 'warning',
  what: 'A selection does not combine ARNs with wildcards and a tag list.',
  why: 'AWS Backup selects every resource that matches either of them. It backs up, and you pay for, more than the tags select.',
  fix: 'Use Conditions, which narrow the ARNs. If you want both groups of resources, use two selections.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap(outcomesOf),
};

function outcomesOf(selection: Selection): Outcome[] {
  const { resources, listOfTags, label } = selection;
  if (listOfTags === undefined || resources === undefined || (isKnown(listOfTags) && listOfTags.length === 0)) { return []; }
  const address = at(selection.address, contentOf(selection, 'Resources'));
  const arns = readable(resources);
  const warnings = unionWarnings(NAMES, arns);
  if (warnings.length > 0 && isKnown(listOfTags)) { return faults(address, warnings.map((problem) => problem.of(`selection ${label}`))); }
  const doubtful = warnings.length > 0 || resources === UNKNOWN || (isKnown(listOfTags) && resources.includes(UNKNOWN));
  return doubtful ? [unknown(address, `selection ${label}: whether 'Resources' has wildcards beside 'ListOfTags' is unknown.`)] : [];
}
