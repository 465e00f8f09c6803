import { type Limit, LIMITS } from '../../../capabilities/limits';
import type { Address, BackupInventory, Plan, PlanRule, Property } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { tagKeyProblems } from '../../../validation/tag-keys';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

export const planQuotas: Rule = {
  id: RuleId.PLAN_QUOTAS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Rules, copies, and added tags of a plan are within the quotas.',
  why: 'AWS does not raise these quotas. CloudFormation does not validate them, so the deployment fails.',
  fix: 'Divide the rules among several plans, or leave some out.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  evaluate: ({ plans, rules }: BackupInventory) => [...plans.flatMap(ofPlan), ...rules.flatMap(ofRule)],
};

function ofPlan({ address, label, properties }: Plan): Outcome[] {
  const list = properties.get('BackupPlan').get('BackupPlanRule');
  return ofList(list, 'BackupPlanRule', LIMITS.rulesPerPlan, below(address, 'BackupPlan.BackupPlanRule'), `plan ${label}`);
}

function ofRule(rule: PlanRule): Outcome[] {
  const { address, properties } = rule;
  const copies = ofList(properties.get('CopyActions'), 'CopyActions', LIMITS.copyActionsPerRule, below(address, 'CopyActions'), ruleLabel(rule));
  const name = 'RecoveryPointTags';
  const place = below(address, name);
  const keys = properties.get(name).names();
  if (keys === UNKNOWN) { return [...copies, unknown(place, `${ruleLabel(rule)}: '${name}' is unknown.`)]; }
  const problems = keys ? [...rangeProblems(name, keys.length, LIMITS.recoveryPointTags), ...tagKeyProblems(name, [...keys])] : [];
  return [...copies, ...faults(place, problems.map((problem) => problem.of(ruleLabel(rule))))];
}

/** An element with an unknown condition might be there or not. */
function ofList(list: Property, name: string, limit: Limit, place: Address, label: string): Outcome[] {
  const items = list.items();
  if (items === undefined) { return []; }
  if (items === UNKNOWN) { return [unknown(place, `${label}: how many '${name}' there are is unknown.`)]; }
  const certain = items.filter(({ isPresent }) => isPresent === true).length;
  const [least, most] = [certain, items.length].map((amount) => rangeProblems(name, amount, limit));
  if (least.length === 0 && most.length === 0) { return []; }
  return least.length > 0 && most.length > 0
    ? [fault(place, least[0].of(label))]
    : [unknown(place, `${label}: whether there are too many '${name}' or too few is unknown.`)];
}
