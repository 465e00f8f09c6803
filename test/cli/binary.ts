import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** The environment of a command, without the variables of CI, and with the clock of the tests, which `npm run test:any-day` sets. */
const ENVIRONMENT = /^(?:PATH|HOME|TZ|LD_PRELOAD|FAKETIME.*|NO_FAKE_STAT)$/;

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The package as it is published, built from the current sources. It is built once for all test files, until a source changes. */
function packageOfToday(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join('src', file));
  const hash = createHash('sha256');
  for (const file of [...sources, 'bin/cdk-compliant-backup', 'scripts/bundle-cli.ts', 'package.json']) { hash.update(readFileSync(join(ROOT, file))); }
  const folder = join(tmpdir(), `cdk-compliant-backup-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) { return folder; }
  const made = mkdtempSync(join(tmpdir(), 'package-'));
  // esbuild does not run in jest
  const script = [require.resolve('tsx/cli'), '--tsconfig', join(ROOT, 'scripts', 'tsconfig.json'), join(ROOT, 'scripts', 'bundle-cli.ts')];
  const { status, stderr } = spawnSync(process.execPath, [...script, join(made, 'lib', 'cli', 'bundle.js')], { encoding: 'utf8' });
  if (status !== 0) { throw new Error(`the command line must be bundled for its tests, got: ${stderr}`); }
  cpSync(join(ROOT, 'bin'), join(made, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(made, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(made, 'node_modules'));
  try {
    renameSync(made, folder);
  } catch { // another worker was first
    rmSync(made, { recursive: true });
  }
  return folder;
}

/** The binary as it is published. */
export function binary(): string {
  return join(packageOfToday(), 'bin', 'cdk-compliant-backup');
}

/** Runs the command as a process. */
export function run(args: readonly string[], options: { readonly cwd?: string; readonly bin?: string; readonly node?: readonly string[] } = {}): Run {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => ENVIRONMENT.test(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options.node ?? [], options.bin ?? binary(), ...args], {
    cwd: options.cwd, encoding: 'utf8', env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

const folders: string[] = [];
afterAll(() => { for (const folder of folders) { rmSync(folder, { recursive: true, force: true }); } });

/** A folder that is deleted after the tests of the file. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
