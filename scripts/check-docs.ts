import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';

interface Documented {
  readonly docs?: {
    readonly summary?: string;
    readonly remarks?: string;
    readonly default?: string;
    readonly see?: string;
    readonly custom?: { readonly throws?: string };
  };
}

interface TypeReference {
  readonly fqn?: string;
}

interface Parameter extends Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly type?: TypeReference;
}

interface Member extends Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly type?: TypeReference;
  readonly parameters?: Parameter[];
}

interface ApiType extends Documented {
  readonly datatype?: boolean;
  readonly initializer?: Omit<Member, 'name'>;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly members?: Member[];
}

export interface Assembly {
  readonly types: { readonly [fqn: string]: ApiType };
}

const PAGE = /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/;
const DURATION = 'aws-cdk-lib.Duration';
const UNIT = /\b(?:days?|hours?|minutes?)\b/;

/**
 * The gaps in the docstrings of the public API: a summary, the AWS page, the default of an optional property, the unit of a duration, or the
 * error of a constructor. The page of a type is also the page of its members, which have none of their own.
 */
export function undocumented(assembly: Assembly): string[] {
  return Object.entries(assembly.types).flatMap(([fqn, type]) => [
    ...type.docs?.summary ? [] : [`${fqn} has no docstring`],
    ...membersOf(type).flatMap((member) => gapsOf(member, type, assembly).map((gap) => `${fqn}.${member.name} ${gap}`)),
  ]);
}

/** The number of members of the public API. */
export function memberCount(assembly: Assembly): number {
  return Object.values(assembly.types).flatMap(membersOf).length;
}

function membersOf(type: ApiType): Member[] {
  return [
    ...type.initializer ? [{ name: 'constructor', ...type.initializer }] : [],
    ...type.properties ?? [], ...type.methods ?? [], ...type.members ?? [],
  ];
}

function gapsOf(member: Member, type: ApiType, assembly: Assembly): string[] {
  const { docs = {} } = member;
  const isProperty = type.properties?.includes(member) ?? false;
  const see = docs.see ?? type.docs?.see;
  const isTimeless = member.type?.fqn === DURATION && !UNIT.test(`${docs.summary} ${docs.remarks}`);
  return [
    ...docs.summary ? [] : ['has no docstring'],
    ...see !== undefined && PAGE.test(see) ? [] : ['has no @see with a page of AWS'],
    ...docs.see !== undefined && type.docs?.see !== undefined ? ['has a @see beside that of its type'] : [],
    ...isProperty && member.optional && !docs.default ? ['has no @default'] : [],
    ...isTimeless ? ['does not state its unit: days, hours, or minutes'] : [],
    ...member.name === 'constructor' && !docs.custom?.throws ? ['has no @throws'] : [],
    ...(member.parameters ?? []).filter((parameter) => parameter.optional && !parameter.docs?.summary && !isStruct(parameter, assembly))
      .map((parameter) => `does not state the default of '${parameter.name}'`),
  ];
}

/** The properties of a struct state their own defaults. */
function isStruct({ type }: Parameter, assembly: Assembly): boolean {
  return type?.fqn !== undefined && assembly.types[type.fqn]?.datatype === true;
}

if (require.main === module) {
  const assembly = JSON.parse(gunzipSync(readFileSync(join(__dirname, '..', '.jsii.gz'))).toString()) as Assembly;
  const found = undocumented(assembly);
  for (const each of found) { process.stdout.write(`${each}\n`); }
  process.stdout.write(`${Object.keys(assembly.types).length} public types, ${memberCount(assembly)} members, ${found.length} gaps in their documentation\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
