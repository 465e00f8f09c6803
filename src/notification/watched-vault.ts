import { Aws, Stack, Stage, Token } from 'aws-cdk-lib';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { type Construct, type IConstruct, type IDependable, Dependable } from 'constructs';
import { deployAfter } from '../cdk/deployment-order';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { vaultFacts } from '../cdk/vault-facts';
import type { Place } from '../validation/plan/copies';
import { isKnown } from '../values/unknown';

/** A vault whose events are reported. */
export interface WatchedVault {
  readonly resource: CfnBackupVault;
  readonly name: string;
  /** For messages. */
  readonly label: string;
  /** Never an attribute of the vault, because the vault depends on the policy that names it. */
  readonly arn: string;
}

/** The vaults of this app. */
export function readWatchedVaults(wiring: Construct, vaults: readonly aws_backup.IBackupVaultRef[]): WatchedVault[] {
  return vaults.map(vaultFacts).flatMap(({ resource, label }) => {
    if (!resource) { return []; }
    const name = resource.backupVaultName;
    const { region, account } = sharedPlace(Stack.of(wiring), resource.stack);
    return [{ resource, name, label, arn: `arn:${Aws.PARTITION}:backup:${region}:${account}:backup-vault:${name}` }];
  });
}

/**
 * Deploys a vault after the policy of its topic. This order is necessary: AWS Backup publishes to the topic when a vault gets it, and fails with
 * an AccessDeniedException if the policy does not allow it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export function deployAfterPolicy(wiring: Construct, { resource, label }: WatchedVault, policy: IDependable): void {
  const stack = resource.stack;
  const isBeside = Dependable.of(policy).dependencyRoots.every((root) => Stack.of(root) === stack);
  deployAfter({
    after: resource,
    before: policy,
    necessary: true,
    statedBy: wiring,
    first: 'the policy of the topic',
    rule: '\'vaults\' must be deployed after the policy of the topic, without which AWS Backup rejects their notifications',
    got: `the vault ${label} of the stack '${stack.node.path}' before it`,
    fix: isBeside
      ? 'Remove the dependency on the vault, or write the name of the vault as a literal where the topic or its key refers to it.'
      : `Create the NotificationWiring and its topic in the stack '${stack.node.path}'.`,
  });
}

/** The account and Region that two stacks share: from the stack that knows them, otherwise those of the deployment. */
export function sharedPlace(one: Stack, other: Stack): { readonly account: string; readonly region: string } {
  return {
    account: Token.isUnresolved(one.account) ? other.account : one.account,
    region: Token.isUnresolved(one.region) ? other.region : one.region,
  };
}

/** Where everything that a wiring connects must be. A stack without account or Region has those of the others. */
export function sharedPlaceOf(wiring: Construct, vaults: readonly WatchedVault[]): Place {
  return vaults.map(({ resource }) => placeOf(topLevelStack(resource))).reduce(merged, placeOf(topLevelStack(wiring)));
}

function merged(one: Place, other: Place): Place {
  return { account: isKnown(one.account) ? one.account : other.account, region: isKnown(one.region) ? one.region : other.region };
}

export function stageLabel(scope: IConstruct): string {
  const stage = Stage.of(scope);
  return stage && stage !== scope.node.root ? `'${stage.node.path}'` : 'none';
}
