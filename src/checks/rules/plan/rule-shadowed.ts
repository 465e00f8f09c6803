import type { BackupInventory, Plan, PlanRule } from '../../../inventory';
import { keepsLonger, shadows } from '../../../validation/plan/shadowed-rules';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';
import { plansTogether } from '../../subjects/selected';

const SCHEDULE = 'ScheduleExpression';

export const ruleShadowed: Rule = {
  id: RuleId.RULE_SHADOWED,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'No rule always overlaps a rule with a longer retention.',
  why: 'If the start windows of two rules overlap for a resource, AWS Backup creates only the backup with the longer retention. A rule that always '
    + 'overlaps never creates a backup. Continuous rules run independently of snapshots.',
  fix: 'Move the schedule, or shorten the start window. Its default is eight hours.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory) => outcomesIn(inventory),
};

function outcomesIn(inventory: BackupInventory): Outcome[] {
  const others = plansTogether(inventory);
  return inventory.plans.flatMap((plan) => {
    const rivals = [plan, ...others.get(plan) ?? []].flatMap(snapshotRules);
    return rivals.length < 2 ? [] : snapshotRules(plan).flatMap((rule) => outcomesOf(rule, rivals));
  });
}

function snapshotRules({ rules }: Plan): PlanRule[] {
  return isKnown(rules) ? rules.filter(({ continuous }) => continuous === undefined || continuous === false) : [];
}

function outcomesOf(shorter: PlanRule, rivals: readonly PlanRule[]): Outcome[] {
  const place = below(shorter.address, SCHEDULE);
  const answers = rivals.filter((rival) => keepsLonger(rival, shorter)).map((rival) => ({ rival, answer: shadows(rival, shorter) }));
  const longer = answers.find(({ answer }) => answer === true)?.rival;
  if (longer) {
    const beside = longer.plan === shorter.plan;
    const name = beside ? ruleLabel(longer) : `${ruleLabel(longer)} of plan ${longer.plan.label}`;
    return [fault(place, new Problem('shadowed', `${ruleLabel(shorter)}: the rule never creates a backup${beside ? '' : ' of resources that both plans select'}. Each of its start windows overlaps one of `
      + `${name}, and AWS Backup creates only the backup with the longer retention. Move '${SCHEDULE}', or shorten 'StartWindowMinutes'.`))];
  }
  return answers.some(({ answer }) => answer === UNKNOWN)
    ? [unknown(place, `${ruleLabel(shorter)}: whether it always overlaps a rule with a longer retention is unknown.`)]
    : [];
}
