import { certainlyHas } from '../../../capabilities/resource-types';
import type { BackupInventory, PlanRule } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';
import { pairs, resourceInWords, someInWords } from '../../subjects/taken';

const CONTINUOUS = 'EnableContinuousBackup';

export const oneContinuousRule: Rule = {
  id: RuleId.ONE_CONTINUOUS_RULE,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A resource is in one continuous rule only.',
  why: 'AWS Backup makes one continuous backup of a resource: in one vault the longest retention wins, and with several vaults all rules but the '
    + 'first make snapshots, whose jobs end with issues.',
  fix: 'Make one of the rules continuous, and the others ordinary.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: (inventory) => outcomesIn(inventory),
};

function outcomesIn(inventory: BackupInventory): Outcome[] {
  const resources = inventory.protectables.filter(({ rows }) => rows.every((row) => certainlyHas(row, 'pointInTimeRecovery')));
  return pairs(inventory, resources, pairsOf).map(({ one, other, resources: both }) => {
    const place = below(other.address, CONTINUOUS);
    const what = someInWords(both.map((each) => resourceInWords(each, place)));
    return [one, other].some(({ continuous }) => continuous === UNKNOWN)
      ? unknown(place, `${ruleInWords(other)}: whether it is the only continuous rule that takes ${what} cannot be known`)
      : fault(place, `${ruleInWords(other)} of plan ${other.plan.inWords} takes ${what}, of which ${ruleInWords(one)} of plan ${one.plan.inWords} makes continuous backups `
        + `too: AWS Backup makes one only, so leave '${CONTINUOUS}' out of one of them`);
  });
}

function pairsOf(rules: readonly PlanRule[]): (readonly [PlanRule, PlanRule])[] {
  const continuous = rules.filter((rule) => rule.continuous === true || rule.continuous === UNKNOWN);
  return continuous.slice(1).map((other) => [continuous[0], other]);
}
