import { NO_KEY, OTHER_KEY, keyedVault } from './keyed-vaults';
import { vaultKeyRotation } from '../../../../src/checks/rules/vault/vault-key-rotation';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = (got: string) => `key Key of vault 'orders': 'EnableKeyRotation' should be true, got ${got}. Turn on rotation.`;
const paths = ['EnableKeyRotation'];

describeRule(vaultKeyRotation, {
  compliant: [{ name: 'true', ...keyedVault({ key: { EnableKeyRotation: true } }) }, { name: 'the text', ...keyedVault({ key: { EnableKeyRotation: 'true' } }) }],
  nonCompliant: [
    { name: 'left out', ...keyedVault({}), messages: [message('none')], paths },
    { name: 'false', ...keyedVault({ key: { EnableKeyRotation: false } }), messages: [message('false')], paths },
    { name: 'false as a text, with the defaults written out', ...keyedVault({ key: { EnableKeyRotation: 'false', KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS' } }), messages: [message('false')] },
  ],
  notApplicable: [
    NO_KEY,
    { name: 'imported key material', ...keyedVault({ key: { Origin: 'EXTERNAL' } }) },
    { name: 'a key store of the user', ...keyedVault({ key: { Origin: 'AWS_CLOUDHSM' } }) },
    {
      name: 'a replica, which is rotated with its primary key',
      ...bothWays({
        Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { PrimaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' } },
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      }),
    },
  ],
  unknown: [
    OTHER_KEY,
    { name: 'a parameter', ...keyedVault({ key: { EnableKeyRotation: GIVEN } }), messages: ['key Key of vault \'orders\': whether it is rotated is unknown.'] },
    { name: 'an origin that is a parameter', ...keyedVault({ key: { Origin: GIVEN } }) },
  ],
});
