import type { EventDetailType, VaultEventName } from '../../src/capabilities/backup-events';

/** An attribute of an SNS message. */
interface MessageAttribute {
  readonly Type: 'String';
  readonly Value: string;
}

/** The part of a vault notification that an SNS filter policy matches. */
export interface VaultMessage {
  /** The events of the sample. The guide shows it by its outcome, not by the event that a vault subscribes to. */
  readonly events: readonly VaultEventName[];
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

function message(events: readonly VaultEventName[], attributes: Readonly<Record<string, string>>): VaultMessage {
  return { events, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { Type: 'String', Value: value }])) };
}

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const JOB = '1b2345b2-f22c-4dab-5eb6-bbc7890ed123';
const RECOVERY_POINT = `arn:aws:backup:${REGION}:${ACCOUNT}:recovery-point:abcd1234-5678-abcd-9012-abcdef123456`;
const VOLUME = `arn:aws:ec2:${REGION}:${ACCOUNT}:volume/vol-012f345df6789012d`;
const ACCESS_POINT = `arn:aws:backup:${REGION}:${ACCOUNT}:accesspoint/orders`;
const VAULT = 'orders';
const VAULT_ARN = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:${VAULT}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;

function backupJob(events: readonly VaultEventName[], state: string): VaultMessage {
  return message(events, { EventType: 'BACKUP_JOB', State: state, AccountId: ACCOUNT, Id: JOB, StartTime: '2026-01-02T03:04:05.678Z' });
}

function accessPoint(event: VaultEventName, status: string): VaultMessage {
  return message([event], {
    EventType: event, Status: status, AccountId: ACCOUNT, AccessPointArn: ACCESS_POINT, CreationTime: '2026-01-02T03:04:05.678901234Z',
  });
}

const EKS_RESTORE = {
  clusterName: 'target',
  parentRestoreJobId: '12345678-abcd-123a-def0-abcd1a234567',
  reason: 'Already exists.',
  resourceName: 'orders',
  resourceType: 'apiextensions.k8s.io/v1/customresourcedefinitions',
  restoreJobId: JOB,
};

/**
 * One message for each event and state that the guide has a sample of, with the keys of that sample.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export const VAULT_MESSAGES: readonly VaultMessage[] = [
  backupJob(['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_SUCCESSFUL'], 'COMPLETED'),
  backupJob(['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_FAILED'], 'FAILED'),
  backupJob(['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_EXPIRED'], 'EXPIRED'),
  message(['RECOVERY_POINT_INDEX_COMPLETED'], {
    EventType: 'RECOVERY_POINT_INDEXING_COMPLETED',
    AccountId: ACCOUNT,
    IndexStatus: 'ACTIVE',
    IsIndexingContinuous: 'false',
    RecoveryPointArn: RECOVERY_POINT,
  }),
  message(['EKS_BACKUP_OBJECT_FAILED'], {
    eventType: 'EKS_BACKUP_OBJECT_FAILED', backupJobId: JOB, clusterName: 'source', reason: 'Not found.', resourceName: 'example.io/v1',
  }),
  message(['EKS_RESTORE_OBJECT_FAILED'], { eventType: 'EKS_RESTORE_OBJECT_FAILED', ...EKS_RESTORE }),
  message(['EKS_RESTORE_OBJECT_SKIPPED'], { eventType: 'EKS_RESTORE_OBJECT_SKIPPED', ...EKS_RESTORE }),
  accessPoint('ACCESS_POINT_AVAILABLE', 'AVAILABLE'),
  accessPoint('ACCESS_POINT_CREATION_FAILED', 'FAILED'),
  accessPoint('ACCESS_POINT_EXPIRED', 'EXPIRED'),
];

/** The part of an event that an EventBridge pattern matches. */
export interface BackupEvent {
  readonly 'version': '0';
  readonly 'id': string;
  readonly 'detail-type': EventDetailType;
  readonly 'source': 'aws.backup';
  readonly 'account': string;
  readonly 'time': string;
  readonly 'region': string;
  readonly 'resources': readonly string[];
  readonly 'detail': Readonly<Record<string, unknown>>;
}

export interface BackupEventSample {
  readonly state: string;
  /** `full` where the guide shows the event, `named` where it names the state alone, `api` where only the API has the state. */
  readonly documented: 'full' | 'named' | 'api';
  readonly event: BackupEvent;
}

function sample(
  detailType: EventDetailType, state: string, resources: readonly string[], detail: Readonly<Record<string, unknown>>,
  documented: BackupEventSample['documented'] = 'full',
): BackupEventSample {
  return {
    state,
    documented,
    event: {
      'version': '0',
      'id': '710b0398-d48e-f3c3-afca-cfeb2fdaa656',
      'detail-type': detailType,
      'source': 'aws.backup',
      'account': ACCOUNT,
      'time': '2026-01-02T03:04:05Z',
      'region': REGION,
      resources,
      detail,
    },
  };
}

const RESOURCE = { resourceArn: VOLUME, resourceType: 'EBS', iamRoleArn: ROLE, creationDate: '2026-01-02T03:00:00.000Z' };

function ofBackupJob(state: string, documented?: BackupEventSample['documented']): BackupEventSample {
  const detail = { backupJobId: JOB, backupVaultArn: VAULT_ARN, backupVaultName: VAULT, bytesTransferred: '0', ...RESOURCE, state, percentDone: 0 };
  return sample('Backup Job State Change', state, state === 'COMPLETED' ? [RECOVERY_POINT] : [], detail, documented);
}

