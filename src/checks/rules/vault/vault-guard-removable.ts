import { guardOutcomes } from './guard-outcomes';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultGuardRemovable: Rule = {
  id: RuleId.VAULT_GUARD_REMOVABLE,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault denies its own removal.',
  why: 'One call removes the policy and its protection.',
  fix: 'Deny backup:DeleteBackupVaultAccessPolicy to the same principals.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
  evaluate: ({ vaults }) => guardOutcomes(vaults, 'removableDeletionGuard'),
};
