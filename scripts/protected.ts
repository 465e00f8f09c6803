import type { SynthesizedStack, TemplateResource } from './synthesis';
import { type ResourceTypeCapability, RESOURCE_TYPES, rowsOfCfnType } from '../src/capabilities/resource-types';
import { isOfRow, valueAt } from '../src/validation/selection/protectable';
import { type TagTest, RESOURCE_TAG_PREFIX, passes } from '../src/validation/selection/tag-conditions';
import { type Value, UNKNOWN } from '../src/values/unknown';

/** A resource that AWS Backup can protect, and the selections that select it. */
export interface Protectable {
  readonly path: string;
  readonly type: string;
  /** Whether its tag states that it can be recreated, such as the output of a pipeline. */
  readonly needsNone: boolean;
  readonly selections: readonly ProtectingSelection[];
}

export interface ProtectingSelection {
  readonly path: string;
  readonly tiers: readonly string[];
  readonly selects: 'yes' | 'unknown';
}

/** The tag of resources that need no backup. */
export const NO_BACKUP = { key: 'backup', value: 'none' };

type Answer = boolean | typeof UNKNOWN;

/** A resource of a template, with its stack. */
interface Located {
  readonly stack: SynthesizedStack;
  readonly logicalId: string;
  readonly resource: TemplateResource;
}

interface Candidate extends Located {
  readonly rows: readonly ResourceTypeCapability[];
  readonly tags: Readonly<Record<string, Value<string>>>;
}

/** `BackupSelection` of CloudFormation: `Resources` ∪ `ListOfTags`, minus `NotResources`, filtered by `Conditions`. */
interface SelectionContent {
  readonly Resources?: readonly unknown[];
  readonly NotResources?: readonly unknown[];
  readonly ListOfTags?: readonly { readonly ConditionKey: string; readonly ConditionValue: unknown }[];
  readonly Conditions?: Readonly<Record<TagTest['operator'], readonly { readonly ConditionKey: string; readonly ConditionValue: unknown }[]>>;
}

/** The tiers that protect each resource, read from the templates alone. */
export function readProtection(stacks: readonly SynthesizedStack[]): Protectable[] {
  const resources: Located[] = stacks.flatMap((stack) => (
    Object.entries(stack.template.Resources).map(([logicalId, resource]) => ({ stack, logicalId, resource }))
  ));
  const selections = resources.filter(({ resource }) => resource.Type === 'AWS::Backup::BackupSelection');
  return resources.flatMap((located) => candidateOf(located) ?? []).map((candidate) => ({
    path: pathOf(candidate),
    type: candidate.resource.Type,
    needsNone: candidate.tags[NO_BACKUP.key] === NO_BACKUP.value,
    selections: selections.flatMap((selection) => protectionBy(selection, candidate) ?? []),
  }));
}

function protectionBy(selection: Located, candidate: Candidate): ProtectingSelection | undefined {
  const answer = sameEnvironment(selection.stack, candidate.stack) && selects(selection, candidate);
  return answer === false ? undefined : { path: pathOf(selection), tiers: tiersOf(selection), selects: answer === true ? 'yes' : 'unknown' };
}

function candidateOf(located: Located): Candidate | undefined {
  const properties = located.resource.Properties ?? {};
  const rows = rowsOfCfnType(located.resource.Type).filter((row) => isOfRow(row, (path) => valueAt(properties, path)) !== false);
  return rows.length > 0 ? { ...located, rows, tags: tagsOf(properties, located.stack.region) } : undefined;
}

/** The construct path, without the parts that all paths have. */
function pathOf({ stack, logicalId, resource }: Located): string {
  const path = resource.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path.replace(/\/Resource$/, '') : `${stack.name}/${logicalId}`;
}

/** A selection selects resources of its account and Region. If these are unknown, the stacks of a Stage are deployed together. */
function sameEnvironment(one: SynthesizedStack, other: SynthesizedStack): boolean {
  const stated = one.account !== undefined && one.region !== undefined;
  return one.account === other.account && one.region === other.region && (stated || stageOf(one) === stageOf(other));
}

