import type { ResourceTypeId } from './resource-types';
import { SCANNER_SERVICE } from './scans';
import { type Certainty, type Source, developerGuide } from './source';

/** What a role must be allowed, so that a job does not fail. */
export interface RoleAction {
  /** One of them is enough. */
  readonly anyOf: readonly string[];
  /** What the request names: the protected resource, or something else, such as a new snapshot. */
  readonly on: 'resource' | 'other';
  /** Whether a policy of the resource can allow it too, as a bucket policy can. */
  readonly byResourcePolicy: boolean;
  /** Errors are based on verified actions only. */
  readonly certainty: Certainty;
  /** Of `iam:PassRole`: the service that the role is passed to. */
  readonly passedTo?: string;
}

/** What the role of a selection needs for a resource type. */
export interface RoleActions {
  /** For every backup. */
  readonly backup: readonly RoleAction[];
  /** For a backup by a rule that is not continuous, where a continuous backup needs something else. */
  readonly snapshot: readonly RoleAction[];
  readonly continuous: readonly RoleAction[];
  /** For a copy, besides `CROSS_ACCOUNT_COPY_ACTIONS`. Fully managed types need nothing of their own. */
  readonly copy: readonly RoleAction[];
  readonly coldStorage: readonly RoleAction[];
  /** For an index, by a rule that has `IndexActions` for the type. */
  readonly index: readonly RoleAction[];
  /** For a scan for malware, after a backup by a rule that has `ScanActions`. */
  readonly scan: readonly RoleAction[];
  /** For every restore. Empty where restore testing does not support the type. */
  readonly restore: readonly RoleAction[];
  /** For a restore to a new resource, as restore testing makes it, where a restore to an existing one needs less. */
  readonly restoreToNew: readonly RoleAction[];
}

