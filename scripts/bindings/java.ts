import { cpSync, readFileSync } from 'fs';
import { join } from 'path';
import { type Checks, expectSame } from './checks';
import { run } from './command';
import { compareTemplates } from './templates';
import { type Workspace, CDK_PACKAGES, folderOf, OURS, packageIn, ROOT, versionOf } from './workspace';

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
  ], { cwd, env: { ...workspace.env, CDK_OUTDIR: join(cwd, 'skeleton.out') } });

  const compiled = await checks.that('Java: javac -Xlint:all, warnings are errors', async () => {
    const list = join(cwd, 'dependencies.txt');
    await maven('compile', 'dependency:list', `-DoutputFile=${list}`);
    const resolved = CDK_PACKAGES.map((name) => {
      const { groupId, artifactId } = packageIn(folderOf(name)).jsii.targets.java.maven;
      const [, version] = new RegExp(`${groupId}:${artifactId}:jar:([^:]+):`).exec(readFileSync(list, 'utf8')) ?? [];
      expectSame(`the version of ${artifactId} that Maven resolved`, versionOf(name), version);
      return `${artifactId} ${version}`;
    });
    const [, maven3 = '', javaVersion = ''] = /Apache Maven (\S+)[^]*Java version: ([^,]+)/.exec(await run('mvn', ['--batch-mode', '--version'])) ?? [];
    return [`Maven ${maven3}`, `Java ${javaVersion}`, ...resolved].join(', ');
  });
  if (!compiled) { return; }
  await checks.that('Java: the app of docs/java.md and its tests', async () => {
    await maven('exec:java', '-Dexec.mainClass=example.OrdersApp');
    await maven('test');
  });
  await checks.that('Java', async () => {
    const outdir = join(cwd, 'out');
    await maven('exec:java', `-Dexec.args=${outdir}`);
    return compareTemplates(outdir, reference);
  });
}
