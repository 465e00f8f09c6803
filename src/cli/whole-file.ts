import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { basename, dirname, join, resolve } from 'path';
import { unwritable } from './input/read-text';
import { InputError } from './input-error';

/**
 * Writes a file as a whole: a full disk, a signal, or a second run leaves either the old file or the new one.
 *
 * @param text the text of the file, in parts
 * @param inputs files that must not be overwritten
 * @throws InputError if the file cannot be written
 */
export function writeWhole(path: string, text: Iterable<string>, inputs: readonly string[]) {
  try {
    const target = targetOf(path);
    if (inputs.some((input) => existsSync(input) && realpathSync(input) === target)) { throw new InputError(`'${path}' is also an input. Write to another file.`); }
    replace(target, text);
  } catch (error) {
    throw error instanceof InputError ? error : unwritable(path, error);
  }
}

/** The file behind symbolic links. */
function targetOf(path: string): string {
  if (!existsSync(path)) { return join(realpathSync(dirname(resolve(path))), basename(path)); }
  if (!statSync(path).isFile()) { throw new InputError(`'${path}' must be a file, got a directory, a device, or a pipe.`); }
  return realpathSync(path);
}

const STOPPING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Waits with the end of the process until the temporary file is renamed or deleted. The signal then ends the process as usual. */
function deferSignals() {
  const end = (signal: NodeJS.Signals) => {
    release();
    process.kill(process.pid, signal);
  };
  const release = () => { STOPPING.forEach((signal) => process.off(signal, end)); };
  STOPPING.forEach((signal) => process.on(signal, end));
  // By then, a signal that came during the writing has been received
  setImmediate(release);
}

function replace(target: string, text: Iterable<string>) {
  deferSignals();
  const temporary = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'wx', existsSync(target) ? statSync(target).mode : undefined);
    try {
      for (const batch of batches(text)) { writeFileSync(file, batch); }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** In characters. */
const BATCH = 64 * 1024;

/** Joins short parts of a text. */
export function* batches(parts: Iterable<string>): Generator<string> {
  let batch = '';
  for (const part of parts) {
    batch += part;
    if (batch.length >= BATCH) {
      yield batch;
      batch = '';
    }
  }
  if (batch !== '') { yield batch; }
}
