import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { run } from './command';
import { CDK_PACKAGES, packageIn, folderOf, ROOT, type Workspace } from './workspace';

const PACMAK = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');

/** The output of jsii-pacmak for a package, with one folder for each language. */
export async function pacmak(
  workspace: Workspace, outdir: string, targets: readonly string[], options: readonly string[] = [], folder = ROOT,
): Promise<void> {
  await run(PACMAK, [folder, '--no-npmignore', '--outdir', outdir, ...options, '--target', ...targets], { cwd: ROOT, env: workspace.env });
}

/** Packs for each language. For .NET and Go, only the code is generated: .NET is not installed, and the Go modules do not exist yet. */
export async function pack(workspace: Workspace): Promise<string> {
  const outdir = workspace.path('dist');
  listJavaVersions(workspace);
  await pacmak(workspace, outdir, ['js', 'python', 'java']);
  await pacmak(workspace, outdir, ['go', 'dotnet'], ['--code-only']);
  return outdir;
}

/**
 * The POM requires ranges of versions. A repository's list of versions can be older than its files, and then Maven cannot resolve the range.
 * So the local repository also lists the version that the other languages use. Maven compiles the package with the newest version of both
 * lists. The POM of the program states its version.
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
