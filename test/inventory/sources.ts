import { BackupInventory, Text, type Protectable, type TemplateSource, type Property } from '../../src/inventory';
import { UNKNOWN } from '../../src/values/unknown';

export const ENV = { account: '111122223333', region: 'eu-central-1' };

type Resources = Readonly<Record<string, unknown>>;

/** A template with these resources, in a known account and Region. */
export function source(resources: Resources, more: Partial<TemplateSource> & { readonly sections?: object } = {}): TemplateSource {
  const { sections, ...rest } = more;
  return { id: 'Stack', ...ENV, template: { Resources: resources, ...sections }, ...rest };
}

export function inventoryOf(...sources: readonly TemplateSource[]): BackupInventory {
  return BackupInventory.of(sources);
}

/** A property of a resource of type `Custom::Probe`, with the value to resolve. */
export function probe(value: unknown, sections: object = {}, others: Resources = {}, more: Partial<TemplateSource> = {}): Property {
  const inventory = inventoryOf(source({ Probe: { Type: 'Custom::Probe', Properties: { Value: value } }, ...others }, { sections, ...more }));
  return inventory.ofType('Custom::Probe')[0].properties.get('Value');
}

/** JSON with the content of each `Text`, so that tests can compare it. */
export function written(property: Property): unknown {
  return plain(property.json());
}

function plain(value: unknown): unknown {
  if (value === UNKNOWN) { return '?'; }
  if (value instanceof Text) { return value.toString(); }
  if (Array.isArray(value)) { return value.map(plain); }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)])) : value;
}

export function table(properties: object = {}): object {
  return { Type: 'AWS::DynamoDB::Table', Properties: properties };
}

export function plan(): object {
  return {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'vault' }] } },
  };
}

export function selection(content: object): object {
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: { SelectionName: 'selection', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ...content },
    },
  };
}

export function byTag(key: string, value: unknown): object {
  return { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: key, ConditionValue: value }] };
}

export function tagged(tags: Readonly<Record<string, unknown>>): object {
  return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}

/** The coverage of each resource, by source and logical id. */
export function covered(inventory: BackupInventory): Record<string, string> {
  return Object.fromEntries(inventory.protectables.map((resource) => [nameOf(resource), String(inventory.coverageOf(resource).covered)]));
}

function nameOf({ address: { sourceId, logicalId, path } }: Protectable): string {
  return [sourceId, logicalId, ...path ? [path] : []].join(' ');
}
