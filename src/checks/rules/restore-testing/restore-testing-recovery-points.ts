import { planLabel, plansIn } from './restore-tests';
import type { Entity } from '../../../inventory';
import { type TestedRecoveryPoints, recoveryPointProblems } from '../../../validation/restore-testing/restore-testing';
import { at } from '../../at';
import { elementsOrUnknown, judged, stringsIn } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const SELECTION = 'RecoveryPointSelection';
const NAMES = { algorithm: `${SELECTION}.Algorithm`, types: `${SELECTION}.RecoveryPointTypes`, vaults: `${SELECTION}.IncludeVaults` };

export const restoreTestingRecoveryPoints: Rule = {
  id: RuleId.RESTORE_TESTING_RECOVERY_POINTS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A restore testing plan selects recovery points with values that AWS Backup supports.',
  why: 'The deployment fails.',
  fix: 'Set an algorithm, one or two types of recovery points, and vaults by their ARNs or \'*\'.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingRecoveryPointSelection.html',
  evaluate: (inventory) => plansIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(plan: Entity): Outcome[] {
  const selection = plan.properties.get(SELECTION);
  const values: TestedRecoveryPoints = {
    algorithm: selection.get('Algorithm').string(),
    types: stringsIn(selection.get('RecoveryPointTypes')),
    vaults: stringsIn(selection.get('IncludeVaults')),
  };
  const subject = planLabel(plan);
  return judged(at(plan.address, selection), recoveryPointProblems(values, NAMES).map((problem) => problem.of(subject)),
    [values.algorithm, ...elementsOrUnknown(values.types)], `${subject}: a part of '${SELECTION}' is unknown.`);
}
