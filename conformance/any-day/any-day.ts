import { mkdtempSync, rmSync } from 'fs';
import { availableParallelism, tmpdir } from 'os';
import { join } from 'path';
import { type Tasks, documentTasks, written } from './documents';
import { needFaketime } from './faketime';
import { type Moment, FULL, OTHERS } from './moments';
import { DATED, SCHEDULES } from './suites';
import { type Files, synthesized } from './templates';
import { runTests } from './tests';
import type { Report } from '../report';

/** Each process uses up to 2 GB. */
const MOST_AT_ONCE = 4;

export async function checkAnyDay(report: Report): Promise<void> {
  needFaketime(FULL);
  const { node, tz, icu } = process.versions;
  report.note(`Time zones: ${tz} of Node.js ${node} (ICU ${icu})`);
  report.note(`Suites that read schedules or dates: ${DATED.length}, ${SCHEDULES.length} of them run on the days beside a change`);
  const tasks = documentTasks();
  for (const task of tasks.leftOut) { report.note(`Left out: ${task}, which needs \`npx projen compile\` first`); }

  const folder = mkdtempSync(join(tmpdir(), 'any-day-'));
  const atOnce = Math.min(availableParallelism(), MOST_AT_ONCE);
  try {
    await inTurn(new AnyDayTest(report, folder, tasks).jobs(atOnce), atOnce);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Job = () => Promise<unknown>;

/** One process for each core, the slow ones first. */
async function inTurn(jobs: Job[], atOnce: number): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) { await job(); }
  }));
}

class AnyDayTest {
  /** The output of the apps and tasks today. */
  private readonly apps = once(() => synthesized('now'));
  private readonly documents = once(() => this.inOwnFolder('now', (own) => written('now', own, this.tasks.all)));

  constructor(private readonly report: Report, private readonly folder: string, private readonly tasks: Tasks) {}

  public jobs(parts: number): Job[] {
    return [
      ...Array.from({ length: parts }, (_, index) => () => this.allTests({ part: index + 1, of: parts })),
      this.documents,
      this.apps,
      () => this.outputs(FULL, this.tasks.all),
      ...OTHERS.map((moment) => () => this.chosenTests(moment)),
      ...OTHERS.map((moment) => () => this.outputs(moment, moment.isBeside ? [] : this.tasks.quick)),
    ];
  }

  private async allTests(part: { readonly part: number; readonly of: number }): Promise<void> {
    const { run, wrong } = await this.inOwnFolder('all', (own) => runTests(FULL, own, part));
    this.report.compared(`${label(FULL)}: all tests, part ${part.part} of ${part.of}`, run, wrong);
  }

  private async chosenTests(moment: Moment): Promise<void> {
    const { run, wrong } = await this.inOwnFolder('tests', (own) => runTests(moment, own, moment.isBeside ? SCHEDULES : DATED));
    this.report.compared(`${label(moment)}: tests`, run, wrong);
  }

  /** Compares the output of apps and tasks with their output today. */
  private async outputs(moment: Moment, tasks: readonly string[]): Promise<void> {
    const apps = await this.apps();
    this.report.compared(`${label(moment)}: files of apps`, Object.keys(apps).length, await differences(apps, synthesized(moment)));
    if (tasks.length === 0) { return; }
    const documents = await this.documents();
    const made = this.inOwnFolder('documents', (own) => written(moment, own, tasks));
    this.report.compared(`${label(moment)}: documents, by ${tasks.join(', ')}`, Object.keys(documents).length, await differences(documents, made));
  }

  private async inOwnFolder<T>(name: string, write: (own: string) => Promise<T>): Promise<T> {
    const own = mkdtempSync(join(this.folder, `${name}-`));
    try {
      return await write(own);
    } finally {
      rmSync(own, { recursive: true });
    }
  }
}

function label({ at, zone, what }: Moment): string {
  return `${at} in ${zone}, ${what}`;
}

async function differences(today: Files, made: Promise<Files>): Promise<string[]> {
  try {
    const files = await made;
    return [...new Set([...Object.keys(today), ...Object.keys(files)])].filter((name) => today[name] !== files[name]).map((name) => `${name} differs from today's`);
  } catch (error) {
    return [(error as Error).message];
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}
