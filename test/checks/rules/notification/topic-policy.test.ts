import { ARN, LETS_BACKUP, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicPolicy } from '../../../../src/checks/rules/notification/topic-policy';
import { GIVEN } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, describeRule } from '../../rule-cases';

const message = 'vault \'orders\': \'Notifications.SNSTopicArn\' must be a topic whose policy allows \'sns:Publish\' to \'backup.amazonaws.com\', '
  + 'got the topic Topic without such a statement. Add one in an AWS::SNS::TopicPolicy.';
const refused = message.replace('without such a statement. Add one in an AWS::SNS::TopicPolicy.', 'whose policy denies it, or allows it only for another topic or account. Change these statements.');
const doubt = 'Whether the policy of the topic Topic allows AWS Backup to publish for vault \'orders\' is unknown.';
const beside = (denial: object) => notifying({ topic: {}, statements: [LETS_BACKUP, { Effect: 'Deny', Principal: '*', Action: 'sns:*', Resource: '*', ...denial }] });
const NAMED = { TopicName: 'backups' };
const ofAccount = (account: string) => ({ Condition: { StringEquals: { 'aws:SourceAccount': account } } });
const allowing = (changes: object) => notifying({ topic: {}, statements: [{ ...LETS_BACKUP, ...changes }] });

describeRule(topicPolicy, {
  compliant: [
    { name: 'a statement', ...notifying({ topic: {}, statements: [LETS_BACKUP] }) },
    { name: 'one statement alone', ...notifying({ topic: {}, statements: LETS_BACKUP }) },
    { name: 'a condition', ...allowing({ Condition: { ArnEquals: { 'aws:SourceArn': GIVEN } } }) },
    { name: 'actions with a wildcard', ...allowing({ Action: ['SNS:Get*', 'SNS:Pub*'] }) },
    { name: 'several services', ...allowing({ Principal: { Service: ['events.amazonaws.com', 'backup.amazonaws.com'] } }) },
    { name: 'everyone', ...allowing({ Principal: '*' }) },
    { name: 'the account of the vault', ...allowing(ofAccount(ACCOUNT)) },
    { name: 'a denial of requests without TLS', ...beside({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }) },
    { name: 'a denial of other actions', ...beside({ Action: ['sns:DeleteTopic', 'sns:Subscribe'] }) },
    { name: 'a denial to other accounts', ...beside({ Condition: { StringNotEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } } }) },
    { name: 'the topic by its ARN', ...notifying({ topic: NAMED, statements: [{ ...LETS_BACKUP, Resource: ARN }] }) },
    { name: 'a topic by its ARN', ...notifying({ topic: { TopicName: 'backups' }, topics: [ARN], statements: [LETS_BACKUP] }) },
  ],
  nonCompliant: [
    { name: 'no policy', ...notifying({ topic: {} }), messages: [message], paths: [TOPIC_PATH] },
    { name: 'another service', ...allowing({ Principal: { Service: 'events.amazonaws.com' } }), messages: [message] },
    { name: 'another action', ...allowing({ Action: 'sns:Subscribe' }), messages: [message] },
    { name: 'a denial', ...allowing({ Effect: 'Deny' }), messages: [message] },
    { name: 'a policy of another topic', ...notifying({ topic: {}, topics: [`${ARN}-of-others`], statements: [LETS_BACKUP] }), messages: [message] },
    { name: 'a denial to everyone beside it', ...beside({}), messages: [refused], paths: [TOPIC_PATH] },
    { name: 'a denial to the service beside it', ...beside({ Principal: { Service: 'backup.amazonaws.com' }, Action: 'SNS:Pub*' }), messages: [refused] },
    { name: 'a denial to all but a role', ...beside({ Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:role/a` } }), messages: [refused] },
    { name: 'another account', ...allowing(ofAccount(OTHER_ACCOUNT)), messages: [refused] },
    { name: 'another topic', ...notifying({ topic: NAMED, statements: [{ ...LETS_BACKUP, Resource: `${ARN}-of-others` }] }), messages: [refused] },
  ],
  notApplicable: [SILENT],
  unknown: [
    { name: 'a principal that is a parameter', ...allowing({ Principal: { Service: GIVEN } }), messages: [doubt] },
    { name: 'everyone, under a condition', ...allowing({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } }), messages: [doubt] },
    { name: 'an action that is a parameter', ...allowing({ Action: GIVEN }), messages: [doubt] },
    { name: 'all but some actions', ...allowing({ Action: undefined, NotAction: 'sns:Subscribe' }), messages: [doubt] },
    { name: 'a policy of a topic that is a parameter', ...notifying({ topic: {}, topics: [GIVEN], statements: [LETS_BACKUP] }), messages: [doubt] },
    { name: 'topics that are a parameter', ...notifying({ topic: {}, topics: { 'Fn::Split': [',', GIVEN] }, statements: [LETS_BACKUP] }), messages: [doubt] },
    { name: 'a topic of others', ...notifying({ arn: ARN }) },
  ],
});
