import { dirname, resolve } from 'path';
import { isInside } from './inside';
import { type TemplateFile, NestedCount, readTemplate } from './template-file';
import { type NestedStack, nestedStacksOf, resourceKey } from '../../inventory';
import { type Value, isKnown } from '../../values/unknown';
import { InputError } from '../input-error';

/**
 * Nested stacks of templates without the CDK. `TemplateURL` is a path until `aws cloudformation package` replaces it. A template that is not
 * one of the files is read if it is in the directory of its parent, or in one of the directories.
 *
 * @param nameOf returns the name of a file in the report
 */
export function connectNested(files: readonly TemplateFile[], directories: readonly string[], nameOf: (path: string) => string): TemplateFile[] {
  return new NestedTemplates(files, directories, nameOf).stacks();
}

/** One stack for each resource that creates one. Several stacks can have the same file. */
class NestedTemplates {
  /** A template, or the sentence that says why it cannot be read. */
  private readonly byPath: Map<string, TemplateFile | string>;
  private readonly byId: Map<string, TemplateFile>;
  private readonly made = new Map<string, TemplateFile[]>();
  /** The sentences about nested stacks, by the id of their parent. */
  private readonly unread = new Map<string, Map<string, string>>();
  private readonly connected: ReadonlySet<string>;
  private readonly nested = new NestedCount();

  constructor(
    private readonly files: readonly TemplateFile[],
    private readonly directories: readonly string[],
    private readonly nameOf: (path: string) => string,
  ) {
    this.byPath = new Map(files.filter(({ facts }) => !facts.parent).map((file) => [file.path, file]));
    this.byId = new Map(files.map((file) => [file.id, file]));
    const parents = files.flatMap(({ facts: { parent } }) => parent ?? []);
    this.connected = new Set(parents.map(({ id, logicalId }) => resourceKey({ sourceId: id, logicalId })));
  }

  /** The stacks in the order of their files. */
  public stacks(): TemplateFile[] {
    const alone = this.files.filter(({ facts }) => !facts.parent);
    const nested = new Set(this.linksOf(alone).flatMap(({ parent, path }) => (path === undefined || path === parent.path ? [] : [path])));
    this.make(this.files.filter(({ facts, path }) => facts.parent !== undefined || !nested.has(path)));
    // A cycle of nested stacks has no root, so any of them is the first
    for (const file of alone) { if (!this.made.has(file.path)) { this.make([file]); } }
    return [...new Set([...this.files.map(({ path }) => path), ...this.made.keys()])].flatMap((path) => this.made.get(path)!)
      .map((file) => { const unread = this.unread.get(file.id); return unread ? file.with({ unread }) : file; });
  }

  /** Adds stacks, and those that are nested in them, level by level. */
  private make(roots: readonly TemplateFile[]) {
    for (let level = roots; level.length > 0;) {
      for (const file of level) {
        this.byId.set(file.id, file);
        const others = this.made.get(file.path);
        if (others) { others.push(file); } else { this.made.set(file.path, [file]); }
      }
      level = this.linksOf(level).flatMap((link) => {
        const template = this.templateOf(link);
        if (typeof template !== 'string') {
          this.nested.add(template);
          return [template.nestedIn(link.parent, link.logicalId)];
        }
        const { id } = link.parent;
        this.unread.set(id, (this.unread.get(id) ?? new Map<string, string>()).set(link.logicalId, template));
        return [];
      });
    }
  }

  private linksOf(files: readonly TemplateFile[]): Link[] {
    const parents = new Map(files.filter(({ mayNest }) => mayNest).map((file) => [file.id, file]));
    if (parents.size === 0) { return []; }
    const sources = new Set([...parents.values()].flatMap((file) => this.lineage(file)));
    return nestedStacksOf([...sources].map(({ source }) => source)).flatMap(({ sourceId, logicalId, location }: NestedStack) => {
      const parent = parents.get(sourceId);
      if (!parent || this.connected.has(resourceKey({ sourceId, logicalId }))) { return []; }
      const isPath = isKnown(location) && location !== '' && !location.includes('://');
      return [{ parent, logicalId, location, path: isPath ? resolve(dirname(parent.path), location) : undefined }];
    });
  }

  /** The stack and those that it is nested in, from the inside. */
  private lineage(file: TemplateFile): TemplateFile[] {
    const around: TemplateFile[] = [];
    for (let next: TemplateFile | undefined = file; next && !around.includes(next); next = this.byId.get(next.facts.parent?.id ?? '')) { around.push(next); }
    return around;
  }

  private templateOf({ parent, location, path }: Link): TemplateFile | string {
    if (path === undefined) { return isKnown(location) ? `'${location}' is not a file.` : 'Its location is unknown.'; }
    const around = this.lineage(parent);
    if (around.some((each) => each.path === path)) { return `'${this.nameOf(path)}' contains itself.`; }
    const known = this.byPath.get(path);
    if (known !== undefined) { return known; }
    if (![...around.map((each) => dirname(resolve(each.path))), ...this.directories].some((directory) => isInside(path, directory))) {
      return `'${this.nameOf(path)}' is outside of the directory of its parent. Check it together with its parent.`;
    }
    const read = this.read(path);
    this.byPath.set(path, read);
    return read;
  }

  private read(path: string): TemplateFile | string {
    try {
      return readTemplate(path, this.nameOf(path));
    } catch (error) {
      if (!(error instanceof InputError)) { throw error; }
      return error.message;
    }
  }
}

/** A resource that creates a nested stack. */
interface Link {
  readonly parent: TemplateFile;
  readonly logicalId: string;
  readonly location: Value<string>;
  /** `undefined` if the location is not a path. */
  readonly path: string | undefined;
}
