import { realpathSync } from 'fs';
import { sep } from 'path';

/** Whether a path is below a directory. Compares the paths as written, and behind symbolic links. */
export function isInside(path: string, directory: string): boolean {
  if (!isBelow(path, directory)) { return false; }
  try {
    return isBelow(realpathSync(path), realpathSync(directory));
  } catch {
    return true; // the error is reported when the file is read
  }
}

function isBelow(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
