import type { Schema } from './aws/schemas';
import type { Compared } from './properties';
import { type Replacement, REPLACEMENTS } from '../../src/capabilities/replacement';

/** Compares the properties that replace a resource: our types with their schemas, and the types of AWS Backup with our table. */
export function compareReplacements(schemas: Readonly<Record<string, Schema>>, ofBackup: readonly string[]): Compared {
  const differences = Object.entries(REPLACEMENTS).flatMap(([type, ours]) => {
    const schema = schemas[type];
    return schema && label(ours) === label(ofSchema(schema)) ? [] : [`REPLACEMENTS has ${type}: ${label(ours)}, and the schema ${schema ? label(ofSchema(schema)) : 'is missing'}`];
  });
  const missing = ofBackup.filter((type) => !(type in REPLACEMENTS)).map((type) => `REPLACEMENTS does not have ${type}`);
  return { compared: Object.keys(REPLACEMENTS).length, differences: [...differences, ...missing] };
}

function ofSchema({ create_only_properties: createOnly = [], replacement_strategy: strategy }: Schema): Replacement {
  return { createOnly, ...strategy === 'delete_then_create' && { deletedFirst: true } };
}

function label({ createOnly, deletedFirst }: Replacement): string {
  return `${[...createOnly].sort().join(', ') || 'nothing'}${deletedFirst ? ', the old one deleted first' : ''}`;
}
