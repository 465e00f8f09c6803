import { DESTINATION, FULLY_MANAGED, KEY, NO_COPY, SAME_ACCOUNT, copying, database, volume } from './copies';
import { copySourceKey } from '../../../../src/checks/rules/encryption/copy-source-key';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

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

describeRule(copySourceKey, {
  compliant: [
    { name: 'a key of the customer\'s', ...both({ more: { Database: database({ StorageEncrypted: true, KmsKeyId: KEY }) } }) },
    { name: 'no encryption', ...both({ more: { Database: database({}) } }) },
  ],
  nonCompliant: [
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
    { name: 'a key that is a parameter', ...both({ more: { Database: database({ StorageEncrypted: true, KmsKeyId: GIVEN }) } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'the default key of volumes', ...both({ more: { Volume: volume({ Encrypted: true }) } }), messages: [doubt('Volume (EBS, by \'*\')')] },
    { name: 'the key of a snapshot', ...both({ more: { Database: database({ StorageEncrypted: true, DBSnapshotIdentifier: 'snapshot' }) } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'a destination that is a parameter', ...both({ to: GIVEN, more: { Database: database() } }), messages: [doubt('Database (RDS, by \'*\')')] },
    { name: 'a selection that is a parameter', ...both({ resources: [GIVEN], more: { Database: database() } }), messages: [doubt('Database (RDS, by ARN \'${Given}\')')] },
  ],
});
