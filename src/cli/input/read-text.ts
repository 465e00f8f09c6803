import { readFileSync, statSync } from 'fs';
import { InputError } from '../input-error';

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

/**
 * In bytes. CloudFormation takes templates of 1 MiB at most; five times that leaves room for the comments and spaces that a build takes
 * out, and still bounds time and memory.
 */
export const LARGEST_TEMPLATE = 5 * MEBIBYTE;

/** In bytes. The manifest of a cloud assembly lists all constructs of the app. */
export const LARGEST_MANIFEST = 64 * MEBIBYTE;

const MISSING: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is not a directory',
  ELOOP: 'is a symbolic link that leads to itself',
  ENAMETOOLONG: 'does not exist: its name is too long',
};

const DENIED = new Set(['EACCES', 'EPERM']);

/**
 * The text of a file, whose size is looked at before it is read.
 *
 * @throws InputError where there is no text
 */
export function readText(path: string, name: string, largest = LARGEST_TEMPLATE): string {
  const text = decoded(bytesOf(path, name, largest), name);
  if (text.trim() === '') { throw new InputError(`'${name}' is empty`); }
  return text;
}

/** Why a file or a directory cannot be read. */
export function unreadable(name: string, error: unknown): InputError {
  return failed(name, 'read', error);
}

/** Why a file cannot be written. */
export function unwritable(name: string, error: unknown): InputError {
  return codeOf(error) === 'ENOENT' ? new InputError(`'${name}' cannot be written: its directory does not exist`) : failed(name, 'written', error);
}

function failed(name: string, participle: 'read' | 'written', error: unknown): InputError {
  const code = codeOf(error) ?? '';
  if (DENIED.has(code)) { return new InputError(`'${name}' cannot be ${participle}: permission denied`); }
  if (code === 'EISDIR') { return new InputError(`'${name}' is a directory`); }
  return new InputError(`'${name}' ${MISSING[code] ?? `cannot be ${participle} (${code || String(error)})`}`);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function bytesOf(path: string, name: string, largest: number): Buffer {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) { throw new InputError(`'${name}' is neither a file nor a directory`); }
    if (stats.size > largest) {
      throw new InputError(`'${name}' has ${inMebibytes(stats.size)} MiB, more than the ${inMebibytes(largest)} MiB that are read: CloudFormation takes templates of 1 MiB at most`);
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
  } catch { /* said below */ }
  throw new InputError(`'${name}' is no text in UTF-8: it is binary, or has another encoding`);
}

function inMebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(1).replace(/\.0$/, '');
}
