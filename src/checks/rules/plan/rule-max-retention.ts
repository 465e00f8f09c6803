import { count } from '../../../values/quantity';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import type { Stated } from '../../subjects/lifecycles';
import { LIFECYCLE_NAMES, statedLifecycles } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_NAMES.deleteAfter;

export const ruleMaxRetention: Rule = {
  id: RuleId.RULE_MAX_RETENTION,
  packs: ['RetentionChecks'],
  level: 'error',
  what: 'Backups are kept no longer than allowed.',
  why: 'Personal data that has to go lives on in backups, and storage is paid for. Without an end, a backup is kept for ever.',
  fix: 'Lower the retention, or give one.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory, { maxRetention: days }) => (
    days === undefined ? [] : statedLifecycles(inventory).flatMap((each) => outcomesOf(each, days))
  ),
};

function outcomesOf({ address, lifecycle: { deleteAfter }, inWords, rule, isCopy }: Stated, allowed: number): Outcome[] {
  const place = below(address, RETENTION);
  // AWS Backup refuses a continuous rule without an end, which another rule says
  if (deleteAfter === undefined && !isCopy && rule.continuous === true) { return []; }
  if (deleteAfter === UNKNOWN) { return [unknown(place, `${inWords}: whether '${RETENTION}' is at most the allowed ${count(allowed, 'days')} cannot be known`)]; }
  return deleteAfter === undefined || deleteAfter > allowed
    ? [fault(place, `${inWords}: '${RETENTION}' must be at most ${count(allowed, 'days')}, as is allowed here, `
      + `got ${deleteAfter === undefined ? 'none (kept for ever): give one' : `${count(deleteAfter, 'days')}: lower it`}`)]
    : [];
}
