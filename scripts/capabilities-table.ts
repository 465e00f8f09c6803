import { writeFileSync } from 'fs';
import { join } from 'path';
import {
  type AuditControlCapability, type ControlParameter, AUDIT_CONTROLS, AUDIT_NOTES, CONFIG_RESOURCE_TYPES,
} from '../src/capabilities/audit-controls';
import { type AwsManagedPolicy, AWS_MANAGED_POLICIES } from '../src/capabilities/aws-managed-policies';
import { type EventStates, EVENT_BRIDGE_EVENTS, EVENT_SOURCE, VAULT_EVENTS } from '../src/capabilities/backup-events';
import { type Limit, LIMITS, NAMES } from '../src/capabilities/limits';
import { NOTIFICATION_EVENTS, VAULT_KEYS, tellsFailure, type NotificationEvent } from '../src/capabilities/notification-events';
import { COPY_KEY_GRANTS, COPY_KEY_USE, RECORDER_PERMISSIONS, TOPIC_KEY_USE } from '../src/capabilities/permissions';
import { type RegionFeature, REGION_EXCEPTIONS } from '../src/capabilities/region-exceptions';
import { PARTITIONS, REGIONS } from '../src/capabilities/regions';
import { REPLACEMENTS, REPLACEMENTS_SOURCE } from '../src/capabilities/replacement';
import { EVERY_ACCOUNT, EVERY_REGION, REPORTS_ROLE, REPORT_TEMPLATES } from '../src/capabilities/reports';
import {
  type Feature, type PropertyTest, type ResourceTypeCapability, type ResourceTypeId, type Support, ARN_SOURCES, FEATURES, RESOURCE_TYPES,
  sharingArnForm,
} from '../src/capabilities/resource-types';
import {
  type RestoreOverride, RESTORABLE_RESOURCE_TYPES, RESTORABLE_RESOURCE_TYPES_SOURCE, RESTORABLE_TYPES,
} from '../src/capabilities/restore-testing';
import {
  type RoleAction, CROSS_ACCOUNT_COPY_ACTIONS, INSTANCE_PROFILE_ACTION, RECOVERY_POINT_TAG_ACTION, ROLE_ACTIONS, ROLE_ACTIONS_SOURCES,
} from '../src/capabilities/role-actions';
import type { Source } from '../src/capabilities/source';
import { UNIQUE_VALUES } from '../src/capabilities/unique-values';
import { ACTIONS_FOR_EVERYONE, CROSS_ACCOUNT_ACTION, VAULT_HANDLER } from '../src/capabilities/vault-policies';
import { BUCKET_POLICY, TOPIC_POLICIES } from '../src/capabilities/whole-policies';

export const CAPABILITIES_FILE = join(__dirname, '..', 'CAPABILITIES.md');

