import { topicEncrypted } from './topic-encrypted';
import { topicKey } from './topic-key';
import { topicPlace } from './topic-place';
import { topicPolicy } from './topic-policy';
import { topicPolicyFirst } from './topic-policy-first';
import { topicStandard } from './topic-standard';
import { topicSubscribed } from './topic-subscribed';
import { vaultEvents } from './vault-events';
import type { Rule } from '../../rule';

export const NOTIFICATION_RULES: readonly Rule[] = [
  topicEncrypted,
  topicKey,
  topicPlace,
  topicPolicy,
  topicPolicyFirst,
  topicStandard,
  topicSubscribed,
  vaultEvents,
];
