import type { BackupEvent } from './backup-event';
import type { NotificationWiringProps } from './notification-wiring-props';
import { NOTIFICATION_EVENTS } from '../capabilities/notification-events';
import { listOf, required, struct, text, valueOf } from '../cdk/kinds';
import { SCOPE_AND_ID, backupVault, key, quoted, topic, topicSubscription } from '../cdk/kinds-of-cdk';

const backupEvent = valueOf<BackupEvent>('a BackupEvent', '_vaultEvent',
  (given) => (NOTIFICATION_EVENTS.some(({ name }) => name === given) ? `BackupEvent.${String(given)}` : `BackupEvent.vaultEvent(${quoted(given)})`));

/** The arguments of the constructor of a wiring. */
export const NEW_WIRING = {
  ...SCOPE_AND_ID,
  props: required(struct<NotificationWiringProps>({
    vaults: required(listOf(backupVault), 'Pass at least one vault.'),
    topic,
    encryptionKey: key,
    emails: listOf(text),
    subscriptions: listOf(topicSubscription),
    events: listOf(backupEvent),
  })),
};
