import { type Source, developerGuide } from './source';

const PAGE: Source = developerGuide('security-iam-awsmanpol', '2026-01-01');

/** The AWS managed policies for backup roles, by job. The policy for backups of all other types is not enough for buckets. */
export const ROLE_POLICIES = {
  backup: 'AWSBackupServiceRolePolicyForBackup',
  backupOfBuckets: 'AWSBackupServiceRolePolicyForS3Backup',
  restore: 'AWSBackupServiceRolePolicyForRestores',
  restoreOfBuckets: 'AWSBackupServiceRolePolicyForS3Restore',
  indexing: 'AWSBackupServiceRolePolicyForIndexing',
  scanning: 'AWSBackupServiceRolePolicyForScans',
  /** For the role of the scanner, which Amazon GuardDuty assumes. */
  scanner: 'AWSBackupGuardDutyRolePolicyForScans',
} as const;

/** The policies whose ARNs have the path of service roles. The others have no path. */
const OF_SERVICE_ROLES: readonly string[] = [ROLE_POLICIES.backup, ROLE_POLICIES.restore];

/** The name of a policy with its path, as in its ARN after `policy/`. */
export function pathOfPolicy(name: string): string {
  return OF_SERVICE_ROLES.includes(name) ? `service-role/${name}` : name;
}

export const ROLE_POLICIES_SOURCES: readonly Source[] = [PAGE, developerGuide('s3-backups', '2026-01-01')];

/**
 * What IAM answers to the deletion of a policy that a role has as a policy or as its permissions boundary: `DeleteConflict`.
 *
 * @see https://github.com/gruntwork-io/cloud-nuke/issues/972 for the boundary, which the page does not name
 */
export const POLICY_IN_USE = {
  label: 'IAM does not delete a policy that a role uses',
  source: { page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html', asOf: '2026-01-01' },
} as const;

/** The types of CloudFormation that are policies and name the roles that have them. */
export const ATTACHED_POLICY_TYPES = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'] as const;
