import type { Years } from './calendar';
import { remember } from '../values/remember';

const MINUTE = 60_000;
const THREE_DAYS = 3 * 24 * 60;

/** A period with one offset from UTC. Times are minutes since 1970 in UTC. */
export interface Stretch {
  readonly from: number;
  /** The first minute after the period. */
  readonly until: number;
  /** How far local time is ahead of UTC, in minutes. */
  readonly offset: number;
}

const UTC: readonly Stretch[] = [{ from: -Infinity, until: Infinity, offset: 0 }];

/** The periods of a time zone in some years, according to the time zone data of Node.js. */
export function stretchesOf(zone: string, { first, last }: Years): readonly Stretch[] {
  if (zone === 'UTC') { return UTC; }
  const stretches: Stretch[] = [];
  let current: Stretch = { from: -Infinity, until: Infinity, offset: yearIn(zone, first).offset };
  for (let year = first; year <= last; year++) {
    for (const { moment, offset } of yearIn(zone, year).changes) {
      stretches.push({ ...current, until: moment });
      current = { from: moment, until: Infinity, offset };
    }
  }
  return [...stretches, current];
}

interface Change {
  readonly moment: number;
  readonly offset: number;
}

interface ZoneYear {
  /** The start of the year in UTC. */
  readonly offset: number;
  readonly changes: readonly Change[];
}

function yearIn(zone: string, year: number): ZoneYear {
  return zoneYear(`${year} ${zone}`);
}

const zoneYear = remember((key): ZoneYear => {
  const [year, zone] = key.split(' ');
  const [start, end] = [Number(year), Number(year) + 1].map((each) => Date.UTC(each, 0, 1) / MINUTE);
  const offsetAt = offsetsOf(zone);
  const changes: Change[] = [];
  let [before, offset] = [start, offsetAt(start)];
  while (before < end) {
    // Two changes of one zone are further apart than this: the closest are almost a week apart
    const after = Math.min(before + THREE_DAYS, end);
    const next = offsetAt(after);
    if (next !== offset) { changes.push({ moment: firstWith(next, before, after, offsetAt), offset: next }); }
    [before, offset] = [after, next];
  }
  return { offset: offsetAt(start), changes };
});

/** The change between two times. Only the later one has the new offset. */
function firstWith(offset: number, before: number, after: number, offsetAt: (moment: number) => number): number {
  if (after - before === 1) { return after; }
  const middle = Math.floor((before + after) / 2);
  return offsetAt(middle) === offset ? firstWith(offset, before, middle, offsetAt) : firstWith(offset, middle, after, offsetAt);
}

const offsetsOf = remember((zone): (moment: number) => number => {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return (moment) => {
    const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(format.format(moment * MINUTE)) ?? [];
    return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
  };
});
