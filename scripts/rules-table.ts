import { writeFileSync } from 'fs';
import { join } from 'path';
import { PACK_NAMES } from '../src/checks/pack-name';
import { RULES } from '../src/checks/rules';
import { rulesOf } from '../src/checks/rules-of-packs';
import { ruleInMarkdown } from '../src/cli/rule-text';

export const RULES_FILE = join(__dirname, '..', 'RULES.md');

const INTRODUCTION = `# Rules

Generated from \`src/checks/rules\` by \`npm run docs:rules\`. A rule is acknowledged by its id, for a construct and what is below it:
\`Validations.of(construct).acknowledge({ id: 'Backup-VaultLocked', reason: '…' })\`.

An error fails the synthesis: AWS rejects it, the job fails, or something is not protected. A warning is risky, or not certain; it
fails \`cdk synth --strict\` only. A value that cannot be known at synth time is counted, and a finding only where the pack is \`strict\`.

A parameter counts as its default, and what only defaults lead to says so, since a deployment may give other values. It is a warning, whatever
the level of the rule, where the default is there to be replaced: an empty one, an ARN, or one that conditions ask. Values that are given, as by
\`--params\`, a parent stack or \`cdk.out\`, are certain; so is a level that you choose.
A resource that is in a plan by defaults alone is counted as one of which that cannot be known.`;

function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-');
}

function overview(): string {
  const rows = PACK_NAMES.filter((pack) => pack !== 'BackupChecks').map((pack) =>
    `| \`${pack}\` | ${rulesOf(pack).map(({ id, level }) => `[${id}](#${anchor(id)})${level === 'warning' ? ' (warning)' : ''}`).join(', ')} |`);
  return [`\`BackupChecks\` has all ${RULES.length} rules.`, '', '| pack | rules |', '| --- | --- |', ...rows].join('\n');
}

/** The whole of RULES.md. */
export function rulesDocument(): string {
  return `${[INTRODUCTION, overview(), ...RULES.map(ruleInMarkdown)].join('\n\n')}\n`;
}

if (require.main === module) { writeFileSync(RULES_FILE, rulesDocument()); }
