import { readdirSync } from 'fs';
import { join } from 'path';
import { HELD, HELD_NAMES } from './ours';
import { UNCOMPARED } from './reviewed';
import type { StatedNumber } from './texts';
import { LIMITS, NAMES } from '../../src/capabilities/limits';

const FOLDER = join(__dirname, '..', '..', 'src', 'capabilities');

/** Tables whose rows are compared individually, or by another comparison. */
const BY_THEMSELVES = [
  'NAMES', 'LIMITS', 'REPLACEMENTS', 'RESOURCE_TYPES', 'RESOURCE_PROPERTIES', 'VALUE_FORMS',
  'AWS_MANAGED_POLICIES', 'ROLE_ACTIONS', 'CROSS_ACCOUNT_COPY_ACTIONS', 'INSTANCE_PROFILE_ACTION', 'RECOVERY_POINT_TAG_ACTION', 'ROLE_KEY_USE', 'ROLE_POLICIES',
];

/** Every exported table, and every limit and pattern of a name. */
export function tables(): string[] {
  const modules = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- by the names of their files
  const exported = modules.flatMap((file) => Object.keys(require(join(FOLDER, file)) as object));
  const constants = exported.filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name) && !/_SOURCES?$/.test(name));
  return [...new Set([...constants, ...Object.keys(NAMES).map((name) => `NAMES.${name}`), ...Object.keys(LIMITS).map((name) => `LIMITS.${name}`)])].sort();
}

/** Tables that are neither compared nor reviewed, and reviewed tables that are compared or do not exist. */
export function uncompared(numbers: readonly StatedNumber[]): string[] {
  const compared = new Set([...BY_THEMSELVES, ...[...HELD, ...HELD_NAMES].map(({ table }) => table.split(',')[0]), ...numbers.map(({ what }) => what.split(' ')[0])]);
  const reviewed = UNCOMPARED.flatMap(({ tables: names }) => names.split(' '));
  const all = tables();
  return [
    ...all.filter((table) => !compared.has(table) && !reviewed.includes(table)).map((table) => `${table} is not compared. Add it to conformance/drift/ours.ts, or to reviewed.ts with the reason.`),
    ...reviewed.filter((table) => !all.includes(table) || compared.has(table)).map((table) => `${table} is not a table, or is compared. Remove it from conformance/drift/reviewed.ts.`),
  ];
}
