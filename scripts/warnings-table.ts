import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { relatedRule, WARNING_IDS, WARNINGS } from '../src/validation/warning-table';

export const WARNINGS_PAGE = join(__dirname, '..', 'docs', 'warnings.md');

/** The line that the table follows. */
const MARK = '<!-- warnings: table -->\n';

/** The page about warnings, with the table generated from the sources. */
export function withWarnings(page: string): string {
  const start = page.indexOf(MARK) + MARK.length;
  if (start < MARK.length) { throw new Error(`docs/warnings.md must have the line '${MARK.trim()}'`); }
  const rest = page.slice(start).replace(/^(\|.*\n)*/, '');
  return `${page.slice(0, start)}${table()}\n${rest}`;
}

function table(): string {
  const rows = WARNING_IDS.map((id) => {
    const rule = relatedRule(id);
    return `| \`${id}\` | ${WARNINGS[id].meaning} | ${rule === undefined ? '' : `[${rule}](../RULES.md#${rule.toLowerCase()})`} |`;
  });
  return ['| warning | meaning | rule |', '| --- | --- | --- |', ...rows].join('\n');
}

if (require.main === module) { writeFileSync(WARNINGS_PAGE, withWarnings(readFileSync(WARNINGS_PAGE, 'utf8'))); }
