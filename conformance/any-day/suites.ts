import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { ROOT } from './faketime';

/** Suites of constructs and rules that judge schedules or dates, or render them: they import the library as a whole, or its rules. */
const AS_A_WHOLE = [
  'test/audit/audit-framework.test.ts',
  'test/checks/checklist.test.ts',
  'test/checks/rules/storage/access-point.test.ts',
  'test/checks/rules/storage/legal-hold.test.ts',
  'test/plan/backup-tier.test.ts',
  'test/plan/plan-document.test.ts',
  'test/plan/tiered-backup-plan.test.ts',
];

/** Hands the moment to the rules, and reads nothing of it. Nearly all suites of rules and of the command line use it. */
const HANDS_ON = 'src/checks/evaluate.ts';

/** Nothing of them is a date, and they take long. */
const LEFT_OUT = ['test/schedule/run-days.test.ts'];

const READS_SCHEDULES_OR_THE_CLOCK = /^src\/(?:schedule\/|values\/now\.ts$)/;
const OF_SCHEDULES = /^test\/(?:schedule\/|checks\/rules\/storage\/legal-hold)/;

/**
 * The suites that read schedules or dates: those of the modules of `src/` that import the schedules or the clock, those that import such a
 * module, and those of what is tested as a whole. Suites that draw thousands of samples run with all tests only. No snapshots: all apps
 * are compared.
 */
export const DATED: readonly string[] = datedSuites();

/** Those that are about schedules or dates alone, and load nothing of the CDK. */
export const SCHEDULES: readonly string[] = DATED.filter((suite) => OF_SCHEDULES.test(suite));

function datedSuites(): string[] {
  const imports = new Map(['src', 'test'].flatMap(filesOf).map((file) => [file, importsOf(file)]));
  const files = [...imports.keys()];
  const readers = new Set(files.filter((file) => file.startsWith('src/') && file !== HANDS_ON
    && [file, ...imports.get(file)!].some((each) => READS_SCHEDULES_OR_THE_CLOCK.test(each))));
  const suites = files.filter((file) => file.endsWith('.test.ts')).filter((suite) => {
    const own = suite.replace(/^test/, 'src').replace(/\.test\.ts$/, '.ts');
    const imported = imports.get(suite)!;
    return !imported.includes('fast-check') && [own, ...imported].some((each) => readers.has(each));
  });
  return [...new Set([...suites, ...AS_A_WHOLE])].filter((suite) => !LEFT_OUT.includes(suite)).sort();
}

function filesOf(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** The files and the packages that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/ from '([^']+)';/g)].map(([, from]) => from.startsWith('.') ? `${join(dirname(file), from)}.ts` : from);
}
