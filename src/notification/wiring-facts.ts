import type { Construct } from 'constructs';
import { BackupEvent } from './backup-event';
import type { NotificationWiringProps } from './notification-wiring-props';
import { type WatchedVault, readWatchedVaults } from './watched-vault';
import { certainlyMissingIn } from '../capabilities/region-exceptions';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { isKnown } from '../values/unknown';

/** The properties of a wiring as they were read, before anything is created. */
export interface WiringFacts {
  readonly props: NotificationWiringProps;
  readonly events: readonly BackupEvent[];
  /** The names of events that the notifications of a vault report. */
  readonly vaultEvents: readonly string[];
  /** Events that EventBridge reports. */
  readonly eventBridgeEvents: readonly BackupEvent[];
  /** The vaults of this app. An imported vault is a problem. */
  readonly vaults: readonly WatchedVault[];
}

export function readWiring(wiring: Construct, props: NotificationWiringProps): WiringFacts {
  const events = props.events ?? failuresIn(wiring);
  return {
    props,
    events,
    vaultEvents: events.flatMap(({ _vaultEvent: vaultEvent }) => vaultEvent ?? []),
    eventBridgeEvents: events.filter(({ _states: states }) => states !== undefined),
    vaults: readWatchedVaults(wiring, props.vaults),
  };
}

/** In Regions where AWS Backup does not protect Amazon EKS, it might not know the events of Amazon EKS objects either. */
function failuresIn(wiring: Construct): BackupEvent[] {
  const region = knownOf(topLevelStack(wiring).region);
  const withoutEks = isKnown(region) && certainlyMissingIn(region, 'backup', 'EKS');
  return BackupEvent.failures().filter(({ eventName }) => !(withoutEks && eventName.startsWith('EKS_')));
}
