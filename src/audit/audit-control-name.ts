/**
 * The controls of AWS Backup Audit Manager, by the names that AWS gives them.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export enum AuditControlName {
  /** Every resource in the scope of the control is assigned to a backup plan. */
  RESOURCES_PROTECTED_BY_BACKUP_PLAN = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
  /** A rule of every plan runs often enough and keeps its backups long enough. */
  PLAN_MIN_FREQUENCY_AND_MIN_RETENTION = 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
  /** Vaults prevent the manual deletion of recovery points. */
  RECOVERY_POINT_MANUAL_DELETION_DISABLED = 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
  /** Every recovery point in the scope of the control is encrypted. */
  RECOVERY_POINT_ENCRYPTED = 'BACKUP_RECOVERY_POINT_ENCRYPTED',
  /** Recovery points are kept long enough. */
  RECOVERY_POINT_MIN_RETENTION = 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
  /** A copy to another Region is scheduled. */
  RESOURCES_PROTECTED_BY_CROSS_REGION = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
  /** A copy to another account is scheduled. */
  RESOURCES_PROTECTED_BY_CROSS_ACCOUNT = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT',
  /** Resources are in a plan whose vault is locked. */
  RESOURCES_PROTECTED_BY_VAULT_LOCK = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
  /** The last recovery point is young enough. */
  LAST_RECOVERY_POINT_CREATED = 'BACKUP_LAST_RECOVERY_POINT_CREATED',
  /** The restore of a resource is fast enough. */
  RESTORE_TIME_MEETS_TARGET = 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
  /** A recent recovery point is in a logically air-gapped vault. */
  RESOURCES_IN_AIR_GAPPED_VAULT = 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
}
