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
  chooseJavaVersions(workspace);
  await pacmak(workspace, outdir, ['js', 'python', 'java']);
  await pacmak(workspace, outdir, ['go', 'dotnet'], ['--code-only']);
  return outdir;
}

/**
 * The POM asks for ranges of versions. The list from which Maven takes the newest can be behind the files, and another version than
 * that of the other languages would be compared with them: so the local repository lists the one that is wanted.
 */
function chooseJavaVersions(workspace: Workspace): void {
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
