import { Stack } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { ARN, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicPlace } from '../../../../src/checks/rules/notification/topic-place';
import { GIVEN } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, describeRule, sourceOf } from '../../rule-cases';

const message = (part: string, arn: string) => `vault 'orders': 'Notifications.SNSTopicArn' must be in the ${part}, got the topic '${arn}'. Create a topic there.`;
const ELSEWHERE = ARN.replace('eu-west-1', 'eu-central-1');
const OTHERS = ARN.replace('111122223333', OTHER_ACCOUNT);

describeRule(topicPlace, {
  compliant: [
    { name: 'a topic of the app', ...notifying({ topic: {} }) },
    { name: 'an ARN', ...notifying({ arn: ARN }) },
    { name: 'an ARN by pseudo parameters', ...notifying({ arn: { 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:backups' } }) },
  ],
  nonCompliant: [
    { name: 'another Region', ...notifying({ arn: ELSEWHERE }), messages: [message('Region of the vault (\'eu-west-1\')', ELSEWHERE)], paths: [TOPIC_PATH] },
    { name: 'another account', ...notifying({ arn: OTHERS }), messages: [message('account of the vault (\'111122223333\')', OTHERS)], paths: [TOPIC_PATH] },
    {
      name: 'a topic of the app in another Region',
      cdk: (stack) => {
        notifying({ arn: ELSEWHERE }).cdk(stack);
        const other = new Stack(stack.node.root, 'Other', { env: { account: ACCOUNT, region: 'eu-central-1' } });
        new CfnTopic(other, 'Topic', { topicName: 'backups' }).overrideLogicalId('Topic');
      },
      cfn: [
        sourceOf(notifying({ arn: ELSEWHERE }).cfn),
        sourceOf({ Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups' } } }, { id: 'Other', stackName: 'Other', region: 'eu-central-1' }),
      ],
      messages: ['vault \'orders\': \'Notifications.SNSTopicArn\' must be in the Region of the vault (\'eu-west-1\'), got the topic Topic. Create a topic there.'],
    },
    {
      name: 'another account and Region',
      ...notifying({ arn: `arn:aws:sns:us-east-1:${OTHER_ACCOUNT}:backups` }),
      messages: [
        message('account of the vault (\'111122223333\')', `arn:aws:sns:us-east-1:${OTHER_ACCOUNT}:backups`),
        message('Region of the vault (\'eu-west-1\')', `arn:aws:sns:us-east-1:${OTHER_ACCOUNT}:backups`),
      ],
    },
  ],
  notApplicable: [SILENT],
  unknown: [{
    name: 'an ARN that is a parameter',
    ...notifying({ arn: GIVEN }),
    messages: ['Whether the topic \'${Given}\' is in the account and Region of vault \'orders\' is unknown.'],
  }],
});
