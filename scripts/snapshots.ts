import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { Writable } from 'stream';
import { isDeepStrictEqual } from 'util';
import { formatDifferences, fullDiff } from '@aws-cdk/cloudformation-diff';
import { type Example, EXAMPLES } from './examples';
import { assemble } from './synthesis';
import { INTEG_TESTS } from '../test/integ';
import { CHINA, everyArn, GOVCLOUD } from '../test/partitions';

const ROOT = join(__dirname, '..');

/** An app, and the folder of its committed templates. */
export interface Snapshot {
  readonly folder: string;
  readonly build: Example;
}

/** Every app with a snapshot. The snapshots of integration tests are where integ-runner looks for them. */
export const SNAPSHOTS: readonly Snapshot[] = [
  ...Object.entries(EXAMPLES).map(([name, build]) => ({ folder: `test/snapshots/${name}`, build })),
  { folder: 'test/snapshots/china', build: (app) => everyArn(app, CHINA) },
  { folder: 'test/snapshots/govcloud', build: (app) => everyArn(app, GOVCLOUD) },
  ...Object.entries(INTEG_TESTS).map(([file, build]) => ({ folder: `test/integ/${file}.snapshot`, build })),
];

/** The command that accepts the current templates. */
export const ACCEPT = 'npm run snapshots:accept';

type Files = ReadonlyMap<string, object>;

/** Templates, and which of them integ-runner deploys. The rest of an assembly depends on the machine and the version of the CDK. */
const COMPARED = /(?:\.template|^integ)\.json$/;

/** The current templates of an app. */
export function synthesized({ build }: Snapshot): Files {
  return assemble(build, {}, ({ directory }) => filesIn(directory));
}

/** The committed templates. */
export function committed({ folder }: Snapshot): Files {
  return filesIn(join(ROOT, folder));
}

/** The changes of each resource, as `cdk diff` prints them. Empty if there are none. */
export function changes(before: Files, after: Files): string {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (!old || !now) { return `${name} ${old ? 'is deleted' : 'is new'}\n`; }
    if (isDeepStrictEqual(old, now)) { return []; }
    return `${name}\n${changesOf(old, now)}`;
  }).join('\n');
}

function changesOf(old: object, now: object): string {
  const diff = fullDiff(old, now);
  // Differences that CloudFormation ignores, such as the order of keys
  if (diff.differenceCount === 0) { return `from ${JSON.stringify(old)}\nto   ${JSON.stringify(now)}\n`; }
  const written: string[] = [];
  formatDifferences(new Writable({ write: (chunk, _encoding, next) => { written.push(String(chunk)); next(); } }), diff);
  return written.join('');
}

/** Replaces the committed files by the current templates. */
export function accept(snapshot: Snapshot): void {
  const folder = join(ROOT, snapshot.folder);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of synthesized(snapshot)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => COMPARED.test(basename(name))).sort();
  return new Map(names.map((name) => [name, normalised(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object)]));
}

/** Removes the only difference between versions of the CDK: the schema of `integ.json`. */
function normalised(content: object): object {
  const { version, minimumCliVersion, ...rest } = content as { version?: string; minimumCliVersion?: string };
  return rest;
}

if (require.main === module) {
  for (const snapshot of SNAPSHOTS) {
    const before = existingFiles(snapshot);
    accept(snapshot);
    console.log(`${snapshot.folder}\n${changes(before, committed(snapshot)) || 'unchanged\n'}`);
  }
}

function existingFiles(snapshot: Snapshot): Files {
  try {
    return committed(snapshot);
  } catch {
    return new Map();
  }
}
