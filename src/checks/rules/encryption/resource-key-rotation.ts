import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { rotationOutcomes } from '../../subjects/key-outcomes';
import { resourceKeyOutcomes } from '../../subjects/resource-keys';

export const resourceKeyRotation: Rule = {
  id: RuleId.RESOURCE_KEY_ROTATION,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'AWS KMS rotates the key of a resource every year, if it encrypts recovery points.',
  why: 'For types that AWS Backup does not manage fully, the key of the resource encrypts the recovery points. Without rotation, one key material encrypts all of them. '
    + 'The keys of topics and of S3 buckets encrypt no recovery points, and the rule does not check them.',
  fix: 'Set EnableKeyRotation of the key to true. AWS KMS keeps the earlier key materials, so that all recovery points can still be restored.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  evaluate: (inventory) => resourceKeyOutcomes(inventory, 'whether its key is rotated', ({ key, label }) => rotationOutcomes(key, label)),
};
