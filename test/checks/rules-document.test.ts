import { readFileSync } from 'node:fs';
import { RULES_FILE, rulesDocument } from '../../scripts/rules-table';

test('RULES.md is what the rules say: run "npm run docs:rules" where it is not', () => {
  expect(readFileSync(RULES_FILE, 'utf8')).toBe(rulesDocument());
});
