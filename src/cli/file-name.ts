import { isAbsolute, relative, resolve, sep } from 'path';

/**
 * The name of a file in a report: its path relative to the current directory, with slashes on every operating system. An absolute path that leads out of
 * that directory is not changed.
 */
export function fileName(path: string): string {
  return nameFrom(path, isAbsolute(path));
}

/** Names files at or below paths of the command line, which are absolute or relative as those are. */
export function namesBelow(paths: readonly string[]): (path: string) => string {
  const roots = paths.filter((path) => isAbsolute(path)).map((path) => resolve(path));
  return (path) => nameFrom(path, roots.some((root) => path === root || path.startsWith(root + sep)));
}

function nameFrom(path: string, absolute: boolean): string {
  const name = withSlashes(relative(process.cwd(), resolve(path)));
  if (absolute && name.startsWith('../')) { return withSlashes(resolve(path)); }
  return name === '' ? '.' : name;
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
