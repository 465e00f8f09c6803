import { writeFileSync } from 'fs';
import { join } from 'path';
import type { Limit } from '../src/capabilities/limits';
import { LIMITS, NAMES } from '../src/capabilities/limits';
import type { RegionFeature } from '../src/capabilities/region-exceptions';
import { REGION_EXCEPTIONS } from '../src/capabilities/region-exceptions';
import { PARTITIONS, REGIONS } from '../src/capabilities/regions';
import type { Feature, PropertyTest, ResourceTypeCapability, Support } from '../src/capabilities/resource-types';
import { ARN_SOURCES, FEATURES, RESOURCE_TYPES, sharingArnForm } from '../src/capabilities/resource-types';
import type { Source } from '../src/capabilities/source';

export const CAPABILITIES_FILE = join(__dirname, '..', 'CAPABILITIES.md');

const TITLES: Record<RegionFeature, string> = {
  crossRegionCopy: 'Copy to a Region',
  crossAccountCopy: 'Copy to an account',
  crossRegionAndAccountCopy: 'Copy to both at once',
  coldStorage: 'Cold storage',
  pointInTimeRecovery: 'Point-in-time recovery',
  incremental: 'Incremental',
  fullManagement: 'Full management',
  itemRestore: 'Item restore',
  airGappedVault: 'Air-gapped vault',
  restoreTesting: 'Restore testing',
  searchIndex: 'Search index',
  tiering: 'Tiering',
  malwareScan: 'Malware scan',
  accessPoint: 'Access point',
  auditManager: 'Audit Manager',
  backup: 'Backup at all',
  crossAccountManagement: 'Cross-account management',
  airGappedVaultCopy: 'Copy into an air-gapped vault',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function mark({ supported, certainty, note }: Support): string {
  if (certainty !== 'verified' || supported === undefined) return '?';
  return `${supported ? '✓' : '–'}${note ? '*' : ''}`;
}

function doubt({ certainty }: Pick<Support, 'certainty'>): string {
  return certainty === 'verified' ? '' : ` (${certainty})`;
}

function likelier({ supported, certainty }: Support): string {
  if (certainty === 'verified' || supported === undefined) return '';
  return supported ? ', probably yes' : ', probably no';
}

function featureNotes(row: ResourceTypeCapability): readonly string[] {
  const told = (feature: Feature) => row.features[feature].note !== undefined;
  return FEATURES.filter(told).map((feature) => {
    const support = row.features[feature];
    return `${TITLES[feature]}${doubt(support)}: ${support.note}${likelier(support)}`;
  });
}

function notesOf(row: ResourceTypeCapability): string {
  const variant = row.variantOf ? [`variant of ${row.variantOf.id}, enabled by: ${row.variantOf.enabledBy}`] : [];
  const notes = [...variant, ...row.notes, ...featureNotes(row)];
  return [`**${row.title}**: ${cite(row.source)}`, ...notes.map((note) => `- ${note}`)].join('\n');
}

function condition(test: PropertyTest): string {
  return 'matches' in test ? `${code(test.property)} matches ${code(String(test.matches))}` : `${code(test.property)} is absent`;
}

function cite({ page, asOf }: Source): string {
  const text = page.startsWith('https://') ? `[${page.split('/').at(-1)}](${page})` : page;
  return `${text} (${asOf})`;
}

function cites(sources: readonly Source[]): string {
  return `Sources: ${[...new Set(sources.map(cite))].join('; ')}.`;
}

function renderFeatures(): string {
  const head = ['Resource type', ...FEATURES.map((feature) => TITLES[feature])];
  const rows = RESOURCE_TYPES.map((row) => [row.title, ...FEATURES.map((feature) => mark(row.features[feature]))]);
  return ['## Resource types and features', table(head, rows), '### Notes and sources', ...RESOURCE_TYPES.map(notesOf)].join('\n\n');
}

function renderNames(): string {
  const head = ['Id', 'AWS Backup name', 'CloudFormation', 'Only when', 'Selection ARN', 'Recovery point ARN', 'Shares its selection ARN with'];
  const rows = RESOURCE_TYPES.map((row) => [
    row.id,
    row.resourceType,
    row.cfnTypes.map(code).join(', ') || 'none',
    (row.when ?? []).map(condition).join(' and '),
    code(row.selectionArn),
    code(row.recoveryPointArn),
    sharingArnForm(row).map((other) => other.id).join(', '),
  ]);
  return ['## Names and ARNs', 'ARNs are written without their beginning `arn:<partition>:`.', table(head, rows), cites(ARN_SOURCES)].join('\n\n');
}

function renderRegions(): string {
  const optIn = { true: 'required', false: 'not required', undefined: '' };
  return [
    '## Regions',
    table(['Partition', 'Name', 'Copies'], PARTITIONS.map((partition) => [code(partition.id), partition.name, partition.copyRule])),
    table(['Region', 'Name', 'Partition', 'Opt-in'], REGIONS.map((region) => [
      code(region.id), region.name, code(region.partition), optIn[`${region.optIn}`],
    ])),
    cites([...PARTITIONS, ...REGIONS].map((row) => row.source)),
  ].join('\n\n');
}

function renderRegionExceptions(): string {
  const rows = REGION_EXCEPTIONS.map((row) => [
    `${TITLES[row.feature]}${doubt(row)}`,
    row.types?.join(', ') ?? 'all',
    row.missingIn.map(code).join(' '),
    row.note ?? '',
  ]);
  return [
    '### What is missing where',
    table(['Feature', 'Resource types', 'Missing in', 'Note'], rows),
    cites(REGION_EXCEPTIONS.map((row) => row.source)),
  ].join('\n\n');
}

function renderLimits(): string {
  const bound = (value: number | undefined) => value === undefined ? '' : value.toLocaleString('en');
  const limits = Object.values<Limit>(LIMITS).map((limit) => [
    `${limit.what}${doubt({ certainty: limit.certainty ?? 'verified' })}`,
    bound(limit.min),
    bound(limit.max),
    bound(limit.default),
    limit.unit,
    limit.note ?? '',
    cite(limit.source),
  ]);
  const names = Object.entries(NAMES).map(([name, { pattern, inWords, source }]) => [`Name of a ${name}`, inWords, code(pattern.source), cite(source)]);
  return [
    '## Limits',
    table(['Limit', 'Least', 'Most', 'Default', 'Unit', 'Note', 'Source'], limits),
    table(['Name', 'In words', 'Pattern', 'Source'], names),
  ].join('\n\n');
}

/** The parts of the page, in order; a table that is added to the capabilities gets its own. */
const SECTIONS: readonly (() => string)[] = [renderFeatures, renderNames, renderRegions, renderRegionExceptions, renderLimits];

const INTRODUCTION = `<!-- Generated by \`npm run docs:capabilities\` from src/capabilities. Do not edit. -->

# What AWS Backup can do

The facts that constructs and checks rely on, each with its source and the date of the text that was read.

✓ supported, – not supported, ? the sources leave it open (nothing is refused on it), * see the notes.`;

export function renderCapabilities(): string {
  return `${[INTRODUCTION, ...SECTIONS.map((section) => section())].join('\n\n')}\n`;
}

if (require.main === module) {
  writeFileSync(CAPABILITIES_FILE, renderCapabilities());
}
