import { execFileSync } from 'child_process';
import { join, sep } from 'path';
import { median } from './median';
import { writeSection } from './results';

const RUNS = 9;
const ROOT = join(__dirname, '..');
const INDEX = join(ROOT, 'lib', 'index.js');

const CJS = (names: readonly string[]) => `const ours = require(${JSON.stringify(INDEX)});${names.map((name) => `ours.${name};`).join('')}`;
const ESM = (names: readonly string[]) => `import { ${names.join(', ')} } from ${JSON.stringify(INDEX)};`;

interface Program {
  readonly code: string;
  readonly isModule?: boolean;
}

/** The measured programs, by their names in the table. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  'Node.js alone': { code: '' },
  '`App` of aws-cdk-lib': { code: 'require("aws-cdk-lib").App;' },
  '`require` alone': { code: CJS([]) },
  ...Object.fromEntries(['CompliantVault', 'TieredBackupPlan', 'TagBasedSelection', 'AuditFramework', 'NotificationWiring', 'BackupChecks']
    .map((name) => [`\`require(…).${name}\``, { code: CJS([name]) }])),
  'all five constructs and `BackupChecks`, CommonJS': {
    code: CJS(['CompliantVault', 'TieredBackupPlan', 'TagBasedSelection', 'AuditFramework', 'NotificationWiring', 'BackupChecks']),
  },
  '`import { CompliantVault }`, ES module: Node.js reads all exports': { code: ESM(['CompliantVault']), isModule: true },
};

function run({ code, isModule }: Program, told: string): string {
  const args = [`--input-type=${isModule ? 'module' : 'commonjs'}`, '--eval', `${code}\nconsole.log(${told});`];
  return execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH } });
}

/** User and system time of a process, in milliseconds. */
function cpuOf(program: Program): number {
  return Number(run(program, '(({ user, system }) => (user + system) / 1000)(process.cpuUsage())'));
}

/** Loads the modules of the CDK that a program loads, and nothing else. */
function cdkOf(program: Program): Program {
  const cache = program.isModule ? '(await import("node:module")).default._cache' : 'require.cache';
  const loaded = JSON.parse(run(program, `JSON.stringify(Object.keys(${cache}))`)) as string[];
  const files = loaded.filter((file) => ['aws-cdk-lib', 'constructs'].some((name) => file.includes(join(sep, 'node_modules', name, sep))));
  return { code: files.map((file) => `require(${JSON.stringify(file)});`).join('') };
}

const names = Object.keys(PROGRAMS);
const cdks = Object.fromEntries(names.map((name) => [name, cdkOf(PROGRAMS[name])]));
const whole: Record<string, number[]> = {};
const ofCdk: Record<string, number[]> = {};
// In turns, so that other load on the machine affects all of them
for (let turn = 0; turn < RUNS; turn++) {
  for (const name of names) {
    (whole[name] ??= []).push(cpuOf(PROGRAMS[name]));
    (ofCdk[name] ??= []).push(cpuOf(cdks[name]));
  }
}
const bare = median(whole[names[0]]);
const app = median(whole[names[1]]) - bare;
const row = (name: string) => {
  const [all, cdk] = [median(whole[name]), median(ofCdk[name])];
  return `| ${name} | ${(all - bare).toFixed(0)} ms | ${(cdk - bare).toFixed(0)} ms | ${(all - cdk).toFixed(0)} ms | ${((all - bare) / app).toFixed(2)} |`;
};

writeSection('Loading the package', 'bench:import', `CPU (user and system) of a process, median of ${RUNS}, measured in turns,
beyond the ${bare.toFixed(0)} ms of Node.js; the compiled package. A process that loads the same modules of \`aws-cdk-lib\` and \`constructs\` alone
shows the share of the library.

| process | CPU | modules of the CDK | the library and cdk-nag | relative to \`App\` |
| --- | --: | --: | --: | --: |
${names.slice(1).map(row).join('\n')}
`);
