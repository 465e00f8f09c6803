import { BOUND_PROPERTIES, boundOutcomes } from './bounds';
import { airGappedRetentionProblems } from '../../../validation/vault/vault-lock';
import { isKnown } from '../../../values/unknown';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const airGappedVaultRetention: Rule = {
  id: RuleId.AIR_GAPPED_VAULT_RETENTION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The retention of a logically air-gapped vault is within the limits of AWS Backup.',
  why: 'AWS Backup rejects the vault, and the deployment fails.',
  fix: 'Set a minimum of 7 days or more, and a maximum that is not less than the minimum.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  evaluate: ({ vaults }) => vaults.flatMap((vault) => {
    const { kind, lock, properties } = vault;
    return kind === 'airGapped' && isKnown(lock) ? boundOutcomes(vault, properties, lock, airGappedRetentionProblems(lock, BOUND_PROPERTIES)) : [];
  }),
};
