import type { Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as kms from 'aws-cdk-lib/aws-kms';
import { vaultKey } from '../../../../src/checks/rules/vault/vault-key';
import { bothWays } from '../../both-ways';
import { ACCOUNT, REGION, describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { vault } from './vaults';

const arn = (region: string, resource = 'key/1234') => `arn:aws:kms:${region}:${ACCOUNT}:${resource}`;
const keyed = (key: unknown) => vault({ EncryptionKeyArn: key });
const alias = (name: string) => `vault 'orders': 'EncryptionKeyArn' must be a key, got the alias '${name}'. Use the ARN of the key. AWS Backup accepts only the ARN of a key.`;
/** A vault with a key of the template, named by an attribute or by `Ref`. */
const own = (name: (key: kms.CfnKey) => string, inCfn: object) => ({
  cdk: (stack: Stack) => {
    const key = new kms.CfnKey(stack, 'Key', { keyPolicy: {} });
    new backup.CfnBackupVault(stack, 'Vault', { backupVaultName: 'orders', encryptionKeyArn: name(key) });
  },
  cfn: {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: inCfn } },
  },
});

describeRule(vaultKey, {
  compliant: [
    { name: 'a key of the Region', ...keyed(arn(REGION)) },
    {
      name: 'an enabled key of the template',
      ...bothWays({
        Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {}, Enabled: true } },
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      }),
    },
    { name: 'a key of the template', ...own((key) => key.attrArn, { 'Fn::GetAtt': ['Key', 'Arn'] }) },
  ],
  nonCompliant: [
    { name: 'an alias', ...keyed('alias/orders'), messages: [alias('alias/orders')], paths: ['EncryptionKeyArn'] },
    { name: 'the ARN of an alias', ...keyed(arn(REGION, 'alias/orders')), messages: [alias(arn(REGION, 'alias/orders'))] },
    {
      name: 'a key of another Region',
      ...keyed(arn('us-east-1')),
      messages: [`vault 'orders': 'EncryptionKeyArn' must be in the Region of the vault ('${REGION}'), got a key in 'us-east-1'. Create a key in the Region of the vault.`],
    },
    {
      name: 'a disabled key of the template, which is a warning',
      ...bothWays({
        Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {}, Enabled: 'false' } },
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      }),
      messages: ['vault \'orders\': \'EncryptionKeyArn\' should be a key that is enabled, got the key Key, whose \'Enabled\' is false. Leave \'Enabled\' out. '
        + 'AWS KMS rejects every encryption with a disabled key.'],
      levels: ['warning'],
      paths: ['EncryptionKeyArn'],
    },
    {
      name: 'the id of a key, which is a warning',
      ...own((key) => key.ref, { Ref: 'Key' }),
      messages: ['vault \'orders\': \'EncryptionKeyArn\' should be the ARN of a key, got the ID \'${Key}\'. Use its attribute Arn.'],
      levels: ['warning'],
    },
    {
      name: 'an id that is written out',
      ...keyed('mrk-1234abcd12ab34cd56ef1234567890ab'),
      messages: ['vault \'orders\': \'EncryptionKeyArn\' should be the ARN of a key, got the ID \'mrk-1234abcd12ab34cd56ef1234567890ab\'. Use its attribute Arn.'],
      levels: ['warning'],
    },
    ...['my-key', `arn:aws:iam::${ACCOUNT}:role/key`, `arn:aws:kms:${REGION}::key/1234`].map((key) => ({
      name: `'${key}'`,
      ...keyed(key),
      messages: [`vault 'orders': 'EncryptionKeyArn' must be the ARN of a key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got '${key}'. Write the whole ARN.`],
    })),
  ],
  notApplicable: [{ name: 'no key', ...vault({}) }],
  unknown: [{ name: 'a parameter', ...keyed(PARAMETER), messages: ['vault \'orders\': whether \'EncryptionKeyArn\' is a key is unknown.'] }],
});
