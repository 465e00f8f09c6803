import { createHash } from 'crypto';
import {
  AssetManifestBuilder, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, Stack, Stage,
  Token, type IReusableStackSynthesizer, type IStackSynthesizer,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { topLevelStack } from '../cdk/physical-name';
import { stageOf } from '../cdk/place';
import type { VaultFacts } from '../cdk/vault-facts';
import { CompliantVault } from '../vault/compliant-vault';
import { DeletionGuard } from '../vault/deletion-guard';
import type { VaultLock } from '../vault/vault-lock';

/** Properties of a vault in a support stack. */
export interface SupportVaultProps {
  readonly lock?: VaultLock;
  readonly guard?: DeletionGuard;
}

const DEFAULT_GUARD = DeletionGuard.exempting();

/** The guard that the vault has. Copies are compared by it. */
export function guardOf({ guard = DEFAULT_GUARD }: SupportVaultProps): DeletionGuard {
  return guard;
}

/**
 * The vaults of another Region that `CopyTarget.region` creates: one stack per Stage, account, and Region. Its name and properties do not depend on
 * the order of the stacks that copy there.
 */
export class SupportStack extends Stack {
  /** The stack for copies from `scope`, if an earlier copy has created it. */
  public static find(scope: Construct, region: string): SupportStack | undefined {
    const source = topLevelStack(scope);
    const found = stageOf(source).node.tryFindChild(stackId(source, region));
    return found instanceof SupportStack ? found : undefined;
  }

  public static findOrCreate(scope: Construct, region: string, stackName?: string): SupportStack {
    const source = topLevelStack(scope);
    const made = SupportStack.find(scope, region);
    made?.alsoFor(source);
    return made ?? new SupportStack(source, region, stackName);
  }

  private readonly vaults = new Map<string, SupportVaultProps & { readonly vault: CompliantVault }>();

  private constructor(private readonly source: Stack, region: string, stackName = supportStackName(source, region)) {
    super(stageOf(source), stackId(source, region), {
      stackName,
      description: 'Backup vaults that receive copies from another Region',
      env: { account: Token.isUnresolved(source.account) ? undefined : source.account, region },
      synthesizer: synthesizerLike(source.synthesizer),
      tags: source.tags.tagValues(),
      terminationProtection: source.terminationProtection,
    });
  }

  /** The stack for which this one was created, if the stack of `scope` is deployed in another way. */
  public deployedUnlike(scope: Construct): Stack | undefined {
    return isDeployedLike(this.source.synthesizer, topLevelStack(scope).synthesizer) ? undefined : this.source;
  }

  /** Keeps the tags that all sources have, and is protected if one of them is. */
  private alsoFor(source: Stack): void {
    const tags = source.tags.tagValues();
    for (const [key, value] of Object.entries(this.tags.tagValues())) {
      if (tags[key] !== value) { this.tags.removeTag(key, STACK_TAG_PRIORITY); }
    }
    this.terminationProtection ||= source.terminationProtection;
  }

  /** The properties of the vault for copies from `source`, if it exists. */
  public vaultPropsFor(source: VaultFacts): SupportVaultProps | undefined {
    return this.vaults.get(vaultId(source));
  }

  public vaultFor(source: VaultFacts, props: SupportVaultProps): CompliantVault {
    const id = vaultId(source);
    const made = this.vaults.get(id);
    if (made) { return made.vault; }
    const vault = new CompliantVault(this, id, props);
    this.vaults.set(id, { ...props, vault });
    return vault;
  }
}

/** The priority of the tags that the CDK passes to a stack. */
const STACK_TAG_PRIORITY = 50;

/** CloudFormation allows 128 characters. */
const LONGEST_NAME = 128;

/** The name of a support stack that the user does not name. */
export function supportStackName(source: Stack, region: string): string {
  const stage = Stage.of(source)?.stageName ?? '';
  const id = stackId(source, region);
  const room = LONGEST_NAME - id.length - 1;
  const readable = stage.length <= room ? stage : `${stage.slice(0, room - 9)}-${hashOf(stage)}`;
  return [...stage === '' ? [] : [readable], id].join('-');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function stackId(source: Stack, region: string): string {
  return ['BackupCopies', ...Token.isUnresolved(source.account) ? [] : [source.account], region].join('-');
}

function vaultId(source: VaultFacts): string {
  return `${source.vault.node.id}${hashOf(source.vault.node.path)}`;
}

/**
 * A synthesizer with the same qualifier, roles, and buckets. The CDK binds a copy of a reusable synthesizer to each stack, and
 * the prototype of the copy is the synthesizer that the user wrote. Otherwise only the qualifier is known.
 */
function synthesizerLike(source: IStackSynthesizer): IStackSynthesizer {
  const written: unknown = Object.getPrototypeOf(source);
  if (isReusable(written)) { return withOwnAssets(written); }
  const { bootstrapQualifier: qualifier } = source;
  return source instanceof CliCredentialsStackSynthesizer
    ? new CliCredentialsStackSynthesizer({ qualifier })
    : new DefaultStackSynthesizer({ qualifier });
}

/** The properties of the CDK's synthesizers that state where a template is published, and which roles deploy it. */
const DEPLOYMENT = [
  'cloudFormationExecutionRole', 'deployRoleArn', 'deployRoleExternalId', 'fileAssetsBucketName', 'bucketPrefix', 'fileAssetPublishingRoleArn',
  'fileAssetPublishingExternalId',
];

/** Whether two synthesizers are of one class and have equal properties, as far as these decide how a stack is deployed. */
function isDeployedLike(one: IStackSynthesizer, other: IStackSynthesizer): boolean {
  return one.constructor === other.constructor && one.bootstrapQualifier === other.bootstrapQualifier && deploymentOf(one) === deploymentOf(other);
}

function deploymentOf(synthesizer: IStackSynthesizer): string {
  const { props } = synthesizer as { readonly props?: Readonly<Record<string, unknown>> };
  return JSON.stringify(DEPLOYMENT.map((name) => props?.[name] ?? null));
}

/** Whether it is an instance with `reusableBind`, and not the prototype of its class. */
function isReusable(candidate: unknown): candidate is IReusableStackSynthesizer {
  const { constructor, reusableBind } = candidate as Partial<IReusableStackSynthesizer>;
  return typeof reusableBind === 'function' && Object.getPrototypeOf(candidate) === constructor?.prototype;
}

/** The copies that the CDK binds share the list of assets. Without its own list, this stack would publish the assets of its source too. */
function withOwnAssets<S extends IReusableStackSynthesizer>(synthesizer: S): S {
  if (!('assetManifest' in synthesizer)) { return synthesizer; }
  return Object.create(synthesizer, { assetManifest: { value: new AssetManifestBuilder() } }) as S;
}
