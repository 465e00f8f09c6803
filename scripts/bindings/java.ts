import { cpSync } from 'fs';
import { join } from 'path';
import type { Checks } from './checks';
import { run } from './command';
import { compareTemplates } from './templates';
import type { Workspace } from './workspace';
import { OURS, ROOT, versionOf } from './workspace';

export async function java(workspace: Workspace, packed: string, reference: string, checks: Checks): Promise<void> {
  const cwd = workspace.make('java');
  cpSync(join(ROOT, 'bindings', 'java'), cwd, { recursive: true });
  const maven = (...goals: string[]) => run('mvn', [
    '--batch-mode', '--quiet',
    `-Dpackages=${join(packed, 'java')}`,
    `-Dpackage.version=${OURS.version}`,
    `-Dcdk.version=${versionOf('aws-cdk-lib')}`,
    `-Dconstructs.version=${versionOf('constructs')}`,
    `-Dcdk-nag.version=${versionOf('cdk-nag')}`,
    ...goals,
  ], { cwd, env: workspace.env });

  const compiled = await checks.that('Java: javac -Xlint:all, warnings are errors', async () => {
    await maven('compile');
    const [, maven3 = '', javaVersion = ''] = /Apache Maven (\S+)[^]*Java version: ([^,]+)/.exec(await run('mvn', ['--batch-mode', '--version'])) ?? [];
    return `Maven ${maven3}, Java ${javaVersion}, aws-cdk-lib ${versionOf('aws-cdk-lib')}, cdknag ${versionOf('cdk-nag')}, constructs ${versionOf('constructs')}`;
  });
  if (!compiled) { return; }
  await checks.that('Java', async () => {
    const outdir = join(cwd, 'out');
    await maven('exec:java', `-Dexec.args=${outdir}`);
    return compareTemplates(outdir, reference);
  });
}
