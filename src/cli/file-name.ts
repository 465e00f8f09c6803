import { relative, resolve, sep } from 'path';

/** The name of a file in a report: its path relative to the current directory, with slashes on every operating system. */
export function fileName(path: string): string {
  const name = relative(process.cwd(), resolve(path)).split(sep).join('/');
  return name === '' ? '.' : name;
}
