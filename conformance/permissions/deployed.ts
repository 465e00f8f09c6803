import type { SynthesizedStack } from '../../scripts/synthesis';

/** The environment of stacks that can be deployed anywhere. */
const ANYWHERE = { account: '123456789012', region: 'us-east-1' };

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>; // an empty stack has none
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>>;
}

export interface DeployedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, any>>;
  readonly arn: string;
}

/** A stack with resolved references, as if CloudFormation had deployed it. Values that AWS would assign are invented. */
export class DeployedStack {
  public readonly path: string;
  public readonly account: string;
  public readonly region: string;
  private readonly template: Template;

  /** @param app all stacks of the app, for their exports */
  constructor(stack: SynthesizedStack, private readonly app: readonly SynthesizedStack[]) {
    this.path = stack.path;
    this.account = stack.account ?? ANYWHERE.account;
    this.region = stack.region ?? ANYWHERE.region;
    this.template = stack.template as Template;
  }

  /** The resources of some types. Other resources are not resolved. */
  public resources(types: readonly string[]): DeployedResource[] {
    return Object.entries(this.template.Resources ?? {}).filter(([, resource]) => types.includes(resource.Type)).map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      properties: this.resolve(resource.Properties ?? {}) as DeployedResource['properties'],
      arn: this.arnOf(logicalId),
    }));
  }

  private resolve(value: unknown): unknown {
    if (Array.isArray(value)) { return value.map((each) => this.resolve(each)).filter((each) => each !== undefined); }
    if (typeof value !== 'object' || value === null) { return value; }
    const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
    if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) { return this.call(name, argument); }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolve(each)]).filter(([, each]) => each !== undefined));
  }

  /** @throws an error for an unknown function, so that no policy is evaluated in part */
  private call(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref': return this.ref(argument as string);
      case 'Fn::GetAtt': return this.attribute(...(typeof argument === 'string' ? argument.split('.') : argument as string[]) as [string, string]);
      case 'Fn::Sub': return this.substitute(argument as string | [string, Record<string, unknown>]);
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown];
        return (this.resolve(parts) as unknown[]).join(separator);
      }
      case 'Fn::Select': {
        const [index, list] = this.resolve(argument) as [number | string, unknown[]];
        return list[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, text] = this.resolve(argument) as [string, string];
        return text.split(separator);
      }
      case 'Fn::ImportValue': return this.imported(this.resolve(argument) as string);
      default: throw new Error(`'${name}' of ${this.path} is unknown: add it to DeployedStack`);
    }
  }

  private ref(id: string): string | undefined {
    const pseudo: Readonly<Record<string, string | undefined>> = {
      'AWS::Partition': 'aws',
      'AWS::AccountId': this.account,
      'AWS::Region': this.region,
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.path,
      'AWS::StackId': `arn:aws:cloudformation:${this.region}:${this.account}:stack/${this.path}/0`,
      'AWS::NoValue': undefined,
    };
    if (id in pseudo) { return pseudo[id]; }
    const parameter = this.template.Parameters?.[id];
    if (parameter) { return parameter.Default ?? id; }
    return this.typeOf(id) === 'AWS::SNS::Topic' ? this.arnOf(id) : this.nameOf(id);
  }

  private attribute(id: string, attribute: string): string {
    // The ARN of a resource, regardless of the attribute's name
    return attribute === 'Arn' || attribute === 'TopicArn' || attribute === 'BackupVaultArn' ? this.arnOf(id)
      : attribute.endsWith('Name') ? this.nameOf(id) : `${id}-${attribute}`;
  }

  private substitute(argument: string | [string, Record<string, unknown>]): string {
    const [text, variables] = typeof argument === 'string' ? [argument, {}] : argument;
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) { return `\${${name}}`; }
      if (name in variables) { return String(this.resolve((variables as Record<string, unknown>)[name])); }
      const [id, ...attribute] = name.split('.');
      return String(attribute.length > 0 ? this.attribute(id, attribute.join('.')) : this.ref(id));
    });
  }

  private imported(name: string): unknown {
    for (const other of this.app.map((stack) => new DeployedStack(stack, this.app))) {
      const output = Object.values(other.template.Outputs ?? {}).find((each) => other.resolve(each.Export?.Name) === name);
      if (output) { return other.resolve(output.Value); }
    }
    throw new Error(`${this.path} imports '${name}', which no stack exports`);
  }

  private typeOf(id: string): string {
    const resource = this.template.Resources?.[id];
    if (!resource) { throw new Error(`${this.path} refers to '${id}', which does not exist`); }
    return resource.Type;
  }

  /** The name of the resource, or a name that AWS could assign. */
  private nameOf(id: string): string {
    const [nameProperty] = NAME_PROPERTIES[this.typeOf(id)] ?? [];
    const properties = this.template.Resources?.[id].Properties as Readonly<Record<string, unknown>> | undefined;
    const name = nameProperty === undefined ? undefined : this.resolve(properties?.[nameProperty]);
    return name === undefined ? `${this.path.replace(/\W+/g, '-')}-${id}`.slice(-60).toLowerCase() : String(name);
  }

  private arnOf(id: string): string {
    const type = this.typeOf(id);
    const name = this.nameOf(id);
    switch (type) {
      case 'AWS::KMS::Key': return `arn:aws:kms:${this.region}:${this.account}:key/${name}`;
      case 'AWS::SNS::Topic': return `arn:aws:sns:${this.region}:${this.account}:${name}`;
      case 'AWS::Backup::BackupVault': return `arn:aws:backup:${this.region}:${this.account}:backup-vault:${name}`;
      case 'AWS::IAM::Role': return `arn:aws:iam::${this.account}:role/${name}`;
      case 'AWS::S3::Bucket': return `arn:aws:s3:::${name}`;
      case 'AWS::Events::Rule': return `arn:aws:events:${this.region}:${this.account}:rule/${name}`;
      default: return `arn:aws:${type.split('::')[1].toLowerCase()}:${this.region}:${this.account}:${type.split('::')[2].toLowerCase()}/${name}`;
    }
  }
}

const NAME_PROPERTIES: Readonly<Record<string, readonly [string]>> = {
  'AWS::SNS::Topic': ['TopicName'],
  'AWS::Backup::BackupVault': ['BackupVaultName'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::Events::Rule': ['Name'],
};
