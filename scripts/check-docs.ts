import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';

interface Documented {
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface Member extends Documented {
  readonly name: string;
  readonly optional?: boolean;
}

interface ApiType extends Documented {
  readonly datatype?: boolean;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly members?: Member[];
}

interface Assembly {
  readonly types: { readonly [fqn: string]: ApiType };
}

/** What the public API leaves unsaid: a member without a sentence, an optional property without its default. */
export function undocumented(assembly: Assembly): string[] {
  return Object.entries(assembly.types).flatMap(([fqn, type]) => [
    ...type.docs?.summary ? [] : [`${fqn} has no docstring`],
    ...[...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []]
      .filter((member) => !member.docs?.summary).map((member) => `${fqn}.${member.name} has no docstring`),
    ...(type.properties ?? [])
      .filter((property) => property.optional && !property.docs?.default).map((property) => `${fqn}.${property.name} has no @default`),
  ]);
}

if (require.main === module) {
  const assembly = JSON.parse(gunzipSync(readFileSync(join(__dirname, '..', '.jsii.gz'))).toString()) as Assembly;
  const found = undocumented(assembly);
  for (const each of found) { process.stdout.write(`${each}\n`); }
  process.stdout.write(`${Object.keys(assembly.types).length} public types, ${found.length} gaps in their documentation\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
