import { CompliantVault } from '../../../../src';
import { vaultCustomerManagedKey } from '../../../../src/checks/rules/vault/vault-customer-managed-key';
import { ACCOUNT, REGION, describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234`;
const message = 'vault \'orders\': \'EncryptionKeyArn\' should be a customer managed key, got the AWS managed key. Create a key for the vault.';

describeRule(vaultCustomerManagedKey, {
  compliant: [
    { name: 'a key', ...vault({ EncryptionKeyArn: KEY }) },
    { name: 'the vault of this library', cdk: (stack) => { new CompliantVault(stack, 'Vault'); }, cfn: vault({ EncryptionKeyArn: KEY }).cfn },
  ],
  nonCompliant: [
    { name: 'no key', ...vault({}), messages: [message], paths: ['EncryptionKeyArn'] },
    { name: 'the key of AWS', ...vault({ EncryptionKeyArn: 'alias/aws/backup' }), messages: [message] },
  ],
  notApplicable: [{ name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7 }) }],
  unknown: [{
    name: 'a parameter',
    ...vault({ EncryptionKeyArn: PARAMETER }),
    messages: ['vault \'orders\': whether \'EncryptionKeyArn\' is a customer managed key is unknown.'],
  }],
});
