import { cpSync, readFileSync } from 'fs';
import { join } from 'path';
import type { Checks } from './checks';
import { run } from './command';
import { pacmak } from './pack';
import { compareTemplates } from './templates';
import { type Workspace, CDK_PACKAGES, folderOf, OURS, packageIn, ROOT } from './workspace';

/** The packages that aws-cdk-lib consists of. */
const PARTS = ['@aws-cdk/asset-awscli-v1', '@aws-cdk/asset-node-proxy-agent-v6', '@aws-cdk/cloud-assembly-schema'];

/** The responses of a module proxy without the version, and of git when the go command then tries the repository. */
const NOT_THERE = /: (403 Forbidden|404 Not Found|410 Gone)\b|unknown revision|Repository not found/;

interface Module {
  readonly path: string;
  readonly version: string;
}

/** The modules that a go.mod requires, without the runtime, which is not on npm. */
function requirementsOf(goMod: string): Module[] {
  return [...readFileSync(goMod, 'utf8').matchAll(/^\t(\S+) (v\S+)/gm)].map(([, path, version]) => ({ path, version })).filter(({ path }) => !path.endsWith('/jsii-runtime-go'));
}

function modulePathIn(folder: string): string {
  return /^module (\S+)/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))![1];
}

/** The folders of modules that the module proxy does not have. They are generated from the npm packages, as their publishers do. */
async function makeMissing(workspace: Workspace, missing: readonly Module[]): Promise<string[]> {
  const cdk = folderOf('aws-cdk-lib');
  const packages = [...CDK_PACKAGES.map((name) => folderOf(name)), ...PARTS.map((name) => folderOf(name, cdk))].filter((folder) => {
    const { moduleName } = packageIn(folder).jsii.targets.go;
    return missing.some(({ path }) => path.startsWith(`${moduleName}/`));
  });
  const outdir = workspace.path('go-dependencies');
  for (const folder of packages) { await pacmak(workspace, outdir, ['go'], ['--code-only'], folder); }
  return packages.map((folder) => join(outdir, 'go', packageIn(folder).jsii.targets.go.packageName ?? packageIn(folder).name.replace(/[^a-z0-9]/g, '')));
}

/** Builds the program, and returns a function that runs it. */
export async function go(workspace: Workspace, packed: string, checks: Checks): Promise<(reference: string) => Promise<boolean>> {
  const cwd = workspace.make('go');
  const env = workspace.env;
  const ours = join(packed, 'go', OURS.name.replace(/[^a-z]/g, ''));
  cpSync(join(ROOT, 'bindings', 'go'), cwd, { recursive: true });

  const built = await checks.that('Go: modules', async () => {
    const required = requirementsOf(join(ours, 'go.mod'));
    const missing: Module[] = [];
    for (const module of required) {
      await run('go', ['mod', 'download', `${module.path}@${module.version}`], { cwd, env }).catch((error: Error) => {
        if (!NOT_THERE.test(error.message)) { throw error; }
        missing.push(module);
      });
    }
    const replaced = [ours, ...await makeMissing(workspace, missing)];
    await run('go', ['mod', 'edit', ...replaced.flatMap((folder) => [`-replace=${modulePathIn(folder)}=${folder}`])], { cwd, env });
    await run('go', ['mod', 'tidy'], { cwd, env });
    return [
      (await run('go', ['version'])).trim(),
      ...required.map(({ path, version }) => `${path} ${version}${missing.some((module) => module.path === path) ? ' (made from npm: the module proxy does not have it)' : ''}`),
    ].join(', ');
  }) && await checks.that('Go: go vet and go build', async () => {
    await run('go', ['vet', './...'], { cwd, env });
    await run('go', ['build', '-o', 'orders', '.'], { cwd, env });
    await run('go', ['build', '-o', 'skeleton-app', './skeleton'], { cwd, env });
  });
  return async (reference) => built && await checks.that('Go', async () => {
    const outdir = join(cwd, 'out');
    await run(join(cwd, 'orders'), [outdir], { cwd, env });
    return compareTemplates(outdir, reference);
  }) && checks.that('Go: the app of docs/go.md and its tests', async () => {
    await run(join(cwd, 'skeleton-app'), [], { cwd, env: { ...env, CDK_OUTDIR: join(cwd, 'skeleton.out') } });
    return (await run('go', ['test', './...'], { cwd, env })).trim();
  });
}
