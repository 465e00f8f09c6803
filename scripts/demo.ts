import { columns } from './columns';
import { type Finding, validateTemplate } from './engine';
import { EXAMPLES } from './examples';
import { NO_BACKUP, readProtection } from './protected';
import { type SynthesizedStack, synthesize } from './synthesis';

function section(title: string, lines: readonly string[]): string {
  return [`  ${title}`, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

function stackLines(stacks: readonly SynthesizedStack[]): string[] {
  return columns(stacks.map(({ name, account, region, template }) => [
    name, account ?? 'any account', region ?? 'any Region', `${Object.keys(template.Resources).length} resources`,
  ]));
}

function resourceLines(stacks: readonly SynthesizedStack[]): string[] {
  const types = stacks.flatMap(({ template }) => Object.values(template.Resources).map((resource) => resource.Type));
  const counts = [...new Set(types)].sort().map((type) => [type, `${types.filter((each) => each === type).length}`]);
  return columns(counts);
}

function protectionLines(stacks: readonly SynthesizedStack[]): string[] {
  return columns(readProtection(stacks).flatMap(({ path, type, needsNone, selections }) => {
    const by = selections.map((selection) => [`by ${selection.path}${selection.selects === 'unknown' ? ' (unknown)' : ''}`, selection.tiers.join(', ')]);
    return (by.length > 0 ? by : [[needsNone ? `needs none (${NO_BACKUP.key}=${NO_BACKUP.value})` : 'not protected', '']]).map(([selection, tiers]) => [path, type, selection, tiers]);
  }));
}

interface LocatedFinding extends Finding {
  readonly stack: string;
}

function findingsOf(stacks: readonly SynthesizedStack[]): LocatedFinding[] {
  return stacks.flatMap(({ path: stack, region, template }) => validateTemplate(template, region).map((finding) => ({ stack, ...finding })));
}

function findingLines(findings: readonly LocatedFinding[]): string[] {
  return findings.length === 0 ? ['no finding'] : [
    `${findings.length} findings`,
    ...columns(findings.map(({ stack, rule, severity, logicalId, message }) => [severity, rule, `${stack}/${logicalId ?? ''}`, message])),
  ];
}

let total = 0;
for (const [name, example] of Object.entries(EXAMPLES)) {
  const stacks = synthesize(example);
  const findings = findingsOf(stacks);
  total += findings.length;
  console.log([
    `${name}\n${'='.repeat(name.length)}\n`,
    section('Stacks', stackLines(stacks)),
    section('Resources', resourceLines(stacks)),
    section('Resources and the tiers that protect them', protectionLines(stacks)),
    section('AWS\'s validation engine', findingLines(findings)),
  ].join('\n'));
}
process.exitCode = total > 0 ? 1 : 0;
