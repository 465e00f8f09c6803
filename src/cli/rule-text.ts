import type { PackName } from '../checks/pack-name';
import type { Rule } from '../checks/rule';
import { RULES } from '../checks/rules';
import { rulesOf } from '../checks/rules-of-packs';
import { warningsOfRule } from '../validation/warning-table';

/** A rule in Markdown, as in RULES.md. */
export function ruleInMarkdown(rule: Rule): string {
  const warnings = warningsOfRule(rule.id);
  return [
    `## ${rule.id}`,
    '',
    `${rule.what} **${rule.level === 'error' ? 'Error' : 'Warning'}**, in ${rule.packs.map((pack) => `\`${pack}\``).join(', ')}.`,
    '',
    `- Why: ${rule.why}`,
    `- Fix: ${rule.fix}`,
    `- AWS: ${rule.page}`,
    ...warnings.length > 0 ? [`- Warning of the constructs: ${warnings.map((id) => `\`${id}\``).join(', ')}`] : [],
  ].join('\n');
}

/** A rule for a terminal. */
export function ruleInText(rule: Rule): string {
  return `${ruleInMarkdown(rule).replace(/^## /, '').replace(/\*\*|`/g, '')}\n`;
}

/** One line for each rule, with id, level and packs. */
export function listOfRules(packs: readonly PackName[]): string {
  const rules = RULES.filter((rule) => packs.some((pack) => rulesOf(pack).includes(rule)));
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.level.padEnd('warning'.length)}  ${rule.packs.join(', ')}\n`).join('');
}
