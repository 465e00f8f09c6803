import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { run } from './command';
import { CDK_PACKAGES, packageIn, folderOf, ROOT } from './workspace';
import type { Workspace } from './workspace';

const PACMAK = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');

/** What jsii-pacmak makes of a package, in a folder for each language. */
export async function pacmak(
  workspace: Workspace, outdir: string, targets: readonly string[], options: readonly string[] = [], folder = ROOT,
): Promise<void> {
  await run(PACMAK, [folder, '--no-npmignore', '--outdir', outdir, ...options, '--target', ...targets], { cwd: ROOT, env: workspace.env });
}

/** Packs for each language; where its tools cannot be had (.NET), or need what is not there yet (Go), only the code is made. */
export async function pack(workspace: Workspace): Promise<string> {
  const outdir = workspace.path('dist');
  listJavaVersions(workspace);
  await pacmak(workspace, outdir, ['js', 'python', 'java']);
  await pacmak(workspace, outdir, ['go', 'dotnet'], ['--code-only']);
  return outdir;
}

/**
 * The POM asks for ranges of versions. The list that a repository has of them can be behind its files, and a range that nothing in the list
 * meets cannot be resolved: so the local repository lists the version of the other languages too. Of both lists Maven takes the newest
 * to compile what it packs; the program says in its POM which it takes.
 */
function listJavaVersions(workspace: Workspace): void {
  for (const name of CDK_PACKAGES) {
    const { version, jsii: { targets: { java: { maven: { groupId, artifactId } } } } } = packageIn(folderOf(name));
    const folder = workspace.path('maven', ...groupId.split('.'), artifactId);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'maven-metadata-local.xml'), `<metadata>
  <groupId>${groupId}</groupId>
  <artifactId>${artifactId}</artifactId>
  <versioning><versions><version>${version}</version></versions></versioning>
</metadata>
`);
  }
}
