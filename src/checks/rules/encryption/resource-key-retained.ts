import { deletedKeyProblem } from '../../../validation/vault/vault-keys';
import { UNKNOWN } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type ResourceKey, resourceKeyOutcomes } from '../../subjects/resource-keys';

export const resourceKeyRetained: Rule = {
  id: RuleId.RESOURCE_KEY_RETAINED,
  packs: ['EncryptionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'The key of a resource is retained when its stack is deleted, if it encrypts recovery points.',
  why: 'For types that AWS Backup does not manage fully, the key of the resource encrypts the recovery points. Without the key, nobody can restore them. '
    + 'A vault lock does not protect the key. The keys of topics and of S3 buckets encrypt no recovery points, and the rule does not check them.',
  fix: 'Give the key the DeletionPolicy RetainExceptOnCreate. In the CDK, this is RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  evaluate: (inventory) => resourceKeyOutcomes(inventory, 'whether its key is retained when a stack is deleted', outcomesOf),
};

function outcomesOf({ key: { address, retained }, label, property, users }: ResourceKey): Outcome[] {
  if (retained === UNKNOWN) { return [unknown(address, `${label}: whether it is retained when its stack is deleted is unknown.`)]; }
  return retained
    ? []
    : [fault(address, deletedKeyProblem(property, `the key ${address.logicalId}`, 'Give it the DeletionPolicy RetainExceptOnCreate.').of(users))];
}
