import { ARN, SILENT, notifying } from './topics';
import { topicEncrypted } from '../../../../src/checks/rules/notification/topic-encrypted';
import { describeRule } from '../../rule-cases';

describeRule(topicEncrypted, {
  compliant: [{ name: 'a key', ...notifying({ topic: { KmsMasterKeyId: 'alias/backups' } }) }],
  nonCompliant: [{
    name: 'no key',
    ...notifying({ topic: {} }),
    messages: ['topic Topic: \'KmsMasterKeyId\' should be a customer managed key if a vault notifies the topic, got none. '
      + 'Use a key whose policy allows backup.amazonaws.com to use it.'],
    paths: ['KmsMasterKeyId'],
  }],
  notApplicable: [SILENT, { name: 'a topic of others', ...notifying({ arn: ARN }) }],
  unknown: [{
    name: 'a key that an import names',
    ...notifying({ topic: { KmsMasterKeyId: { 'Fn::ImportValue': { 'Fn::Transform': { Name: 'Elsewhere' } } } } }),
    messages: ['Whether the topic Topic is encrypted is unknown.'],
  }],
});
