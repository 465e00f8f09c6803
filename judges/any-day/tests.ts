import { existsSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { isAt, ROOT, run } from './faketime';
import type { Moment } from './moments';

/**
 * The tests that read schedules or dates, from files or folders. The samples of `*.properties.test.ts` are the same on any day: they run
 * with all tests only.
 */
export const DATED: readonly string[] = [
  'test/schedule/',
  'test/plan/backup-tier.test.ts',
  'test/plan/plan-document.test.ts',
  'test/plan/tiered-backup-plan.test.ts',
  'test/audit/audit-framework.test.ts',
  'test/checks/checklist.test.ts',
  'test/checks/rules/plan/rule-interval.test.ts',
  'test/checks/rules/plan/rule-schedule.test.ts',
  'test/checks/rules/plan/rule-shadowed.test.ts',
  'test/checks/rules/plan/rule-time-zone.test.ts',
  'test/checks/rules/restore-testing/restore-testing-schedule.test.ts',
  'test/checks/rules/storage/',
  'test/cli/check.test.ts',
  'test/snapshots.test.ts',
];

const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** How many tests have run, and what is wrong with them. */
export interface Tests {
  readonly run: number;
  readonly wrong: readonly string[];
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

/** Runs jest at a moment: all tests, or only some. */
export async function runTests(moment: Moment, folder: string, workers: number, only: readonly string[] = []): Promise<Tests> {
  const file = join(folder, 'results.json');
  const chosen = only.length === 0 ? [] : [...only, '--testPathIgnorePatterns=/node_modules/', '--testPathIgnorePatterns=\\.properties\\.test\\.ts$'];
  const { code, err } = await run(moment, [JEST, ...chosen, '--ci', '--silent', `--maxWorkers=${workers}`, '--json', `--outputFile=${file}`]);
  if (!existsSync(file)) { return { run: 1, wrong: [`jest ended with ${code}: ${err.trim().slice(-500)}`] }; }
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  const wrong = wrongIn(results);
  const files = results.testResults.map(({ name }) => relative(ROOT, name));
  wrong.push(...only.filter((path) => !files.some((name) => name.startsWith(path))).map((path) => `no test of ${path} has run: change judges/any-day/tests.ts`));
  if (!isAt(moment, results.startTime)) { wrong.push(`the clock of the tests must be at ${moment.at}, got ${new Date(results.startTime).toISOString()}`); }
  if (code !== 0 && wrong.length === 0) { wrong.push(`jest ended with ${code}: ${err.trim().slice(-500)}`); }
  return { run: results.numPassedTests + Math.max(results.numFailedTests, wrong.length), wrong };
}

function wrongIn({ testResults }: Results): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages }) => `${relative(ROOT, name)}, ${fullName}: ${firstLines(failureMessages[0] ?? '')}`);
    return failed.length > 0 || status === 'passed' ? failed : [`${relative(ROOT, name)}: ${firstLines(message)}`];
  });
}

function firstLines(message: string): string {
  return message.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line)).slice(0, 4).map((line) => line.trim()).join(' | ');
}
