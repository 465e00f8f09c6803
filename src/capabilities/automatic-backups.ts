import type { Source } from './source';

/** The backups that AWS Backup creates of an EFS file system whose `BackupPolicy` is on, by a plan that AWS owns and nobody can delete. */
export const EFS_AUTOMATIC_BACKUPS = {
  plan: 'aws/efs/automatic-backup-plan',
  retentionDays: 35,
  /** By the API, and perhaps by CloudFormation, they are on for file systems of one zone, unless the policy says otherwise. */
  byDefaultWith: 'AvailabilityZoneName',
  source: { page: 'https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html', asOf: '2026-11-21' } satisfies Source,
} as const;
