import { type Stack, App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SUBSCRIPTION, ofType, wire } from './wiring';
import { type NotificationWiring, BackupEvent } from '../../src';
import { errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

describe('the subscribers', () => {
  test('are people and programs, without a filter', () => {
    const queue = new sqs.Queue(stack, 'Queue');
    const handler = new lambda.Function(stack, 'Handler', { code: lambda.Code.fromInline('x'), handler: 'x', runtime: lambda.Runtime.NODEJS_22_X });
    wire(stack, {
      subscriptions: [
        new subscriptions.SqsSubscription(queue),
        new subscriptions.LambdaSubscription(handler),
        new subscriptions.UrlSubscription('https://example.com/alerts'),
      ],
    });

    expect(ofType(stack, SUBSCRIPTION).map(({ Properties: { Protocol: protocol, FilterPolicy: filter } }) => [protocol, filter]).sort())
      .toEqual([['email', undefined], ['https', undefined], ['lambda', undefined], ['sqs', undefined]]);
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('keep their own filter, with a warning about its effect', () => {
    const filterPolicy = { State: sns.SubscriptionFilter.stringFilter({ denylist: ['COMPLETED'] }) };
    wire(stack, {
      emails: undefined,
      events: [BackupEvent.BACKUP_JOB_COMPLETED, BackupEvent.RESTORE_JOB_FAILED],
      subscriptions: [new subscriptions.EmailSubscription('a@example.com', { filterPolicy })],
    });

    expect(ofType(stack, SUBSCRIPTION)[0].Properties.FilterPolicy).toEqual({ State: [{ 'anything-but': ['COMPLETED'] }] });
    expect(warningsOf(stack)).toEqual(['The filter policy of the subscriber \'a@example.com\' filters on attributes, and messages of EventBridge have none. The '
      + 'subscriber is never notified of RESTORE_JOB_FAILED. Remove the filter, and choose \'events\' instead.']);
    expect(warningIdsOf(stack)).toEqual(['filteredSubscription']);
  });

  test('with a filter on the body receive nothing from a vault', () => {
    const state = sns.FilterOrPolicy.filter(sns.SubscriptionFilter.existsFilter());
    const filterPolicyWithMessageBody = { detail: sns.FilterOrPolicy.policy({ state }) };
    wire(stack, {
      emails: undefined,
      events: [BackupEvent.BACKUP_JOB_COMPLETED, BackupEvent.RESTORE_JOB_FAILED],
      subscriptions: [new subscriptions.EmailSubscription('a@example.com', { filterPolicyWithMessageBody })],
    });

    expect(warningsOf(stack)).toEqual(['The filter policy of the subscriber \'a@example.com\' filters on JSON, and messages of a vault are text. The subscriber '
      + 'is never notified of BACKUP_JOB_COMPLETED. Remove the filter, and choose \'events\' instead.']);
  });

  test('with a filter that fits the events have no warning', () => {
    wire(stack, {
      events: [BackupEvent.BACKUP_JOB_COMPLETED],
      subscriptions: [new subscriptions.EmailSubscription('a@example.com', { filterPolicy: { State: sns.SubscriptionFilter.existsFilter() } })],
    });

    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('are missed', () => {
    wire(stack, { emails: undefined });

    expect(warningsOf(stack))
      .toEqual(['Nothing in this app subscribes to the topic, so nobody is notified. Set \'emails\' or \'subscriptions\'.']);
    expect(warningIdsOf(stack)).toEqual(['noSubscriber']);
  });

  test.each<[string, (wiring: NotificationWiring) => void]>([
    ['later', ({ topic }) => topic.addSubscription(new subscriptions.EmailSubscription('a@example.com'))],
    ['by a queue of another stack', ({ topic }) => {
      const other = stackIn('eu-west-1', { app: App.of(stack) as App, id: 'Other' });
      topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(other, 'Queue')));
    }],
    ['by an L1 with the ARN', ({ topic }) => {
      const topicArn = stack.formatArn({ service: 'sns', resource: (topic.node.defaultChild as sns.CfnTopic).topicName! });
      new sns.CfnSubscription(stack, 'Subscription', { topicArn, protocol: 'email', endpoint: 'a@example.com' });
    }],
  ])('are not missing if they are added %s', (_, subscribe) => {
    subscribe(wire(stack, { emails: undefined }));

    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('of another topic do not count', () => {
    new sns.Topic(stack, 'Other').addSubscription(new subscriptions.EmailSubscription('a@example.com'));
    wire(stack, { emails: undefined });

    expect(warningIdsOf(stack)).toEqual(['noSubscriber']);
  });

  test('of a topic of the user are not checked', () => {
    wire(stack, { emails: undefined, topic: new sns.Topic(stack, 'Own') });

    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('are not added twice to a topic of the user', () => {
    const topic = new sns.Topic(stack, 'Own');
    topic.addSubscription(new subscriptions.EmailSubscription('oncall@example.com'));
    expect(errorOf(() => wire(stack, { topic })))
      .toBe('NotificationWiring \'Stack/Alerts\': \'emails\' must contain new subscribers, got \'oncall@example.com\', which is already subscribed to the topic. '
        + 'Leave it out.');
  });
});
