import { LIMITS } from '../../capabilities/limits';
import type { Problem } from '../../values/problem';
import { rangeProblems } from '../ranges';

/** JSON of which parts may not be known: what is neither a list, nor an object, nor a plain value. */
export type PolicyJson = unknown;

type JsonObject = Readonly<Record<string, PolicyJson>>;

/** A place in a policy, as in `plans.gold.rules`. */
type Path = readonly string[];

/** What is no string: every value of a backup policy is one, numbers and booleans too. */
export function nonStringProblems(name: string, policy: PolicyJson, path: Path = []): string[] {
  if (typeof policy === 'number' || typeof policy === 'boolean' || policy === null) {
    return [`'${name}' must hold strings only, got ${String(policy)} at '${path.join('.')}': write it in quotes`];
  }
  if (Array.isArray(policy)) { return policy.flatMap((item) => nonStringProblems(name, item, path)); }
  return Object.entries(objectOf(policy)).flatMap(([key, value]) => nonStringProblems(name, value, [...path, key]));
}

/** What AWS Organizations or AWS Backup refuses in the plans of a policy. */
export function planProblems(name: string, policy: PolicyJson): (string | Problem)[] {
  return Object.entries(objectOf(objectOf(policy).plans)).flatMap(([plan, written]) => {
    const { selections, rules } = objectOf(written);
    const { tags, resources } = objectOf(selections);
    const both = tags !== undefined && resources !== undefined
      ? [`'${name}' must select by tags or by resources, got both in 'plans.${plan}.selections': leave one out, and narrow it by conditions`]
      : [];
    return [...both, ...Object.entries(objectOf(rules)).flatMap(([rule, content]) => {
      const minutes = objectOf(objectOf(content).start_backup_window_minutes)['@@assign'];
      return startWindowProblems(`${name}.plans.${plan}.rules.${rule}.start_backup_window_minutes`, minutes);
    })];
  });
}

/** A number, which must be a string, would be out of range as a string too. */
function startWindowProblems(name: string, minutes: PolicyJson): (string | Problem)[] {
  const isNumber = typeof minutes === 'number' || (typeof minutes === 'string' && /^\d+$/.test(minutes));
  return isNumber ? rangeProblems(name, Number(minutes), LIMITS.startWindowMinutes) : [];
}

function objectOf(json: PolicyJson): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && Object.getPrototypeOf(json) === Object.prototype ? json as JsonObject : {};
}
