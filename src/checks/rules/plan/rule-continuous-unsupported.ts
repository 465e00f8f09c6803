import { certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, PlanRule } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';
import { selectedTypes, typesLabel } from '../../subjects/selected-types';

const CONTINUOUS = 'EnableContinuousBackup';

export const ruleContinuousUnsupported: Rule = {
  id: RuleId.RULE_CONTINUOUS_UNSUPPORTED,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A continuous rule selects resources that support continuous backups.',
  why: 'AWS Backup creates snapshots without an error. Nothing can be restored to a point in time.',
  fix: 'Leave out EnableContinuousBackup, or use a tier other than BackupTier.continuous(…). Or select S3, RDS, Aurora, or SAP HANA.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: (inventory) => inventory.rules.filter(({ continuous }) => continuous === true || continuous === UNKNOWN)
    .flatMap((rule) => outcomesOf(rule, inventory)),
};

function outcomesOf(rule: PlanRule, inventory: BackupInventory): Outcome[] {
  const place = below(rule.address, CONTINUOUS);
  const types = selectedTypes(inventory, rule.plan);
  const doubt = unknown(place, `${ruleLabel(rule)}: whether it is continuous, and selects types with continuous backups, is unknown.`);
  if (types === UNKNOWN) { return [doubt]; }
  if (types === 'any' || types.length === 0 || !types.every((row) => certainlyLacks(row, 'pointInTimeRecovery'))) { return []; }
  return rule.continuous === UNKNOWN || inventory.mayHaveMoreIn(rule.plan.environment) ? [doubt] : [fault(place, new Problem('types', `${ruleLabel(rule)}: '${CONTINUOUS}' has no effect on the types that the plan selects (${typesLabel(types)}). `
    + 'AWS Backup creates snapshots of them. Leave it out, or select types with continuous backups.'))];
}
