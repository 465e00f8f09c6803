import type { NotificationEventName, WantedStates } from '../capabilities/notification-events';
import { NOTIFICATION_EVENTS, notificationEventOf, tellsFailure } from '../capabilities/notification-events';

/**
 * Something that AWS Backup tells of. Whether the vault's notifications or an EventBridge rule tell it is the construct's
 * business; an event of a restore or of a search index names no vault, and is told of every vault of the account and Region.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export class BackupEvent {
  /** A backup job was made. */
  public static readonly BACKUP_JOB_STARTED = BackupEvent.known('BACKUP_JOB_STARTED');
  /** A backup job ended, whether it succeeded, failed or expired. */
  public static readonly BACKUP_JOB_COMPLETED = BackupEvent.known('BACKUP_JOB_COMPLETED');
  /** A backup job succeeded. */
  public static readonly BACKUP_JOB_SUCCESSFUL = BackupEvent.known('BACKUP_JOB_SUCCESSFUL');
  /** A backup job failed. */
  public static readonly BACKUP_JOB_FAILED = BackupEvent.known('BACKUP_JOB_FAILED');
  /** A backup job did not start, or did not end, within its window. */
  public static readonly BACKUP_JOB_EXPIRED = BackupEvent.known('BACKUP_JOB_EXPIRED');
  /** A backup job was stopped. */
  public static readonly BACKUP_JOB_ABORTED = BackupEvent.known('BACKUP_JOB_ABORTED');
  /** A backup job saved a part only. */
  public static readonly BACKUP_JOB_PARTIAL = BackupEvent.known('BACKUP_JOB_PARTIAL');
  /** A continuous backup was interrupted, so that there is a gap in what can be restored. */
  public static readonly CONTINUOUS_BACKUP_INTERRUPTED = BackupEvent.known('CONTINUOUS_BACKUP_INTERRUPTED');
  /** A copy job was made. */
  public static readonly COPY_JOB_STARTED = BackupEvent.known('COPY_JOB_STARTED');
  /** A copy job succeeded. */
  public static readonly COPY_JOB_SUCCESSFUL = BackupEvent.known('COPY_JOB_SUCCESSFUL');
  /** A copy job from or to one of the vaults failed. */
  public static readonly COPY_JOB_FAILED = BackupEvent.known('COPY_JOB_FAILED');
  /** A copy job from or to one of the vaults copied a part only. */
  public static readonly COPY_JOB_PARTIAL = BackupEvent.known('COPY_JOB_PARTIAL');
  /** A restore job was made. */
  public static readonly RESTORE_JOB_STARTED = BackupEvent.known('RESTORE_JOB_STARTED');
  /** A restore job ended, whether it succeeded or failed. */
  public static readonly RESTORE_JOB_COMPLETED = BackupEvent.known('RESTORE_JOB_COMPLETED');
  /** A restore job of the account and Region succeeded. */
  public static readonly RESTORE_JOB_SUCCESSFUL = BackupEvent.known('RESTORE_JOB_SUCCESSFUL');
  /** A restore job of the account and Region failed. */
  public static readonly RESTORE_JOB_FAILED = BackupEvent.known('RESTORE_JOB_FAILED');
  /** A restore job of the account and Region was stopped. */
  public static readonly RESTORE_JOB_ABORTED = BackupEvent.known('RESTORE_JOB_ABORTED');
  /** A recovery point was changed, such as its lifecycle. */
  public static readonly RECOVERY_POINT_MODIFIED = BackupEvent.known('RECOVERY_POINT_MODIFIED');
  /** A recovery point holds a part only. */
  public static readonly RECOVERY_POINT_PARTIAL = BackupEvent.known('RECOVERY_POINT_PARTIAL');
  /** A recovery point is past its retention, and AWS Backup could not delete it. */
  public static readonly RECOVERY_POINT_EXPIRED = BackupEvent.known('RECOVERY_POINT_EXPIRED');
  /** The continuous backup of a recovery point has stopped. */
  public static readonly RECOVERY_POINT_STOPPED = BackupEvent.known('RECOVERY_POINT_STOPPED');
  /** The search index of a recovery point is ready. */
  public static readonly RECOVERY_POINT_INDEX_COMPLETED = BackupEvent.known('RECOVERY_POINT_INDEX_COMPLETED');
  /** The search index of a recovery point was deleted. */
  public static readonly RECOVERY_POINT_INDEX_DELETED = BackupEvent.known('RECOVERY_POINT_INDEX_DELETED');
  /** A search index of the account and Region could not be made. */
  public static readonly RECOVERY_POINT_INDEXING_FAILED = BackupEvent.known('RECOVERY_POINT_INDEXING_FAILED');
  /** A malware scan failed. */
  public static readonly SCAN_JOB_FAILED = BackupEvent.known('SCAN_JOB_FAILED');
  /** A malware scan was stopped. */
  public static readonly SCAN_JOB_CANCELED = BackupEvent.known('SCAN_JOB_CANCELED');
  /** A malware scan did not read everything. */
  public static readonly SCAN_JOB_COMPLETED_WITH_ISSUES = BackupEvent.known('SCAN_JOB_COMPLETED_WITH_ISSUES');
  /** A malware scan found threats. */
  public static readonly SCAN_THREATS_FOUND = BackupEvent.known('SCAN_THREATS_FOUND');
  /** A malware scan cannot tell whether there are threats. */
  public static readonly SCAN_RESULT_UNKNOWN = BackupEvent.known('SCAN_RESULT_UNKNOWN');
  /** An object of a bucket is missing in a backup. */
  public static readonly S3_BACKUP_OBJECT_FAILED = BackupEvent.known('S3_BACKUP_OBJECT_FAILED');
  /** An object of a bucket could not be restored. */
  public static readonly S3_RESTORE_OBJECT_FAILED = BackupEvent.known('S3_RESTORE_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster is missing in a backup. */
  public static readonly EKS_BACKUP_OBJECT_FAILED = BackupEvent.known('EKS_BACKUP_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster could not be restored. */
  public static readonly EKS_RESTORE_OBJECT_FAILED = BackupEvent.known('EKS_RESTORE_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster was not restored, since the cluster has it. */
  public static readonly EKS_RESTORE_OBJECT_SKIPPED = BackupEvent.known('EKS_RESTORE_OBJECT_SKIPPED');
  /** A backup access point can be used. */
  public static readonly ACCESS_POINT_AVAILABLE = BackupEvent.known('ACCESS_POINT_AVAILABLE');
  /** A backup access point could not be made. */
  public static readonly ACCESS_POINT_CREATION_FAILED = BackupEvent.known('ACCESS_POINT_CREATION_FAILED');
  /** A backup access point was deleted. */
  public static readonly ACCESS_POINT_DELETED = BackupEvent.known('ACCESS_POINT_DELETED');
  /** A backup access point could not be deleted. */
  public static readonly ACCESS_POINT_DELETION_FAILED = BackupEvent.known('ACCESS_POINT_DELETION_FAILED');
  /** A backup access point has expired. */
  public static readonly ACCESS_POINT_EXPIRED = BackupEvent.known('ACCESS_POINT_EXPIRED');
  /** A backup access point has lost its recovery point. */
  public static readonly ACCESS_POINT_DISASSOCIATED = BackupEvent.known('ACCESS_POINT_DISASSOCIATED');

  /**
   * Everything that tells of a backup, a copy, a restore, a recovery point, an index or a malware scan that was not done, or
   * not done well: what a `NotificationWiring` hears of unless told otherwise.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  public static failures(): BackupEvent[] {
    return NOTIFICATION_EVENTS.filter(tellsFailure).map(({ name }) => BackupEvent.known(name));
  }

  /**
   * A vault event by the name that `BackupVaultEvents` of the API takes, for events that this library does not know yet. The
   * wiring warns of one that AWS Backup does not list as supported.
   *
   * @param eventName such as `BACKUP_PLAN_CREATED`
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
   */
  public static vaultEvent(eventName: string): BackupEvent {
    return new BackupEvent(eventName, eventName, undefined);
  }

  private static known(name: NotificationEventName): BackupEvent {
    const { channel } = notificationEventOf(name);
    return channel.kind === 'vault' ? new BackupEvent(name, channel.vaultEvent, undefined) : new BackupEvent(name, undefined, channel);
  }

  private constructor(
    /**
     * The name of the event.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
     */
    public readonly eventName: string,
    /** @internal */
    public readonly _vaultEvent: string | undefined,
    /** @internal */
    public readonly _states: WantedStates | undefined,
  ) {}

  /**
   * The name of the event.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  public toString(): string {
    return this.eventName;
  }
}
