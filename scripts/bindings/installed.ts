import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { expectSame } from './checks';
import { run } from './command';
import { OURS } from './workspace';

/** Throws an error if compiled files contain their sources. */
export function checkNoSourceMaps(folder: string): void {
  const compiled = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  expectSame('files with a source map', [], compiled.filter((file) => readFileSync(join(folder, file), 'utf8').includes('sourceMappingURL')));
}

/** Throws an error if `require` of the package loads more than its index. */
export async function checkLazyIndex(cwd: string): Promise<void> {
  const loaded = JSON.parse(await run(process.execPath, ['--eval', `require('${OURS.name}'); console.log(JSON.stringify(Object.keys(require.cache)));`], { cwd })) as string[];
  expectSame('what require loads', [join('node_modules', OURS.name, 'lib', 'index.js')], loaded.map((file) => file.slice(file.indexOf('node_modules'))));
}
