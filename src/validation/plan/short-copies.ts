import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, isKnown } from '../../values/unknown';

/** Days. A copy that ends less than a month before its backup is not reported, because short retentions often differ by design. */
const NOTICEABLE = 30;

/**
 * A warning only. If the account or the Region of the backup is lost, nothing is left beyond the copies. A copy of half the retention is often a choice, so
 * less than half of it is reported, and only if it ends at least 30 days before the backup.
 *
 * @param backup the retention in days; `undefined` if the backup never expires
 * @param copies the retentions of all copies of a rule
 */
export function shortCopyProblems(name: string, backup: Value<number>, copies: readonly Value<number>[]): Problem[] {
  const known = copies.filter(isKnown);
  if (known.length === 0 || known.length < copies.length) { return []; }
  const longest = known.reduce((most, days) => Math.max(most, days));
  const isShort = backup === undefined || isKnown(backup) && longest * 2 < backup && backup - longest >= NOTICEABLE;
  return isShort
    ? [new Problem('short', `'${name}' of a copy should not be much shorter than that of its backup (${isKnown(backup) ? count(backup, 'days') : 'never expires'}), got ${count(longest, 'days')}. `
      + 'Raise it. If the account or Region of the backup is lost, only the copy is left.')]
    : [];
}
