import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

const { lockChangeableForDays: { min } } = LIMITS;

/** AWS Backup rejects fewer days than the shortest time, which is a problem of the bounds. */
export function coolingOffProblems(name: string, days: Value<number>): Problem[] {
  return isKnown(days) && days === min
    ? [new Problem('shortest', `'${name}' should be more than ${min} days, got ${days} days. Set it to the time that you need to find a wrong retention. `
      + 'After that, nobody can correct the lock.')]
    : [];
}
