import { spawnSync } from 'child_process';

/** The offset of a zone from UTC since a moment, both in minutes. */
export type Offset = readonly [since: number, offset: number];

/** The time zone database as PyPI's tzdata has it. */
export interface TimeZones {
  /** Such as `2026f`. */
  readonly release: string;
  /** By the name of a zone: the offset at the first moment, and each change before the last. */
  readonly offsets: Readonly<Record<string, readonly Offset[]>>;
}

/** In minutes. Palestine returns to summer time for less than a week if Ramadan ends shortly before winter. */
const STEP = 3 * 24 * 60;

const READ = `
import json, sys, tzdata, zoneinfo
from datetime import datetime, timezone
from importlib import resources

zoneinfo.reset_tzpath(to=[])  # the data of the package, not of the machine
first, last, step = map(int, sys.argv[1:])

def offsets(zone):
    def at(moment):
        return int(datetime.fromtimestamp(moment * 60, timezone.utc).astimezone(zone).utcoffset().total_seconds()) // 60
    found, moment = [(first, at(first))], first
    while moment < last:
        next = min(moment + step, last)
        if at(next) != found[-1][1]:
            before, next = moment, next
            while next - before > 1:
                middle = (before + next) // 2
                before, next = (middle, next) if at(middle) == found[-1][1] else (before, middle)
            found.append((next, at(next)))
        moment = next
    return found

def content(name):  # names of one zone are files with the same content
    return resources.files('tzdata').joinpath('zoneinfo', *name.split('/')).read_bytes()

names = {name: content(name) for name in sorted(zoneinfo.available_timezones())}
found = {content: offsets(zoneinfo.ZoneInfo(name)) for content, name in {names[name]: name for name in names}.items()}
print(json.dumps({'release': tzdata.IANA_VERSION, 'offsets': {name: found[names[name]] for name in names}}))
`;

/** @param python the interpreter of a virtual environment with tzdata */
export function readTimeZones(python: string, first: number, last: number): TimeZones {
  const { status, stdout, stderr } = spawnSync(python, ['-c', READ, `${first}`, `${last}`, `${STEP}`], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) { throw new Error(`'${python}' cannot read the time zone database: ${stderr}`); }
  return JSON.parse(stdout) as TimeZones;
}
