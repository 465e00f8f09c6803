import { Problem } from '../values/problem';
import { remember } from '../values/remember';

/**
 * The three-letter names in the IANA database. Runtimes also accept ambiguous names, such as PST.
 *
 * @see https://data.iana.org/time-zones/tzdb/tzdata.zi (2025b)
 */
const SHORT_NAMES = new Set(['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'UTC', 'WET']);

export function timezoneProblem(name: string, zone: string): Problem | undefined {
  return isTimezone(zone) ? undefined : new Problem('time-zone', `'${name}' must be an IANA time zone, got '${zone}'. For example, write 'Europe/Berlin' or 'UTC'.`);
}

/**
 * Whether a time zone is an IANA name.
 *
 * AWS Backup does not document the names that it accepts, so every IANA name that this runtime knows counts.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
 */
export function isTimezone(zone: string): boolean {
  if (zone.length === 3) { return SHORT_NAMES.has(zone.toUpperCase()); }
  // Newer runtimes also accept offsets such as +02:00
  return /^[a-z]/i.test(zone) && isKnownToRuntime(zone);
}

/** Cached, because rules check many pairs of schedules. */
const isKnownToRuntime = remember((zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
});
