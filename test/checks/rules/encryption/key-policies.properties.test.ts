import * as fc from 'fast-check';
import { bucketKeyPolicy } from '../../../../src/checks/rules/encryption/bucket-key-policy';
import { copySourceKey } from '../../../../src/checks/rules/encryption/copy-source-key';
import { topicKey } from '../../../../src/checks/rules/notification/topic-key';
import { vaultKeyPolicy } from '../../../../src/checks/rules/vault/vault-key-policy';
import { BackupInventory } from '../../../../src/inventory';
import { GIVEN } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, sourceOf } from '../../rule-cases';

const RULES = [bucketKeyPolicy, copySourceKey, topicKey, vaultKeyPolicy];
const KEY_ARN = { 'Fn::GetAtt': ['Key', 'Arn'] };
const TAGS = [{ Key: 'backup', Value: 'gold' }];

/** A vault, a topic, a bucket and a copied database, all with one key. */
function inventory(statements: unknown, parameters?: Record<string, string>) {
  return BackupInventory.of([sourceOf({
    Parameters: { Given: { Type: 'String' } },
    Conditions: { Perhaps: { 'Fn::Equals': [GIVEN, '*'] } },
    Resources: {
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Version: '2012-10-17', Statement: statements } } },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: KEY_ARN } },
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { BackupVaultName: 'orders', EncryptionKeyArn: KEY_ARN, Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['BACKUP_JOB_FAILED'] } },
      },
      Files: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: TAGS } },
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: { Tags: TAGS, BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY_ARN } }] } },
      },
      Database: { Type: 'AWS::RDS::DBInstance', Properties: { Tags: TAGS, StorageEncrypted: true, KmsKeyId: KEY_ARN } },
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanName: 'gold',
            BackupPlanRule: [{
              RuleName: 'daily',
              TargetBackupVault: { Ref: 'Vault' },
              CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:copies` }],
            }],
          },
        },
      },
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: { Ref: 'Plan' },
          BackupSelection: {
            SelectionName: 'gold', IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }],
          },
        },
      },
    },
  }, { parameters })]);
}

/** The rules that report an error. */
function errors(statements: unknown, parameters?: Record<string, string>): string[] {
  const of = inventory(statements, parameters);
  return RULES.filter((rule) => rule.evaluate(of, {}, new Date(0)).some(({ kind, level = rule.level }) => kind === 'fault' && level === 'error')).map(({ id }) => id);
}

/** What a deployment might give. */
const VALUES = ['*', 'kms:Decrypt', 'Allow', ACCOUNT, OTHER_ACCOUNT, 'backup.amazonaws.com'];

const names = fc.constantFrom<unknown>('*', ACCOUNT, OTHER_ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:role/admin`, { 'Fn::GetAtt': ['Role', 'Arn'] }, GIVEN,
  { 'Fn::Sub': 'arn:aws:iam::${Given}:root' }, { 'Fn::Sub': `arn:aws:iam::${ACCOUNT}:role/\${Given}` });
const services = fc.constantFrom<unknown>('backup.amazonaws.com', 'logs.amazonaws.com', GIVEN);
const principals = fc.oneof(
  fc.constant<unknown>('*'), fc.array(names, { minLength: 1, maxLength: 3 }).map((AWS) => ({ AWS })), services.map((Service) => ({ Service })), fc.tuple(names, services).map(([AWS, Service]) => ({ AWS, Service })),
);
const actions = fc.oneof(fc.constantFrom<unknown>('kms:*', 'kms:Decrypt', GIVEN), fc.subarray<unknown>(['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*', GIVEN], { minLength: 1 }));
const conditions = fc.option(fc.constantFrom<unknown>(
  { StringEquals: { 'kms:ViaService': 'backup.eu-west-1.amazonaws.com' } }, { StringEquals: { 'aws:PrincipalAccount': GIVEN } }, { Bool: { 'aws:PrincipalIsAWSService': GIVEN } }, GIVEN,
), { nil: undefined });
const statement = fc.record({
  Effect: fc.constantFrom<unknown>('Allow', 'Allow', 'Deny', GIVEN), Principal: principals, Action: actions, Resource: fc.constantFrom<unknown>('*', GIVEN), Condition: conditions,
}).chain((content) => fc.constantFrom<unknown>(content, content, content, { 'Fn::If': ['Perhaps', content, { Ref: 'AWS::NoValue' }] }));

test('an error holds for every value that a deployment can give', () => {
  let found = 0;
  fc.assert(fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
    const certain = errors(statements);
    found += Number(certain.length > 0);
    for (const value of certain.length > 0 ? VALUES : []) {
      expect({ value, errors: errors(statements, { Given: value }) }).toEqual({ value, errors: expect.arrayContaining(certain) });
    }
  }), { seed: 20261128, numRuns: 100 });
  expect(found).toBeGreaterThan(10);
}, 600_000);

test('a policy that is unknown before deployment is not an error', () => {
  for (const statements of [GIVEN, [GIVEN], [{ Effect: GIVEN, Principal: '*', Action: 'kms:*', Resource: '*' }], [{ Effect: 'Allow', Principal: GIVEN, Action: 'kms:*', Resource: '*' }]]) {
    expect(errors(statements)).toEqual([]);
  }
});
