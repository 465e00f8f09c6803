import { justBefore, nextRunOf } from './runs';
import { timezoneProblem } from './timezone';

/** When backups of a rule may start. */
export interface Windowed {
  readonly expression: string;
  /** @default 'UTC' */
  readonly timezone?: string;
  readonly startWindowMinutes: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** More than a year, for schedules of some months and for both changes of daylight saving time. */
const HORIZON = 400 * DAY;
/** For schedules that run once a year or less. */
const LEAST_RUNS = 5;
/** More than an hourly schedule has in that time; what runs more often has a warning of its own. */
const MOST_RUNS = 10_000;

/**
 * Whether no start window of the rule with the shorter retention is free of start windows of the rule with the longer one:
 * where two overlap for a resource, AWS Backup takes only the backup that is kept longer. `false` if that cannot be told.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export function everyRunIsShadowed(shorter: Windowed, longer: Windowed, from: Date): boolean {
  const shorterWindow = shorter.startWindowMinutes * MINUTE;
  const longerWindow = longer.startWindowMinutes * MINUTE;
  const [nextShorter, nextLonger] = nextRunsOfBoth(shorter, longer);
  if (nextShorter === undefined || nextLonger === undefined) { return false; }

  const horizon = new Date(from.getTime() + HORIZON);
  let checked = 0;
  let run = nextShorter(justBefore(from));
  while (run !== undefined && (run < horizon || checked < LEAST_RUNS)) {
    // The first window of the longer tier that is still open at the run
    const cover = nextLonger(new Date(run.getTime() - longerWindow));
    if (cover === undefined || cover.getTime() >= run.getTime() + shorterWindow) { return false; }
    checked++;
    if (checked > MOST_RUNS) { return false; }
    // Later runs in that window are shadowed by it as well
    run = nextShorter(new Date(Math.max(cover.getTime() + longerWindow - 1, run.getTime())));
  }
  return checked > 0;
}

/** In one and the same zone the clock on the wall will do, which is much cheaper than a zone: both windows shift alike. */
function nextRunsOfBoth(shorter: Windowed, longer: Windowed): ReturnType<typeof nextRunOf>[] {
  const zones = [shorter.timezone ?? 'UTC', longer.timezone ?? 'UTC'];
  if (zones.some((zone) => timezoneProblem(zone) !== undefined)) { return []; }
  const [zoneOfShorter, zoneOfLonger] = zones[0] === zones[1] ? [] : zones;
  return [nextRunOf(shorter.expression, zoneOfShorter), nextRunOf(longer.expression, zoneOfLonger)];
}
