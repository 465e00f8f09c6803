import { join } from 'path';
import { isAt, ROOT, run } from './faketime';
import type { Moment } from './moments';

const ARGS = [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), '--tsconfig', 'conformance/tsconfig.json', 'conformance/any-day/synthesize.ts'];

/** The hashes of all files that the examples and integration tests synthesize: templates, manifests, and assets. */
export type Files = Readonly<Record<string, string>>;

/**
 * Synthesizes the apps now, or at another moment.
 *
 * @throws an error if an app fails, or reads another time
 */
export async function synthesized(moment: Moment | 'now'): Promise<Files> {
  const { code, out, err } = await run(moment, ARGS);
  if (code !== 0) { throw new Error(`the apps must synthesize, got ${err.trim().slice(-500)}`); }
  const { time, files } = JSON.parse(out) as { readonly time: number; readonly files: Files };
  if (moment !== 'now' && !isAt(moment, time)) { throw new Error(`the clock of the apps must be at ${moment.at}, got ${new Date(time).toISOString()}`); }
  return files;
}
