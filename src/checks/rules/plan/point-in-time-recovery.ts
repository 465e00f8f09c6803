import { certainlyHas } from '../../../capabilities/resource-types';
import type { BackupInventory, Protectable } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { rulesSelecting, someLabel } from '../../subjects/selected';

export const pointInTimeRecovery: Rule = {
  id: RuleId.POINT_IN_TIME_RECOVERY,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'Resources that support continuous backups have them.',
  why: 'Data written since the last snapshot, often a day ago, is lost with the resource.',
  fix: 'Add BackupTier.continuous(…), or a rule with EnableContinuousBackup, to a plan that selects the resource.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: (inventory) => inventory.protectables.filter(mayHaveContinuousBackups).flatMap((resource) => outcomesOf(resource, inventory)),
};

function outcomesOf(resource: Protectable, inventory: BackupInventory): Outcome[] {
  if (inventory.coverageOf(resource).covered !== 'yes') { return []; }
  const { rules, complete } = rulesSelecting(inventory, resource);
  if (complete && rules.length === 0) { return []; }
  if (rules.some(({ continuous }) => continuous === true)) { return []; }
  const [title] = resource.rows[0].title.split(',');
  const certain = complete && resource.rows.every((row) => certainlyHas(row, 'pointInTimeRecovery'));
  return !certain || rules.some(({ continuous }) => continuous === UNKNOWN)
    ? [unknown(resource.address, `Whether this ${title} has continuous backups is unknown.`)]
    : [fault(resource.address, new Problem('not-continuous', `a backup rule for this ${title} should be continuous, got none in ${someLabel(plansOf(rules))}. `
      + 'Add a continuous rule to the plan, so that you can restore it to a point in time.'))];
}

/** RDS Custom has the same resource types, but no continuous backups. */
function mayHaveContinuousBackups({ rows, properties }: Protectable): boolean {
  return rows.some((row) => certainlyHas(row, 'pointInTimeRecovery')) && !/^custom-/i.test(String(properties.get('Engine').string()));
}

function plansOf(rules: ReturnType<typeof rulesSelecting>['rules']): string[] {
  return [...new Set(rules.map(({ plan }) => `plan ${plan.label}`))];
}
