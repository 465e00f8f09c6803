import { guardOutcomes } from './guard-outcomes';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultDeletionGuard: Rule = {
  id: RuleId.VAULT_DELETION_GUARD,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault denies the manual deletion of recovery points.',
  why: 'A principal with enough permissions in the account, or someone who stole its credentials, can delete the backups together with the data.',
  fix: 'Deny the three actions to everyone in one statement, with a condition that exempts the roles that need them. Or use CompliantVault.',
  page: 'https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html',
  evaluate: ({ vaults }) => guardOutcomes(vaults, 'incompleteDeletionGuard'),
};
