import type { Source } from './source';

/**
 * What CloudFormation cannot change in a resource: it replaces the resource, and deletes the old one when the rest of the update is complete, so that
 * both exist for a while. A resource whose identity is a name that stays the same cannot be replaced.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export interface Replacement {
  /** The properties whose change replaces the resource. */
  readonly createOnly: readonly string[];
  /** The property that is the identity of the resource, or part of it, as in an ARN. */
  readonly name?: string;
  /** Whether the old resource is deleted before the new one is created. */
  readonly deletedFirst?: true;
}

export const REPLACEMENTS_SOURCE: Source = { page: 'CloudFormation registry schemas, as aws-cdk-lib 2.276.0 has them', asOf: '2026-10-21' };

/** Resources of AWS Backup, and the others that the library creates. */
export const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
  'AWS::Backup::BackupPlan': { createOnly: [] },
  'AWS::Backup::BackupSelection': { createOnly: ['BackupPlanId', 'BackupSelection'] },
  'AWS::Backup::BackupVault': { createOnly: ['BackupVaultName', 'EncryptionKeyArn'], name: 'BackupVaultName' },
  'AWS::Backup::Framework': { createOnly: ['FrameworkName'], name: 'FrameworkName' },
  'AWS::Backup::LegalHold': { createOnly: ['Description', 'RecoveryPointSelection', 'Title'] },
  'AWS::Backup::LogicallyAirGappedBackupVault': {
    createOnly: ['BackupVaultName', 'EncryptionKeyArn', 'MaxRetentionDays', 'MinRetentionDays'], name: 'BackupVaultName',
  },
  'AWS::Backup::ReportPlan': { createOnly: ['ReportPlanName'], name: 'ReportPlanName' },
  'AWS::Backup::RestoreTestingPlan': { createOnly: ['RestoreTestingPlanName'], name: 'RestoreTestingPlanName' },
  'AWS::Backup::RestoreTestingSelection': {
    createOnly: ['ProtectedResourceType', 'RestoreTestingPlanName', 'RestoreTestingSelectionName'], name: 'RestoreTestingSelectionName', deletedFirst: true,
  },
  'AWS::Backup::TieringConfiguration': { createOnly: ['TieringConfigurationName'], name: 'TieringConfigurationName' },
  'AWS::Config::ConfigurationRecorder': { createOnly: ['Name', 'StartedOnCreate'], name: 'Name' },
  'AWS::Config::DeliveryChannel': { createOnly: ['Name'], name: 'Name' },
  'AWS::Events::Rule': { createOnly: ['Name'], name: 'Name' },
  'AWS::IAM::Policy': { createOnly: [] },
  'AWS::IAM::Role': { createOnly: ['Path', 'RoleName'], name: 'RoleName' },
  'AWS::KMS::Alias': { createOnly: ['AliasName'], name: 'AliasName' },
  'AWS::KMS::Key': { createOnly: [] },
  'AWS::S3::Bucket': { createOnly: ['BucketName', 'BucketNamePrefix', 'BucketNamespace'], name: 'BucketName' },
  'AWS::S3::BucketPolicy': { createOnly: ['Bucket'], name: 'Bucket' },
  'AWS::SNS::Subscription': { createOnly: ['Endpoint', 'Protocol', 'TopicArn'] },
  'AWS::SNS::Topic': { createOnly: ['FifoTopic', 'TopicName'], name: 'TopicName' },
  'AWS::SNS::TopicPolicy': { createOnly: [] },
};
