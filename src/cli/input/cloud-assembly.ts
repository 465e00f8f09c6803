import { existsSync } from 'fs';
import { basename, dirname, join } from 'path';
import { Acknowledged } from './acknowledged';
import { isInside } from './inside';
import { LARGEST_MANIFEST, readText } from './read-text';
import type { StackFacts, TemplateFile } from './template-file';
import { templateObject } from '../../inventory/resolve/json';
import { InputError } from '../input-error';

const MANIFEST = 'manifest.json';

/** The CDK writes its version next to the manifest. */
const VERSION = 'cdk.out';

type Json = Readonly<Record<string, unknown>>;

/** Reads the templates of stacks. */
export interface TemplateReader {
  stack(path: string, facts: StackFacts): TemplateFile;
  nestedStack(path: string, parent: TemplateFile, logicalId: string, facts: StackFacts): TemplateFile;
  /** The text of a file that is not a template. No output can overwrite it. */
  text(path: string): string;
}

/**
 * The templates of a synthesized app, including those of Stages and nested stacks.
 *
 * @param nameOf returns the name of a file in the report
 * @throws InputError if the manifest or a template cannot be read
 */
export function assemblyTemplates(directory: string, nameOf: (path: string) => string, reader: TemplateReader): TemplateFile[] {
  return new CloudAssembly(directory, nameOf, reader).templates(directory, '');
}

class CloudAssembly {
  private readonly visited = new Set<string>();

  constructor(private readonly root: string, private readonly nameOf: (path: string) => string, private readonly reader: TemplateReader) {}

  /** @param application the Stage. Stacks of one Stage without an environment are deployed to the same one. */
  public templates(directory: string, application: string): TemplateFile[] {
    if (this.visited.has(directory)) { return []; }
    this.visited.add(directory);
    const path = join(directory, MANIFEST);
    const artifacts = Object.entries(templateObject(artifactsOf(this.reader.text(path), this.nameOf(path))));
    const assets = new Assets((file) => this.jsonAt(this.inside(directory, file)), artifacts.map(([, artifact]) => templateObject(artifact)));
    return artifacts.flatMap(([id, each]) => {
      const artifact = templateObject(each);
      const properties = templateObject(artifact.properties);
      if (artifact.type === 'cdk:cloud-assembly' && typeof properties.directoryName === 'string') {
        return this.templates(this.inside(directory, properties.directoryName), `${application}${id}/`);
      }
      if (artifact.type !== 'aws:cloudformation:stack' || typeof properties.templateFile !== 'string') { return []; }
      const file = this.reader.stack(this.inside(directory, properties.templateFile), {
        ...stackFacts(id, artifact, properties), application, acknowledged: Acknowledged.of(this.metadataOf(artifact, directory)),
      });
      return [file, ...this.nestedIn(file, directory, assets, [file.path])];
    });
  }

  /** A path of a manifest. An assembly from elsewhere cannot make the command read other files. */
  private inside(directory: string, file: string): string {
    const path = join(directory, file);
    if (!isInside(path, this.root)) {
      const [manifest, root] = [this.nameOf(join(directory, MANIFEST)), this.nameOf(this.root)];
      throw new InputError(`'${manifest}' must name files inside '${root}', got '${file}'. Synthesize the app again.`);
    }
    return path;
  }

  /** Newer versions of the CDK write the metadata to a separate file. */
  private metadataOf({ metadata, additionalMetadataFile: file }: Json, directory: string): Json {
    if (typeof file !== 'string') { return templateObject(metadata); }
    return { ...templateObject(metadata), ...this.jsonAt(this.inside(directory, file)) };
  }

  private jsonAt(path: string): Json {
    return templateObject(parsed(this.reader.text(path), this.nameOf(path)));
  }

  /** @param around this file and the files that it is nested in, because a template that contains itself would never end */
  private nestedIn(parent: TemplateFile, directory: string, assets: Assets, around: readonly string[]): TemplateFile[] {
    return Object.entries(parent.resources).flatMap(([logicalId, each]) => {
      const resource = templateObject(each);
      const template = resource.Type === 'AWS::CloudFormation::Stack' ? assets.templateOf(resource) : undefined;
      const path = template === undefined ? undefined : this.inside(directory, template);
      if (path === undefined || around.includes(path)) { return []; }
      const { tags, deployedBy, acknowledged } = parent.facts;
      const file = this.reader.nestedStack(path, parent, logicalId, { tags, deployedBy, acknowledged: acknowledged?.nestedIn(logicalId) });
      return [file, ...this.nestedIn(file, directory, assets, [...around, path])];
    });
  }
}

/** The file of a nested stack, from its metadata or otherwise from the hash in its URL. */
class Assets {
  private byHash?: ReadonlyMap<string, string>;

  /** @param jsonOf returns the content of a file of the assembly */
  constructor(private readonly jsonOf: (file: string) => Json, private readonly artifacts: readonly Json[]) {}

  public templateOf(resource: Json): string | undefined {
    const path = templateObject(resource.Metadata)['aws:asset:path'];
    if (typeof path === 'string') { return path; }
    this.byHash ??= this.read();
    const url = JSON.stringify(templateObject(resource.Properties).TemplateURL ?? '');
    const hash = /([0-9a-f]{64})\.json/.exec(url)?.[1];
    return hash === undefined ? undefined : this.byHash.get(hash);
  }

  private read(): ReadonlyMap<string, string> {
    const manifests = this.artifacts.filter(({ type }) => type === 'cdk:asset-manifest').map(({ properties }) => templateObject(properties).file);
    return new Map(manifests.filter((file) => typeof file === 'string').flatMap((file) => {
      const { files } = this.jsonOf(file);
      return Object.entries(templateObject(files)).flatMap(([hash, asset]): [string, string][] => {
        const source = templateObject(templateObject(asset).source).path;
        return typeof source === 'string' ? [[hash, source]] : [];
      });
    }));
  }
}

function artifactsOf(text: string, name: string): unknown {
  const { artifacts } = templateObject(parsed(text, name));
  if (typeof artifacts !== 'object') { throw new InputError(`'${name}' is not a manifest of the CDK. Synthesize the app again.`); }
  return artifacts;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`'${name}' is not valid JSON. Synthesize the app again.`);
  }
}

/** Whether a directory is a cloud assembly, which `cdk synth` writes. Its manifest can be damaged. */
export function isAssembly(directory: string): boolean {
  let text: string | undefined;
  try {
    text = readText(join(directory, MANIFEST), MANIFEST, LARGEST_MANIFEST);
    return 'artifacts' in templateObject(JSON.parse(text));
  } catch {
    return text?.includes('"artifacts"') === true || (existsSync(join(directory, MANIFEST)) && existsSync(join(directory, VERSION)));
  }
}

/** Whether a file is the manifest of a cloud assembly. */
export function isManifest(path: string): boolean {
  return basename(path) === MANIFEST && isAssembly(dirname(path));
}

function stackFacts(id: string, { environment }: Json, properties: Json): StackFacts {
  const { stackName, parameters, tags, cloudFormationExecutionRoleArn: deployedBy } = properties;
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(String(environment)) ?? [];
  return {
    stackName: typeof stackName === 'string' ? stackName : id,
    ...account !== undefined && account !== 'unknown-account' && { account },
    ...region !== undefined && region !== 'unknown-region' && { region },
    ...typeof deployedBy === 'string' && deployedBy !== '' && { deployedBy },
    ...parameters !== undefined && { parameters: templateObject(parameters) },
    ...tags !== undefined && { tags: templateObject(tags) as Readonly<Record<string, string>> },
  };
}
