import { EXAMPLES } from '../../../../scripts/examples';
import { synthesize } from '../../../../scripts/synthesis';
import { evaluate } from '../../../../src/checks/evaluate';
import { PLAN_RULES } from '../../../../src/checks/rules/plan';
import { BackupInventory } from '../../../../src/inventory';

test.each(Object.keys(EXAMPLES))('plans of the example %s have no errors', (example) => {
  const inventory = BackupInventory.of(synthesize(EXAMPLES[example]).map((stack) => ({ ...stack, id: stack.name, stackName: stack.name })));
  const { findings } = evaluate(inventory, PLAN_RULES, {});
  expect(findings.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
});
