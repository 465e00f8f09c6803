import { DESTINATION, FULLY_MANAGED, KEY, NO_COPY, SAME_ACCOUNT, copying, database, volume } from './copies';
import { copySourceKey } from '../../../../src/checks/rules/encryption/copy-source-key';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, describeRule } from '../../rule-cases';

const AIR_GAPPED = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'gapped', MinRetentionDays: 7, MaxRetentionDays: 90 },
};
const both = (given: Parameters<typeof copying>[0]) => bothWays(copying(given));
const message = (what: string, where: string) => 'rule \'daily\': \'DestinationBackupVaultArn\' must be in the same account, and must not be a logically air-gapped vault, '
  + `for resources that an AWS managed key encrypts, got a copy of ${what} to ${where}. Encrypt the resources with a customer managed key. `
  + 'AWS Backup accepts the plan, but every copy job fails.';
const doubt = (what: string) => `rule 'daily': whether a customer managed key encrypts ${what} wherever it is copied to another account is unknown.`;
const six = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`Database${index}`, database()]));

const ACTIONS = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'];
const to = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const allow = (Principal: object, Action: unknown = 'kms:*', more: object = {}) => ({ Effect: 'Allow', Principal, Action, Resource: '*', ...more });
const keyed = (KeyPolicy: unknown, { database: more }: { readonly database?: object } = {}) => both({
  more: {
    Key: { Type: 'AWS::KMS::Key', Properties: KeyPolicy === undefined ? {} : { KeyPolicy } },
    Database: database({ StorageEncrypted: true, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] }, ...more }),
  },
});
const statements = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const SLR = `arn:aws:iam::${OTHER_ACCOUNT}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
const notShared = (how = '\'*\'', actions = ACTIONS) => 'rule \'daily\': \'DestinationBackupVaultArn\' must be in an account that can use the key of the resources, got a copy of '
  + `Database (RDS, by ${how}) to the account '${OTHER_ACCOUNT}', to which the policy of the key Key does not allow ${actions.map((action) => `'${action}'`).join(', ')}. `
  + 'Allow AWSServiceRoleForBackup of that account to use the key. AWS Backup accepts the plan, but every copy job fails.';

describeRule(copySourceKey, {
  compliant: [
    { name: 'a key of the template for the other account', ...keyed(statements(allow(to(ACCOUNT)), allow(to(OTHER_ACCOUNT), ['kms:CreateGrant', 'kms:Decrypt', 'kms:Describe*']))) },
    { name: 'a key for the service-linked role', ...keyed(statements(allow({ AWS: SLR }))) },
    { name: 'a key for the account if it is that role', ...keyed(statements(allow(to(OTHER_ACCOUNT), 'kms:*', { Condition: { ArnEquals: { 'aws:PrincipalArn': SLR } } }))) },
    { name: 'a key for an organization', ...keyed(statements(allow({ AWS: '*' }, 'kms:*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }))) },
    { name: 'a key of the customer\'s', ...both({ more: { Database: database({ StorageEncrypted: true, KmsKeyId: KEY }) } }) },
    { name: 'no encryption', ...both({ more: { Database: database({}) } }) },
  ],
  nonCompliant: [
    { name: 'a key of the template for its own account', ...keyed(statements(allow(to(ACCOUNT)))), messages: [notShared()], paths: [DESTINATION] },
    { name: 'a key with the default policy', ...keyed(undefined), messages: [notShared()] },
    { name: 'a key for a third account', ...keyed(statements(allow(to(ACCOUNT)), allow(to('777788889999')))), messages: [notShared()] },
    { name: 'a key with other actions for the account', ...keyed(statements(allow(to(OTHER_ACCOUNT), 'kms:List*'))), messages: [notShared()] },
    { name: 'a key without grants for the account', ...keyed(statements(allow(to(OTHER_ACCOUNT), ['kms:Decrypt', 'kms:DescribeKey']))), messages: [notShared(undefined, ['kms:CreateGrant'])], levels: ['warning'] },
    { name: 'a key that is denied to others', ...keyed(statements(allow({ AWS: '*' }), { ...allow({ AWS: '*' }), Effect: 'Deny' })), messages: [notShared()] },
    { name: 'a database that might be encrypted', ...keyed(undefined, { database: { StorageEncrypted: GIVEN } }), messages: [notShared()], levels: ['warning'] },
    {
      name: 'the key of the service',
      ...both({ more: { Database: database() } }),
      messages: [message('Database (RDS, by \'*\')', 'another account')],
      paths: [DESTINATION],
    },
    { name: 'the alias of that key', ...both({ more: { Volume: volume({ Encrypted: true, KmsKeyId: 'alias/aws/ebs' }) } }), messages: [message('Volume (EBS, by \'*\')', 'another account')] },
    {
      name: 'many resources',
      ...both({ more: six }),
      messages: [message(`${[0, 1, 2, 3, 4].map((index) => `Database${index} (RDS, by '*')`).join(', ')}, 1 more`, 'another account')],
    },
    {
      name: 'an air-gapped vault of the same account',
      ...both({ to: { 'Fn::GetAtt': ['Gapped', 'BackupVaultArn'] }, more: { Gapped: AIR_GAPPED, Volume: volume({ Encrypted: true, KmsKeyId: 'alias/aws/ebs' }) } }),
      messages: [message('Volume (EBS, by \'*\')', 'a logically air-gapped vault')],
    },
  ],
  notApplicable: [NO_COPY, FULLY_MANAGED, SAME_ACCOUNT],
  unknown: [
    { name: 'a key whose policy is a parameter', ...keyed(GIVEN), messages: [`rule 'daily': whether the account '${OTHER_ACCOUNT}' can use the key Key is unknown.`] },
    { name: 'a key that is a parameter', ...both({ more: { Database: database({ StorageEncrypted: true, KmsKeyId: GIVEN }) } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'the default key of volumes', ...both({ more: { Volume: volume({ Encrypted: true }) } }), messages: [doubt('Volume (EBS, by \'*\')')] },
    { name: 'the key of a snapshot', ...both({ more: { Database: database({ StorageEncrypted: true, DBSnapshotIdentifier: 'snapshot' }) } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'a destination that is a parameter', ...both({ to: GIVEN, more: { Database: database() } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'a selection that is a parameter', ...both({ resources: [GIVEN], more: { Database: database() } }), messages: [doubt('Database (RDS, by ARN \'${Given}\')')] },
  ],
});
