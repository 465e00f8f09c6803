import { readFileSync, statSync } from 'fs';
import { join } from 'path';
import { expectSame } from './checks';
import { run } from './command';
import { ROOT } from './workspace';

/** All that the tarball may have; each line has to meet something, so that what is gone is told too. */
const FOR_USERS: readonly RegExp[] = [
  /^\.jsii$/, /^\.jsii\.gz$/, /^\.jsii\.tabl\.json$/, /^package\.json$/, /^LICENSE$/, /^README\.md$/,
  /^API\.md$/, /^CAPABILITIES\.md$/, /^RULES\.md$/, /^docs\/[\w-]+\.md$/,
  /^bin\/cdk-compliant-backup$/, /^lib\/cli\/bundle\.js$/, /^lib\/([\w-]+\/)*[\w-]+\.js$/, /^lib\/([\w-]+\/)*[\w-]+\.d\.ts$/,
  /^schemas\/check\.json$/, /^examples\/[\w-]+\/[\w-]+\.ts$/,
  // Bundled, as their makers pack them
  /^node_modules\/commander\//, /^node_modules\/yaml\//,
];

/** Whether the tarball has a file. */
export function isForUsers(path: string): boolean {
  return FOR_USERS.some((pattern) => pattern.test(path));
}

const README = 'bindings/README.md';
const SAID = /\*\*(\d+) files, (\d+\.\d+) MiB packed\*\*/;
/** Of what the document says, and no more: else it is to be written anew. */
const TOLERANCE = 0.1;
const MIB = 1024 * 1024;

/** Throws where the tarball has more or less than what users need, or another size than the document says. */
export async function checkTarball(tarball: string): Promise<string> {
  const files = (await run('tar', ['-tf', tarball])).trim().split('\n').map((path) => path.replace(/^package\//, ''));
  expectSame('paths that no user needs', [], files.filter((path) => !isForUsers(path)));
  expectSame('what is missing', [], FOR_USERS.filter((pattern) => !files.some((path) => pattern.test(path))).map(String));

  const size = statSync(tarball).size / MIB;
  const got = `${files.length} files, ${size.toFixed(2)} MiB packed`;
  const [, saidFiles, saidSize] = SAID.exec(readFileSync(join(ROOT, README), 'utf8')) ?? [];
  if (!isNear(files.length, Number(saidFiles)) || !isNear(size, Number(saidSize))) {
    throw new Error(`${README} says '${saidFiles} files, ${saidSize} MiB packed', got '${got}', which is more than ${TOLERANCE * 100} % off: `
      + 'find out why, and write what was got into it');
  }
  return got;
}

function isNear(value: number, said: number): boolean {
  return Math.abs(value - said) <= said * TOLERANCE;
}
