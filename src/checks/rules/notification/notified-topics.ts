import { VALUE_FORMS } from '../../../capabilities/value-forms';
import type { BackupInventory, TopicTarget, Vault } from '../../../inventory';
import { formProblems } from '../../../validation/resource/value-forms';
import { isKnown } from '../../../values/unknown';

/** The name of a vault's topic in messages. */
export const TOPIC = 'Notifications.SNSTopicArn';

/** A vault and the topic that it notifies. */
export interface NotifiedTopic {
  readonly vault: Vault;
  readonly target: TopicTarget;
}

/** Without values that are certainly not topics, which `Backup-ValueForm` reports. */
export function notifiedTopics(inventory: BackupInventory): NotifiedTopic[] {
  return inventory.vaults.flatMap((vault) => {
    const target = inventory.topicOf(vault);
    return target && isTopic(target) ? [{ vault, target }] : [];
  });
}

function isTopic({ text }: TopicTarget): boolean {
  return !isKnown(text) || formProblems(TOPIC, text, VALUE_FORMS.topicArn).length === 0;
}

export function topicProperty({ vault }: NotifiedTopic) {
  return vault.properties.get('Notifications').get('SNSTopicArn');
}
