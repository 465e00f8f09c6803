import { Reference, Tokenization } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { policiesWrittenTwice } from './topic-policies';
import { topicResource } from './wired-topic';
import type { WiringFacts } from './wiring-facts';
import { knownOf, readableText } from '../cdk/measures';
import { type Warning, warningOf } from '../cdk/warnings';
import { unknownEventProblems, unlistedEventWarnings } from '../validation/notification/notifications';
import { isKnown } from '../values/unknown';

/** Events that might never be sent. */
export function wiringWarnings({ vaultEvents }: WiringFacts): Warning[] {
  const known = vaultEvents.map(knownOf);
  return [...unlistedEventWarnings('events', known), ...unknownEventProblems('events', known)].map((message) => ({ id: 'unlistedEvent', message: String(message) }));
}

/** A filter policy drops the messages that it cannot read. */
export function filterWarnings({ vaultEvents, eventBridgeEvents }: WiringFacts, subscription: sns.TopicSubscriptionConfig): Warning[] {
  const warning = (reason: string, events: readonly string[]): Warning => ({
    id: 'filteredSubscription',
    message: `The filter policy of the subscriber '${String(readableText(subscription.subscriberId))}' filters on ${reason}. The subscriber is never notified of `
      + `${events.join(', ')}. Remove the filter, and choose 'events' instead.`,
  });
  return [
    ...subscription.filterPolicy && eventBridgeEvents.length > 0
      ? [warning('attributes, and messages of EventBridge have none', eventBridgeEvents.map(({ eventName }) => eventName))]
      : [],
    ...subscription.filterPolicyWithMessageBody && vaultEvents.length > 0
      ? [warning('JSON, and messages of a vault are text', vaultEvents)]
      : [],
  ];
}

/** What other constructs do with the topic. Call this when the app is complete. */
export function topicWarnings(topic: sns.ITopic, created: sns.Topic | undefined): Warning[] {
  return [
    ...created && !isSubscribedTo(created)
      ? [{ id: 'noSubscriber' as const, message: 'Nothing in this app subscribes to the topic, so nobody is notified. Set \'emails\' or \'subscriptions\'.' }]
      : [],
    ...policiesWrittenTwice(topic).map(warningOf('topicPolicyWrittenTwice')),
  ];
}

/** Whether anything subscribes to the topic. A topic that is known only at deployment might be this one. */
function isSubscribedTo(topic: sns.Topic): boolean {
  const subscriptions = topic.node.root.node.findAll().filter((each) => sns.CfnSubscription.isCfnSubscription(each));
  return subscriptions.some(({ topicArn }) => {
    const text = readableText(topicArn);
    if (isKnown(text)) { return text.endsWith(`:${topicResource(topic)!.topicName}`); }
    const token = Tokenization.reverse(topicArn);
    return !Reference.isReference(token) || token.target === topicResource(topic);
  });
}
