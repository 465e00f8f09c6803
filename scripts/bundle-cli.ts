import { readFileSync } from 'fs';
import { join } from 'path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');

/** The path that the binary loads. */
const BUNDLE = join(ROOT, 'lib', 'cli', 'bundle.js');

/** The packages whose code is in the bundle, which includes their licenses. */
const BUNDLED = ['commander'];

/** The command line and its JSON reader in one file. Node.js would otherwise spend most of the time locating a hundred files. */
function bundleCli(outfile: string) {
  const { metafile } = buildSync({
    entryPoints: [join(ROOT, 'src', 'cli', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    banner: { js: BUNDLED.map((name) => `/*! ${name}\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8')}*/`).join('\n') },
    // Loaded only for YAML
    external: ['yaml'],
    absWorkingDir: ROOT,
    metafile: true,
    logLevel: 'error',
  });
  const foreign = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules') && !BUNDLED.some((name) => file.includes(`node_modules/${name}/`)));
  if (foreign.length > 0) { throw new Error(`the command line must load only ${BUNDLED.join(', ')} to start quickly, got ${foreign.join(', ')}`); }
}

if (require.main === module) { bundleCli(process.argv[2] ?? BUNDLE); }
