import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { App } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { Example } from './examples';

/** A template as far as it is looked at here. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** A stack of an example as `cdk synth` would write it. */
export interface SynthesizedStack {
  readonly name: string;
  /** Where it is in the app, with its Stage: no other stack has the same. */
  readonly path: string;
  /** Of the template, below the folder of the app's assembly. */
  readonly file: string;
  /** Undefined where the stack can be deployed to any. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The ARN of the role with which CloudFormation deploys it, with placeholders for what a deployment tells, where one is named. */
  readonly executionRole?: string;
  readonly template: Template;
  /** The templates of nested stacks, by the logical ids of the resources that make them. */
  readonly nested: Readonly<Record<string, Template>>;
  /** Warnings and errors that constructs attached to themselves. */
  readonly annotations: readonly string[];
}

/**
 * Synthesizes without an AWS account and leaves nothing on the disk.
 *
 * @throws an error where the example would look something up in an account
 */
export function synthesize(example: Example): SynthesizedStack[] {
  const context = { 'aws:cdk:enable-path-metadata': true }; // as the CDK's command line has it
  return assemble(example, context, ({ directory, stacksRecursively }) => stacksRecursively.map((stack) => ({
    name: stack.stackName,
    path: stack.hierarchicalId,
    file: relative(directory, stack.templateFullPath),
    account: stack.environment.account === 'unknown-account' ? undefined : stack.environment.account,
    region: stack.environment.region === 'unknown-region' ? undefined : stack.environment.region,
    executionRole: stack.cloudFormationExecutionRoleArn || undefined,
    template: stack.template as Template,
    nested: nestedIn(stack),
    annotations: stack.messages.filter(({ level }) => level !== 'info').map(({ id, level, entry }) => `${level} at ${id}: ${String(entry.data)}`),
  })));
}

/** By the hash in the URL of a template, which the manifest of assets knows. */
function nestedIn(stack: cxapi.CloudFormationStackArtifact): Readonly<Record<string, Template>> {
  const files = stack.dependencies.filter((each) => cxapi.AssetManifestArtifact.isAssetManifestArtifact(each))
    .flatMap(({ contents }) => Object.entries(contents.files ?? {}));
  return Object.fromEntries(Object.entries((stack.template as Partial<Template>).Resources ?? {}).filter(([, { Type: type }]) => type === 'AWS::CloudFormation::Stack')
    .map(([id, { Properties: properties }]) => {
      const url = JSON.stringify(properties?.TemplateURL);
      const [, { source }] = files.find(([hash]) => url.includes(hash))!;
      return [id, JSON.parse(readFileSync(join(stack.assembly.directory, source.path!), 'utf8')) as Template];
    }));
}

/** Synthesizes into a folder that is there only while the assembly is read. */
export function assemble<T>(example: Example, context: Readonly<Record<string, unknown>>, read: (assembly: cxapi.CloudAssembly) => T): T {
  process.env.CDK_VALIDATION = 'false'; // whoever wants findings asks the newest engine, not the one of the CDK in use
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const app = new App({ outdir, context });
    example(app);
    const assembly = app.synth();
    const { missing = [] } = assembly.manifest;
    if (missing.length > 0) { throw new Error(`looks up ${missing.map(({ key }) => key).join(', ')}, for which it would take an account`); }
    return read(assembly);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
