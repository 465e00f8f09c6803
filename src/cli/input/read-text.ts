import { createHash } from 'crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'fs';
import { InputError } from '../input-error';

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

/** The largest size of a file, in bytes, and what to do about a larger file. */
interface Largest {
  readonly bytes: number;
  readonly advice: string;
}

/** CloudFormation accepts templates of at most 1 MiB. Five times that allows for comments and spaces that a build removes, and limits time and memory. */
export const LARGEST_TEMPLATE: Largest = { bytes: 5 * MEBIBYTE, advice: 'CloudFormation accepts templates of at most 1 MiB.' };

/** For options and parameters. */
export const LARGEST_SETTINGS: Largest = { bytes: 5 * MEBIBYTE, advice: 'Delete what the command does not use.' };

/** Larger, because the manifest of a cloud assembly lists all constructs of the app. */
export const LARGEST_MANIFEST: Largest = { bytes: 64 * MEBIBYTE, advice: 'Check the templates by their names instead.' };

/** Larger, because it lists the findings of all plugins. */
export const LARGEST_REPORT: Largest = { bytes: 256 * MEBIBYTE, advice: 'Choose the packs with \'--pack\' or \'--config\' instead.' };

/** Larger, because it lists the findings of all templates. */
export const LARGEST_BASELINE: Largest = { bytes: 256 * MEBIBYTE, advice: 'Check fewer templates together, with a baseline for each check.' };

/** The path that stands for the standard input. */
export const STANDARD_INPUT = '-';

const MISSING: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist, because a part of its path is not a directory',
  ELOOP: 'is a symbolic link to itself',
  ENAMETOOLONG: 'does not exist, because its name is too long',
};

/** In bytes. */
const CHUNK = 64 * KIBIBYTE;

/** In milliseconds. */
const PAUSE = 10;

const DENIED = new Set(['EACCES', 'EPERM']);

/**
 * Reads a text file, and stops at its limit.
 *
 * @throws InputError if the file has no text
 */
export function readText(path: string, name: string, largest = LARGEST_TEMPLATE): string {
  return textOf(bytesOf(path, name, largest), name);
}

/** @throws InputError if the bytes are not text */
export function textOf(bytes: Buffer, name: string): string {
  const text = decoded(bytes, name);
  if (!/\S/.test(text)) { throw new InputError(`'${name}' is empty.`); }
  return text;
}

/**
 * Reads a file once more, so that its text is not kept.
 *
 * @returns a function that throws an InputError if the file has changed
 */
export function unchangedText(path: string, name: string, text: string): () => string {
  const digest = digestOf(text);
  return () => {
    const now = readText(path, name);
    if (digestOf(now) !== digest) { throw new InputError(`'${name}' changed while it was checked. Run the command again.`); }
    return now;
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The error for a file or directory that cannot be read. */
export function unreadable(name: string, error: unknown): InputError {
  return failed(name, 'read', error);
}

/** The error for a file that cannot be written. */
export function unwritable(name: string, error: unknown): InputError {
  return codeOf(error) === 'ENOENT' ? new InputError(`'${name}' cannot be written, because its directory does not exist.`) : failed(name, 'written', error);
}

function failed(name: string, participle: 'read' | 'written', error: unknown): InputError {
  const code = codeOf(error) ?? '';
  if (DENIED.has(code)) { return new InputError(`'${name}' cannot be ${participle}: permission denied.`); }
  if (code === 'EISDIR') { return new InputError(`'${name}' is a directory.`); }
  return new InputError(`'${name}' ${MISSING[code] ?? `cannot be ${participle} (${code || String(error)})`}.`);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function bytesOf(path: string, name: string, largest: Largest): Buffer {
  const most = largest.bytes + CHUNK;
  try {
    const bytes = path === STANDARD_INPUT ? readFrom(0, most) : readBytes(path, most, (size) => { limit(size, name, largest); });
    if (bytes.length > largest.bytes) { throw tooLarge(name, largest, `more than ${inMebibytes(largest.bytes)}`); }
    return bytes;
  } catch (error) {
    if (error === NO_FILE) { throw new InputError(`'${name}' is neither a file nor a directory.`); }
    throw error instanceof InputError ? error : unreadable(name, error);
  }
}

function limit(size: number, name: string, largest: Largest) {
  if (size > largest.bytes) { throw tooLarge(name, largest, inMebibytes(size)); }
}

function tooLarge(name: string, { bytes, advice }: Largest, got: string): InputError {
  return new InputError(`'${name}' must not be larger than ${inMebibytes(bytes)} MiB, got ${got} MiB. ${advice}`);
}

const NO_FILE = new Error('neither a file nor a directory');

/**
 * The beginning of a file. A special file can have more bytes than its size states, and a pipe might never end.
 *
 * @param most the number of bytes to read at most
 * @param judge is called with the size before anything is read
 */
export function readBytes(path: string, most: number, judge?: (size: number) => void): Buffer {
  // Windows has no such flag
  const file = openSync(path, constants.O_RDONLY + (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) { throw Object.assign(new Error('directory'), { code: 'EISDIR' }); }
    if (!stats.isFile()) { throw NO_FILE; }
    judge?.(stats.size);
    return readFrom(file, most, stats.size + 1);
  } finally {
    closeSync(file);
  }
}

/** @param expected how many bytes are probably there */
function readFrom(file: number, most: number, expected = CHUNK): Buffer {
  const chunks: Buffer[] = [];
  for (let left = most; left > 0;) {
    const chunk = Buffer.allocUnsafe(Math.min(left, chunks.length === 0 ? Math.max(expected, CHUNK) : CHUNK));
    const count = readOrWait(file, chunk);
    if (count === 0) { break; }
    chunks.push(chunk.subarray(0, count));
    left -= count;
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** The standard input can be a pipe or a terminal that has nothing yet. */
function readOrWait(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      if (file === 0 && codeOf(error) === 'EOF') { return 0; }
      if (file !== 0 || codeOf(error) !== 'EAGAIN') { throw error; }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, PAUSE);
    }
  }
}

function decoded(bytes: Buffer, name: string): string {
  const isText = !bytes.includes(0);
  try {
    if (isText) { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); }
  } catch { /* reported below */ }
  throw new InputError(`'${name}' must be text in UTF-8, got a binary file or another encoding.`);
}

function inMebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(1).replace(/\.0$/, '');
}
