import { spawnSync } from 'child_process';

/** The programs that `npm run test:bindings` needs on the PATH. They are checked first. */
interface Program {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** The stream to which the command writes its version. */
  readonly version: RegExp;
  readonly least: readonly [number, number];
  readonly remedy: string;
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'Python',
    command: ['python3', '--version'],
    version: /Python (\d+)\.(\d+)[\d.]*/,
    least: [3, 10],
    remedy: 'install Python 3.10 or newer, or put its python3 on the PATH',
  },
  {
    name: 'a JDK',
    command: ['javac', '--version'],
    version: /javac (\d+)(?:\.(\d+))?[\d.]*/,
    least: [17, 0],
    remedy: 'install a JDK 17 or newer, or put its javac on the PATH',
  },
  {
    name: 'Maven on a JDK',
    command: ['mvn', '--batch-mode', '--version'],
    version: /Java version: (\d+)(?:\.(\d+))?[\d.]*/,
    least: [17, 0],
    remedy: 'install Maven, put its mvn on the PATH, and set JAVA_HOME to a JDK 17 or newer',
  },
  {
    name: 'Go',
    command: ['go', 'version'],
    version: /go version go(\d+)\.(\d+)[\d.]*/,
    least: [1, 25],
    remedy: 'install Go 1.25 or newer, or put its go on the PATH',
  },
];

/** The problem with a program, in one sentence. */
function problemOf({ name, command: [program, ...args], version, least, remedy }: Program): string | undefined {
  const { error, status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  const needs = `'npm run test:bindings' needs ${name} of version ${least[1] > 0 ? least.join('.') : least[0]} or newer`;
  if (error || status !== 0) { return `${needs}, and '${[program, ...args].join(' ')}' could not be run: ${remedy}`; }
  const [found, major, minor = '0'] = version.exec(stdout) ?? [];
  if (found === undefined) { return `${needs}, and '${[program, ...args].join(' ')}' printed no version: ${remedy}`; }
  const isOld = Number(major) < least[0] || Number(major) === least[0] && Number(minor) < least[1];
  return isOld ? `${needs}, got '${found}': ${remedy}` : undefined;
}

const problems = PROGRAMS.flatMap((program) => problemOf(program) ?? []);
for (const problem of problems) { console.error(problem); }
if (problems.length > 0) {
  console.log(`0 passed, ${problems.length} failed`);
  process.exitCode = 1;
}
