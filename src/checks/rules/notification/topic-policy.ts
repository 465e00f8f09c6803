import { letsBackupPublish, mentionsBackup } from './letting-publish';
import { type NotifiedTopic, TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import { BACKUP_SERVICE } from '../../../capabilities/principals';
import { TOPIC_POLICIES } from '../../../capabilities/whole-policies';
import { type BackupInventory, Text, type Topic, accountPart, sameArn } from '../../../inventory';
import { type Answer, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const SERVICE = BACKUP_SERVICE.principal;

export const topicPolicy: Rule = {
  id: RuleId.TOPIC_POLICY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The policy of a vault\'s topic allows AWS Backup to publish.',
  why: 'AWS Backup rejects a topic that it has no permission to publish to. The first deployment of the vault fails.',
  fix: 'Allow sns:Publish to backup.amazonaws.com in a policy of the topic, under the condition that aws:SourceArn is the ARN of the vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap((notified) => outcomesOf(notified, inventory)),
};

function outcomesOf(notified: NotifiedTopic, inventory: BackupInventory): Outcome[] {
  const { vault, target: { topic, label } } = notified;
  const allowed = topic ? letsPublish(notified, topic, inventory) : UNKNOWN;
  const problems = allowed === false
    ? [problemOf(label, topic?.policies.some((policy) => mentionsBackup(policy) === true) === true).of(`vault ${vault.label}`)]
    : [];
  return judged(at(vault.address, topicProperty(notified)), problems, [allowed],
    `Whether the policy of the topic ${label} allows AWS Backup to publish for vault ${vault.label} is unknown.`);
}

function problemOf(label: string, mentioned: boolean): Problem {
  const rule = `'${TOPIC}' must be a topic whose policy allows 'sns:Publish' to '${SERVICE}', got the topic ${label}`;
  return mentioned
    ? new Problem('refused', `${rule} whose policy denies it, or allows it only for another topic or account. Change these statements.`)
    : new Problem('policy', `${rule} without such a statement. Add one in an AWS::SNS::TopicPolicy.`);
}

function letsPublish({ vault }: NotifiedTopic, topic: Topic, inventory: BackupInventory): Answer {
  const publishing = { topic: topic.arn, account: Text.of(accountPart(vault.environment)) };
  const answers = topic.policies.map((policy) => letsBackupPublish(policy, publishing));
  return anyOf([...answers, mayHaveMorePolicies(topic, inventory), inventory.unseenIn(topic.environment)]);
}

/** Whether a policy might belong to the topic, because its topics are known only at deployment. */
function mayHaveMorePolicies({ arn }: Topic, inventory: BackupInventory): Answer {
  const policies = TOPIC_POLICIES.flatMap(({ cfnType }) => inventory.ofType(cfnType));
  const texts = policies.flatMap(({ properties }): Value<Text>[] => {
    const topics = properties.get('Topics').items();
    const listed: readonly Value<Text>[] = isKnown(topics) ? topics.map((topic) => topic.text()) : [topics];
    return [properties.get('TopicArn').text(), ...listed];
  });
  return texts.some((text) => text === UNKNOWN || isKnown(text) && sameArn(text, arn) === UNKNOWN) ? UNKNOWN : false;
}
