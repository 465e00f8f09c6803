import { Stage, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type WatchedVault, sharedPlaceOf, stageLabel } from './watched-vault';
import { wiredTopicProblems } from './wired-topic';
import type { WiringFacts } from './wiring-facts';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { vaultFacts } from '../cdk/vault-facts';
import { emailProblems, eventProblems, twice } from '../validation/notification/notifications';
import type { Place } from '../validation/plan/copies';
import { Problem } from '../values/problem';

/** Why messages would not arrive. */
export function wiringProblems(wiring: Construct, facts: WiringFacts): Problem[] {
  const { props: { topic, emails = [] }, props, events, vaults } = facts;
  return [
    ...vaultsProblems(wiring, facts),
    ...wiredTopicProblems(wiring, props, sharedPlaceOf(wiring, vaults)),
    ...eventProblems('events', events.map(({ eventName }) => knownOf(eventName))),
    ...Token.isUnresolved(emails)
      ? [new Problem('token', '\'emails\' must be a list that is known at synthesis, got a token. List each address. An address can be a token.')]
      : emailProblems('emails', emails.map(knownOf)),
    ...emails.filter((email) => topic?.node.tryFindChild(email))
      .map((email) => new Problem('subscribed', `'emails' must contain new subscribers, got '${email}', which is already subscribed to the topic. Leave it out.`, email)),
  ];
}

function vaultsProblems(wiring: Construct, { props, vaults, vaultEvents }: WiringFacts): Problem[] {
  const given = props.vaults.map(vaultFacts);
  const repeated = twice(given.map(({ resource, vault }) => resource ?? vault)).map((each) => vaultFacts(each).label);
  const places = vaults.map((_, index) => sharedPlaceOf(wiring, vaults.slice(0, index)));
  return [
    ...given.length === 0 ? [new Problem('none', '\'vaults\' must name a vault, got none. Pass at least one.')] : [],
    ...repeated.map((label) => new Problem('twice', `'vaults' must name each vault once, got ${label} twice. Leave one out.`, label)),
    ...given.flatMap(({ resource, label }) => {
      const index = vaults.findIndex((vault) => vault.resource === resource);
      return resource ? watchedVaultProblems(wiring, vaults[index], places[index], vaultEvents.length > 0)
        : [new Problem('imported', `'vaults' must be vaults of this app, got ${label}, which is imported. Its notifications belong to the template that creates it. `
          + 'Create a NotificationWiring there.', label)];
    }),
  ];
}

/** @param place the place of the wiring and of the vaults before this one */
function watchedVaultProblems(wiring: Construct, vault: WatchedVault, place: Place, withNotifications: boolean): Problem[] {
  return [
    ...placeProblems(wiring, vault, place),
    ...withNotifications && hasNotifications(vault)
      ? [new Problem('notifications', `'vaults' must have no notifications yet, got some on the vault ${vault.label}. AWS Backup supports one topic per vault. Remove them, `
        + 'or use one NotificationWiring for all.', vault.label)]
      : [],
  ];
}

/** Everything that a wiring connects must be in one account, Region, and Stage. */
function placeProblems(wiring: Construct, { resource, label }: WatchedVault, place: Place): Problem[] {
  const [here, there] = [topLevelStack(wiring), topLevelStack(resource)];
  if (Stage.of(here) !== Stage.of(there)) {
    return [new Problem('stage', `'vaults' must be in the Stage of the wiring (${stageLabel(here)}), got the vault ${label} of ${stageLabel(there)}. Create a NotificationWiring in that Stage.`, label)];
  }
  const difference = elsewhere(place, placeOf(there));
  if (difference) {
    return [new Problem('elsewhere', `'vaults' must be in the ${difference.part} of the wiring ('${difference.here}'), got the vault ${label} of '${difference.there}'. A vault and its topic share `
      + 'account and Region. Create one NotificationWiring for each Region, in a stack of that Region, and repeat the subscribers.', label)];
  }
  return here !== there && Token.isUnresolved(resource.backupVaultName)
    ? [new Problem('token', `'vaults' must have a name that is known at synthesis if they are in another stack, got a token for the vault ${label}. Give that vault a literal name.`, label)]
    : [];
}

function hasNotifications({ resource }: WatchedVault): boolean {
  return resource.notifications !== undefined || propertiesOf(resource).Notifications !== undefined;
}
