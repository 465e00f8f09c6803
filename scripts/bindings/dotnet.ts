import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { type Checks, expectSame } from './checks';
import { CDK_PACKAGES, folderOf, OURS, packageIn, ROOT } from './workspace';

/**
 * Names that are keywords of C#. jsii renames them: a member gets a capital letter, and a parameter gets an '@'. Its warnings are silenced,
 * so this list is complete.
 */
const KEYWORDS: readonly string[] = [
  'CompliantVault.FromBackupVaultArn(@lock)', 'CompliantVault.FromBackupVaultName(@lock)', 'CompliantVault.Lock', 'CompliantVaultProps.Lock',
  'DeletionGuard.Sealed', 'RegionCopyOptions.Lock',
];

const MEMBER = /^ {8}public [^(=\n]*?\b(Lock|Sealed)(?=\(|$)/gm;
/** 'value' is a keyword only in a setter, and jsii does not warn about it. */
const PARAMETER = /^ {8}public .*?(\w+)\([^\n]*?(@(?!value\b)\w+)/gm;

/** The members and parameters of a class whose names are keywords. */
function keywordsIn(type: string, code: string): string[] {
  return [
    ...[...code.matchAll(MEMBER)].map(([, member]) => `${type}.${member}`),
    ...[...code.matchAll(PARAMETER)].map(([, method, parameter]) => `${type}.${method}(${parameter})`),
  ];
}

/** '^2.271.0' in the notation of NuGet. */
function nugetRange(range: string): string {
  const least = range.replace('^', '');
  return `[${least},${Number(least.split('.')[0]) + 1}.0.0)`;
}

/** Nothing is compiled or run, because the build does not have .NET. */
export async function dotnet(packed: string, checks: Checks): Promise<void> {
  const { namespace, packageId } = OURS.jsii.targets.dotnet;
  const folder = join(packed, 'dotnet', packageId);

  await checks.that('.NET: the metadata of the package (not compiled, not run)', () => {
    const project = readFileSync(join(folder, `${packageId}.csproj`), 'utf8');
    const references = Object.fromEntries([...project.matchAll(/<PackageReference Include="([^"]+)" Version="([^"]+)"/g)].map(([, name, version]) => [name, version]));
    expectSame('PackageId', packageId, /<PackageId>(.*)<\/PackageId>/.exec(project)?.[1]);
    expectSame('PackageVersion', OURS.version, /<PackageVersion>(.*)<\/PackageVersion>/.exec(project)?.[1]);
    for (const name of CDK_PACKAGES) {
      const id = packageIn(folderOf(name)).jsii.targets.dotnet.packageId;
      expectSame(`the version of ${id}`, nugetRange(OURS.peerDependencies[name]), references[id]);
    }
    return `${packageId} ${OURS.version}, ${Object.entries(references).map(([name, version]) => `${name} ${version}`).join(', ')}`;
  });
  await checks.that('.NET: code for every public type', () => {
    const assembly = JSON.parse(gunzipSync(readFileSync(join(ROOT, '.jsii.gz'))).toString()) as { readonly types: Readonly<Record<string, { readonly name: string }>> };
    const names = Object.values(assembly.types).map(({ name }) => name);
    const missing = names.filter((name) => {
      const file = join(folder, namespace, `${name}.cs`);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(`namespace ${namespace}`);
    });
    expectSame('types without code', [], missing);
    return `${names.length} types`;
  });
  await checks.that('.NET: the names that are keywords of C#', () => {
    const sources = join(folder, namespace);
    const found = readdirSync(sources).filter((file) => file.endsWith('.cs')).flatMap((file) =>
      keywordsIn(file.replace(/\.cs$/, ''), readFileSync(join(sources, file), 'utf8')));
    expectSame('members and parameters', KEYWORDS, found.sort());
    return found.join(', ');
  });
}
