import { type Answer, allOf } from '../../values/answer';
import { type Value, UNKNOWN } from '../../values/unknown';
import type { LockDays } from '../vault/vault-lock';

/**
 * Whether nobody can ever delete a recovery point without a retention from a vault. If the lock has a maximum, it rejects the recovery point
 * instead.
 */
export function neverExpires({ changeableFor, maxRetention }: Pick<LockDays, 'changeableFor' | 'maxRetention'>, kind: 'standard' | 'airGapped'): Answer {
  return allOf([kind === 'airGapped' || isSet(changeableFor), isLeftOut(maxRetention)]);
}

function isSet(days: Value<number>): Answer {
  return days === UNKNOWN ? UNKNOWN : days !== undefined;
}

function isLeftOut(days: Value<number>): Answer {
  return days === UNKNOWN ? UNKNOWN : days === undefined;
}
