import type { CopyAction, Part } from '../../../inventory';
import { newRegionWarnings } from '../../../validation/environment/region-names';
import { copyProblems } from '../../../validation/plan/copies';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { copyLabel, ruleLabel } from '../../subjects/lifecycles';
import { targetArnProblems } from '../../subjects/vault-arns';

const DESTINATION = 'DestinationBackupVaultArn';

export const copyDestination: Rule = {
  id: RuleId.COPY_DESTINATION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A copy names the ARN of a vault in the same partition, and not the default vault of another account.',
  why: 'AWS Backup rejects the plan, or every copy job fails. AWS adds Regions, so a Region that this library does not know is a warning.',
  fix: 'Write the whole ARN of a vault that can receive the copy, or correct the Region of CopyTarget.region(…). If the Region is newer than this library, acknowledge the finding.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
  evaluate: ({ copies }) => copies.flatMap(outcomesOf),
};

function outcomesOf(copy: CopyAction): Outcome[] {
  const { address, destination, rule } = copy;
  const place = below(address, DESTINATION);
  const malformed = targetArnProblems(DESTINATION, destination);
  if (malformed.length > 0) { return faults(place, malformed.map((problem) => problem.of(ruleLabel(rule)))); }
  const problems = copyProblems(DESTINATION, rule.plan.environment, destination);
  if (problems.length > 0) { return faults(place, problems.map((problem) => problem.of(copyLabel(copy)))); }
  const warnings = newRegionWarnings('the copy should go to', destination.region);
  if (warnings.length > 0) { return faults(place, warnings.map((problem) => problem.of(ruleLabel(rule))), 'warning'); }
  const isOpen = destination.text === UNKNOWN || (isKnown(destination.text) && destination.text.parts.some(isOpenPart));
  return isOpen ? [unknown(place, `${ruleLabel(rule)}: '${DESTINATION}' is unknown.`)] : [];
}

function isOpenPart(part: Part): boolean {
  return part === UNKNOWN || (typeof part !== 'string' && part.kind === 'parameter');
}
