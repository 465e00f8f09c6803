import type { BackupInventory, TopicTarget, Vault } from '../../../inventory';

/** The name of a vault's topic in messages. */
export const TOPIC = 'Notifications.SNSTopicArn';

/** A vault and the topic that it notifies. */
export interface NotifiedTopic {
  readonly vault: Vault;
  readonly target: TopicTarget;
}

export function notifiedTopics(inventory: BackupInventory): NotifiedTopic[] {
  return inventory.vaults.flatMap((vault) => {
    const target = inventory.topicOf(vault);
    return target ? [{ vault, target }] : [];
  });
}

export function topicProperty({ vault }: NotifiedTopic) {
  return vault.properties.get('Notifications').get('SNSTopicArn');
}
