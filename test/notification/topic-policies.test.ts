import type { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { wire } from './wiring';
import { ACCOUNT, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const message = (...policies: string[]) => `The policy of the topic 'Stack/Own' should be written by one resource, got ${policies.map((path) => `'${path}'`).join(' and ')}. `
  + 'Add all statements with addToResourcePolicy of the topic. The last one replaces the others, and AWS Backup might lose the permission to publish.';
const own = (props?: sns.TopicProps) => new sns.Topic(stack, 'Own', props);
const policyDocument = { Statement: [] };
const alarms = () => new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')], actions: ['sns:Publish'], resources: ['*'] });

describe('warns of a topic whose policy is written twice', () => {
  test('by an L1', () => {
    const topic = own();
    wire(stack, { topic });
    new sns.CfnTopicPolicy(stack, 'Plain', { topics: [topic.topicArn], policyDocument });
    expect(warningsOf(stack)).toEqual([message('Stack/Own/Policy', 'Stack/Plain')]);
    expect(warningIdsOf(stack)).toEqual(['topicPolicyWrittenTwice']);
  });

  test('by an L2, before the wiring, among other topics', () => {
    const topic = own();
    new sns.TopicPolicy(stack, 'Other', { topics: [new sns.Topic(stack, 'Others'), topic] }).document.addStatements(alarms());
    wire(stack, { topic });
    expect(warningsOf(stack)).toEqual([message('Stack/Own/Policy', 'Stack/Other')]);
  });

  test('by a policy for one topic', () => {
    const topic = own();
    wire(stack, { topic });
    new sns.CfnTopicInlinePolicy(stack, 'Plain', { topicArn: topic.topicArn, policyDocument });
    expect(warningsOf(stack)).toEqual([message('Stack/Own/Policy', 'Stack/Plain')]);
  });

  test('in another stack, by reference or by its ARN', () => {
    const topic = own({ topicName: 'own' });
    wire(stack, { topic });
    const other = stackIn('eu-west-1', { app: stack.node.root as App, id: 'Other' });
    new sns.CfnTopicPolicy(other, 'Referring', { topics: [topic.topicArn], policyDocument });
    new sns.CfnTopicPolicy(other, 'Literal', { topics: [`arn:aws:sns:eu-west-1:${ACCOUNT}:own`], policyDocument });
    new sns.CfnTopicPolicy(other, 'Built', { topics: [other.formatArn({ service: 'sns', resource: 'own' })], policyDocument });
    expect(warningsOf(stack)).toEqual([message('Stack/Own/Policy', 'Other/Referring', 'Other/Literal', 'Other/Built')]);
  });

  test('of a topic of the wiring', () => {
    const { topic } = wire(stack);
    new sns.CfnTopicPolicy(stack, 'Plain', { topics: [topic.topicArn], policyDocument });
    expect(warningIdsOf(stack)).toEqual(['topicPolicyWrittenTwice']);
  });
});

test.each<[string, () => void]>([
  ['statements in one policy', () => {
    const topic = own();
    wire(stack, { topic });
    topic.addToResourcePolicy(alarms());
  }],
  ['policies of other topics', () => {
    wire(stack, { topic: own({ topicName: 'own' }) });
    new sns.TopicPolicy(stack, 'Other', { topics: [new sns.Topic(stack, 'Others')] }).document.addStatements(alarms());
    new sns.CfnTopicPolicy(stack, 'Literal', { topics: [`arn:aws:sns:eu-west-1:${ACCOUNT}:own2`, `arn:aws:sns:eu-central-1:${ACCOUNT}:own`], policyDocument });
  }],
])('does not warn of %s', (_, make) => {
  make();
  expect(warningsOf(stack)).toEqual([]);
});

test('of an imported topic it warns that its policy is not changed', () => {
  const topic = sns.Topic.fromTopicArn(stack, 'Own', `arn:aws:sns:eu-west-1:${ACCOUNT}:own`);
  wire(stack, { topic });
  new sns.CfnTopicPolicy(stack, 'Plain', { topics: [topic.topicArn], policyDocument });
  expect(warningIdsOf(stack)).toEqual(['topicPolicyNotChanged', 'topicKeyNotChanged']);
});