function ofCopyJob(state: string, documented?: BackupEventSample['documented']): BackupEventSample {
  return sample('Copy Job State Change', state, [RECOVERY_POINT], {
    copyJobId: JOB,
    backupSizeInBytes: 3221225472,
    ...RESOURCE,
    sourceBackupVaultArn: VAULT_ARN,
    state,
    destinationBackupVaultArn: VAULT_ARN,
    destinationRecoveryPointArn: state === 'COMPLETED' ? RECOVERY_POINT : {},
  }, documented);
}

function ofRestoreJob(status: string, documented?: BackupEventSample['documented']): BackupEventSample {
  const detail = { restoreJobId: JOB, backupSizeInBytes: '3221225472', iamRoleArn: ROLE, percentDone: 0, resourceType: 'EBS', status };
  return sample('Restore Job State Change', status, [RECOVERY_POINT], detail, documented);
}

function ofRecoveryPoint(status: string, documented?: BackupEventSample['documented']): BackupEventSample {
  const detail = { backupVaultName: VAULT, backupVaultArn: VAULT_ARN, ...RESOURCE, status, isEncrypted: 'false', storageClass: 'WARM' };
  return sample('Recovery Point State Change', status, [RECOVERY_POINT], detail, documented);
}

function ofIndex(indexStatus: string, documented?: BackupEventSample['documented']): BackupEventSample {
  const detail = { recoveryPointArn: RECOVERY_POINT, accountId: ACCOUNT, indexStatus, resourceType: 'EBS', isIndexingContinuous: false };
  return sample('Recovery Point Index State Change', indexStatus, [RECOVERY_POINT], detail, documented);
}

function ofScanJob(state: string, scanResultStatus?: string, documented?: BackupEventSample['documented']): BackupEventSample {
  return sample('Scan Job State Change', state, [RECOVERY_POINT], {
    accountId: ACCOUNT,
    backupVaultArn: VAULT_ARN,
    backupVaultName: VAULT,
    recoveryPointArn: RECOVERY_POINT,
    ...RESOURCE,
    scanJobId: JOB,
    malwareScanner: 'GUARDDUTY',
    ...scanResultStatus ? { scanResult: { scanResultStatus } } : {},
    state,
  }, documented);
}

function ofPlan(state: string): BackupEventSample {
  const plan = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-plan:${JOB}`;
  return sample('Backup Plan State Change', state, [plan], { backupPlanId: JOB, versionId: 'v', state });
}

function ofVault(state: string, more: Readonly<Record<string, unknown>> = {}): BackupEventSample {
  return sample('Backup Vault State Change', state, [VAULT_ARN], { backupVaultName: VAULT, state, ...more });
}

/**
 * One event for each state of each detail-type, with the keys of the guide's samples that patterns and targets are likely to read.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export const BACKUP_EVENTS: readonly BackupEventSample[] = [
  sample('Backup Job State Change', 'CREATED', [], { backupJobId: JOB, state: 'CREATED', creationDate: '2026-01-02T03:00:00.000Z' }),
  ...['PENDING', 'RUNNING', 'ABORTED', 'COMPLETED', 'FAILED', 'EXPIRED'].map((state) => ofBackupJob(state)),
  ...['ABORTING', 'PARTIAL'].map((state) => ofBackupJob(state, 'api')),
  sample('Copy Job State Change', 'CREATED', [RECOVERY_POINT], {
    creationDate: '2026-01-02T03:00:00.000Z', state: 'CREATED', sourceBackupVaultArn: VAULT_ARN, destinationBackupVaultArn: VAULT_ARN,
  }),
  ...['RUNNING', 'COMPLETED', 'FAILED'].map((state) => ofCopyJob(state)),
  ofCopyJob('PARTIAL', 'api'),
  sample('Restore Job State Change', 'CREATED', [RECOVERY_POINT], { restoreJobId: JOB, creationDate: '2026-01-02T03:00:00.000Z', state: 'CREATED' }),
  ...['PENDING', 'RUNNING', 'COMPLETED', 'FAILED'].map((state) => ofRestoreJob(state)),
  ofRestoreJob('ABORTED', 'api'),
  ofRecoveryPoint('COMPLETED'),
  ...['PARTIAL', 'DELETING', 'EXPIRED', 'AVAILABLE', 'STOPPED', 'CREATING'].map((state) => ofRecoveryPoint(state, 'named')),
  ...['ACTIVE', 'DELETED', 'FAILED'].map((state) => ofIndex(state)),
  ...['PENDING', 'DELETING'].map((state) => ofIndex(state, 'api')),
  ...['CREATED', 'RUNNING', 'FAILED', 'CANCELED'].map((state) => ofScanJob(state)),
  ofScanJob('COMPLETED', 'THREATS_FOUND'),
  ofScanJob('COMPLETED_WITH_ISSUES', 'NO_THREATS_FOUND'),
  ofScanJob('COMPLETED', 'UNKNOWN', 'api'),
  ...['CREATED', 'MODIFIED', 'DELETED'].map((state) => ofPlan(state)),
  ...['CREATED', 'DELETED'].map((state) => ofVault(state)),
  ofVault('MODIFIED', { isLocked: 'true' }),
  sample('Region Setting State Change', 'MODIFIED', [], { ResourceTypeOptInPreference: { Aurora: true }, state: 'MODIFIED' }),
];
