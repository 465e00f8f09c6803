import { CHANGED_ZONES } from './reviewed';
import type { Offset, TimeZones } from './tzdata';
import type { Years } from '../../src/schedule/calendar';
import { isTimezone } from '../../src/schedule/timezone';
import { stretchesOf } from '../../src/schedule/zone';

/** The years in which the library evaluates a schedule without a year. */
const YEARS: Years = { first: 2028, last: 2055 };
const MINUTE = 60_000;

/** In minutes since 1970, as all moments in this file. */
export const FIRST = Date.UTC(YEARS.first, 0) / MINUTE;
export const LAST = Date.UTC(YEARS.last + 1, 0) / MINUTE;

/** The name for a machine without a time zone. */
const NO_ZONE = 'Factory';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names that only one of the database and the library accepts. */
export function strayZones({ offsets }: TimeZones): string[] {
  const known = new Set(Object.keys(offsets).filter((name) => name !== NO_ZONE));
  return [
    ...[...known].filter((name) => !isTaken(name)).map((name) => `${name} is a time zone, but the library rejects it`),
    ...[NO_ZONE, ...Intl.supportedValuesOf('timeZone'), ...ofThreeLetters()].filter((name) => isTaken(name) && !known.has(name))
      .map((name) => `${name} is not a time zone, but the library accepts it`),
  ];
}

function isTaken(name: string): boolean {
  return isTimezone(name);
}

/** Runtimes have more of these than the database. */
function ofThreeLetters(): string[] {
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => LETTERS.map((third) => first + second + third)));
}

/** The zones whose changes differ, except for reviewed zones that a later release of the database changed. */
export function changedZones({ release, offsets }: TimeZones, ofNode: string): string[] {
  const read = new Map<string, readonly Offset[]>();
  const differing = new Set(Object.keys(offsets).filter((name) => isTaken(name) && `${offsets[name]}` !== `${offsetsOf(name, read)}`));
  const reviewed = new Set(CHANGED_ZONES.filter((changed) => changed.release > ofNode && changed.release <= release).map(({ zone }) => zone));
  return [
    ...[...differing].filter((zone) => !reviewed.has(zone)).map((zone) => `${zone} has ${firstDifference(offsets[zone], offsetsOf(zone, read), release, ofNode)}`),
    ...[...reviewed].filter((zone) => !differing.has(zone)).map((zone) => `${zone} is the same in ${release} and ${ofNode}. Remove it from conformance/drift/reviewed.ts.`),
  ];
}

/** The changes as the library reads them from Node.js, once for all names of a zone. */
function offsetsOf(name: string, read: Map<string, readonly Offset[]>): readonly Offset[] {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  const known = read.get(timeZone);
  if (known) { return known; }
  const found = stretchesOf(timeZone, YEARS).map(({ from, offset }): Offset => [Number.isFinite(from) ? from : FIRST, offset]);
  read.set(timeZone, found);
  return found;
}

function firstDifference(theirs: readonly Offset[], ours: readonly Offset[], release: string, ofNode: string): string {
  const at = theirs.findIndex((offset, index) => `${offset}` !== `${ours[index]}`);
  const [their, our] = at < 0 ? [undefined, ours[theirs.length]] : [theirs[at], ours[at]];
  return `${label(their)} in ${release}, ${label(our)} in ${ofNode}`;
}

function label(offset: Offset | undefined): string {
  if (!offset) { return 'no further change'; }
  const [since, minutes] = offset;
  return `UTC${minutes < 0 ? '' : '+'}${minutes / 60} since ${new Date(since * MINUTE).toISOString().slice(0, 16)}Z`;
}
