import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { WARNINGS_PAGE, withWarnings } from '../../scripts/warnings-table';
import { RULES } from '../../src/checks/rules';
import { ruleInMarkdown } from '../../src/cli/rule-text';
import { relatedRule, WARNING_IDS } from '../../src/validation/warning-table';

const ROOT = join(__dirname, '..', '..');
/** The table, and this test. */
const SKIPPED = [join('validation', 'warning-table.ts'), join('validation', 'warning-table.test.ts')];

/** The text of all files of a folder with a suffix. */
function textOf(folder: string, ending: string): string {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith(ending) && !SKIPPED.includes(file)).map((file) => readFileSync(join(ROOT, folder, file), 'utf8')).join('\n');
}

const SOURCES = textOf('src', '.ts');
const TESTS = textOf('test', '.test.ts');

test.each(WARNING_IDS)('%s is emitted by a construct', (id) => {
  expect(SOURCES.includes(`'${id}'`)).toBe(true);
});

test.each(WARNING_IDS)('a test asserts the id %s', (id) => {
  expect(new RegExp(`['":]${id}['"\` \\]]`).test(TESTS)).toBe(true);
});

test('every rule that a warning names exists, and its description names the warning', () => {
  const texts = new Map<string, string>(RULES.map((rule) => [rule.id, ruleInMarkdown(rule)]));
  const silent = WARNING_IDS.filter((id) => relatedRule(id) !== undefined && !texts.get(relatedRule(id)!)?.includes(`\`${id}\``));
  expect(silent).toEqual([]);
});

test('docs/warnings.md has the table of the sources: run "npm run docs:warnings" otherwise', () => {
  const page = readFileSync(WARNINGS_PAGE, 'utf8');
  expect(page).toBe(withWarnings(page));
});
