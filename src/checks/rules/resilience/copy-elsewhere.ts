import { anyCopy, plansWithRules } from './copies-of-plan';
import { certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { CopyAction, Plan } from '../../../inventory';
import { type Answer, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const copyElsewhere: Rule = {
  id: RuleId.COPY_ELSEWHERE,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'Backups are copied to another Region or account.',
  why: 'An attacker with access to the account can delete recovery points without a lock. A Region outage affects the backups together with the data.',
  fix: 'Copy the backups of at least one rule to a vault in another Region or, preferably, another account. In a TieredBackupPlan, use CopyTarget.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  evaluate: (inventory) => plansWithRules(inventory).flatMap(outcomesOf),
};

function outcomesOf(plan: Plan): Outcome[] {
  const { region } = plan.environment;
  if (isKnown(region) && certainlyMissingIn(region, 'crossRegionCopy') && certainlyMissingIn(region, 'crossAccountCopy')) { return []; }
  const elsewhere = anyCopy(plan, leaves);
  const address = at(plan.address, plan.properties.get('BackupPlan').get('BackupPlanRule'));
  if (elsewhere === UNKNOWN) { return [unknown(address, `plan ${plan.label}: whether it copies to another Region or account is unknown.`)]; }
  return elsewhere ? [] : [fault(address, new Problem('no-copy', `plan ${plan.label}: 'CopyActions' should name a vault in another Region or account in at least one rule, got none. Add a copy.`))];
}

function leaves({ crossRegion, crossAccount }: CopyAction): Answer {
  return anyOf([crossRegion, crossAccount]);
}
