import type { Value } from './unknown';
import { isKnown } from './unknown';

/** AWS Backup takes no wildcard in the actions of a vault's access policy. */
export function wildcardActionProblems(actions: Value<string>[]): string[] {
  return actions.filter(isKnown).filter((action) => action.includes('*'))
    .map((action) => `'actions' must name each action, got '${action}': AWS Backup takes no wildcard in the actions of a vault`);
}
