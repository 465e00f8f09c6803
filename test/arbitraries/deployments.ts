import * as fs from 'node:fs';
import * as path from 'node:path';
import { CfnResource, Stack, Stage, Token, type App } from 'aws-cdk-lib';
import type { IBackupVault } from 'aws-cdk-lib/aws-backup';
import type { IConstruct } from 'constructs';

export interface Template {
  readonly Resources?: { readonly [id: string]: { readonly Type: string; readonly Properties: { readonly [name: string]: unknown } } };
  readonly Outputs?: { readonly [id: string]: { readonly Value: unknown; readonly Export?: unknown } };
}

/** A stack as it would be deployed. Values that are unknown before deployment are named unknown. */
export interface Deployed {
  readonly stack: Stack;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
}

/** Every app has its own directory, even if it is not synthesized. */
export function removeOutput(app: App): void {
  fs.rmSync(app.outdir, { recursive: true });
}

const partitionOf = (region: string) => region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

export function vaultArn({ account, region }: Deployed, name: string): string {
  return `arn:${partitionOf(region)}:backup:${region}:${account}:backup-vault:${name}`;
}

/** The templates of an app, with the values that CloudFormation would compute for intrinsic functions. */
export class Deployment {
  readonly stacks: readonly Deployed[];

  constructor(private readonly app: App) {
    app.synth();
    this.stacks = app.node.findAll().filter((each) => Stack.isStack(each)).map((stack) => ({
      stack,
      account: Token.isUnresolved(stack.account) ? 'unknown' : stack.account,
      region: Token.isUnresolved(stack.region) ? 'unknown' : stack.region,
      template: JSON.parse(fs.readFileSync(path.join(Stage.of(stack)!.outdir, stack.templateFile), 'utf8')) as Template,
    }));
    removeOutput(app);
  }

  /** The properties of all resources of a type. */
  propertiesOf<T>(type: string): { readonly at: Deployed; readonly properties: T }[] {
    return this.stacks.flatMap((at) => Object.values(at.template.Resources ?? {}).filter((resource) => resource.Type === type)
      .map((resource) => ({ at, properties: this.evaluate(resource.Properties, at) as T })));
  }

  /** The ARNs of vaults that the app imports. */
  importedVaultArns(): string[] {
    return this.app.node.findAll().filter(isImportedVault)
      .map((vault) => String(this.evaluate(vault.stack.resolve(vault.backupVaultArn), this.stacks.find(({ stack }) => stack === vault.stack)!)));
  }

  private evaluate(value: unknown, at: Deployed): unknown {
    if (Array.isArray(value)) { return value.map((each) => this.evaluate(each, at)); }
    if (typeof value !== 'object' || value === null) { return value; }
    const entries = Object.entries(value);
    const [name, argument] = entries.length === 1 ? entries[0] : [];
    switch (name) {
      case 'Ref': return this.reference(argument as string, at);
      case 'Fn::GetAtt': return this.attribute(argument as [string, string], at);
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => String(this.evaluate(part, at))).join(separator);
      }
      case 'Fn::Sub': return (argument as string).replace(/\$\{(.*?)\}/g, (_, each: string) => String(this.reference(each, at)));
      default: return Object.fromEntries(entries.map(([key, each]) => [key, this.evaluate(each, at)]));
    }
  }

  private reference(name: string, at: Deployed): unknown {
    const pseudo = { 'AWS::Partition': partitionOf(at.region), 'AWS::Region': at.region, 'AWS::AccountId': at.account }[name];
    if (pseudo !== undefined) { return pseudo; }
    const resource = at.template.Resources?.[name];
    if (resource) { return resource.Type === 'AWS::Backup::BackupVault' ? this.evaluate(resource.Properties.BackupVaultName, at) : `<${name}>`; }
    const parent = this.parentOf(at);
    const given = parent?.holder.Parameters as { [name: string]: unknown } | undefined;
    return parent && given ? this.evaluate(given[name], parent.at) : `<${name}>`;
  }

  private attribute([id, attribute]: [string, string], at: Deployed): unknown {
    if (attribute === 'BackupVaultArn') { return vaultArn(at, String(this.reference(id, at))); }
    const nested = this.stacks.find((each) => this.parentOf(each)?.at === at && this.parentOf(each)?.id === id);
    const output = nested?.template.Outputs?.[attribute.replace(/^Outputs\./, '')];
    return nested && output ? this.evaluate(output.Value, nested) : `<${id}.${attribute}>`;
  }

  private parentOf({ stack }: Deployed) {
    const at = this.stacks.find((each) => each.stack === stack.nestedStackParent);
    if (!at) { return undefined; }
    const id = String(at.stack.resolve(stack.nestedStackResource!.logicalId));
    return { at, id, holder: at.template.Resources![id].Properties };
  }
}

function isImportedVault(each: IConstruct): each is IBackupVault {
  return 'backupVaultArn' in each && each.node.defaultChild === undefined && !CfnResource.isCfnResource(each);
}
