import { readFileSync } from 'fs';
import { join } from 'path';
import { expectSame } from './checks';
import { run } from './command';
import { ROOT } from './workspace';

/** The paths that the tarball can contain. Each line must match a path, so that missing files are also reported. */
const FOR_USERS: readonly RegExp[] = [
  /^\.jsii$/, /^\.jsii\.gz$/, /^\.jsii\.tabl\.json$/, /^package\.json$/, /^LICENSE$/, /^README\.md$/,
  /^CAPABILITIES\.md$/, /^RULES\.md$/, /^docs\/[\w-]+\.md$/,
  /^bin\/cdk-compliant-backup$/, /^lib\/cli\/(bundle|yaml)\.js$/, /^lib\/[\w-]+\.js$/, /^lib\/shared\/\w+\.js$/,
  /^lib\/(?!cli\/)([\w-]+\/)*[\w-]+\.d\.ts$/,
  /^schemas\/check\.json$/, /^examples\/[\w-]+\/[\w-]+\.ts$/,
];

/** Whether the tarball has a file. */
export function isForUsers(path: string): boolean {
  return FOR_USERS.some((pattern) => pattern.test(path));
}

const README = 'bindings/README.md';
const SAID = /\*\*(\d+) files, (\d+) kB packed, (\d+\.\d+) MB unpacked\*\*/;
/** The share by which the numbers can differ from the document. */
const TOLERANCE = 0.1;
/** In kB and MB. */
const MOST_PACKED = 800;
const MOST_UNPACKED = 3.2;

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** Throws an error if the tarball has unexpected or missing paths, is too large, or differs in size from the document. */
export async function checkTarball(tarball: string, env: NodeJS.ProcessEnv): Promise<string> {
  const [packed] = JSON.parse(await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', tarball], { env })) as [Packed];
  const files = packed.files.map(({ path }) => path);
  expectSame('paths that no user needs', [], files.filter((path) => !isForUsers(path)));
  expectSame('missing paths', [], FOR_USERS.filter((pattern) => !files.some((path) => pattern.test(path))).map(String));

  const [kilobytes, megabytes] = [packed.size / 1e3, packed.unpackedSize / 1e6];
  const got = `${files.length} files, ${kilobytes.toFixed(0)} kB packed, ${megabytes.toFixed(2)} MB unpacked`;
  if (kilobytes > MOST_PACKED || megabytes > MOST_UNPACKED) {
    throw new Error(`the tarball must have at most ${MOST_PACKED} kB packed and ${MOST_UNPACKED} MB unpacked, got '${got}'. Look for large files.`);
  }
  const said = SAID.exec(readFileSync(join(ROOT, README), 'utf8')) ?? [];
  if (![files.length, kilobytes, megabytes].every((value, index) => isNear(value, Number(said[index + 1])))) {
    throw new Error(`${README} states '${said[0]}', got '${got}', more than ${TOLERANCE * 100} % off. Find out why, and update the line.`);
  }
  return got;
}

function isNear(value: number, said: number): boolean {
  return Math.abs(value - said) <= said * TOLERANCE;
}
