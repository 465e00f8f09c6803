import { relative, resolve, sep } from 'path';

/** What a report calls a file: its path from where the command runs, with slashes on every system. */
export function fileName(path: string): string {
  const name = relative(process.cwd(), resolve(path)).split(sep).join('/');
  return name === '' ? '.' : name;
}
