import { type NotifiedTopic, TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicPlace: Rule = {
  id: RuleId.TOPIC_PLACE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The topic of a vault is in its account and Region.',
  why: 'AWS Backup publishes only to topics in the account and Region of the vault. Failed backups are not reported.',
  fix: 'Create a topic in each account and Region that has vaults, and subscribe to all of them.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap(outcomesOf),
};

function outcomesOf(notified: NotifiedTopic): Outcome[] {
  const { vault, target } = notified;
  const { account, region } = vault.environment;
  const problemsOf = (part: 'account' | 'region', other: Answer, here: Value<string>) => (other === true ? [new Problem('elsewhere',
    `'${TOPIC}' must be in the ${part === 'region' ? 'Region' : part} of the vault${isKnown(here) ? ` ('${here}')` : ''}, got the topic ${target.label}. Create a topic there.`, part).of(`vault ${vault.label}`)] : []);
  const problems = [...problemsOf('account', target.otherAccount, account), ...problemsOf('region', target.otherRegion, region)];
  return judged(at(vault.address, topicProperty(notified)), problems, [target.otherAccount, target.otherRegion],
    `Whether the topic ${target.label} is in the account and Region of vault ${vault.label} is unknown.`);
}
