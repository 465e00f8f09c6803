import { certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, PlanRule } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';
import { selectedTypes, typesInWords } from '../../subjects/selected-types';

const CONTINUOUS = 'EnableContinuousBackup';

export const ruleContinuousUnsupported: Rule = {
  id: RuleId.RULE_CONTINUOUS_UNSUPPORTED,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A continuous rule takes resources that have continuous backups.',
  why: 'AWS Backup says nothing and makes ordinary snapshots, so that nothing can be restored to a point in time.',
  fix: 'Leave \'EnableContinuousBackup\' out, or take S3, RDS, Aurora or SAP HANA.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: (inventory) => inventory.rules.filter(({ continuous }) => continuous === true || continuous === UNKNOWN)
    .flatMap((rule) => outcomesOf(rule, inventory)),
};

function outcomesOf(rule: PlanRule, inventory: BackupInventory): Outcome[] {
  const place = below(rule.address, CONTINUOUS);
  const types = selectedTypes(inventory, rule.plan);
  const doubt = unknown(place, `${ruleInWords(rule)}: whether it is continuous, and takes what has continuous backups, cannot be known`);
  if (types === UNKNOWN) { return [doubt]; }
  if (types === 'any' || types.length === 0 || !types.every((row) => certainlyLacks(row, 'pointInTimeRecovery'))) { return []; }
  return rule.continuous === UNKNOWN ? [doubt] : [fault(place, `${ruleInWords(rule)}: '${CONTINUOUS}' does nothing for what the plan takes (${typesInWords(types)}), `
    + 'which gets ordinary snapshots: leave it out, or take what has continuous backups')];
}
