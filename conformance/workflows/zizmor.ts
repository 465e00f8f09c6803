import { spawnSync } from 'child_process';
import type { Finding } from './finding';
import { locationOf } from './place';

/** One finding of `zizmor --format json`. */
interface Output {
  readonly ident: string;
  readonly desc: string;
  readonly locations: readonly {
    readonly symbolic: { readonly kind: string; readonly key: { readonly Local: { readonly verbatim_path: string } } };
    /** Rows count from 0. */
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

/** Without the network, and without exceptions in comments: accepted.ts is the only list of exceptions. */
const OPTIONS = ['--offline', '--no-config', '--no-ignores', '--strict-collection', '--no-exit-codes', '--no-progress', '--quiet', '--format', 'json'];

/** The findings of zizmor in workflows. */
export function audit(zizmor: string, workflows: readonly string[]): Finding[] {
  const { status, stdout, stderr, error } = spawnSync(zizmor, [...OPTIONS, ...workflows], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) { throw new Error(`zizmor did not run: ${error?.message ?? stderr}`); }
  return (JSON.parse(stdout) as Output[]).map(({ ident, desc, locations }) => {
    const { symbolic: { key }, concrete } = locations.find(({ symbolic }) => symbolic.kind === 'Primary')!;
    return { check: ident, at: locationOf(key.Local.verbatim_path, concrete.location.start_point.row + 1), message: desc };
  });
}
