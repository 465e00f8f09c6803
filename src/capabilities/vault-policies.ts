import { type Certainty, cfnSchema, developerGuide } from './source';

/**
 * The one action that the policy of a vault can allow to another account. The page states that AWS Backup rejects any other request of another account,
 * regardless of the policy. AWS Backup also rejected a policy that allowed another action to a role of another account: "The specified policy cannot be added
 * to the vault due to cross-account sharing restrictions" (403). No page states the latter.
 */
export const CROSS_ACCOUNT_ACTION = {
  action: 'backup:CopyIntoBackupVault',
  source: developerGuide('create-a-vault-access-policy', '2026-11-28'),
} as const;

/** The same error for a statement that allows everyone another action without a condition. Users report it, and no page of AWS states it. */
export const ACTIONS_FOR_EVERYONE = {
  certainty: 'unverified' satisfies Certainty as Certainty,
  source: { page: 'https://github.com/rebuy-de/aws-nuke/pull/1150', asOf: '2023-11-14' },
} as const;

/**
 * The calls that CloudFormation's handler of `AWS::Backup::BackupVault` can make, in the order of the schema. The order of the calls is not documented,
 * and neither is whether an update makes calls for unchanged properties.
 */
export const VAULT_HANDLER = {
  create: [
    'backup:TagResource', 'backup:CreateBackupVault', 'backup:PutBackupVaultAccessPolicy', 'backup:PutBackupVaultNotifications',
    'backup:PutBackupVaultLockConfiguration', 'backup-storage:Mount', 'backup-storage:MountCapsule', 'kms:CreateGrant', 'kms:GenerateDataKey', 'kms:Decrypt',
    'kms:RetireGrant', 'kms:DescribeKey',
  ],
  update: [
    'backup:DescribeBackupVault', 'backup:DeleteBackupVaultAccessPolicy', 'backup:DeleteBackupVaultNotifications',
    'backup:DeleteBackupVaultLockConfiguration', 'backup:ListTags', 'backup:TagResource', 'backup:UntagResource', 'backup:PutBackupVaultAccessPolicy',
    'backup:PutBackupVaultNotifications', 'backup:PutBackupVaultLockConfiguration',
  ],
  delete: ['backup:DeleteBackupVault'],
  certainty: 'unverified' satisfies Certainty as Certainty,
  source: cfnSchema('AWS::Backup::BackupVault'),
} as const;
