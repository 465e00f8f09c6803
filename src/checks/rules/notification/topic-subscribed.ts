import { notifiedTopics } from './notified-topics';
import { type BackupInventory, type Property, type Topic, sameArn } from '../../../inventory';
import { type Answer, anyOf, hasItems } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicSubscribed: Rule = {
  id: RuleId.TOPIC_SUBSCRIBED,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The topic of a vault has a subscription.',
  why: 'SNS discards messages of a topic without subscriptions. Nobody notices a job that fails every night.',
  fix: 'Add a subscription to the topic. If someone subscribes outside of the templates, acknowledge the finding.',
  page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  evaluate: (inventory) => {
    const targets = notifiedTopics(inventory);
    return [
      ...[...new Set(targets.flatMap(({ target }) => target.topic ?? []))].flatMap((topic) => ofTopic(topic, inventory)),
      ...targets.filter(({ target }) => !target.topic).map(({ vault, target }) => (
        unknown(vault.address, `vault ${vault.label}: whether the topic ${target.label} has a subscription is unknown.`, 'subscription')
      )),
    ];
  },
};

function ofTopic(topic: Topic, inventory: BackupInventory): Outcome[] {
  const place = at(topic.address, topic.properties.get('Subscription'));
  const subject = `topic ${topic.address.logicalId}`;
  const subscribed = anyOf([hasItems(topic.properties.get('Subscription').items()), ...subscriptionsIn(inventory).map((arn) => isOf(arn, topic)), inventory.unseenIn(topic.environment)]);
  if (subscribed === UNKNOWN) { return [unknown(place, `${subject}: whether it has a subscription is unknown.`)]; }
  return subscribed ? [] : [fault(place, new Problem('none', 'a topic that a vault notifies should have a subscription, got none in the templates. SNS discards its messages. '
    + 'Add an AWS::SNS::Subscription.').of(subject))];
}

/** Amazon Q Developer in chat applications subscribes them to their topics. */
const CHANNELS = ['AWS::Chatbot::SlackChannelConfiguration', 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration'];

/** The topics that subscriptions name: of SNS, of chat applications, and of functions of SAM. */
function subscriptionsIn(inventory: BackupInventory): Property[] {
  const listed = CHANNELS.flatMap((type) => inventory.ofType(type)).flatMap(({ properties }) => {
    const arns = properties.get('SnsTopicArns');
    const items = arns.items();
    return isKnown(items) ? items : [arns];
  });
  const events = inventory.ofType('AWS::Serverless::Function').flatMap(({ properties }) => {
    const all = properties.get('Events');
    const names = all.names();
    return (isKnown(names) ? names : []).map((name) => all.get(name)).filter((event) => event.get('Type').string() === 'SNS')
      .map((event) => event.get('Properties').get('Topic'));
  });
  return [...inventory.ofType('AWS::SNS::Subscription').map(({ properties }) => properties.get('TopicArn')), ...listed, ...events];
}

function isOf(property: Property, topic: Topic): Answer {
  if (property.isPresent === false) { return false; }
  const arn = property.text();
  return isKnown(arn) ? sameArn(arn, topic.arn) : UNKNOWN;
}
