import { type Dirent, readdirSync, statSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { setFlagsFromString } from 'v8';
import { type TemplateReader, assemblyTemplates, isAssembly, isManifest } from './cloud-assembly';
import { LARGEST_MANIFEST, LARGEST_TEMPLATE, STANDARD_INPUT, readBytes, readText, unreadable } from './read-text';
import { type StackFacts, type TemplateFile, NestedCount, readStackTemplate, readTemplate } from './template-file';
import { InputError, NotATemplateError } from '../input-error';

const TEMPLATE_NAME = /\.(?:json|ya?ml|template)$/i;
const NOT_LOOKED_INTO = /^(?:\.|node_modules$)/;

/** Every template contains a type, such as `AWS::Backup::BackupPlan`. */
const TYPE = 'AWS::';

/** How much is searched of a file that is too large, in bytes. */
const BEGINNING = 64 * 1024;

/** In characters. Collecting memory more often needs time, which only large inputs are worth. */
const LARGE = 32 * 1024 * 1024;

/** In percent. By default, the memory of Node.js grows to several times what is in use before it is collected. */
const GROWTH = 20;

export interface Reading {
  readonly templates: readonly TemplateFile[];
  /** One message for each input that cannot be read. */
  readonly problems: readonly string[];
  /** The directories of the cloud assemblies. */
  readonly assemblies: readonly string[];
  /** The manifests and other files of the cloud assemblies that were read. */
  readonly manifests: readonly string[];
}

export interface ReadingOptions {
  /** Whether paths that are not templates are ignored, as they are in a directory. */
  readonly skipOthers: boolean;
  /** Returns the name of a file in the report. */
  nameOf(path: string): string;
  /** Is called with the number of templates read. */
  progress(count: number): void;
}

/** Reads files, directories of templates, and cloud assemblies. Each stack appears once. */
export function readTemplates(paths: readonly string[], options: ReadingOptions): Reading {
  return new TemplateReading(options).read(paths);
}

class TemplateReading implements TemplateReader {
  /** The files by path, without the facts of their stacks. */
  private readonly files = new Map<string, TemplateFile>();
  /** The stacks by id. */
  private readonly stacks = new Map<string, TemplateFile>();
  private readonly nested = new NestedCount();
  private readonly problems: string[] = [];
  private readonly assemblies = new Set<string>();
  private readonly manifests = new Set<string>();
  private size = 0;

  constructor(private readonly options: ReadingOptions) {}

  public read(paths: readonly string[]): Reading {
    for (const path of paths) {
      this.attempt(() => {
        if (path === '') { throw new InputError('A path must not be empty. Write \'.\' for the working directory.'); }
        if (path === STANDARD_INPUT) { this.file(path); } else { this.any(resolve(path)); }
      });
    }
    return { templates: [...this.stacks.values()], problems: this.problems, assemblies: [...this.assemblies], manifests: [...this.manifests] };
  }

  private any(path: string) {
    if (!isDirectory(path, this.options.nameOf(path))) {
      if (isManifest(path)) {
        this.assembly(dirname(path));
      } else if (this.options.skipOthers) {
        this.candidate(path);
      } else {
        this.file(path);
      }
      return;
    }
    const found = isAssembly(path) ? this.assembly(path) : this.directory(path);
    if (found === 0 && !this.options.skipOthers) { throw new InputError(`'${this.options.nameOf(path)}' must contain CloudFormation templates (.json, .yaml, .yml, .template), got a directory without any. Name another directory.`); }
  }

  /** @returns the number of templates, including those that cannot be read */
  private assembly(path: string): number {
    this.assemblies.add(path);
    return assemblyTemplates(path, (each) => this.options.nameOf(each), this).length;
  }

  private directory(path: string): number {
    let found = 0;
    for (const entry of entriesOf(path, this.options.nameOf(path))) {
      const inner = join(path, entry.name);
      if (NOT_LOOKED_INTO.test(entry.name)) { continue; }
      if (entry.isDirectory()) {
        found += isAssembly(inner) ? this.assembly(inner) : this.directory(inner);
      } else if (TEMPLATE_NAME.test(entry.name) && (entry.isFile() || isFile(inner)) && this.candidate(inner)) {
        found++;
      }
    }
    return found;
  }

  /** Ignores a file without types, and a file that contains types but is not a template, such as a policy. Reports a file that cannot be parsed. */
  private candidate(path: string): boolean {
    const before = this.problems.length;
    try {
      const bytes = bytesOf(path);
      const isTooLarge = bytes !== undefined && bytes.length > LARGEST_TEMPLATE.bytes;
      if ((isTooLarge ? bytes.subarray(0, BEGINNING) : bytes)?.includes(TYPE) === false) { return false; }
      this.file(path, isTooLarge ? undefined : bytes);
    } catch (error) {
      if (error instanceof NotATemplateError) { return false; }
      if (!(error instanceof InputError)) { throw error; }
      this.problems.push(error.message);
    }
    return this.problems.length > before || this.files.has(path);
  }

  /** Prefers stacks of a manifest, which states more about them, to the file alone. */
  private file(path: string, bytes?: Buffer) {
    const read = this.files.has(path);
    const file = this.readOnce(path, readTemplate, bytes);
    if (!read) { this.add(file); }
  }

  public stack(path: string, facts: StackFacts): TemplateFile {
    return this.add(this.readOnce(path, readStackTemplate).with(facts));
  }

  public nestedStack(path: string, parent: TemplateFile, logicalId: string, facts: StackFacts): TemplateFile {
    const file = this.readOnce(path, readStackTemplate);
    this.nested.add(file);
    this.stacks.delete(file.id);
    return this.add(file.nestedIn(parent, logicalId, facts));
  }

  public text(path: string): string {
    this.manifests.add(path);
    return readText(path, this.options.nameOf(path), LARGEST_MANIFEST);
  }

  private readOnce(path: string, read: typeof readTemplate, bytes?: Buffer): TemplateFile {
    const known = this.files.get(path);
    if (known) { return known; }
    const file = read(path, this.options.nameOf(path), bytes);
    this.files.set(path, file);
    if (this.size <= LARGE && (this.size += file.size) > LARGE) { setFlagsFromString(`--heap-growing-percent=${GROWTH}`); }
    return file;
  }

  private add(file: TemplateFile): TemplateFile {
    this.stacks.set(file.id, file);
    this.options.progress(this.stacks.size);
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

/** Follows links to files. Links to directories are not followed, because they might form a cycle. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** `undefined` for a file that cannot be read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readBytes(path, LARGEST_TEMPLATE.bytes + 1);
  } catch {
    return undefined; // the error is reported when the file is read
  }
}
