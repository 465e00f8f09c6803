import { ambiguous } from './identities';
import { EXAMPLES } from '../../scripts/examples';
import { synthesize } from '../../scripts/synthesis';
import { evaluate } from '../../src/checks/evaluate';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';

/** The rules whose warnings an example has. Each example shows one concept and leaves others out. No example has an error. */
const WARNINGS: Readonly<Record<string, readonly RuleId[]>> = {
  'minimal': [RuleId.COPY_ELSEWHERE, RuleId.DYNAMODB_VAULT_KEY, RuleId.RESTORE_TESTED, RuleId.VAULT_LOCKED, RuleId.VAULT_NOTIFIES],
  'cross-region': [RuleId.DYNAMODB_CROSS_REGION_COPY, RuleId.DYNAMODB_VAULT_KEY, RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES],
  'cross-account': [RuleId.POINT_IN_TIME_RECOVERY, RuleId.RESTORE_TESTED, RuleId.VAULT_LOCKED, RuleId.VAULT_NOTIFIES],
  'compliance-lock': [RuleId.COPY_ELSEWHERE, RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES],
  'orders': [
    RuleId.DYNAMODB_COLD_STORAGE, RuleId.DYNAMODB_CROSS_REGION_COPY, RuleId.DYNAMODB_VAULT_KEY, RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES,
  ],
  'pipeline': [RuleId.DYNAMODB_CROSS_REGION_COPY, RuleId.DYNAMODB_VAULT_KEY, RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES],
};

describe.each(Object.keys(EXAMPLES))('%s', (example) => {
  const sources = synthesize(EXAMPLES[example]).map((stack) => ({ ...stack, id: stack.path, stackName: stack.name }));
  const { findings } = evaluate(BackupInventory.of(sources), RULES, { exemptTag: { key: 'backup', value: 'none' } });

  test('has no error', () => {
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ rule, address, message }) => `${rule.id} ${address.sourceId}/${address.logicalId}: ${message}`)).toEqual([]);
  });

  test('has the expected warnings', () => {
    const warnings = findings.filter(({ level }) => level === 'warning');
    expect([...new Set(warnings.map(({ rule }) => rule.id))].sort()).toEqual(WARNINGS[example]);
  });

  test('has no two findings that a baseline could not tell apart', () => {
    expect(ambiguous(findings)).toEqual([]);
  });
});
