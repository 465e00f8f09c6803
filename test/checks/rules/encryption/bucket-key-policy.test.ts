import { bucketKeyPolicy } from '../../../../src/checks/rules/encryption/bucket-key-policy';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, describeRule } from '../../rule-cases';
import { ROLE, ROOT, allow, backingUp, inlinePolicy } from '../vault/keyed-vaults';

const ADMIN = { AWS: `arn:aws:iam::${ACCOUNT}:role/admin` };
const USE = ['kms:Decrypt', 'kms:DescribeKey'];
const TAGGED = { Tags: [{ Key: 'backup', Value: 'gold' }] };

const disabled = (KeyPolicy: unknown, more: object = TAGGED) => bothWays({
  ...backingUp({}),
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } },
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy, Enabled: false } },
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'Key' } } }] }, ...more },
  },
});

function bucket(KeyPolicy: unknown, given: Parameters<typeof backingUp>[0] = {}, more: object = TAGGED, KMSMasterKeyID: unknown = { 'Fn::GetAtt': ['Key', 'Arn'] }) {
  const BucketEncryption = { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } }] };
  return bothWays({
    ...backingUp(given),
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption, ...more } },
  });
}
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const message = (role: string, actions = USE) => 'key Key of bucket Bucket: \'KeyPolicy\' must let the backup role use the key, got a policy that does not allow '
  + `${actions.map((action) => `'${action}'`).join(', ')} to the role 'arn:aws:iam::${ACCOUNT}:role/${role}' of selection 'all'. Allow the actions to the account, so that the `
  + 'policies of its roles decide, or to the role. AWS Backup cannot read the objects otherwise.';

const ownPolicies = (must: string, actions: string[]) => `selection 'all': 'IamRoleArn' ${must} be a role that can use the key Key of bucket Bucket, got one whose policies do not allow `
  + `${actions.map((action) => `'${action}'`).join(', ')}. The policy of the key leaves them to the policies of the role. Allow them there, or to the role in the policy of the key.`;

const DISABLED = 'Bucket Bucket must be encrypted with a key that is enabled, got the key Key, whose \'Enabled\' is false. Leave \'Enabled\' out. AWS KMS rejects every encryption with a disabled key.';

describeRule(bucketKeyPolicy, {
  compliant: [
    { name: 'the account', ...bucket(policy(allow(ROOT))) },
    { name: 'the role', ...bucket(policy(allow(ADMIN), allow(ROLE, USE))) },
    { name: 'the account, and a role that is allowed to use it', ...bucket(policy(allow(ROOT)), { roleProperties: inlinePolicy({ Effect: 'Allow', Action: USE, Resource: '*' }) }) },
    { name: 'the role, without policies', ...bucket(policy(allow(ROLE, USE)), { roleProperties: inlinePolicy() }) },
    { name: 'everyone through S3', ...bucket(policy(allow({ AWS: '*' }, 'kms:*', { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }))) },
  ],
  nonCompliant: [
    { name: 'a disabled key', ...disabled(policy(allow(ROOT))), messages: [DISABLED], paths: ['Enabled'] },
    { name: 'a disabled key of a bucket that might be selected', ...disabled(policy(allow(ROOT)), { Tags: [{ Key: 'backup', Value: GIVEN }] }), messages: [DISABLED], levels: ['warning'] },
    { name: 'an administrator alone', ...bucket(policy(allow(ADMIN))), messages: [message('${Role}')], paths: ['KeyPolicy'] },
    { name: 'a role in no template', ...bucket(policy(allow(ADMIN)), { role: `arn:aws:iam::${ACCOUNT}:role/backup` }), messages: [message('backup')] },
    { name: 'a denial of decryption', ...bucket(policy(allow(ROOT), { ...allow('*', 'kms:Decrypt'), Effect: 'Deny' })), messages: [message('${Role}', ['kms:Decrypt'])] },
    { name: 'a key by its id', ...bucket(policy(allow(ADMIN)), {}, TAGGED, { Ref: 'Key' }), messages: [message('${Role}')] },
    {
      name: 'the account, and a role without policies',
      ...bucket(policy(allow(ROOT)), { roleProperties: inlinePolicy() }),
      messages: [ownPolicies('must', USE)],
      paths: ['BackupSelection.IamRoleArn'],
    },
    {
      name: 'the account, and a role that is allowed to decrypt only',
      ...bucket(policy(allow(ROOT)), { roleProperties: inlinePolicy({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }) }),
      messages: [ownPolicies('should', ['kms:DescribeKey'])],
      levels: ['warning'],
    },
    {
      name: 'a role without policies, and a bucket that might be selected',
      ...bucket(policy(allow(ROOT)), { roleProperties: inlinePolicy() }, { Tags: [{ Key: 'backup', Value: GIVEN }] }),
      messages: [ownPolicies('should', USE)],
      levels: ['warning'],
    },
    { name: 'a bucket that might be selected', ...bucket(policy(allow(ADMIN)), {}, { Tags: [{ Key: 'backup', Value: GIVEN }] }), messages: [message('${Role}')], levels: ['warning'] },
  ],
  notApplicable: [
    { name: 'a bucket that is not selected', ...bucket(policy(allow(ADMIN)), {}, {}) },
    { name: 'a key in no template', ...bucket(policy(allow(ADMIN)), {}, TAGGED, `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`) },
  ],
  unknown: [
    { name: 'a policy that is a parameter', ...bucket(GIVEN), messages: ['key Key of bucket Bucket: whether \'KeyPolicy\' lets the role of selection \'all\' use the key is unknown.'] },
    { name: 'a role that is an import', ...bucket(policy(allow(ADMIN)), { role: { 'Fn::ImportValue': 'role' } }) },
  ],
});
