import { dirname, resolve } from 'path';
import { type TemplateFile, NestedCount } from './template-file';
import { objectOf } from '../../inventory/resolve/json';

/** Nested stacks of templates without the CDK. `TemplateURL` is a path until `aws cloudformation package` replaces it. */
export function connectNested(files: readonly TemplateFile[]): TemplateFile[] {
  return new NestedTemplates(files).stacks();
}

interface Link {
  readonly logicalId: string;
  readonly path: string;
}

/** One stack for each resource that creates one. Several stacks can have the same file. */
class NestedTemplates {
  private readonly byPath: ReadonlyMap<string, TemplateFile>;
  private readonly links: ReadonlyMap<string, readonly Link[]>;
  private readonly made = new Map<string, TemplateFile[]>();
  private readonly nested = new NestedCount();

  constructor(private readonly files: readonly TemplateFile[]) {
    this.byPath = new Map(files.filter(({ facts }) => !facts.parent).map((file) => [file.path, file]));
    this.links = new Map(files.map((file) => [file.path, linksIn(file).filter(({ path }) => path !== file.path && this.byPath.has(path))]));
  }

  /** The stacks in the order of their files. */
  public stacks(): TemplateFile[] {
    const nested = new Set([...this.links.values()].flat().map(({ path }) => path));
    for (const file of this.files) { if (file.facts.parent || !nested.has(file.path)) { this.make(file, []); } }
    // A cycle of nested stacks has no root, so any of them is the first
    for (const file of this.files) { if (!this.made.has(file.path)) { this.make(file, []); } }
    return [...new Set(this.files.map(({ path }) => path))].flatMap((path) => this.made.get(path)!);
  }

  private make(file: TemplateFile, around: readonly string[]) {
    const others = this.made.get(file.path);
    if (others) { others.push(file); } else { this.made.set(file.path, [file]); }
    for (const { logicalId, path } of this.links.get(file.path)!) {
      if (around.includes(path)) { continue; }
      const template = this.byPath.get(path)!;
      this.nested.add(template);
      this.make(template.nestedIn(file, logicalId), [...around, file.path]);
    }
  }
}

function linksIn(parent: TemplateFile): Link[] {
  return Object.entries(parent.resources).flatMap(([logicalId, each]) => {
    const { Type: type, Properties: properties } = objectOf(each);
    const url = type === 'AWS::CloudFormation::Stack' ? objectOf(properties).TemplateURL
      : type === 'AWS::Serverless::Application' ? objectOf(properties).Location : undefined;
    return typeof url === 'string' && !url.includes('://') ? [{ logicalId, path: resolve(dirname(parent.path), url) }] : [];
  });
}
