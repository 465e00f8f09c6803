import { airGappedVaultRetention } from '../../../../src/checks/rules/vault/air-gapped-vault-retention';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const bounds = (min: unknown, max: unknown) => airGappedVault({ MinRetentionDays: min, MaxRetentionDays: max });

describeRule(airGappedVaultRetention, {
  compliant: [
    { name: 'the least', ...bounds(7, 7) },
    { name: 'what is documented for other vaults only', ...bounds(7, 36501) },
  ],
  nonCompliant: [
    {
      name: 'less than a week',
      ...bounds(6, 30),
      messages: ['vault \'orders\': \'MinRetentionDays\' must be at least 7 days, got 6 days. Raise it.'],
      paths: ['MinRetentionDays'],
    },
    {
      name: 'a maximum below the minimum',
      ...bounds(30, 29),
      messages: ['vault \'orders\': \'MaxRetentionDays\' must not be less than \'MinRetentionDays\' (30 days), got 29 days. Raise it.'],
      paths: ['MaxRetentionDays'],
    },
  ],
  notApplicable: [{ name: 'a standard vault', ...vault({ LockConfiguration: { MinRetentionDays: 1 } }) }],
  unknown: [{ name: 'a parameter', ...bounds(PARAMETER, 30), messages: ['vault \'orders\': whether AWS Backup accepts its retention is unknown.'] }],
});