/** The statements of the policies by resource type, and the actions of each service with the resources that a request names. */
export const ROLE_ACTIONS_SOURCES: readonly Source[] = [
  developerGuide('security-iam-awsmanpol', '2026-01-01'),
  { page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html', asOf: '2026-09-26' },
  // The actions for an index
  developerGuide('backup-search', '2026-01-01'),
  // The actions for a scan
  developerGuide('malware-protection', '2026-01-01'),
  // dynamodb:StartAwsBackupJob
  { page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/UsageNotesAWS.html', asOf: '2026-01-01' },
];

const NOTHING: RoleActions = {
  backup: [],
  snapshot: [],
  continuous: [],
  copy: [],
  coldStorage: [],
  index: [],
  scan: [],
  restore: [],
  restoreToNew: [],
};

function on(...anyOf: readonly string[]): RoleAction {
  return { anyOf, on: 'resource', byResourcePolicy: false, certainty: 'verified' };
}

function other(...anyOf: readonly string[]): RoleAction {
  return { ...on(...anyOf), on: 'other' };
}

/** In the AWS managed policy, but no page says that the job fails without it. */
function perhaps(action: RoleAction): RoleAction {
  return { ...action, certainty: 'unverified' };
}

function needs(named: Partial<RoleActions>): RoleActions {
  return { ...NOTHING, ...named };
}

/** AWS Backup calls StartMalwareScan and passes the role of the scanner. The guide does not say that a scan fails without the actions. */
const SCAN = [perhaps(other('guardduty:StartMalwareScan')), perhaps({ ...other('iam:PassRole'), passedTo: SCANNER_SERVICE.principal })];
const VOLUME_COPY = [perhaps(other('ec2:CopySnapshot'))];
const CLUSTER = needs({
  backup: [on('rds:CreateDBClusterSnapshot')],
  copy: [perhaps(other('rds:CopyDBClusterSnapshot'))],
  restore: [other('rds:RestoreDBClusterFromSnapshot', 'rds:RestoreDBClusterToPointInTime')],
});
const FSX = needs({
  backup: [other('fsx:CreateBackup')],
  copy: [perhaps(other('fsx:CopyBackup'))],
  restore: [other('fsx:CreateFileSystemFromBackup')],
});
const INSTANCE = needs({
  backup: [on('ec2:CreateImage')],
  copy: [perhaps(other('ec2:CopyImage'))],
  scan: SCAN,
  restore: [other('ec2:RunInstances')],
});
const TABLES = [other('dynamodb:RestoreTableFromBackup', 'dynamodb:RestoreTableFromAwsBackup')];

/** The fewest actions: those without which every job of the type certainly fails, and a few that are marked `unverified`. */
export const ROLE_ACTIONS: Readonly<Record<ResourceTypeId, RoleActions>> = {
  EC2: INSTANCE,
  EC2_WINDOWS_VSS: INSTANCE,
  EBS: needs({
    backup: [on('ec2:CreateSnapshot')],
    copy: VOLUME_COPY,
    coldStorage: [perhaps(other('ec2:ModifySnapshotTier'))],
    index: [other('ebs:ListSnapshotBlocks'), other('ebs:GetSnapshotBlock')],
    scan: SCAN,
    restore: [other('ec2:CreateVolume')],
  }),
  S3: needs({
    backup: [
      other('events:PutRule'), other('events:PutTargets'),
      { ...on('s3:GetBucketVersioning'), byResourcePolicy: true }, { ...on('s3:PutInventoryConfiguration'), byResourcePolicy: true },
    ],
    scan: SCAN,
    restoreToNew: [other('s3:CreateBucket')],
  }),
  EFS: needs({ backup: [on('elasticfilesystem:Backup')], restore: [other('elasticfilesystem:Restore')] }),
  FSX_LUSTRE: FSX,
  FSX_WINDOWS: FSX,
  FSX_ONTAP: { ...FSX, restore: [other('fsx:CreateVolumeFromBackup')] },
  FSX_OPENZFS: FSX,
  STORAGE_GATEWAY: needs({ backup: [on('storagegateway:CreateSnapshot')], copy: VOLUME_COPY }),
  RDS: needs({
    snapshot: [on('rds:CreateDBSnapshot')],
    continuous: [perhaps(on('rds:ModifyDBInstance'))],
    copy: [perhaps(other('rds:CopyDBSnapshot'))],
    restore: [other('rds:RestoreDBInstanceFromDBSnapshot', 'rds:RestoreDBInstanceToPointInTime')],
  }),
  RDS_MULTI_AZ_CLUSTER: CLUSTER,
  AURORA: { ...CLUSTER, backup: [], snapshot: CLUSTER.backup, continuous: [perhaps(on('rds:ModifyDBCluster'))] },
  DSQL: needs({ backup: [on('dsql:StartBackupJob')] }),
  DOCUMENTDB: CLUSTER,
  NEPTUNE: CLUSTER,
  DYNAMODB: needs({ backup: [on('dynamodb:CreateBackup')], restore: TABLES }),
  DYNAMODB_ADVANCED: needs({ backup: [on('dynamodb:StartAwsBackupJob'), perhaps(on('dynamodb:ListTagsOfResource'))], restore: TABLES }),
  REDSHIFT: needs({ backup: [other('redshift:CreateClusterSnapshot')] }),
  REDSHIFT_SERVERLESS: needs({ backup: [on('redshift-serverless:CreateSnapshot')] }),
  TIMESTREAM: needs({ backup: [on('timestream:StartAwsBackupJob')] }),
  SAP_HANA: needs({ snapshot: [other('ssm-sap:BackupDatabase')], continuous: [perhaps(other('ssm-sap:UpdateHanaBackupSettings'))] }),
  VIRTUAL_MACHINE: needs({ backup: [on('backup-gateway:Backup')] }),
  CLOUDFORMATION: NOTHING, // its resources need the actions of their own types
  EKS: needs({ backup: [perhaps(on('eks:CreateAccessEntry')), perhaps(on('eks:ListNodegroups'))] }),
};

/** What a role needs to copy to another account, for every type. */
export const CROSS_ACCOUNT_COPY_ACTIONS: { readonly actions: readonly RoleAction[]; readonly source: Source } = {
  actions: [other('backup:CopyFromBackupVault'), other('backup:CopyIntoBackupVault')],
  source: developerGuide('create-cross-account-backup', '2026-01-01'),
};

/** What a role needs to restore an instance with an instance profile. */
export const INSTANCE_PROFILE_ACTION: { readonly action: RoleAction; readonly source: Source } = {
  action: { ...other('iam:PassRole'), passedTo: 'ec2.amazonaws.com' },
  source: developerGuide('restoring-ec2', '2026-04-01'),
};

/**
 * What a role needs for a backup by a rule that has `RecoveryPointTags`. AWS has announced by e-mail that jobs which add tags fail without it from 30 September
 * 2025. No page of AWS states it. The action names a recovery point of AWS Backup, as the AWS managed policies do, so it is needed only for types with full
 * management. The recovery points of other types are resources of their own services.
 */
export const RECOVERY_POINT_TAG_ACTION: { readonly action: RoleAction; readonly source: Source } = {
  action: perhaps(other('backup:TagResource')),
  source: { page: 'https://github.com/Panfactum/stack/issues/291', asOf: '2025-06-30' },
};
