import type { NotifiedTopic } from './notified-topics';
import { TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import type { Answer } from '../../../values/answer';
import type { Value } from '../../../values/unknown';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicPlace: Rule = {
  id: RuleId.TOPIC_PLACE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The topic of a vault is in its account and Region.',
  why: 'AWS Backup publishes to topics of the account and Region of the vault only: nobody hears of a failed backup.',
  fix: 'Make a topic in each account and Region that has vaults, and subscribe to all of them.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap(outcomesOf),
};

function outcomesOf(notified: NotifiedTopic): Outcome[] {
  const { vault, target } = notified;
  const { account, region } = vault.environment;
  const problems = [...problemsOf('account', target.otherAccount, account), ...problemsOf('Region', target.otherRegion, region)]
    .map((problem) => `vault ${vault.inWords}: ${problem}, got the topic ${target.inWords}: make one there`);
  return judged(at(vault.address, topicProperty(notified)), problems, [target.otherAccount, target.otherRegion],
    `whether the topic ${target.inWords} is in the account and Region of vault ${vault.inWords} cannot be known`);
}

function problemsOf(part: string, other: Answer, here: Value<string>): string[] {
  return other === true ? [`'${TOPIC}' must be in the ${part} of the vault${isKnown(here) ? ` ('${here}')` : ''}`] : [];
}
