import type { Template, TemplateResource } from '../../scripts/synthesis';

/** A stack or nested stack, its environment, and the physical ids of its resources. */
export interface DeployedStack {
  readonly name: string;
  readonly isNested: boolean;
  readonly template: Template;
  readonly account: string;
  readonly region: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** A resource as in its template. */
export interface Expected {
  readonly at: DeployedStack;
  readonly logicalId: string;
  readonly id: string;
  readonly resource: TemplateResource;
  /** The properties with the values of intrinsic functions. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The resources of a type in all stacks. */
export function expectedOf(type: string, stacks: readonly DeployedStack[]): Expected[] {
  return stacks.flatMap((at) => {
    const resources = Object.entries(at.template.Resources).filter(([, resource]) => resource.Type === type);
    return resources.map(([logicalId, resource]) => (
      { at, logicalId, id: at.ids.get(logicalId) ?? '', resource, properties: evaluate(resource.Properties ?? {}, at) as Record<string, unknown> }
    ));
  });
}

function evaluate(value: unknown, at: DeployedStack): unknown {
  if (Array.isArray(value)) { return value.map((each) => evaluate(each, at)); }
  if (typeof value !== 'object' || value === null) { return value; }
  const entries = Object.entries(value);
  const [name, argument] = entries.length === 1 ? entries[0] : [];
  switch (name) {
    case 'Ref': return reference(argument as string, at);
    case 'Fn::GetAtt': return attribute(argument as [string, string], at);
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map((part) => evaluate(part, at)).join(separator);
    }
    case 'Fn::Sub': return (argument as string).replace(/\$\{(.*?)\}/g, (_, each: string) => reference(each, at));
    default: return Object.fromEntries(entries.map(([key, each]) => [key, evaluate(each, at)]));
  }
}

function reference(name: string, { account, region, ids }: DeployedStack): string {
  const pseudo = { 'AWS::Partition': 'aws', 'AWS::AccountId': account, 'AWS::Region': region }[name];
  return pseudo ?? ids.get(name) ?? `unknown resource ${name}`;
}

/** The ARNs that the examples use. */
function attribute([logicalId, attributeName]: [string, string], { template, account, region, ids }: DeployedStack): string {
  const { Type: type } = template.Resources[logicalId];
  const id = ids.get(logicalId);
  switch (`${type}.${attributeName}`) {
    case 'AWS::KMS::Key.Arn': return `arn:aws:kms:${region}:${account}:key/${id}`;
    case 'AWS::IAM::Role.Arn': return `arn:aws:iam::${account}:role/${id}`;
    case 'AWS::Backup::BackupVault.BackupVaultArn': return `arn:aws:backup:${region}:${account}:backup-vault:${id}`;
    default: return `unknown attribute ${type}.${attributeName}`;
  }
}
