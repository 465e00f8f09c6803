import { remember } from '../values/remember';

/**
 * The names of three letters in the IANA database; runtimes know others, such as PST, that mean different zones to different people.
 *
 * @see https://data.iana.org/time-zones/tzdb/tzdata.zi (2025b)
 */
const SHORT_NAMES = new Set(['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'UTC', 'WET']);

/**
 * A sentence fragment to follow the quoted name of a property, if a time zone is no IANA name.
 *
 * Which names AWS Backup takes is not documented, so every IANA name counts that this runtime knows.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
 */
export function timezoneProblem(zone: string): string | undefined {
  return isIanaName(zone) ? undefined : `must be an IANA time zone, got '${zone}': write for example 'Europe/Berlin' or 'UTC'`;
}

function isIanaName(zone: string): boolean {
  if (zone.length === 3) { return SHORT_NAMES.has(zone.toUpperCase()); }
  // Newer runtimes take offsets such as +02:00 as well
  return /^[a-z]/i.test(zone) && isKnownToRuntime(zone);
}

/** Remembered, since rules ask for each of many pairs of schedules. */
const isKnownToRuntime = remember((zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
});
