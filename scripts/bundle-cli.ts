import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');

/** The path that the binary loads. */
const BUNDLE = join(ROOT, 'lib', 'cli', 'bundle.js');

/** The file beside the bundle that is loaded only for YAML. */
const YAML = './yaml.js';

/**
 * Writes the command line and its JSON reader into one file, and the YAML parser into another. Node.js would otherwise spend most of the time
 * locating a hundred files.
 */
function bundleCli(outfile: string) {
  bundle(join('src', 'cli', 'main.ts'), outfile, 'commander', { alias: { yaml: YAML }, external: [YAML] });
  bundle('yaml', join(dirname(outfile), YAML), 'yaml', {});
}

function bundle(entryPoint: string, outfile: string, includes: string, options: BuildOptions): void {
  const { metafile } = buildSync({
    ...options,
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    banner: { js: `/*! ${includes}\n${readFileSync(join(ROOT, 'node_modules', includes, 'LICENSE'), 'utf8')}*/` },
    absWorkingDir: ROOT,
    metafile: true,
    logLevel: 'error',
  });
  const foreign = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules') && !file.includes(`node_modules/${includes}/`));
  if (foreign.length > 0) { throw new Error(`${outfile} must contain only ${includes} of other packages, so that the command line starts quickly, got ${foreign.join(', ')}`); }
}

if (require.main === module) { bundleCli(process.argv[2] ?? BUNDLE); }
