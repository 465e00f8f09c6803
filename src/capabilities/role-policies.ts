import type { Source } from './source';
import { developerGuide } from './source';

const PAGE: Source = developerGuide('security-iam-awsmanpol', '2026-01-01');

/** The policy that a role needs to back up buckets; the one for all other types is not enough. */
export const S3_BACKUP_POLICY = { name: 'AWSBackupServiceRolePolicyForS3Backup', source: developerGuide('s3-backups', '2026-01-01') };

/** Policies for roles of AWS Backup with which no bucket can be backed up. */
export const POLICIES_WITHOUT_S3_BACKUP = {
  names: [
    'AWSBackupServiceRolePolicyForBackup',
    'AWSBackupServiceRolePolicyForRestores',
    'AWSBackupServiceRolePolicyForS3Restore',
    'AWSBackupServiceRolePolicyForIndexing',
    'AWSBackupServiceRolePolicyForItemRestores',
    'AWSBackupServiceRolePolicyForScans',
  ] as readonly string[],
  source: PAGE,
};
