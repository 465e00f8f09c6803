import { ambiguous } from './identities';
import { EXAMPLES } from '../../scripts/examples';
import { synthesize } from '../../scripts/synthesis';
import { evaluate } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';

/** Findings that an example demonstrates. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {};

describe.each(Object.keys(EXAMPLES))('%s', (example) => {
  const sources = synthesize(EXAMPLES[example]).map((stack) => ({ ...stack, id: stack.path, stackName: stack.name }));
  const { findings } = evaluate(BackupInventory.of(sources), RULES, { exemptTag: { key: 'backup', value: 'none' } });

  test('has no error', () => {
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ rule, address, message }) => `${rule.id} ${address.sourceId}/${address.logicalId}: ${message}`)).toEqual(SHOWN[example] ?? []);
  });

  test('has no two findings that a baseline could not tell apart', () => {
    expect(ambiguous(findings)).toEqual([]);
  });
});
