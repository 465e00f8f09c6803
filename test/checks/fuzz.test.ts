import * as fc from 'fast-check';
import type { CheckOptions } from '../../src/checks/check-options';
import { evaluate } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';
import { templateSource } from '../inventory/templates';

const RUNS = 5_000;

jest.setTimeout(600_000);

const options: fc.Arbitrary<CheckOptions> = fc.record({
  minRetention: fc.constantFrom(1, 35),
  maxRetention: fc.constantFrom(365, 2557),
  requiredCopyRegions: fc.constantFrom(['eu-central-1'], []),
  requiredCopyAccounts: fc.constantFrom(['444455556666'], []),
  requireComplianceLock: fc.boolean(),
  dynamoDbAdvancedFeatures: fc.boolean(),
  protectedTypes: fc.constantFrom(['DynamoDB', 'S3']),
  exemptTag: fc.constant({ key: 'backup', value: 'none' }),
}, { requiredKeys: [] });

test('no rule throws on any template, every finding has a place, and every rule reports something', () => {
  const seen = new Map<string, number>();
  fc.assert(fc.property(fc.array(templateSource, { minLength: 1, maxLength: 3 }), options, (sources, given) => {
    const { findings, unknown } = evaluate(BackupInventory.of(sources), RULES, given);
    const ids = sources.map(({ id }) => id);
    const all = [...findings, ...unknown];
    for (const { rule } of all) { seen.set(rule.id, (seen.get(rule.id) ?? 0) + 1); }
    // one expectation for all, because millions of expectations take minutes
    expect(all.filter(({ address, message }) => /undefined|\[object|Symbol\(/.test(message) || !ids.includes(address.sourceId))).toEqual([]);
  }), { numRuns: RUNS, seed: 20261121 });
  const silent = RULES.map(({ id }) => id).filter((id) => !seen.has(id));
  expect(silent).toEqual([]);
});
