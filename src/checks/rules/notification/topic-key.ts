import type { NotifiedTopic } from './notified-topics';
import { TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import type { TopicTarget } from '../../../inventory';
import { topicKeyProblems } from '../../../validation/notification/notifications';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicKey: Rule = {
  id: RuleId.TOPIC_KEY,
  packs: ['ValidityChecks', 'EncryptionChecks'],
  level: 'error',
  what: 'The topic of a vault is not encrypted with the AWS managed key.',
  why: 'The policy of that key does not allow AWS Backup to use it, and cannot be changed. Every message is lost.',
  fix: 'Encrypt the topic with a customer managed key whose policy allows backup.amazonaws.com to use it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap(outcomesOf),
};

function outcomesOf(notified: NotifiedTopic): Outcome[] {
  const { vault, target } = notified;
  const key = keyOf(target);
  const problems = topicKeyProblems(TOPIC, { inWords: target.inWords, key }).map((problem) => problem.of(`vault ${vault.inWords}`));
  return judged(at(vault.address, topicProperty(notified)), problems, [key], `the key of the topic ${target.inWords} of vault ${vault.inWords} is unknown.`);
}

function keyOf({ topic }: TopicTarget): Value<string> {
  if (topic === undefined || topic.keyKind === UNKNOWN) { return UNKNOWN; }
  const text = isKnown(topic.key) ? topic.key.toString() : undefined;
  return text === undefined || topic.keyKind === 'awsManaged' ? text : undefined;
}
