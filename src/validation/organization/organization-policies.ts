import { type PolicyJson, type PolicyPath, objectOf } from './policy-json';
import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { rangeProblems } from '../ranges';

/** Values that are not strings. Every value of a backup policy is a string, including numbers and booleans. */
export function nonStringProblems(name: string, policy: PolicyJson, path: PolicyPath = []): Problem[] {
  if (typeof policy === 'number' || typeof policy === 'boolean' || policy === null) {
    return [new Problem('no-string', `'${name}' must contain only strings, got ${String(policy)} at '${path.join('.')}'. Write it in quotes.`, path.join('.'))];
  }
  if (Array.isArray(policy)) { return policy.flatMap((item) => nonStringProblems(name, item, path)); }
  return Object.entries(objectOf(policy)).flatMap(([key, value]) => nonStringProblems(name, value, [...path, key]));
}

/** What AWS Organizations or AWS Backup rejects in the plans of a policy. */
export function planProblems(name: string, policy: PolicyJson): Problem[] {
  return Object.entries(objectOf(objectOf(policy).plans)).flatMap(([plan, written]) => {
    const { selections, rules } = objectOf(written);
    const { tags, resources } = objectOf(selections);
    const both = tags !== undefined && resources !== undefined
      ? [new Problem('selections', `'${name}' must select by tags or by resources, got both in 'plans.${plan}.selections'. Leave one out, and narrow the other with conditions.`, plan)]
      : [];
    return [...both, ...Object.entries(objectOf(rules)).flatMap(([rule, content]) => {
      const minutes = objectOf(objectOf(content).start_backup_window_minutes)['@@assign'];
      return startWindowProblems(`${name}.plans.${plan}.rules.${rule}.start_backup_window_minutes`, minutes)
        .map((problem) => problem.ofElement('start-window').about(`${plan}.${rule}`));
    })];
  });
}

/** A number, which must be a string, would be out of range as a string as well. */
function startWindowProblems(name: string, minutes: PolicyJson): Problem[] {
  const isNumber = typeof minutes === 'number' || (typeof minutes === 'string' && /^\d+$/.test(minutes));
  return isNumber ? rangeProblems(name, Number(minutes), LIMITS.startWindowMinutes) : [];
}
