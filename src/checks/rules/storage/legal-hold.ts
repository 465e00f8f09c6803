import { LIMITS } from '../../../capabilities/limits';
import type { Entity } from '../../../inventory';
import { dateProblems, dateRangeProblems, futureDateWarnings } from '../../../validation/storage/storage';
import { Problem } from '../../../values/problem';
import { count } from '../../../values/quantity';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import { type Outcome, type Rule, fault, faults } from '../../rule';
import { RuleId } from '../../rule-id';

export const legalHold: Rule = {
  id: RuleId.LEGAL_HOLD,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A legal hold has dates and a description that AWS Backup accepts.',
  why: 'Without the hold, recovery points that are evidence are deleted when their retention ends.',
  fix: 'Set ISO 8601 dates in the past, the earlier one first.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/legalhold.html',
  evaluate: (inventory, _, moment) => inventory.ofType('AWS::Backup::LegalHold').flatMap((hold) => outcomesOf(hold, moment)),
};

const RANGE = 'RecoveryPointSelection.DateRange';
const [FROM, TO] = [`${RANGE}.FromDate`, `${RANGE}.ToDate`];

function outcomesOf(hold: Entity, moment: Date): Outcome[] {
  const subject = `legal hold ${hold.address.logicalId}`;
  const labeled = (problems: readonly Problem[]) => problems.map((problem) => problem.of(subject));
  const range = hold.properties.get('RecoveryPointSelection').get('DateRange');
  const dates = [{ name: FROM, property: range.get('FromDate') }, { name: TO, property: range.get('ToDate') }];
  const [from, to] = dates.map(({ property }) => property.string());
  const malformed = dates.flatMap(({ name, property }) =>
    judged(at(hold.address, property), labeled(dateProblems(name, property.string())), [property.string()], `${subject}: '${name}' is unknown.`));
  return [
    ...malformed,
    ...malformed.length > 0 ? [] : faults(at(hold.address, dates[0].property), labeled(dateRangeProblems(from, to, { from: FROM, to: TO }))),
    ...dates.flatMap(({ name, property }) => faults(at(hold.address, property), labeled(futureDateWarnings(name, property.string(), moment)), 'warning')),
    ...ofDescription(hold, subject),
  ];
}

/** Only the guide documents this limit. */
function ofDescription(hold: Entity, subject: string): Outcome[] {
  const property = hold.properties.get('Description');
  const text = property.string();
  const { max, unit } = LIMITS.legalHoldDescription;
  return isKnown(text) && text.length > max
    ? [fault(at(hold.address, property), new Problem('maximum', `'Description' should be at most ${count(max, unit)}, got ${count(text.length, unit)}. Shorten it.`).of(subject), 'warning')]
    : [];
}
