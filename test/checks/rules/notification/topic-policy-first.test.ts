import { LETS_BACKUP, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicPolicyFirst } from '../../../../src/checks/rules/notification/topic-policy-first';
import { GIVEN, bothWays, inTwoRegions } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const TOPIC = { Type: 'AWS::SNS::Topic' };
const policy = (more: object = {}, statements: unknown = [LETS_BACKUP]) => (
  { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: statements } }, ...more }
);
const vault = (more: object = {}, name: unknown = 'orders') => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: name, Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['COPY_JOB_FAILED'] } },
  ...more,
});
const message = (policies = 'Policy') => `vault 'orders': '${TOPIC_PATH}' should be a topic whose policy is created before the vault, got one with the policy ${policies}, `
  + `which the vault does not depend on. Add ${policies} to 'DependsOn' of the vault.`;

describeRule(topicPolicyFirst, {
  compliant: [
    { name: 'a dependency', ...bothWays({ Topic: TOPIC, Policy: policy(), Vault: vault({ DependsOn: 'Policy' }) }) },
    { name: 'a dependency by way of another resource', ...bothWays({ Topic: TOPIC, Policy: policy(), Other: { Type: 'AWS::SNS::Topic', DependsOn: 'Policy' }, Vault: vault({ DependsOn: 'Other' }) }) },
    { name: 'a reference to the policy', ...bothWays({ Topic: TOPIC, Policy: policy(), Vault: vault({}, { 'Fn::Sub': ['orders', { After: { Ref: 'Policy' } }] }) }) },
    { name: 'one of two policies', ...bothWays({ Topic: TOPIC, Policy: policy(), Second: policy(), Vault: vault({ DependsOn: 'Second' }) }) },
  ],
  nonCompliant: [
    { name: 'no dependency', ...notifying({ topic: {}, statements: [LETS_BACKUP] }), messages: [message()], paths: [TOPIC_PATH] },
    { name: 'a dependency on the topic', ...bothWays({ Topic: TOPIC, Policy: policy(), Vault: vault({ DependsOn: 'Topic' }) }), messages: [message()] },
    { name: 'a policy that waits for the vault', ...bothWays({ Topic: TOPIC, Vault: vault(), Policy: policy({ DependsOn: 'Vault' }) }), messages: [message()] },
    { name: 'two policies', ...bothWays({ Topic: TOPIC, Policy: policy(), Second: policy(), Vault: vault() }), messages: [message('Policy or Second')] },
    {
      name: 'an inline policy',
      ...bothWays({ Topic: TOPIC, Inline: { Type: 'AWS::SNS::TopicInlinePolicy', Properties: { TopicArn: { Ref: 'Topic' }, PolicyDocument: { Statement: [LETS_BACKUP] } } }, Vault: vault() }),
      messages: [message('Inline')],
    },
  ],
  notApplicable: [
    SILENT,
    { name: 'no policy', ...notifying({ topic: {} }) },
    { name: 'a policy that does not allow AWS Backup, which another rule reports', ...bothWays({ Topic: TOPIC, Policy: policy({}, [{ ...LETS_BACKUP, Principal: { Service: 'events.amazonaws.com' } }]), Vault: vault() }) },
    { name: 'the topic of another stack', ...inTwoRegions({ Vault: { ...vault(), Properties: { BackupVaultName: 'orders' } } }, { Topic: TOPIC, Policy: policy() }) },
  ],
  unknown: [{
    name: 'a dependency that a condition decides',
    ...bothWays({ Topic: TOPIC, Policy: policy(), Vault: vault({}, { 'Fn::If': ['Prod', { 'Fn::Sub': ['orders', { After: { Ref: 'Policy' } }] }, GIVEN] }) }),
    messages: ['vault Vault: whether the policy Policy of its topic is created first is unknown.'],
  }],
});
