import { readFileSync, statSync } from 'fs';
import { InputError } from '../input-error';

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

/**
 * In bytes. CloudFormation accepts templates of at most 1 MiB. Five times that allows for comments and spaces that a build removes,
 * and limits time and memory.
 */
export const LARGEST_TEMPLATE = 5 * MEBIBYTE;

/** In bytes. Larger, because the manifest of a cloud assembly lists all constructs of the app. */
export const LARGEST_MANIFEST = 64 * MEBIBYTE;

const MISSING: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist, because a part of its path is not a directory',
  ELOOP: 'is a symbolic link to itself',
  ENAMETOOLONG: 'does not exist, because its name is too long',
};

const DENIED = new Set(['EACCES', 'EPERM']);

/**
 * Reads a text file after a check of its size.
 *
 * @throws InputError if the file has no text
 */
export function readText(path: string, name: string, largest = LARGEST_TEMPLATE): string {
  const text = decoded(bytesOf(path, name, largest), name);
  if (text.trim() === '') { throw new InputError(`'${name}' is empty.`); }
  return text;
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

function bytesOf(path: string, name: string, largest: number): Buffer {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) { throw new InputError(`'${name}' is neither a file nor a directory.`); }
    if (stats.size > largest) {
      throw new InputError(`'${name}' must have at most ${inMebibytes(largest)} MiB, got ${inMebibytes(stats.size)} MiB. CloudFormation accepts templates of at most 1 MiB.`);
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(name, error);
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
