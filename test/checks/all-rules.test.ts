import { existsSync, readFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { documentedIds } from '../../scripts/rules-table';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';

const SOURCES = path.join(__dirname, '..', '..', 'src', 'checks', 'rules');
const TESTS = path.join(__dirname, 'rules');
const IDS = readFileSync(path.join(SOURCES, '..', 'rule-id.ts'), 'utf8');
const AREAS = readdirSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const bare = (id: string) => id.replace(/^Backup-/, '');
const kebab = (id: string) => bare(id).replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
const camel = (id: string) => bare(id).replace(/^[A-Z]/, (first) => first.toLowerCase());

test('every id has its rule, and every rule its id', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(Object.values(RuleId).sort());
});

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s states what, why, the fix, and the AWS page', (id, rule) => {
  expect(id).toMatch(/^Backup-[A-Z][A-Za-z0-9]+$/);
  for (const text of [rule.what, rule.why, rule.fix]) { expect(text).toMatch(/^[A-Z'].{15,}\.$/s); }
  expect(rule.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
});

test('the docstring of an id is the requirement of its rule', () => {
  expect(documentedIds(IDS)).toBe(IDS);
  const [first, second] = RULES;
  const members = [`  FIRST = '${first.id}',`, `  SECOND = '${second.id}',`];
  expect(documentedIds(`  /** Old. */\n${members[0]}\n${members[1]}\n`)).toBe(`  /** ${first.what} */\n${members[0]}\n  /** ${second.what} */\n${members[1]}\n`);
});

test.each(RULES.map(({ id }) => id))('%s has a file of its own, and cases of all four kinds', (id) => {
  const areas = AREAS.filter((area) => existsSync(path.join(SOURCES, area, `${kebab(id)}.ts`)));
  expect(areas).toHaveLength(1);
  const folder = path.join(TESTS, areas[0]);
  const tests = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
  expect(tests).toContain(`describeRule(${camel(id)}, `);
});
