import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { name } from '../../package.json';

const ROOT = join(__dirname, '..', '..');

/** An app with the package installed, built from the current sources. */
export class App {
  private readonly folder = mkdtempSync(join(tmpdir(), 'app-'));
  private readonly lib = join(this.folder, 'node_modules', name, 'lib');

  constructor(peers: readonly string[]) {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.startsWith('cli'));
    const files = sources.map((file) => join(ROOT, 'src', file));
    execute(join(ROOT, 'node_modules', '.bin', 'esbuild'), [...files, `--outdir=${this.lib}`, '--format=cjs', '--platform=node', '--log-level=error']);
    cpSync(join(ROOT, 'package.json'), join(this.folder, 'node_modules', name, 'package.json'));
    for (const peer of peers) { this.link(peer); }
  }

  public get index(): string {
    return readFileSync(join(this.lib, 'index.js'), 'utf8');
  }

  /** Runs the steps after jsii. */
  public bundle(): void {
    const script = join(ROOT, 'scripts', 'bundle-library.ts');
    execute(process.execPath, [require.resolve('tsx/cli'), '--tsconfig', join(ROOT, 'scripts', 'tsconfig.json'), script, this.lib]);
  }

  public link(peer: string): void {
    symlinkSync(join(ROOT, 'node_modules', peer), join(this.folder, 'node_modules', peer));
  }

  public write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Removes a file or folder of the app. */
  public remove(file: string): void {
    if (!existsSync(join(this.folder, file))) { throw new Error(`'${file}' cannot be removed: it does not exist`); }
    rmSync(join(this.folder, file), { recursive: true });
  }

  public require(code: string): unknown {
    return this.run('app.cjs', `const ours = require('${name}');\n${code}`);
  }

  public import(names: readonly string[], code: string): unknown {
    return this.run('app.mjs', `import { ${names.join(', ')} } from '${name}';\n${code}`);
  }

  public delete(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** The values that the code passes to `told`. */
  private run(file: string, code: string): unknown {
    this.write(file, `const told = (value) => process.stdout.write(JSON.stringify(value));\n${code}`);
    return JSON.parse(execute(process.execPath, [join(this.folder, file)]));
  }
}

function execute(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) { throw new Error(stderr); }
  return stdout;
}
