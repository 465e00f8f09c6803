import { type Source, developerGuide } from './source';

/** The actions that AWS lists for a purpose, and the source. */
export interface Permissions {
  readonly actions: readonly string[];
  readonly source: Source;
}

const RECORDER: Source = { page: 'https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html', asOf: '2026-01-01' };
const SHARED_KEY: Source = { page: 'https://repost.aws/knowledge-center/backup-cross-account-copy-error', asOf: '2026-01-01' };

/**
 * What AWS Backup's service-linked role needs of a key in another account, to copy what the key encrypts. AWS lists the members of `GenerateDataKey*` and
 * `ReEncrypt*` one by one.
 */
export const COPY_KEY_USE: Permissions = {
  actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  source: SHARED_KEY,
};

/** The same, for grants. AWS allows them if a service requests them on behalf of the role. */
export const COPY_KEY_GRANTS: Permissions & { readonly condition: { readonly key: string; readonly value: string; readonly source: Source } } = {
  actions: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
  condition: {
    key: 'kms:GrantIsForAWSResource',
    value: 'true',
    source: { page: 'https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html', asOf: '2026-01-01' },
  },
  source: SHARED_KEY,
};

/**
 * What the guide lists for the key of a vault. It says that the backup role must be able to use the key, and that otherwise a job ends without a
 * backup of the data.
 */
export const VAULT_KEY_USE: Permissions = {
  actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
  source: developerGuide('encryption', '2026-04-01'),
};

/**
 * What the AWS managed policies for backups and for restores allow on every key. They allow the other actions of `VAULT_KEY_USE` only for the keys of some
 * services, so a role without those can be enough.
 */
export const ROLE_KEY_USE: Permissions = {
  actions: ['kms:CreateGrant', 'kms:DescribeKey'],
  source: developerGuide('security-iam-awsmanpol', '2026-01-01'),
};

/**
 * What ends or takes over a key. AWS KMS rejects a key policy that does not allow its caller `kms:PutKeyPolicy`: "The new key policy will not allow you to update
 * the key policy in the future".
 */
export const KEY_CONTROL = {
  actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'],
  required: 'kms:PutKeyPolicy',
  source: { page: 'https://repost.aws/knowledge-center/update-key-policy-future', asOf: '2026-11-28' },
} as const;

/** What the AWS managed policy for backups of buckets allows on their keys. */
export const BUCKET_KEY_USE: Permissions = { actions: ['kms:Decrypt', 'kms:DescribeKey'], source: developerGuide('s3-backups', '2026-01-01') };

/** The actions on the key that publishing to an encrypted topic needs. */
export const TOPIC_KEY_USE: Permissions = {
  actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  source: developerGuide('backup-notifications', '2026-01-01'),
};

/** The actions that the role of the AWS Config recorder needs. */
export const RECORDER_PERMISSIONS = {
  /** On the objects under `AWSLogs/<account>/`, where `s3:x-amz-acl` is the value. */
  objects: { actions: ['s3:PutObject'], acl: 'bucket-owner-full-control', source: RECORDER },
  /**
   * On the same objects. AWS's list has it: a request that sets an access control list requires it, unless the bucket ignores them (Object Ownership
   * `BucketOwnerEnforced`).
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
   */
  objectsWithAcls: { actions: ['s3:PutObjectAcl'], source: RECORDER },
  /** The second finds the Region of a bucket of another account. */
  bucket: { actions: ['s3:GetBucketAcl', 's3:ListBucket'], source: { page: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html', asOf: '2026-01-01' } },
  key: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], source: RECORDER },
} as const;
