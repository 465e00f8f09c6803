import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import type { Authority, Fact } from './fact';
import { textsIn } from './zstandard';

/** Matches only the schemas. Other tables in the engine have other forms. */
const SCHEMA = '"type_name":"AWS::Backup::BackupVault"';

const KINDS: Readonly<Record<string, Fact['kind']>> = {
  enum: 'value',
  enum_case_insensitive: 'value',
  pattern: 'pattern',
  minimum: 'min',
  min_length: 'min',
  min_items: 'min',
  maximum: 'max',
  max_length: 'max',
  max_items: 'max',
};

/** The schemas of AWS Backup, and the names of all other resource types. */
export interface Schemas extends Authority {
  readonly types: readonly string[];
  /** By the type. */
  readonly all: Readonly<Record<string, Schema>>;
  /** By the type. */
  readonly ofBackup: Readonly<Record<string, Schema>>;
}

/** The part of a schema that describes a resource or a property. */
export interface Schema {
  readonly ref_name?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly enum_case_insensitive?: readonly string[];
  readonly format?: string;
  readonly min_length?: number;
  readonly max_length?: number;
  /** By the pattern of the names of an object. */
  readonly pattern_properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly read_only_properties?: readonly string[];
  readonly create_only_properties?: readonly string[];
  /** Whether CloudFormation deletes the old resource first. */
  readonly replacement_strategy?: string;
}

/**
 * The CloudFormation schemas of AWS Backup that the newest supported aws-cdk-lib carries, in its validation engine. They are compressed in
 * the WebAssembly of the engine, which does not export them.
 */
export function readSchemas(): Schemas {
  const cdk = dirname(require.resolve('aws-cdk-lib-latest/package.json'));
  const engine = join(cdk, 'node_modules', '@aws', 'cloudformation-validate');
  const schemas = schemasIn(readFileSync(join(engine, 'bindings_wasm_bg.wasm')));
  const ofBackup = Object.fromEntries(Object.entries(schemas).filter(([type]) => type.startsWith('AWS::Backup::')));
  const facts = Object.entries(ofBackup).flatMap(([type, schema]) => factsIn(type, schema));
  const title = `the CloudFormation schemas of aws-cdk-lib ${versionOf(cdk)} (@aws/cloudformation-validate ${versionOf(engine)})`;
  return { title, facts, types: Object.keys(schemas), all: schemas, ofBackup };
}

function schemasIn(engine: Buffer): Readonly<Record<string, Schema>> {
  for (const text of textsIn(engine)) {
    if (text.includes(SCHEMA)) { return JSON.parse(text) as Readonly<Record<string, Schema>>; }
  }
  throw new Error('the engine of aws-cdk-lib does not contain the schemas as before: update conformance/drift/aws/schemas.ts');
}

function factsIn(of: string, schema: unknown): Fact[] {
  if (typeof schema !== 'object' || schema === null) { return []; }
  return Object.entries(schema).flatMap(([name, value]): Fact[] => {
    const kind = KINDS[name];
    if (kind && typeof value !== 'object') { return [{ of, kind, value: `${value}` }]; }
    if (kind && Array.isArray(value)) { return value.map((each) => ({ of, kind, value: `${each}` })); }
    return factsIn(['properties', 'definitions'].includes(name) ? of : `${of}/${name}`, value);
  });
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }).version;
}
