import { type NotifiedTopic, TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import type { TopicTarget } from '../../../inventory';
import { fifoProblems } from '../../../validation/notification/notifications';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicStandard: Rule = {
  id: RuleId.TOPIC_STANDARD,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A vault notifies a standard topic.',
  why: 'AWS Backup cannot publish to FIFO topics. Failed backups are not reported.',
  fix: 'Use a standard topic for the vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap(outcomesOf),
};

function outcomesOf(notified: NotifiedTopic): Outcome[] {
  const { vault, target } = notified;
  const fifo = isFifo(target);
  const problems = fifoProblems(TOPIC, { label: target.label, fifo, arn: undefined }).map((problem) => problem.of(`vault ${vault.label}`));
  return judged(at(vault.address, topicProperty(notified)), problems, [fifo], `Whether the topic ${target.label} of vault ${vault.label} is a FIFO topic is unknown.`);
}

/** Only the names of FIFO topics end in `.fifo`. */
function isFifo({ topic, text }: TopicTarget): Value<boolean> {
  if (topic) { return topic.fifo; }
  const end = isKnown(text) ? text.parts.at(-1) : UNKNOWN;
  return typeof end === 'string' ? end.endsWith('.fifo') : UNKNOWN;
}
