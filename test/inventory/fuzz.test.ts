import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { templateSource } from './templates';
import { TYPES, namesIn } from './types';
import { type Property, BackupInventory } from '../../src/inventory';
import { isKnown } from '../../src/values/unknown';

/** Reads everything that a rule could read. */
function lookAt(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) { return; }
  seen.add(value);
  if (isProperty(value)) {
    value.json();
    value.number();
    value.boolean();
    value.names();
    const items = value.items();
    if (isKnown(items)) { items.forEach((item) => item.json()); }
    return;
  }
  if (value instanceof Map) { [...value.values()].forEach((each) => lookAt(each, seen)); }
  for (let holder: object | null = value; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object | null) {
    Object.getOwnPropertyNames(holder).filter((name) => !['caller', 'callee', 'arguments'].includes(name))
      .forEach((name) => lookAt((value as Record<string, unknown>)[name], seen));
  }
}

function isProperty(value: object): value is Property {
  return 'json' in value && 'given' in value;
}

function readAll(sources: Parameters<typeof BackupInventory.of>[0]): void {
  const inventory = BackupInventory.of(sources);
  const { vaults, plans, selections, protectables, roles, topics, rules, copies } = inventory;
  [vaults, plans, selections, roles, topics, rules, copies].flat().forEach((entity) => lookAt(entity));
  for (const resource of protectables) {
    resource.arn.toString();
    lookAt(resource.encryption);
    lookAt(resource.tags);
    lookAt(resource.environment);
    lookAt(resource.address);
    for (const reach of inventory.coverageOf(resource).reaches) { expect(typeof reach.how).toBe('string'); }
  }
  selections.forEach((selection) => inventory.resourcesOf(selection));
}

test('random JSON in every property that is read never throws', () => {
  fc.assert(fc.property(fc.array(templateSource, { minLength: 1, maxLength: 4 }), (sources) => readAll(sources)), { seed: 20261128, numRuns: 1000 });
});

test('anything in place of a template never throws', () => {
  fc.assert(fc.property(fc.array(fc.record({ id: fc.constantFrom('A', 'B'), template: fc.anything() })), (sources) => readAll(sources)), { seed: 20261128, numRuns: 300 });
});

describe('what is read is generated', () => {
  const READERS = ['inventory/read', 'inventory/coverage', 'checks'].map((folder) => join(__dirname, '..', '..', 'src', folder));
  const sources = READERS.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')));
  const inSources = (pattern: RegExp) => [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name)))];

  test('every name of a property', () => {
    const generated = [...TYPES.values()].flatMap(namesIn);
    const read = inSources(/\bget\('([\w-]+)'\)/g);
    expect(read).toEqual(expect.arrayContaining(['SNSTopicArn', 'detail-type']));
    expect(read.filter((name) => !generated.includes(name))).toEqual([]);
  });

  test('every type of a resource', () => {
    const read = inSources(/'(AWS::\w+::\w+)'/g);
    expect(read).toEqual(expect.arrayContaining(['AWS::Organizations::Policy']));
    expect(read.filter((type) => !TYPES.has(type))).toEqual([]);
  });
});
