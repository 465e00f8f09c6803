import type { Rule } from '../checks/rule';
import { RULES } from '../checks/rules';
import type { PackName } from '../checks/rules-of-packs';
import { PACK_NAMES, rulesOf } from '../checks/rules-of-packs';
import { warningsOfRule } from '../validation/warning-table';

/** Those that have the rule besides `BackupChecks`, which has all. */
export function packsOf(rule: Rule): PackName[] {
  return PACK_NAMES.filter((pack) => pack !== 'BackupChecks' && rulesOf(pack).includes(rule));
}

/** A rule as RULES.md has it. */
export function ruleInMarkdown(rule: Rule): string {
  const warnings = warningsOfRule(rule.id);
  return [
    `## ${rule.id}`,
    '',
    `${rule.what} **${rule.level === 'error' ? 'Error' : 'Warning'}**, in ${packsOf(rule).map((pack) => `\`${pack}\``).join(', ')}.`,
    '',
    `- Why: ${rule.why}`,
    `- Fix: ${rule.fix}`,
    `- AWS: ${rule.page}`,
    ...warnings.length > 0 ? [`- Warning of the constructs: ${warnings.map((id) => `\`${id}\``).join(', ')}`] : [],
  ].join('\n');
}

/** The same for a terminal. */
export function ruleInText(rule: Rule): string {
  return `${ruleInMarkdown(rule).replace(/^## /, '').replace(/\*\*|`/g, '')}\n`;
}

/** A line for each rule: id, level, packs. */
export function listOfRules(packs: readonly PackName[]): string {
  const rules = RULES.filter((rule) => packs.some((pack) => rulesOf(pack).includes(rule)));
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.level.padEnd('warning'.length)}  ${packsOf(rule).join(', ')}\n`).join('');
}
