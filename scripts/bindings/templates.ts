import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { expectSame } from './checks';

/** The number of resources of each stack, so that empty templates cannot pass as equal. */
const RESOURCES: Readonly<Record<string, number>> = {
  'BackupCopies-111122223333-eu-central-1': 3,
  'Orders': 22,
};

const ENDING = '.template.json';

type Templates = Readonly<Record<string, { readonly Resources: object }>>;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) { return value.map(sorted); }
  if (typeof value !== 'object' || value === null) { return value; }
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([key, each]) => [key, sorted(each)]));
}

/** The templates of a folder, with sorted keys. */
function templatesIn(folder: string): Templates {
  return Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith(ENDING)).sort().map((file) =>
    [file.slice(0, -ENDING.length), sorted(JSON.parse(readFileSync(join(folder, file), 'utf8')))])) as Templates;
}

/** Paths at which two values differ. */
function differences(one: unknown, other: unknown, path: string): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) { return []; }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) { return [`${path}: ${JSON.stringify(one)}, ${JSON.stringify(other)}`]; }
  const [left, right] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => differences(left[key], right[key], `${path}/${key}`));
}

/** Throws an error if a stack does not have the expected resources, or differs from the templates of another language. */
export function compareTemplates(folder: string, reference?: string): string {
  const templates = templatesIn(folder);
  expectSame('resources of the stacks', RESOURCES, Object.fromEntries(Object.entries(templates).map(([name, { Resources: resources }]) => [name, Object.keys(resources).length])));
  const total = Object.values(RESOURCES).reduce((sum, count) => sum + count, 0);
  const what = `${Object.keys(templates).length} templates, ${total} resources`;
  if (reference === undefined) { return what; }
  const found = differences(templatesIn(reference), templates, '');
  if (found.length > 0) { throw new Error([`${found.length} differences from the templates of CommonJS`, ...found.slice(0, 20)].join('\n    ')); }
  return `${what} compared, 0 differences`;
}
