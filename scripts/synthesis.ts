import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import type { Example } from './examples';

/** A template as far as it is looked at here. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A stack of an example as `cdk synth` would write it. */
export interface SynthesisedStack {
  readonly name: string;
  /** Where it is in the app, with its Stage: no other stack has the same. */
  readonly path: string;
  /** Undefined where the stack can be deployed to any. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly template: Template;
  /** Warnings and errors that constructs attached to themselves. */
  readonly annotations: readonly string[];
}

/**
 * Synthesises without an AWS account and leaves nothing on the disk.
 *
 * @throws an error where the example would look something up in an account
 */
export function synthesise(example: Example): SynthesisedStack[] {
  process.env.CDK_VALIDATION = 'false'; // whoever wants findings asks the newest engine, not the one of the CDK in use
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } }); // as the CDK's command line has it
    example(app);
    const { stacksRecursively: stacks, manifest: { missing = [] } } = app.synth();
    if (missing.length > 0) { throw new Error(`looks up ${missing.map(({ key }) => key).join(', ')}, for which it would take an account`); }
    return stacks.map(({ stackName, hierarchicalId, environment, template, messages }) => ({
      name: stackName,
      path: hierarchicalId,
      account: environment.account === 'unknown-account' ? undefined : environment.account,
      region: environment.region === 'unknown-region' ? undefined : environment.region,
      template: template as Template,
      annotations: messages.filter(({ level }) => level !== 'info').map(({ id, level, entry }) => `${level} at ${id}: ${String(entry.data)}`),
    }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
