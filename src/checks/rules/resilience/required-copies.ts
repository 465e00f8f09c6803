import { anyCopy, plansWithRules } from './copies-of-plan';
import type { Plan, VaultTarget } from '../../../inventory';
import { type Answer, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const requiredCopies: Rule = {
  id: RuleId.REQUIRED_COPIES,
  packs: ['ResilienceChecks'],
  level: 'error',
  what: 'Backups are copied to the required Regions and accounts.',
  why: 'If a disaster affects the original, the agreed Region or account has no backups to restore.',
  fix: 'Add a copy to a vault there in a rule of the plan.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  evaluate: (inventory, { requiredCopyRegions = [], requiredCopyAccounts = [] }) => plansWithRules(inventory).flatMap((plan) => [
    ...requiredCopyRegions.flatMap((region) => outcomesOf(plan, 'region', region)),
    ...requiredCopyAccounts.flatMap((account) => outcomesOf(plan, 'account', account)),
  ]),
};

/** A plan in the required Region or account already has its backups there. */
function outcomesOf(plan: Plan, part: 'region' | 'account', required: string): Outcome[] {
  const isPresent = (place: VaultTarget | Plan['environment']) => isEqual(place[part], required);
  const answer = anyOf([isPresent(plan.environment), anyCopy(plan, ({ destination }) => isPresent(destination))]);
  const address = at(plan.address, plan.properties.get('BackupPlan').get('BackupPlanRule'));
  const place = `${part === 'region' ? 'Region' : 'account'} '${required}'`;
  if (answer === UNKNOWN) { return [unknown(address, `plan ${plan.label}: whether it copies to ${place} is unknown.`, required)]; }
  return answer ? [] : [fault(address, new Problem('no-copy', `plan ${plan.label}: 'CopyActions' must name a vault in ${place} in at least one rule, got none. Add a copy to one.`, required))];
}

function isEqual(actual: Value<string>, required: string): Answer {
  return actual === UNKNOWN ? UNKNOWN : actual === required;
}
