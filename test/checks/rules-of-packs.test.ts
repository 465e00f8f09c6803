import { NAMED_PACKS, PACK_NAMES } from '../../src/checks/pack-name';
import { RULES } from '../../src/checks/rules';
import { rulesOf } from '../../src/checks/rules-of-packs';

test('BackupChecks has all rules, and each of them is in another pack', () => {
  expect(rulesOf('BackupChecks')).toEqual(RULES);
  expect(new Set(NAMED_PACKS.flatMap((pack) => rulesOf(pack)))).toEqual(new Set(RULES));
  expect(PACK_NAMES).toEqual([...NAMED_PACKS, 'BackupChecks']);
});

test.each(NAMED_PACKS)('%s has the rules that name it, each once', (pack) => {
  const rules = rulesOf(pack);
  expect(rules.length).toBeGreaterThan(0);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.every(({ packs }) => packs.includes(pack) && new Set(packs).size === packs.length)).toBe(true);
});
