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

const IN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read: permission denied',
  EPERM: 'may not be read: permission denied',
  EISDIR: 'is a directory',
  ENOTDIR: 'does not exist: a part of its path is no directory',
  ELOOP: 'is a symbolic link that leads to itself',
  ENAMETOOLONG: 'does not exist: its name is too long',
};

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

/** Says why something cannot be read. */
export function unreadable(name: string, error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  return new InputError(`'${name}' ${IN_WORDS[code ?? ''] ?? `cannot be read (${code ?? String(error)})`}`);
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
