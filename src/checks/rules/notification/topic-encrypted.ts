import { notifiedTopics } from './notified-topics';
import type { Topic } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicEncrypted: Rule = {
  id: RuleId.TOPIC_ENCRYPTED,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'The topic of a vault is encrypted.',
  why: 'Messages name accounts, vaults, and resources. Without a key, SNS stores them unencrypted.',
  fix: 'Encrypt the topic with a customer managed key whose policy allows backup.amazonaws.com to use it.',
  page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
  evaluate: (inventory) => [...new Set(notifiedTopics(inventory).flatMap(({ target }) => target.topic ?? []))].flatMap(outcomesOf),
};

function outcomesOf(topic: Topic): Outcome[] {
  const { address: { logicalId }, key, properties } = topic;
  const address = at(topic.address, properties.get('KmsMasterKeyId'));
  if (key === UNKNOWN) { return [unknown(address, `Whether the topic ${logicalId} is encrypted is unknown.`)]; }
  return key === undefined
    ? [fault(address, new Problem('none', '\'KmsMasterKeyId\' should be a customer managed key if a vault notifies the topic, got none. '
      + 'Use a key whose policy allows backup.amazonaws.com to use it.').of(`topic ${logicalId}`))]
    : [];
}
