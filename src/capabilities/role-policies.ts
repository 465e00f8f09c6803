import type { Source } from './source';
import { developerGuide } from './source';

const PAGE: Source = developerGuide('security-iam-awsmanpol', '2026-01-01');

/** The policy that a role needs to back up buckets. The policy for all other types is not enough. */
export const S3_BACKUP_POLICY = { name: 'AWSBackupServiceRolePolicyForS3Backup', source: developerGuide('s3-backups', '2026-01-01') };

/**
 * What IAM answers to the deletion of a policy that a role has as a policy or as its permissions boundary: `DeleteConflict`.
 *
 * @see https://github.com/gruntwork-io/cloud-nuke/issues/972 for the boundary, which the page does not name
 */
export const POLICY_IN_USE = {
  inWords: 'IAM does not delete a policy that a role uses',
  source: { page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html', asOf: '2026-01-01' },
} as const;

/** Policies for backup roles that do not allow backups of buckets. */
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
