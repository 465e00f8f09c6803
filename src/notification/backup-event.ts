import {
  type NotificationEventName, type WantedStates, NOTIFICATION_EVENTS, notificationEventOf, tellsFailure,
} from '../capabilities/notification-events';
import { type WrongKinds, required, text, wrongKinds } from '../cdk/kinds';

/**
 * An event of AWS Backup.
 *
 * The notifications of a vault report some events, and an EventBridge rule reports the others. The wiring chooses. Events of restores and of search
 * indexes do not name a vault, and are reported for every vault of the account and Region.
 *
 * @example
 * new NotificationWiring(this, 'Alerts', {
 *   vaults: [vault],
 *   events: [BackupEvent.BACKUP_JOB_FAILED, BackupEvent.BACKUP_JOB_SUCCESSFUL],
 * });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export class BackupEvent {
  /** A backup job was created. */
  public static readonly BACKUP_JOB_STARTED = BackupEvent.known('BACKUP_JOB_STARTED');
  /** A backup job ended: it succeeded, failed, or expired. */
  public static readonly BACKUP_JOB_COMPLETED = BackupEvent.known('BACKUP_JOB_COMPLETED');
  /** A backup job created its recovery point. */
  public static readonly BACKUP_JOB_SUCCESSFUL = BackupEvent.known('BACKUP_JOB_SUCCESSFUL');
  /** A backup job ended with an error, and created no recovery point. */
  public static readonly BACKUP_JOB_FAILED = BackupEvent.known('BACKUP_JOB_FAILED');
  /** A backup job did not start, or did not end, within its window. */
  public static readonly BACKUP_JOB_EXPIRED = BackupEvent.known('BACKUP_JOB_EXPIRED');
  /** A call of `StopBackupJob` stopped a backup job. */
  public static readonly BACKUP_JOB_ABORTED = BackupEvent.known('BACKUP_JOB_ABORTED');
  /** A backup job completed partially. */
  public static readonly BACKUP_JOB_PARTIAL = BackupEvent.known('BACKUP_JOB_PARTIAL');
  /** A continuous backup was interrupted. There is a gap in the points in time that you can restore. */
  public static readonly CONTINUOUS_BACKUP_INTERRUPTED = BackupEvent.known('CONTINUOUS_BACKUP_INTERRUPTED');
  /** A copy job was created. */
  public static readonly COPY_JOB_STARTED = BackupEvent.known('COPY_JOB_STARTED');
  /** A copy job created its recovery point in the destination vault. */
  public static readonly COPY_JOB_SUCCESSFUL = BackupEvent.known('COPY_JOB_SUCCESSFUL');
  /** A copy job from or to one of the vaults failed. */
  public static readonly COPY_JOB_FAILED = BackupEvent.known('COPY_JOB_FAILED');
  /** A copy job from or to one of the vaults completed partially. */
  public static readonly COPY_JOB_PARTIAL = BackupEvent.known('COPY_JOB_PARTIAL');
  /** A restore job was created. */
  public static readonly RESTORE_JOB_STARTED = BackupEvent.known('RESTORE_JOB_STARTED');
  /** A restore job ended: it succeeded or failed. */
  public static readonly RESTORE_JOB_COMPLETED = BackupEvent.known('RESTORE_JOB_COMPLETED');
  /** A restore job of the account and Region succeeded. */
  public static readonly RESTORE_JOB_SUCCESSFUL = BackupEvent.known('RESTORE_JOB_SUCCESSFUL');
  /** A restore job of the account and Region failed. */
  public static readonly RESTORE_JOB_FAILED = BackupEvent.known('RESTORE_JOB_FAILED');
  /** A restore job of the account and Region was aborted. */
  public static readonly RESTORE_JOB_ABORTED = BackupEvent.known('RESTORE_JOB_ABORTED');
  /** A recovery point was changed, such as its lifecycle. */
  public static readonly RECOVERY_POINT_MODIFIED = BackupEvent.known('RECOVERY_POINT_MODIFIED');
  /** AWS Backup did not complete a recovery point before the backup window closed. */
  public static readonly RECOVERY_POINT_PARTIAL = BackupEvent.known('RECOVERY_POINT_PARTIAL');
  /** The retention of a recovery point ended, and AWS Backup could not delete it. */
  public static readonly RECOVERY_POINT_EXPIRED = BackupEvent.known('RECOVERY_POINT_EXPIRED');
  /** The continuous backup of a recovery point has stopped. */
  public static readonly RECOVERY_POINT_STOPPED = BackupEvent.known('RECOVERY_POINT_STOPPED');
  /** The search index of a recovery point is ready. */
  public static readonly RECOVERY_POINT_INDEX_COMPLETED = BackupEvent.known('RECOVERY_POINT_INDEX_COMPLETED');
  /** The search index of a recovery point was deleted. */
  public static readonly RECOVERY_POINT_INDEX_DELETED = BackupEvent.known('RECOVERY_POINT_INDEX_DELETED');
  /** A search index of the account and Region could not be created. */
  public static readonly RECOVERY_POINT_INDEXING_FAILED = BackupEvent.known('RECOVERY_POINT_INDEXING_FAILED');
  /** A malware scan ended with an error. */
  public static readonly SCAN_JOB_FAILED = BackupEvent.known('SCAN_JOB_FAILED');
  /** A malware scan was canceled. */
  public static readonly SCAN_JOB_CANCELED = BackupEvent.known('SCAN_JOB_CANCELED');
  /** A malware scan completed with issues, and did not read everything. */
  public static readonly SCAN_JOB_COMPLETED_WITH_ISSUES = BackupEvent.known('SCAN_JOB_COMPLETED_WITH_ISSUES');
  /** A malware scan found malware in a recovery point. */
  public static readonly SCAN_THREATS_FOUND = BackupEvent.known('SCAN_THREATS_FOUND');
  /** The result of a malware scan is unknown. */
  public static readonly SCAN_RESULT_UNKNOWN = BackupEvent.known('SCAN_RESULT_UNKNOWN');
  /** An object of a bucket is missing in a backup. */
  public static readonly S3_BACKUP_OBJECT_FAILED = BackupEvent.known('S3_BACKUP_OBJECT_FAILED');
  /** An object of a bucket could not be restored. */
  public static readonly S3_RESTORE_OBJECT_FAILED = BackupEvent.known('S3_RESTORE_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster is missing in a backup. */
  public static readonly EKS_BACKUP_OBJECT_FAILED = BackupEvent.known('EKS_BACKUP_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster could not be restored. */
  public static readonly EKS_RESTORE_OBJECT_FAILED = BackupEvent.known('EKS_RESTORE_OBJECT_FAILED');
  /** An object of an Amazon EKS cluster was not restored, because the cluster already has it. */
  public static readonly EKS_RESTORE_OBJECT_SKIPPED = BackupEvent.known('EKS_RESTORE_OBJECT_SKIPPED');
  /** A backup access point can be used. */
  public static readonly ACCESS_POINT_AVAILABLE = BackupEvent.known('ACCESS_POINT_AVAILABLE');
  /** A backup access point could not be created. */
  public static readonly ACCESS_POINT_CREATION_FAILED = BackupEvent.known('ACCESS_POINT_CREATION_FAILED');
  /** A backup access point no longer exists. */
  public static readonly ACCESS_POINT_DELETED = BackupEvent.known('ACCESS_POINT_DELETED');
  /** A backup access point could not be deleted. */
  public static readonly ACCESS_POINT_DELETION_FAILED = BackupEvent.known('ACCESS_POINT_DELETION_FAILED');
  /** The time of a backup access point has ended. */
  public static readonly ACCESS_POINT_EXPIRED = BackupEvent.known('ACCESS_POINT_EXPIRED');
  /** A backup access point was disassociated from its recovery point. */
  public static readonly ACCESS_POINT_DISASSOCIATED = BackupEvent.known('ACCESS_POINT_DISASSOCIATED');

  /**
   * All events of backups, copies, restores, recovery points, indexes, and malware scans that failed or were incomplete. A `NotificationWiring`
   * reports these events by default.
   */
  public static failures(): BackupEvent[] {
    return NOTIFICATION_EVENTS.filter(tellsFailure).map(({ name }) => BackupEvent.known(name));
  }

  /**
   * An event of a vault by its name in the API, for events that this library does not know yet. The wiring warns you if AWS Backup does not list
   * the event as supported.
   *
   * @example
   * BackupEvent.vaultEvent('BACKUP_PLAN_CREATED');
   *
   * @param eventName A value that `BackupVaultEvents` of the API accepts.
   */
  public static vaultEvent(eventName: string): BackupEvent {
    return new BackupEvent(eventName, eventName, undefined, wrongKinds({ eventName }, { eventName: required(text) }));
  }

  private static known(name: NotificationEventName): BackupEvent {
    const { channel } = notificationEventOf(name);
    return channel.kind === 'vault' ? new BackupEvent(name, channel.vaultEvent, undefined) : new BackupEvent(name, undefined, channel);
  }

  private constructor(
    /** As AWS Backup writes it in messages and in `BackupVaultEvents`. */
    public readonly eventName: string,
    /** @internal */
    public readonly _vaultEvent: string | undefined,
    /** @internal */
    public readonly _states: WantedStates | undefined,
    /** @internal */
    public readonly _wrongKinds: WrongKinds = () => [],
  ) {}

  /** `eventName`, for messages. */
  public toString(): string {
    return this.eventName;
  }
}