function stageOf({ path }: SynthesizedStack): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** In CloudFormation, tags are a list or a map. EFS uses another property, and global tables have tags for each replica. */
function tagsOf(properties: Readonly<Record<string, unknown>>, region: string | undefined): Readonly<Record<string, Value<string>>> {
  const tags = properties.Tags ?? properties.FileSystemTags ?? replicaIn(region, properties.Replicas)?.Tags ?? [];
  const pairs = Array.isArray(tags)
    ? (tags as { Key: string; Value: unknown }[]).map(({ Key: key, Value: value }) => [key, value] as const)
    : Object.entries(tags as Record<string, unknown>);
  return Object.fromEntries(pairs.map(([key, value]) => [key, textOrUnknown(value)]));
}

/** The replica in the Region of the selection. In a stack for any Region, the Region is a pseudo parameter. */
function replicaIn(region: string | undefined, replicas: unknown): { readonly Region: unknown; readonly Tags?: unknown } | undefined {
  return (replicas as { Region: unknown; Tags?: unknown }[] | undefined)
    ?.find((replica) => typeof replica.Region === 'string' ? replica.Region === region : true);
}

function tiersOf({ stack, resource }: Located): string[] {
  const [planId] = (resource.Properties?.BackupPlanId as { 'Fn::GetAtt'?: string[] })['Fn::GetAtt'] ?? [];
  const plan = planId === undefined ? undefined : stack.template.Resources[planId]?.Properties?.BackupPlan;
  const rules = (plan as { BackupPlanRule?: { RuleName: string }[] } | undefined)?.BackupPlanRule;
  return rules?.map((rule) => rule.RuleName) ?? ['a plan of another stack'];
}

function selects(selection: Located, candidate: Candidate): Answer {
  const { Resources: resources = [], NotResources: exclude = [], ListOfTags: tags = [], Conditions: conditions } =
    selection.resource.Properties?.BackupSelection as SelectionContent;
  const named = or([
    ...resources.map((arn) => names(arn, selection, candidate)),
    ...tags.map((tag) => passesTag('StringEquals', tag.ConditionKey, tag.ConditionValue, candidate)),
  ]);
  const filters = Object.entries(conditions ?? {}).flatMap(([operator, tests]) => tests.map((test) =>
    passesTag(operator as TagTest['operator'], test.ConditionKey.slice(RESOURCE_TAG_PREFIX.length), test.ConditionValue, candidate)));
  return and([named, not(or(exclude.map((arn) => names(arn, selection, candidate)))), ...filters]);
}

function passesTag(operator: TagTest['operator'], key: string, value: unknown, { tags }: Candidate): Answer {
  return passes({ operator, key, value: textOrUnknown(value) }, tags[key]);
}

/** Whether an ARN of a selection matches the resource. Certain for `*`, a whole type, or a resource of the same stack. */
function names(arn: unknown, selection: Located, candidate: Candidate): Answer {
  if (arn === '*') { return true; }
  const attribute = (arn as { 'Fn::GetAtt'?: string[] })['Fn::GetAtt'];
  if (attribute) { return selection.stack === candidate.stack && attribute[0] === candidate.logicalId; }
  const pattern = withoutPartition(arn);
  if (!RESOURCE_TYPES.some((row) => row.selectionArn === pattern)) { return UNKNOWN; }
  const matching = candidate.rows.filter((row) => row.selectionArn === pattern).length;
  return matching === candidate.rows.length || (matching > 0 ? UNKNOWN : false);
}

/** The partition in `arn:<partition>:` is a pseudo parameter. */
function withoutPartition(arn: unknown): string | undefined {
  const [, parts] = (arn as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'] ?? [];
  const last = parts?.length === 3 ? parts[2] : undefined;
  return typeof last === 'string' ? last.slice(1) : undefined;
}

function textOrUnknown(value: unknown): Value<string> {
  return typeof value === 'string' ? value : UNKNOWN;
}

function or(answers: readonly Answer[]): Answer {
  return answers.includes(true) || (answers.includes(UNKNOWN) ? UNKNOWN : false);
}

function and(answers: readonly Answer[]): Answer {
  return not(or(answers.map(not)));
}

function not(answer: Answer): Answer {
  return answer === UNKNOWN ? UNKNOWN : !answer;
}
