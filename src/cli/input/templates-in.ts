import type { Dirent } from 'fs';
import { closeSync, openSync, readSync, readdirSync, statSync } from 'fs';
import { dirname, join } from 'path';
import type { TemplateReader } from './cloud-assembly';
import { assemblyTemplates, isAssembly, isManifest } from './cloud-assembly';
import { LARGEST_TEMPLATE, unreadable } from './read-text';
import type { StackFacts, TemplateFile } from './template-file';
import { NestedCount, readTemplate } from './template-file';
import { InputError, NotATemplateError } from '../input-error';

const TEMPLATE_NAME = /\.(?:json|ya?ml|template)$/i;
const NOT_LOOKED_INTO = /^(?:\.|node_modules$)/;

/** Every template has a type in it, such as `AWS::Backup::BackupPlan`; files without are something else. */
const TYPE = 'AWS::';

/** Of a file that is too large to be read whole, in bytes. */
const BEGINNING = 64 * 1024;

export interface Reading {
  readonly templates: readonly TemplateFile[];
  /** A sentence for each input that cannot be read. */
  readonly problems: readonly string[];
}

/**
 * Files, directories of templates, and directories that `cdk synth` has written; each stack once.
 *
 * @param nameOf what the report calls a file
 * @param progress is told how many have been read
 */
export function readTemplates(paths: readonly string[], nameOf: (path: string) => string, progress: (count: number) => void): Reading {
  return new TemplateReading(nameOf, progress).read(paths);
}

class TemplateReading implements TemplateReader {
  /** By path, without what is known of the stacks made from them. */
  private readonly files = new Map<string, TemplateFile>();
  /** By id. */
  private readonly stacks = new Map<string, TemplateFile>();
  private readonly nested = new NestedCount();
  private readonly problems: string[] = [];

  constructor(private readonly nameOf: (path: string) => string, private readonly progress: (count: number) => void) {}

  public read(paths: readonly string[]): Reading {
    for (const path of paths) { this.attempt(() => this.any(path)); }
    return { templates: [...this.stacks.values()], problems: this.problems };
  }

  private any(path: string) {
    if (!isDirectory(path, this.nameOf(path))) {
      if (isManifest(path)) { this.assembly(dirname(path)); } else { this.file(path); }
      return;
    }
    const found = isAssembly(path) ? this.assembly(path) : this.directory(path);
    if (found === 0) { throw new InputError(`'${this.nameOf(path)}' is a directory without CloudFormation templates (.json, .yaml, .yml, .template)`); }
  }

  /** @returns how many templates there are, read or not */
  private assembly(path: string): number {
    return assemblyTemplates(path, this.nameOf, this).length;
  }

  private directory(path: string): number {
    let found = 0;
    for (const entry of entriesOf(path, this.nameOf(path))) {
      const inner = join(path, entry.name);
      if (NOT_LOOKED_INTO.test(entry.name)) { continue; }
      if (entry.isDirectory()) {
        found += isAssembly(inner) ? this.assembly(inner) : this.directory(inner);
      } else if (TEMPLATE_NAME.test(entry.name) && isFile(inner) && mayBeTemplate(inner)) {
        if (this.candidate(inner)) { found++; }
      }
    }
    return found;
  }

  /** A file that names types and is no template, such as a policy, is passed over; one that cannot be parsed is not. */
  private candidate(path: string): boolean {
    const before = this.problems.length;
    try {
      this.file(path);
    } catch (error) {
      if (error instanceof NotATemplateError) { return false; }
      if (!(error instanceof InputError)) { throw error; }
      this.problems.push(error.message);
    }
    return this.problems.length > before || this.files.has(path);
  }

  /** What a manifest tells of the stacks that are made from a file is more than what the file alone does. */
  private file(path: string) {
    const read = this.files.has(path);
    const file = this.readOnce(path);
    if (!read) { this.add(file); }
  }

  public stack(path: string, facts: StackFacts): TemplateFile {
    return this.add(this.readOnce(path).with(facts));
  }

  public nestedStack(path: string, parent: TemplateFile, logicalId: string, facts: StackFacts): TemplateFile {
    const file = this.readOnce(path);
    this.nested.add(file);
    this.stacks.delete(file.id);
    return this.add(file.nestedIn(parent, logicalId, facts));
  }

  private readOnce(path: string): TemplateFile {
    const file = this.files.get(path) ?? readTemplate(path, this.nameOf(path));
    this.files.set(path, file);
    return file;
  }

  private add(file: TemplateFile): TemplateFile {
    this.stacks.set(file.id, file);
    this.progress(this.stacks.size);
    return file;
  }

  private attempt(read: () => void) {
    try {
      read();
    } catch (error) {
      if (!(error instanceof InputError)) { throw error; }
      this.problems.push(error.message);
    }
  }
}

function entriesOf(path: string, name: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    throw unreadable(name, error);
  }
}

function isDirectory(path: string, name: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** Links to files are followed, links to directories are not: they may go round in a circle. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function mayBeTemplate(path: string): boolean {
  try {
    const length = statSync(path).size > LARGEST_TEMPLATE ? BEGINNING : LARGEST_TEMPLATE;
    const buffer = Buffer.alloc(Math.min(length, statSync(path).size));
    const file = openSync(path, 'r');
    try {
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)).includes(TYPE);
    } finally {
      closeSync(file);
    }
  } catch {
    return true; // why it cannot be read is said when it is read
  }
}
