import { readFileSync } from 'node:fs';
import { RULES_FILE, rulesDocument } from '../../scripts/rules-table';

test('RULES.md is generated from the current rules: otherwise run "npm run docs:rules"', () => {
  expect(readFileSync(RULES_FILE, 'utf8')).toBe(rulesDocument());
});
