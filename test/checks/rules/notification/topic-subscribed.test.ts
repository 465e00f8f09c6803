import { ARN, SILENT, notifying } from './topics';
import { topicSubscribed } from '../../../../src/checks/rules/notification/topic-subscribed';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const vault = (name = 'orders') => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: name, Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['COPY_JOB_FAILED'] } },
});
const topic = (Properties: object = {}) => ({ Type: 'AWS::SNS::Topic', Properties });
const subscription = (TopicArn: unknown) => ({ Type: 'AWS::SNS::Subscription', Properties: { TopicArn, Protocol: 'email', Endpoint: 'oncall@example.com' } });
const MESSAGE = 'topic Topic: a topic that a vault notifies should have a subscription, got none in the templates. SNS discards its messages. Add an AWS::SNS::Subscription.';
const DOUBT = 'topic Topic: whether it has a subscription is unknown.';

describeRule(topicSubscribed, {
  compliant: [
    { name: 'a subscription', ...bothWays({ Vault: vault(), Topic: topic(), Mail: subscription({ Ref: 'Topic' }) }) },
    { name: 'a subscription by ARN', ...bothWays({ Vault: vault(), Topic: topic({ TopicName: 'backups' }), Mail: subscription(ARN) }) },
    { name: 'a subscription of the topic itself', ...bothWays({ Vault: vault(), Topic: topic({ Subscription: [{ Protocol: 'email', Endpoint: 'oncall@example.com' }] }) }) },
    { name: 'a chat channel', ...bothWays({ Vault: vault(), Topic: topic(), Chat: { Type: 'AWS::Chatbot::SlackChannelConfiguration', Properties: { SnsTopicArns: [{ Ref: 'Topic' }] } } }) },
    {
      name: 'a function of SAM',
      ...bothWays({ Vault: vault(), Topic: topic(), Function: { Type: 'AWS::Serverless::Function', Properties: { Events: { Topic: { Type: 'SNS', Properties: { Topic: { Ref: 'Topic' } } } } } } }),
    },
  ],
  nonCompliant: [
    { name: 'no subscription', ...bothWays({ Vault: vault(), Topic: topic() }), messages: [MESSAGE], paths: ['Subscription'] },
    { name: 'an empty list', ...bothWays({ Vault: vault(), Topic: topic({ Subscription: [] }) }), messages: [MESSAGE] },
    { name: 'a subscription of another topic', ...bothWays({ Vault: vault(), Topic: topic(), Other: topic(), Mail: subscription({ Ref: 'Other' }) }), messages: [MESSAGE] },
    { name: 'two vaults, reported once', ...bothWays({ Vault: vault(), Second: vault('archive'), Topic: topic() }), messages: [MESSAGE] },
    { name: 'a channel for another topic', ...bothWays({ Vault: vault(), Topic: topic(), Chat: { Type: 'AWS::Chatbot::SlackChannelConfiguration', Properties: { SnsTopicArns: [] } } }), messages: [MESSAGE] },
  ],
  notApplicable: [SILENT, { name: 'a topic that no vault notifies', ...bothWays({ Topic: topic() }) }],
  unknown: [
    { name: 'a subscription of a topic that is a parameter', ...bothWays({ Vault: vault(), Topic: topic(), Mail: subscription(GIVEN) }), messages: [DOUBT] },
    { name: 'channels of a parameter', ...bothWays({ Vault: vault(), Topic: topic(), Chat: { Type: 'AWS::Chatbot::SlackChannelConfiguration', Properties: { SnsTopicArns: { 'Fn::Split': [',', GIVEN] } } } }), messages: [DOUBT] },
    { name: 'a topic that is in none of the templates', ...notifying({ arn: ARN }), messages: [`vault 'orders': whether the topic '${ARN}' has a subscription is unknown.`] },
  ],
});
