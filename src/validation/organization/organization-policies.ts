import { type PolicyJson, type PolicyObject, type PolicyPath, objectOf } from './policy-json';
import { LIMITS } from '../../capabilities/limits';
import { scheduleProblems } from '../../schedule/cron';
import { Problem } from '../../values/problem';
import { type Value, UNKNOWN } from '../../values/unknown';
import { type LifecycleDays, lifecycleProblems } from '../plan/lifecycle';
import { rangeProblems } from '../ranges';

/** Values that are not strings. Every value of a backup policy is a string, including numbers and booleans. */
export function nonStringProblems(name: string, policy: PolicyJson, path: PolicyPath = []): Problem[] {
  if (typeof policy === 'number' || typeof policy === 'boolean' || policy === null) {
    return [new Problem('no-string', `'${name}' must contain only strings, got ${String(policy)} at '${path.join('.')}'. Write it in quotes.`, path.join('.'))];
  }
  if (Array.isArray(policy)) { return policy.flatMap((item) => nonStringProblems(name, item, path)); }
  return Object.entries(objectOf(policy)).flatMap(([key, value]) => nonStringProblems(name, value, [...path, key]));
}

/**
 * What AWS Backup rejects in the plan that an account receives. These are warnings, because AWS Organizations accepts the policy.
 *
 * @param moment when the schedules are read
 */
export function receivedPlanWarnings(name: string, policy: PolicyJson, moment: Date): Problem[] {
  return rulesIn(policy).flatMap(({ plan, rule, content }) => {
    const path = `${name}.plans.${plan}.rules.${rule}`;
    const schedule = objectOf(content.schedule_expression)['@@assign'];
    const { delete_after_days: deleteAfter, move_to_cold_storage_after_days: moveToColdStorageAfter } = objectOf(content.lifecycle);
    const lifecycle: LifecycleDays = { deleteAfter: daysIn(deleteAfter), moveToColdStorageAfter: daysIn(moveToColdStorageAfter) };
    const names = { deleteAfter: `${path}.lifecycle.delete_after_days`, moveToColdStorageAfter: `${path}.lifecycle.move_to_cold_storage_after_days` };
    return [
      ...typeof schedule === 'string' ? scheduleProblems(`${path}.schedule_expression`, schedule, moment) : [],
      ...lifecycleProblems(lifecycle, names),
    ].map((problem) => problem.about(`${plan}.${rule}`));
  });
}

/** Unknown if the policy might inherit it. `-1` stands for no expiry. */
function daysIn(value: PolicyJson): Value<number> {
  const days = objectOf(value)['@@assign'];
  if (days === '-1') { return undefined; }
  return typeof days === 'string' && /^\d+$/.test(days) ? Number(days) : UNKNOWN;
}

/** What AWS Organizations or AWS Backup rejects in the plans of a policy. */
export function planProblems(name: string, policy: PolicyJson): Problem[] {
  return [
    ...Object.entries(objectOf(objectOf(policy).plans)).flatMap(([plan, written]) => (
      selectionProblems(name, plan, objectOf(objectOf(written).selections))
    )),
    ...rulesIn(policy).flatMap(({ plan, rule, content }) => {
      const minutes = objectOf(content.start_backup_window_minutes)['@@assign'];
      return startWindowProblems(`${name}.plans.${plan}.rules.${rule}.start_backup_window_minutes`, minutes)
        .map((problem) => problem.ofElement('start-window').about(`${plan}.${rule}`));
    }),
  ];
}

function selectionProblems(name: string, plan: string, { tags, resources }: PolicyObject): Problem[] {
  return tags !== undefined && resources !== undefined
    ? [new Problem('selections', `'${name}' must select by tags or by resources, got both in 'plans.${plan}.selections'. Leave one out, and narrow the other with conditions.`, plan)]
    : [];
}

function rulesIn(policy: PolicyJson) {
  return Object.entries(objectOf(objectOf(policy).plans)).flatMap(([plan, written]) => (
    Object.entries(objectOf(objectOf(written).rules)).map(([rule, content]) => ({ plan, rule, content: objectOf(content) }))
  ));
}

/** A number, which must be a string, would be out of range as a string as well. */
function startWindowProblems(name: string, minutes: PolicyJson): Problem[] {
  const isNumber = typeof minutes === 'number' || (typeof minutes === 'string' && /^\d+$/.test(minutes));
  return isNumber ? rangeProblems(name, Number(minutes), LIMITS.startWindowMinutes) : [];
}
