import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { App } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { Example } from './examples';

/** The parts of a template that are read here. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** A stack of an example, as `cdk synth` writes it. */
export interface SynthesizedStack {
  readonly name: string;
  /** The path in the app, including the Stage. Unique for each stack. */
  readonly path: string;
  /** The path of the template in the app's assembly. */
  readonly file: string;
  /** Undefined if the stack can be deployed to any Region. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The ARN of the role that CloudFormation uses, with placeholders for values that are unknown before deployment. Undefined if none is named. */
  readonly executionRole?: string;
  readonly template: Template;
  /** The templates of nested stacks, by the logical ids of their resources. */
  readonly nested: Readonly<Record<string, Template>>;
  /** The warnings and errors of constructs. */
  readonly annotations: readonly string[];
}

/**
 * Synthesizes without an AWS account, and leaves no files on the disk.
 *
 * @throws an error if the example needs a lookup in an account
 */
export function synthesize(example: Example): SynthesizedStack[] {
  const context = { 'aws:cdk:enable-path-metadata': true }; // as in the CDK CLI
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

/** By the hash in the URL of a template, which is in the manifest of assets. */
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

/** Synthesizes into a temporary folder. */
export function assemble<T>(example: Example, context: Readonly<Record<string, unknown>>, read: (assembly: cxapi.CloudAssembly) => T): T {
  process.env.CDK_VALIDATION = 'false'; // findings come from the newest engine, not from the one of the CDK in use
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const app = new App({ outdir, context });
    example(app);
    const assembly = app.synth();
    const { missing = [] } = assembly.manifest;
    if (missing.length > 0) { throw new Error(`must not look up ${missing.map(({ key }) => key).join(', ')}, which needs an account`); }
    return read(assembly);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
