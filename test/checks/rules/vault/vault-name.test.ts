import { vaultName } from '../../../../src/checks/rules/vault/vault-name';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, noVault, vault } from './vaults';

const message = (name: string) => `'BackupVaultName' must be 2 to 50 letters, digits, hyphens, or underscores, got '${name}'. Choose another name.`;

describeRule(vaultName, {
  compliant: [
    { name: 'two characters', ...vault({ BackupVaultName: 'a-' }) },
    { name: '50 characters', ...airGappedVault({ BackupVaultName: '_'.repeat(50), MinRetentionDays: 7, MaxRetentionDays: 7 }) },
  ],
  nonCompliant: [
    { name: 'a dot', ...vault({ BackupVaultName: 'orders.prod' }), messages: [message('orders.prod')], paths: ['BackupVaultName'] },
    { name: 'one character', ...vault({ BackupVaultName: 'a' }), messages: [message('a')] },
    {
      name: '51 characters',
      ...airGappedVault({ BackupVaultName: 'a'.repeat(51), MinRetentionDays: 7, MaxRetentionDays: 7 }),
      messages: [message('a'.repeat(51))],
    },
  ],
  notApplicable: [{ name: 'no vault', ...noVault }],
  unknown: [{ name: 'a parameter', ...vault({ BackupVaultName: PARAMETER }), messages: ['\'BackupVaultName\': whether AWS Backup accepts it is unknown.'] }],
});
