import { guardOutcomes } from './guard-outcomes';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultDeletionGuard: Rule = {
  id: RuleId.VAULT_DELETION_GUARD,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault denies the deletion of recovery points by hand.',
  why: 'Whoever has enough rights in the account, or got hold of them, deletes the backups together with the data.',
  fix: 'Deny everyone the three actions in one statement, with a condition that exempts the roles that may; or use CompliantVault.',
  page: 'https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html',
  evaluate: ({ vaults }) => guardOutcomes(vaults, 'incompleteDeletionGuard'),
};
