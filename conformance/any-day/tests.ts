import { existsSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { isAt, ROOT, run } from './faketime';
import type { Moment } from './moments';

const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** The number of tests that ran, and their failures. */
export interface Tests {
  readonly run: number;
  readonly wrong: readonly string[];
}

/** A part of all tests, counted from 1. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

interface Results {
  readonly startTime: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Result[];
  }[];
}

interface Result {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/**
 * Runs jest at a moment, in one process.
 *
 * @param chosen files or folders, or a part of all tests
 */
export async function runTests(moment: Moment, folder: string, chosen: readonly string[] | Part): Promise<Tests> {
  const file = join(folder, 'results.json');
  const [paths, shard] = 'of' in chosen ? [[], [`--shard=${chosen.part}/${chosen.of}`]] : [chosen, []];
  const { code, err } = await run(moment, [JEST, ...paths, '--ci', '--silent', '--runInBand', '--json', `--outputFile=${file}`, ...shard]);
  if (!existsSync(file)) { return { run: 1, wrong: [`jest ended with ${code}: ${err.trim().slice(-500)}`] }; }
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  const wrong = wrongIn(results);
  const files = results.testResults.map(({ name }) => relative(ROOT, name));
  wrong.push(...paths.filter((path) => !files.some((name) => name.startsWith(path))).map((path) => `no test of ${path} ran: change conformance/any-day/suites.ts`));
  if (!isAt(moment, results.startTime)) { wrong.push(`the clock of the tests must be at ${moment.at}, got ${new Date(results.startTime).toISOString()}`); }
  if (code !== 0 && wrong.length === 0) { wrong.push(`jest ended with ${code}: ${err.trim().slice(-500)}`); }
  return { run: results.numPassedTests + Math.max(results.numFailedTests, wrong.length), wrong };
}

function wrongIn({ testResults }: Results): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages }) => `${relative(ROOT, name)}, ${fullName}: ${firstLines(failureMessages[0] ?? '')}`);
    return failed.length > 0 || status !== 'failed' ? failed : [`${relative(ROOT, name)}: ${firstLines(message)}`];
  });
}

function firstLines(message: string): string {
  return message.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line)).slice(0, 4).map((line) => line.trim()).join(' | ');
}
