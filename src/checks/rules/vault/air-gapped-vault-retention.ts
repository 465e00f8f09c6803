import { boundOutcomes } from './bounds';
import { airGappedRetentionProblems } from '../../../validation/vault/vault-lock';
import { isKnown } from '../../../values/unknown';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const NAMES = { minRetention: 'MinRetentionDays', maxRetention: 'MaxRetentionDays' };

export const airGappedVaultRetention: Rule = {
  id: RuleId.AIR_GAPPED_VAULT_RETENTION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The retention of a logically air-gapped vault is within what AWS Backup takes.',
  why: 'AWS Backup refuses the vault, and the deployment fails.',
  fix: 'Give a minimum of 7 days or more, and a maximum that is not less.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  evaluate: ({ vaults }) => vaults.flatMap((vault) => {
    const { kind, lock, properties } = vault;
    return kind === 'airGapped' && isKnown(lock) ? boundOutcomes(vault, properties, lock, NAMES, airGappedRetentionProblems(lock, NAMES)) : [];
  }),
};
