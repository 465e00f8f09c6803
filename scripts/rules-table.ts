import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { PACK_NAMES } from '../src/checks/pack-name';
import { RULES } from '../src/checks/rules';
import { rulesOf } from '../src/checks/rules-of-packs';
import { ruleInMarkdown } from '../src/cli/rule-text';

export const RULES_FILE = join(__dirname, '..', 'RULES.md');
export const IDS_FILE = join(__dirname, '..', 'src', 'checks', 'rule-id.ts');

const INTRODUCTION = `# Rules

<!-- Generated from src/checks/rules by npm run docs:rules -->

To acknowledge a rule for a construct and everything under it, use its id:
\`Validations.of(construct).acknowledge({ id: 'Backup-VaultLocked', reason: '…' })\`.

| level | meaning | effect |
| --- | --- | --- |
| error | AWS rejects the template, a job fails, or something is not protected. | fails the synthesis |
| warning | It is a risk, or the fault is not certain. | fails only \`cdk synth --strict\` |

A value that is unknown at synthesis is counted. It is a finding only if the pack is \`strict\`.

A parameter without a value has its default. A finding that depends on defaults states it, because a deployment can override them. It is a
warning, regardless of the level of the rule, if a default is a placeholder: an empty default, an ARN, or a default that conditions test.
Values from \`--params\`, a parent stack, or \`cdk.out\` are certain. A level that you choose is not changed.
If a resource is in a plan only because of defaults, whether it is in a plan counts as unknown.`;

function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-');
}

function overview(): string {
  const rows = PACK_NAMES.filter((pack) => pack !== 'BackupChecks').map((pack) =>
    `| \`${pack}\` | ${rulesOf(pack).map(({ id, level }) => `[${id}](#${anchor(id)})${level === 'warning' ? ' (warning)' : ''}`).join(', ')} |`);
  return [`\`BackupChecks\` has all ${RULES.length} rules.`, '', '| pack | rules |', '| --- | --- |', ...rows].join('\n');
}

/** The text of RULES.md. */
export function rulesDocument(): string {
  return `${[INTRODUCTION, overview(), ...RULES.map(ruleInMarkdown)].join('\n\n')}\n`;
}

/** The enum of the ids, where the docstring of each is the requirement of its rule. */
export function documentedIds(code: string): string {
  const requirements = new Map(RULES.map(({ id, what }) => [String(id), what]));
  return code.replace(/^(?: {2}\/\*\*(?:(?!\*\/)[^])*\*\/\n)?( {2}[A-Z0-9_]+ = '([^']+)',)$/gm, (_, member: string, id: string) => `${docstring(requirements.get(id)!)}\n${member}`);
}

function docstring(text: string): string {
  const line = `  /** ${text} */`;
  return line.length <= LONGEST_LINE ? line : `  /**\n   * ${text}\n   */`;
}

const LONGEST_LINE = 150;

if (require.main === module) {
  writeFileSync(RULES_FILE, rulesDocument());
  writeFileSync(IDS_FILE, documentedIds(readFileSync(IDS_FILE, 'utf8')));
}
