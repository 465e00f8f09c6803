import { Aws, Stack, Stage, Token } from 'aws-cdk-lib';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct, IConstruct, IDependable } from 'constructs';
import { Dependable } from 'constructs';
import { deployAfter } from '../cdk/deployment-order';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { vaultFacts } from '../cdk/vault-facts';
import { twice } from '../validation/notification/notifications';
import type { Place } from '../validation/plan/copies';
import { isKnown } from '../values/unknown';

/** A vault whose events are heard of. */
export interface WatchedVault {
  readonly resource: CfnBackupVault;
  readonly name: string;
  /** For messages. */
  readonly inWords: string;
  /**
   * Never an attribute of the vault, which depends on the policy that names it.
   */
  readonly arn: string;
}

/** The vaults that a wiring can watch; what is wrong with the others is added to the problems. */
export function watchedVaults(
  wiring: Construct, vaults: aws_backup.IBackupVaultRef[], withNotifications: boolean, problems: string[],
): WatchedVault[] {
  if (vaults.length === 0) { problems.push('\'vaults\' must name a vault, got none: give one or more'); }
  const all = vaults.map(vaultFacts);
  let place = placeOf(topLevelStack(wiring));
  for (const inWords of twice(all.map(({ resource, vault }) => resource ?? vault)).map((each) => vaultFacts(each).inWords)) {
    problems.push(`'vaults' must name each vault once, got ${inWords} twice: leave one out`);
  }
  return all.flatMap(({ resource, inWords }) => {
    if (!resource) {
      problems.push(`'vaults' must be vaults of this app, got ${inWords}, which is imported: its notifications belong to the template that makes it, `
        + 'make a NotificationWiring there');
      return [];
    }
    problems.push(...placeProblems('vaults', `the vault ${inWords}`, wiring, resource, place));
    place = merged(place, placeOf(topLevelStack(resource)));
    if (withNotifications && hasNotifications(resource)) {
      problems.push(`'vaults' must have no notifications yet, got some on the vault ${inWords}: AWS Backup knows one topic for a vault, remove them, `
        + 'or say it all in one NotificationWiring');
    }
    const name = resource.backupVaultName;
    const { region, account } = sharedPlace(Stack.of(wiring), resource.stack);
    return [{ resource, name, inWords, arn: `arn:${Aws.PARTITION}:backup:${region}:${account}:backup-vault:${name}` }];
  });
}

/**
 * Necessary: AWS Backup tries the topic when a vault is given it, and answers with an AccessDeniedException where the policy does not let it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export function deployAfterPolicy(wiring: Construct, { resource, inWords }: WatchedVault, policy: IDependable): void {
  const stack = resource.stack;
  const isBeside = Dependable.of(policy).dependencyRoots.every((root) => Stack.of(root) === stack);
  deployAfter({
    after: resource,
    before: policy,
    necessary: true,
    statedBy: wiring,
    first: 'the policy of the topic',
    rule: '\'vaults\' must be deployed after the policy of the topic, without which AWS Backup refuses their notifications',
    got: `the vault ${inWords} of the stack '${stack.node.path}' before it`,
    fix: isBeside
      ? 'remove the dependency on the vault, or write the name of the vault as a literal where the topic or its key refers to it'
      : `make the NotificationWiring and its topic in the stack '${stack.node.path}'`,
  });
}

/** Account and Region of two stacks that share them, from the one that knows; where neither does, those of the deployment. */
export function sharedPlace(one: Stack, other: Stack): { readonly account: string; readonly region: string } {
  return {
    account: Token.isUnresolved(one.account) ? other.account : one.account,
    region: Token.isUnresolved(one.region) ? other.region : one.region,
  };
}

/** Where everything that a wiring connects has to be: a stack that does not say it is where the others are. */
export function sharedPlaceOf(wiring: Construct, vaults: readonly WatchedVault[]): Place {
  return vaults.map(({ resource }) => placeOf(topLevelStack(resource))).reduce(merged, placeOf(topLevelStack(wiring)));
}

function merged(one: Place, other: Place): Place {
  return { account: isKnown(one.account) ? one.account : other.account, region: isKnown(one.region) ? one.region : other.region };
}

/** What is asked of everything that a wiring connects: one account, one Region, one Stage. */
function placeProblems(name: string, subject: string, wiring: Construct, resource: CfnBackupVault, place: Place): string[] {
  const [here, there] = [topLevelStack(wiring), topLevelStack(resource)];
  if (Stage.of(here) !== Stage.of(there)) {
    return [`'${name}' must be in the Stage of the wiring (${stageInWords(here)}), got ${subject} of ${stageInWords(there)}: make a NotificationWiring in that Stage`];
  }
  const difference = elsewhere(place, placeOf(there));
  if (difference) {
    return [`'${name}' must be in the ${difference.part} of the wiring ('${difference.here}'), got ${subject} of '${difference.there}': a vault and its topic share account `
      + 'and Region, make one NotificationWiring for each Region, in a stack of that Region, and repeat the subscribers'];
  }
  return here !== there && Token.isUnresolved(resource.backupVaultName)
    ? [`'${name}' needs the name of a vault of another stack at synth time, got a token for ${subject}: give that vault a literal name`]
    : [];
}

export function stageInWords(scope: IConstruct): string {
  const stage = Stage.of(scope);
  return stage && stage !== scope.node.root ? `'${stage.node.path}'` : 'none';
}

function hasNotifications(resource: CfnBackupVault): boolean {
  return resource.notifications !== undefined || propertiesOf(resource).Notifications !== undefined;
}
