import { Problem } from '../../../values/problem';
import { count } from '../../../values/quantity';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type Stated, LIFECYCLE_PATHS, statedLifecycles } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const ruleMaxRetention: Rule = {
  id: RuleId.RULE_MAX_RETENTION,
  packs: ['RetentionChecks'],
  level: 'error',
  what: 'The retention of backups is at most the allowed maximum.',
  why: 'Backups still contain personal data that must be deleted, and storage has a cost. Without a retention, a backup never expires.',
  fix: 'Lower the retention, or set one.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory, { maxRetention: days }) => (
    days === undefined ? [] : statedLifecycles(inventory).filter(({ isInherited }) => !isInherited).flatMap((each) => outcomesOf(each, days))
  ),
};

function outcomesOf({ address, lifecycle: { deleteAfter }, label, rule, isCopy }: Stated, allowed: number): Outcome[] {
  const place = below(address, RETENTION);
  // AWS Backup rejects a continuous rule without a retention, which another rule reports
  if (deleteAfter === undefined && !isCopy && rule.continuous === true) { return []; }
  if (deleteAfter === UNKNOWN) { return [unknown(place, `${label}: whether '${RETENTION}' is at most the allowed ${count(allowed, 'days')} is unknown.`)]; }
  return deleteAfter === undefined || deleteAfter > allowed
    ? [fault(place, new Problem('maximum', `${label}: '${RETENTION}' must be at most the allowed ${count(allowed, 'days')}, `
      + `got ${deleteAfter === undefined ? 'none. Without it, recovery points never expire. Set it.' : `${count(deleteAfter, 'days')}. Lower it.`}`))]
    : [];
}
