import { copyFileSync, readdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { type Checks, expectSame } from './checks';
import { run } from './command';
import { checkLazyIndex, checkNoSourceMaps } from './installed';
import { checkTarball } from './tarball';
import { compareTemplates } from './templates';
import { type Workspace, CDK_PACKAGES, OURS, ROOT, versionOf } from './workspace';

/** The folder with the templates that every other language must synthesize. */
export async function typescript(workspace: Workspace, packed: string, checks: Checks): Promise<string> {
  const folder = workspace.make('typescript');
  const tarball = join(packed, 'js', readdirSync(join(packed, 'js')).find((file) => file.endsWith('.tgz'))!);

  await checks.that('npm: the tarball holds only what users need', () => checkTarball(tarball, workspace.env));

  const reference = join(folder, 'cjs.out');
  const installed = await checks.that('TypeScript: npm install', async () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'orders', version: '1.0.0', private: true }));
    await run('npm', ['install', '--no-audit', '--no-fund', tarball, `typescript@${versionOf('typescript')}`, `@types/node@${versionOf('@types/node')}`,
      ...CDK_PACKAGES.map((name) => `${name}@${versionOf(name)}`)], { cwd: folder, env: workspace.env });
    return [`Node.js ${process.versions.node}`, ...['typescript', ...CDK_PACKAGES].map((name) => `${name} ${versionOf(name)}`)].join(', ');
  });
  if (!installed) { return reference; }

  await checks.that('npm: the package has no source maps', () => checkNoSourceMaps(join(folder, 'node_modules', OURS.name, 'lib')));
  await checks.that('npm: require loads the index only', () => checkLazyIndex(folder));
  await checks.that('npm: publint finds nothing', async () => {
    const pkgDir = join(folder, 'node_modules', OURS.name);
    const [{ publint }, { formatMessage }] = await Promise.all([import('publint'), import('publint/utils')]);
    const { messages, pkg } = await publint({ pkgDir, pack: false });
    // jsii-pacmak writes the URL unchanged into the POM, the wheel, and the NuGet package, where 'git+' has no meaning. npm adds it.
    const found = messages.filter(({ code, args }) => !(code === 'INVALID_REPOSITORY_VALUE' && (args as { readonly type: string }).type === 'shorthand-git-sites'));
    expectSame('findings', [], found.map((message) => formatMessage(message, pkg, { color: false })));
  });
  await checks.that('npm: attw finds nothing', async () => {
    await run(join(ROOT, 'node_modules', '.bin', 'attw'), [tarball]);
  });

  // The same program, as CommonJS and as an ES module
  for (const kind of ['mts', 'cts']) { copyFileSync(join(ROOT, 'bindings', 'typescript', 'app.ts'), join(folder, `app.${kind}`)); }
  const compiled = await checks.that('TypeScript: tsc --strict', async () => {
    await run(process.execPath, [
      join('node_modules', 'typescript', 'bin', 'tsc'),
      '--strict', '--noEmitOnError', '--module', 'nodenext', '--target', 'es2022', '--types', 'node', 'app.mts', 'app.cts',
    ], { cwd: folder });
  });
  if (!compiled) { return reference; }

  const runAs = (kind: string, compared?: string) => async () => {
    const outdir = join(folder, `${kind}.out`);
    await run(process.execPath, [`app.${kind}`, outdir], { cwd: folder, env: workspace.env });
    return compareTemplates(outdir, compared);
  };
  await checks.that('TypeScript, CommonJS', runAs('cjs'));
  await checks.that('TypeScript, ES modules', runAs('mjs', reference));
  return reference;
}
