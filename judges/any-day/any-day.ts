import { mkdtempSync, rmSync } from 'fs';
import { availableParallelism, tmpdir } from 'os';
import { join } from 'path';
import { documentTasks, written } from './documents';
import { needFaketime } from './faketime';
import type { Moment } from './moments';
import { FULL, OTHERS } from './moments';
import type { Files } from './templates';
import { synthesised } from './templates';
import { DATED, runTests } from './tests';
import type { Report } from '../report';

/** Each takes up to two gigabytes. */
const MOST_AT_ONCE = 4;

/** What the apps and the tasks write today. */
interface Today {
  readonly apps: Files;
  readonly documents: Files;
  readonly tasks: readonly string[];
}

export async function judgeAnyDay(report: Report): Promise<void> {
  needFaketime(FULL);
  const { node, tz, icu } = process.versions;
  report.note(`Time zones: ${tz} of Node.js ${node} (ICU ${icu})`);
  const { tasks, leftOut } = documentTasks();
  for (const task of leftOut) { report.note(`Left out: ${task}, which needs \`npx projen compile && npx projen post-compile\` first`); }

  const folder = mkdtempSync(join(tmpdir(), 'any-day-'));
  const cores = Math.min(availableParallelism(), MOST_AT_ONCE);
  try {
    const today = { tasks, apps: await synthesised('now'), documents: await inOwn(folder, 'now', (own) => written('now', own, tasks)) };
    await judge(report, FULL, today, folder, cores);
    const waiting = [...OTHERS];
    await Promise.all(Array.from({ length: cores }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) { await judge(report, next, today, folder, 1, DATED); }
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(report: Report, moment: Moment, today: Today, folder: string, workers: number, only?: readonly string[]): Promise<void> {
  const [tests, apps, documents] = await inOwn(folder, moment.at, async (own) => [
    await runTests(moment, own, workers, only),
    await differences(today.apps, synthesised(moment)),
    await differences(today.documents, written(moment, own, today.tasks)),
  ] as const);
  report.note(`${moment.at} in ${moment.zone}, ${moment.what}`);
  report.compared('  tests', tests.run, tests.wrong);
  report.compared('  files of apps, with those of today', Object.keys(today.apps).length, apps);
  report.compared('  documents that tasks write, with those of today', Object.keys(today.documents).length, documents);
}

async function differences(today: Files, made: Promise<Files>): Promise<string[]> {
  try {
    const files = await made;
    return [...new Set([...Object.keys(today), ...Object.keys(files)])].filter((name) => today[name] !== files[name]).map((name) => `${name} differs from that of today`);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Runs something that writes into a folder of its own. */
async function inOwn<T>(folder: string, name: string, write: (own: string) => Promise<T>): Promise<T> {
  const own = mkdtempSync(join(folder, `${name.replace(/:/g, '')}-`));
  try {
    return await write(own);
  } finally {
    rmSync(own, { recursive: true });
  }
}
