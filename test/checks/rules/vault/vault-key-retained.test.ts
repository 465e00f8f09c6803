import { RemovalPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { NO_KEY, OTHER_KEY, keyedVault } from './keyed-vaults';
import { CompliantVault } from '../../../../src';
import { vaultKeyRetained } from '../../../../src/checks/rules/vault/vault-key-retained';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = 'vault \'orders\': \'EncryptionKeyArn\' should be a key that is retained when its stack is deleted, got the key Key, which is deleted. '
  + 'Give it the DeletionPolicy RetainExceptOnCreate. Without the key, nobody can restore the recovery points that it encrypts.';
const ALIAS = { Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/orders', TargetKeyId: { Ref: 'Key' } } } };

describeRule(vaultKeyRetained, {
  compliant: [
    { name: 'Retain', ...keyedVault({}) },
    { name: 'RetainExceptOnCreate', ...keyedVault({ deletionPolicy: 'RetainExceptOnCreate' }) },
    { name: 'the key of a vault of this library', cdk: (stack) => { new CompliantVault(stack, 'Vault'); }, cfn: keyedVault({}).cfn },
  ],
  nonCompliant: [
    { name: 'no DeletionPolicy', ...keyedVault({ deletionPolicy: null }), messages: [message], paths: [''] },
    { name: 'Delete', ...keyedVault({ deletionPolicy: 'Delete' }), messages: [message] },
    { name: 'a key by its id', ...keyedVault({ deletionPolicy: null, named: { Ref: 'Key' } }), messages: [message] },
    { name: 'a key behind an alias', ...keyedVault({ deletionPolicy: null, named: 'alias/orders', more: ALIAS }), messages: [message] },
    {
      name: 'a key of the user for a vault of this library',
      cdk: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
        new CompliantVault(stack, 'Vault', { vaultName: 'orders', encryptionKey });
      },
      cfn: keyedVault({ deletionPolicy: 'Delete' }).cfn,
      messages: [/^vault 'orders': 'EncryptionKeyArn' should be a key that is retained when its stack is deleted, got the key Key\w*, which is deleted\./],
    },
    {
      name: 'one key of two vaults, once',
      ...keyedVault({
        deletionPolicy: null,
        more: { Second: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'invoices', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } } },
      }),
      messages: [message],
    },
  ],
  notApplicable: [NO_KEY],
  unknown: [
    OTHER_KEY,
    { name: 'a DeletionPolicy that is a parameter', ...keyedVault({ deletionPolicy: GIVEN }), messages: ['vault \'orders\': whether its key Key is retained when its stack is deleted is unknown.'] },
    { name: 'a key that is a parameter', ...keyedVault({ named: GIVEN }), messages: ['vault \'orders\': whether its key is retained when a stack is deleted is unknown.'] },
  ],
});
