import { readFileSync } from 'fs';
import { join } from 'path';
import { writeSection } from './results';

/** The statuses of mutants in Stryker. */
type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError' | 'Pending';

interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>>;
}

/** A folder of the sources, and the statuses of its mutants. */
type Row = readonly [folder: string, statuses: readonly Status[]];

const LEAST = 85;

const count = (statuses: readonly Status[], ...wanted: readonly Status[]) => statuses.filter((each) => wanted.includes(each)).length;

/** The share of detected mutants among those that a test could detect, in percent. */
function score(statuses: readonly Status[]): number {
  const detected = count(statuses, 'Killed', 'Timeout');
  return 100 * detected / (detected + count(statuses, 'Survived', 'NoCoverage'));
}

function cells([folder, statuses]: Row): string {
  const counts = [count(statuses, 'Killed'), count(statuses, 'Timeout'), count(statuses, 'Survived'), count(statuses, 'NoCoverage'), count(statuses, 'Ignored')];
  return `| ${folder} | ${counts.join(' | ')} | ${score(statuses).toFixed(1)} % |`;
}

const { files } = JSON.parse(readFileSync(join(__dirname, '..', 'reports', 'mutation.json'), 'utf8')) as MutationReport;
const statuses = Object.entries(files).map(([path, { mutants }]) => ({ folder: path.split('/').slice(0, 2).join('/'), ended: mutants.map(({ status }) => status) }));
const folders = [...new Set(statuses.map(({ folder }) => folder))].sort();
const rows = folders.map((folder): Row => [folder, statuses.filter((each) => each.folder === folder).flatMap(({ ended }) => ended)])
  .filter(([, ended]) => count(ended, 'Killed', 'Timeout', 'Survived', 'NoCoverage') > 0);
const all: Row = ['all', rows.flatMap(([, ended]) => ended)];

writeSection('Mutation score', 'test:mutation', `A mutant is a small mistake in the sources that must fail a test.
Code that runs only on loading, such as most tables, is not tried.

| folder | killed | timed out | survived | not covered | not tried | score |
| --- | --: | --: | --: | --: | --: | --: |
${[...rows, all].map(cells).join('\n')}
`);
const [tried, undetected] = [all[1].length - count(all[1], 'Ignored'), count(all[1], 'Survived', 'NoCoverage')];
console.log(`Mutants, by the tests that reach them: ${tried} compared, ${undetected} not detected`);
for (const [folder, ended] of [...rows, all].filter(([, each]) => score(each) < LEAST)) {
  console.error(`The mutation score of ${folder} is ${score(ended).toFixed(1)} %, less than ${LEAST} %. reports/mutation.json lists the mutants that survived.`);
  process.exitCode = 1;
}
