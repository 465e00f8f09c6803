import { type NotifiedTopic, TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import { TOPIC_KEY_USE } from '../../../capabilities/permissions';
import { type BackupInventory, type Key, Text, type TopicTarget, accountPart } from '../../../inventory';
import { refusedTopicKeyProblems, topicKeyProblems } from '../../../validation/notification/notifications';
import { disabledKeyProblem } from '../../../validation/vault/vault-keys';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { refusedToService } from '../../subjects/key-access';

export const topicKey: Rule = {
  id: RuleId.TOPIC_KEY,
  packs: ['ValidityChecks', 'EncryptionChecks'],
  level: 'error',
  what: 'AWS Backup can use the key of a vault\'s topic.',
  why: 'Every message is lost if the policy of the key does not let AWS Backup use the key. The policy of the AWS managed key cannot be changed.',
  fix: 'Encrypt the topic with a customer managed key whose policy allows kms:Decrypt and kms:GenerateDataKey* to backup.amazonaws.com.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap((notified) => outcomesOf(notified, inventory)),
};

/** The actions without the wildcard at the end. A policy that allows them with it, or one of them, covers these. */
const ACTIONS = TOPIC_KEY_USE.actions.map((action) => action.replace('*', ''));

function outcomesOf(notified: NotifiedTopic, inventory: BackupInventory): Outcome[] {
  const { vault, target } = notified;
  const key = kmsKeyOf(target);
  const customerKey = keyInTemplates(target, inventory);
  const problems = [
    ...topicKeyProblems(TOPIC, { label: target.label, key }),
    ...refusedTopicKeyProblems(TOPIC, target, customerKey ? refusedToService(customerKey, ACTIONS, Text.of(accountPart(vault.environment))) : []),
    ...customerKey?.enabled === false ? [disabledKeyProblem(`'${TOPIC}' must be encrypted with`, `the key ${customerKey.address.logicalId} of the topic ${target.label}`)] : [],
  ].map((problem) => problem.of(`vault ${vault.label}`));
  return judged(at(vault.address, topicProperty(notified)), problems, [key, customerKey?.policy], `The key of the topic ${target.label} of vault ${vault.label} is unknown.`);
}

function keyInTemplates({ topic }: TopicTarget, inventory: BackupInventory): Key | undefined {
  const key = topic && inventory.keyNamed(topic.key, topic.environment);
  return isKnown(key) ? key : undefined;
}

function kmsKeyOf({ topic }: TopicTarget): Value<string> {
  if (topic === undefined || topic.keyKind === UNKNOWN) { return UNKNOWN; }
  const text = isKnown(topic.key) ? topic.key.toString() : undefined;
  return text === undefined || topic.keyKind === 'awsManaged' ? text : undefined;
}
