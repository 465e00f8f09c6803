import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { deletionWindowOutcomes } from '../../subjects/key-outcomes';
import { resourceKeyOutcomes } from '../../subjects/resource-keys';

export const resourceKeyDeletionWindow: Rule = {
  id: RuleId.RESOURCE_KEY_DELETION_WINDOW,
  packs: ['EncryptionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'The key of a resource has the longest waiting period before it is deleted, if it encrypts recovery points.',
  why: 'For types that AWS Backup does not manage fully, the key of the resource encrypts the recovery points. When the period ends, they are lost, even in a vault with a lock. '
    + 'The keys of topics and of S3 buckets encrypt no recovery points, and the rule does not check them.',
  fix: 'Leave PendingWindowInDays out, or set it to 30.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  evaluate: (inventory) => resourceKeyOutcomes(inventory, 'the waiting period before its key is deleted', ({ key, label }) => deletionWindowOutcomes(key, label)),
};