const TITLES: Record<RegionFeature, string> = {
  crossRegionCopy: 'Copy to a Region',
  crossAccountCopy: 'Copy to an account',
  crossRegionAndAccountCopy: 'Copy to another Region and account in one step',
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
  backup: 'Backup',
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
  const hasNote = (feature: Feature) => row.features[feature].note !== undefined;
  return FEATURES.filter(hasNote).map((feature) => {
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
    '### Missing features by Region',
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
  const spaced = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const names = Object.entries(NAMES).map(([name, { pattern, label, source }]) => [
    `Name of a ${spaced(name)}`, label, code(pattern.source), cite(source),
  ]);
  return [
    '## Limits',
    table(['Limit', 'Minimum', 'Maximum', 'Default', 'Unit', 'Note', 'Source'], limits),
    table(['Name', 'In words', 'Pattern', 'Source'], names),
  ].join('\n\n');
}

function controlOf(control: AuditControlCapability): readonly string[] {
  const scopes = { tags: 'a tag', resourceTypes: 'types', resource: 'one resource' };
  const narrowed = control.scopes.map((scope) => scopes[scope]).join(', ');
  return [code(control.name), control.title, narrowed, control.trigger, control.configType ? code(control.configType) : 'none'];
}

function allowed(parameter: ControlParameter): string {
  const range = ({ min, max, unit, certainty, note }: Limit) => (certainty ? `${unit}, ${note}` : `${min} to ${max} ${unit}`);
  switch (parameter.kind) {
    case 'oneOf': return parameter.values.map(code).join(' or ');
    case 'list': return `${parameter.of.label}${parameter.limit ? `, at most ${parameter.limit.max}` : ''}`;
    case 'wholeNumber': return `whole number: ${Object.values(parameter.limits).map(range).join(' or ')}`;
  }
}

function renderVaultPolicies(): string {
  const calls = (['create', 'update', 'delete'] as const).map((handler) => [handler, VAULT_HANDLER[handler].map(code).join(', ')]);
  return [
    '## Policies of vaults',
    [
      `- A policy can allow another account only ${code(CROSS_ACCOUNT_ACTION.action)}: ${cite(CROSS_ACCOUNT_ACTION.source)}. AWS Backup rejects any other request of `
        + 'another account, regardless of the policy. It was also seen to reject a policy that names an account and allows it another action.',
      `- AWS Backup also rejects a policy that allows everyone another action without a condition${doubt(ACTIONS_FOR_EVERYONE)}: ${cite(ACTIONS_FOR_EVERYONE.source)}.`,
    ].join('\n'),
    `The calls that CloudFormation can make for a vault, in the order of its schema. AWS does not document the order of the calls, or whether an update makes calls for unchanged properties${doubt(VAULT_HANDLER)}.`,
    table(['Handler', 'Calls'], calls),
    cites([VAULT_HANDLER.source]),
  ].join('\n\n');
}

function renderAuditControls(): string {
  const parameters = AUDIT_CONTROLS.flatMap((control) => control.parameters.map((parameter) => [
    code(control.name),
    `${code(parameter.name)}${doubt({ certainty: parameter.certainty ?? 'verified' })}`,
    allowed(parameter),
    parameter.default ? code(parameter.default) : parameter.required ? 'required' : '',
    parameter.note ?? '',
    cite(parameter.source),
  ]));
  return [
    '## Audit controls',
    `AWS Config must record ${CONFIG_RESOURCE_TYPES.map(code).join(', ')}.`,
    table(['Control', 'Checks whether', 'Scopes', 'Evaluated', 'Recorded type'], AUDIT_CONTROLS.map(controlOf)),
    'The API accepts every value as a string, including numbers and lists. A list is separated by commas.',
    table(['Control', 'Parameter', 'Allowed', 'Default', 'Note', 'Source'], parameters),
    AUDIT_NOTES.map(({ text, source }) => `- ${text}: ${cite(source)}`).join('\n'),
    cites(AUDIT_CONTROLS.map((control) => control.source)),
  ].join('\n\n');
}

function renderReports(): string {
  return [
    '## Reports',
    `${code(EVERY_ACCOUNT)} stands for every account, ${code(EVERY_REGION)} for every Region. Both support only CSV. `
      + `The bucket policy must name the role ${code(REPORTS_ROLE.path + REPORTS_ROLE.name)}.`,
    table(['Template', 'Needs frameworks', 'Note', 'Source'], REPORT_TEMPLATES.map((template) => [
      code(template.name), template.needsFrameworks ? '✓' : '–', template.note ?? '', cite(template.source),
    ])),
    cites([REPORTS_ROLE.source]),
  ].join('\n\n');
}

function renderRestoreTesting(): string {
  const marked = (override: RestoreOverride) => `${code(override.key)}${override.list ? ' (list)' : ''}${override.required ? '!' : ''}`;
  return [
    '## Restore testing',
    `Types: ${RESTORABLE_RESOURCE_TYPES.map(code).join(', ')}; ${cite(RESTORABLE_RESOURCE_TYPES_SOURCE)}.`,
    'The keys of `RestoreMetadataOverrides`, in any case. A list is the JSON text of an array, in a string. ! marks keys without which no restore succeeds.',
    table(['Type', 'Rows', 'Overrides'], RESTORABLE_TYPES.map((type) => [
      type.resourceType, type.rows.join(', '), type.overrides.map(marked).join(' '),
    ])),
    cites(RESTORABLE_TYPES.map((type) => type.source)),
  ].join('\n\n');
}

function renderVaultEvents(): string {
  const failure = { always: 'yes', byState: 'in some states', never: 'no' };
  const rows = VAULT_EVENTS.map((event) => [
    code(event.name),
    event.listed ? '✓' : '–',
    failure[event.tellsFailure],
    event.attributes ? code(`${event.attributes.eventTypeKey}=${event.attributes.eventType}`) : '',
    [event.attributes?.stateKey, ...event.attributes?.otherKeys ?? []].flatMap((key) => (key ? code(key) : [])).join(' '),
    event.states.map(code).join(' '),
    event.apiStates.map(code).join(' '),
    event.note ?? '',
  ]);
  return [
    '## Vault notifications',
    'The events that a vault sends to its SNS topic. Events that the guide does not list as supported send nothing. Attributes and states are from the samples of the guide.',
    table(['Event', 'Listed', 'Reports a failure', 'Type attribute', 'Other attributes', 'States', 'States only in the API', 'Note'], rows),
    cites(VAULT_EVENTS.map((event) => event.source)),
  ].join('\n\n');
}

function renderEventBridge(): string {
  const bad = (place: EventStates) => (state: string) => `${code(state)}${place.unsuccessful.includes(state) ? '!' : ''}`;
  const rows = EVENT_BRIDGE_EVENTS.flatMap((event) => event.states.map((place) => [
    event.detailType,
    code(`detail.${place.key}`),
    place.states.map(bad(place)).join(' '),
    place.apiStates.map(bad(place)).join(' '),
    event.vaultEvents ? '✓' : '–',
    event.note ?? '',
  ]));
  return [
    '## Events of Amazon EventBridge',
    `Their source is ${code(EVENT_SOURCE)}. AWS Backup sends them with best effort, every five minutes. ! marks unsuccessful states.`,
    table(['Detail type', 'State', 'States', 'States only in the API', 'Vault notifications', 'Note'], rows),
    cites(EVENT_BRIDGE_EVENTS.map((event) => event.source)),
  ].join('\n\n');
}

function toldBy({ channel }: NotificationEvent): readonly string[] {
  if (channel.kind === 'vault') { return ['vault', code(channel.vaultEvent), '']; }
  const vaults = VAULT_KEYS[channel.detailType]?.keys.map((key) => code(`detail.${key}`)).join(' or ');
  return ['EventBridge', `${channel.detailType}: ${code(`detail.${channel.key}`)} is ${channel.states.map(code).join(' or ')}`, vaults ?? 'none: every vault'];
}

function renderChannels(): string {
  return [
    '## Channels of events',
    'Each event has a channel that reports only this event and that every version of the service has.',
    table(['Event', 'Channel', 'Event of the channel', 'Vault', 'By default'], NOTIFICATION_EVENTS.map((event) => [
      code(event.name), ...toldBy(event), tellsFailure(event) ? '✓' : '–',
    ])),
    cites(Object.values(VAULT_KEYS).map((keys) => keys.source)),
  ].join('\n\n');
}

function renderPermissions(): string {
  const { objects, objectsWithAcls, bucket, key } = RECORDER_PERMISSIONS;
  const rows: readonly (readonly [string, { readonly actions: readonly string[]; readonly source: Source }])[] = [
    ['AWS Backup of another account copies what a key encrypts', COPY_KEY_USE],
    [`the same, where ${code(COPY_KEY_GRANTS.condition.key)} is ${code(COPY_KEY_GRANTS.condition.value)}`, COPY_KEY_GRANTS],
    ['publishing to an encrypted topic', TOPIC_KEY_USE],
    [`AWS Config delivers objects, where ${code('s3:x-amz-acl')} is ${code(objects.acl)}`, objects],
    ['the same, into a bucket that might use access control lists', objectsWithAcls],
    ['AWS Config reads the bucket', bucket],
    ['AWS Config uses the key of the bucket', key],
  ];
  return [
    '## Permissions',
    table(['For', 'Actions', 'Source'], rows.map(([what, { actions, source }]) => [what, actions.map(code).join(', '), cite(source)])),
    '### Policies with one owner',
    table(['CloudFormation type', 'Effect of a second resource', 'Source'], [...TOPIC_POLICIES, BUCKET_POLICY].map((policy) => [
      code(policy.cfnType), `${policy.second}${doubt(policy)}${policy.note ? `; ${policy.note}` : ''}`, cite(policy.source),
    ])),
  ].join('\n\n');
}

function renderUniqueValues(): string {
  return [
    '## Unique values',
    'AWS Backup rejects a second resource with the same value in an account and Region.',
    table(['Of', 'CloudFormation type', 'Property', 'Within', 'Source'], UNIQUE_VALUES.map(({ label, cfnTypes, property, within, source }) => [
      label, cfnTypes.map(code).join(', '), code(property), within === undefined ? 'an account and Region' : code(within), cite(source),
    ])),
  ].join('\n\n');
}

function renderReplacements(): string {
  return [
    '## Replacement',
    'CloudFormation replaces these resources when one of the properties changes. It creates the new resource first, unless noted otherwise.',
    table(['CloudFormation type', 'Properties', 'Deleted first'], Object.entries(REPLACEMENTS).map(([type, { createOnly, deletedFirst }]) => [
      code(type), createOnly.map(code).join(', ') || 'none', deletedFirst ? '✓' : '–',
    ])),
    cites([REPLACEMENTS_SOURCE]),
  ].join('\n\n');
}

function renderRoleActions(): string {
  const jobs = {
    backup: 'Backup',
    snapshot: 'Snapshot',
    continuous: 'Continuous backup',
    copy: 'Copy',
    coldStorage: 'Cold storage',
    index: 'Index',
    scan: 'Scan',
    restore: 'Restore',
    restoreToNew: 'Restore to a new resource',
  } as const;
  const actionsOf = (actions: readonly RoleAction[]) => actions.map((action) => (
    `${action.anyOf.map(code).join(' or ')}${doubt(action)}${action.byResourcePolicy ? '*' : ''}`)).join(', ') || '–';
  const rows = RESOURCE_TYPES.map(({ id }) => (
    [id, ...Object.keys(jobs).map((job) => actionsOf(ROLE_ACTIONS[id as ResourceTypeId][job as keyof typeof jobs]))]));
  return [
    '## Actions of backup roles',
    'The fewest actions without which a job fails. The page of AWS managed policies has more. '
      + 'A rule that is not continuous needs the actions of a snapshot too. * a policy of the resource can allow the action instead.',
    table(['Type', ...Object.values(jobs)], rows),
    `A copy to another account also needs ${actionsOf(CROSS_ACCOUNT_COPY_ACTIONS.actions)}: ${cite(CROSS_ACCOUNT_COPY_ACTIONS.source)}. `
      + `A restore of an instance with an instance profile needs ${actionsOf([INSTANCE_PROFILE_ACTION.action])} for ${code(INSTANCE_PROFILE_ACTION.action.passedTo!)}: `
      + `${cite(INSTANCE_PROFILE_ACTION.source)}. A rule with tags for recovery points of types with full management needs ${actionsOf([RECOVERY_POINT_TAG_ACTION.action])}: `
      + `${cite(RECOVERY_POINT_TAG_ACTION.source)}.`,
    cites(ROLE_ACTIONS_SOURCES),
  ].join('\n\n');
}

function renderManagedPolicies(): string {
  const conditionOf = (operators: NonNullable<AwsManagedPolicy['statements'][number]['Condition']>) => Object.entries(operators)
    .flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => `${code(`${operator} ${key}`)} ${values.map(code).join(', ')}`)).join(' and ');
  const statementOf = (statement: AwsManagedPolicy['statements'][number]) => {
    const actions = 'Action' in statement ? statement.Action.map(code).join(', ') : `all except ${statement.NotAction.map(code).join(', ')}`;
    return statement.Condition === undefined ? actions : `${actions} where ${conditionOf(statement.Condition)}`;
  };
  return [
    '## AWS managed policies',
    'What these policies allow of the actions that backup roles and keys of vaults need. Other AWS managed policies are unknown.',
    table(['Policy', 'Allows', 'Source'], AWS_MANAGED_POLICIES.map(({ name, statements, source }) => (
      [code(name), statements.map(statementOf).join('; ') || 'none of them', cite(source)]))),
  ].join('\n\n');
}

/** The sections of the page, in order. A new table in the capabilities gets its own section. */
const SECTIONS: readonly (() => string)[] = [
  renderFeatures, renderNames, renderRegions, renderRegionExceptions, renderLimits, renderVaultPolicies, renderAuditControls, renderReports,
  renderRestoreTesting, renderVaultEvents, renderEventBridge, renderChannels, renderPermissions, renderRoleActions,
  renderManagedPolicies, renderUniqueValues, renderReplacements,
];

const INTRODUCTION = `<!-- Generated by \`npm run docs:capabilities\` from src/capabilities. Do not edit. -->

# Facts about AWS Backup

The facts that constructs and checks rely on, each with its source and the date of the source.

✓ supported, – not supported, ? not clear from the sources (no error is based on it), * see the notes.`;

export function renderCapabilities(): string {
  return `${[INTRODUCTION, ...SECTIONS.map((section) => section())].join('\n\n')}\n`;
}

if (require.main === module) {
  writeFileSync(CAPABILITIES_FILE, renderCapabilities());
}
