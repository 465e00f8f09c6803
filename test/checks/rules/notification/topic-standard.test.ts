import { ARN, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicStandard } from '../../../../src/checks/rules/notification/topic-standard';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = (topic: string) => `vault 'orders': 'Notifications.SNSTopicArn' must be a standard topic, got the FIFO topic ${topic}. `
  + 'Create a standard topic. AWS Backup publishes only to standard topics.';

describeRule(topicStandard, {
  compliant: [
    { name: 'a topic of the app', ...notifying({ topic: {} }) },
    { name: 'a topic that says it is not FIFO', ...notifying({ topic: { FifoTopic: false } }) },
    { name: 'an ARN', ...notifying({ arn: ARN }) },
    { name: 'an ARN in an account that is not known', ...notifying({ arn: { 'Fn::Sub': ['arn:aws:sns:eu-west-1:${Account}:backups', { Account: GIVEN }] } }) },
  ],
  nonCompliant: [
    { name: 'a FIFO topic of the app', ...notifying({ topic: { FifoTopic: true } }), messages: [message('Topic')], paths: [TOPIC_PATH] },
    { name: 'the ARN of a FIFO topic', ...notifying({ arn: `${ARN}.fifo` }), messages: [message(`'${ARN}.fifo'`)], paths: [TOPIC_PATH] },
  ],
  notApplicable: [SILENT],
  unknown: [
    { name: 'a flag that is a parameter', ...notifying({ topic: { FifoTopic: GIVEN } }), messages: ['Whether the topic Topic of vault \'orders\' is a FIFO topic is unknown.'] },
    { name: 'an ARN that is a parameter', ...notifying({ arn: GIVEN }), messages: ['Whether the topic \'${Given}\' of vault \'orders\' is a FIFO topic is unknown.'] },
  ],
});
