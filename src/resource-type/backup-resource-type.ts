import { Aws } from 'aws-cdk-lib';
import type { ResourceTypeCapability, ResourceTypeId } from '../capabilities/resource-types';
import { resourceTypeOf } from '../capabilities/resource-types';

/**
 * A kind of resource that AWS Backup protects.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export class BackupResourceType {
  /**
   * Amazon Aurora clusters. Their ARNs have the form of Neptune, DocumentDB and RDS Multi-AZ clusters, so a selection by this type selects those too.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-aurora.html
   */
  public static readonly AURORA = BackupResourceType.known('AURORA');
  /**
   * AWS CloudFormation stacks, with the resources in them.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly CLOUDFORMATION = BackupResourceType.known('CLOUDFORMATION');
  /**
   * Amazon DocumentDB clusters, which share their ARN form with Aurora.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly DOCUMENTDB = BackupResourceType.known('DOCUMENTDB');
  /**
   * Amazon Aurora DSQL clusters.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly DSQL = BackupResourceType.known('DSQL');
  /**
   * Amazon DynamoDB tables.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html
   */
  public static readonly DYNAMODB = BackupResourceType.known('DYNAMODB', 'DYNAMODB_ADVANCED');
  /**
   * Amazon EBS volumes.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly EBS = BackupResourceType.known('EBS');
  /**
   * Amazon EC2 instances, with the volumes attached to them.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly EC2 = BackupResourceType.known('EC2', 'EC2_WINDOWS_VSS');
  /**
   * Amazon EFS file systems.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly EFS = BackupResourceType.known('EFS');
  /**
   * Amazon EKS clusters.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eks-backups.html
   */
  public static readonly EKS = BackupResourceType.known('EKS');
  /**
   * Amazon FSx file systems for Lustre, Windows File Server and OpenZFS.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly FSX = BackupResourceType.known('FSX_LUSTRE', 'FSX_WINDOWS', 'FSX_OPENZFS');
  /**
   * Amazon FSx for NetApp ONTAP, which is backed up by the volume.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly FSX_ONTAP = BackupResourceType.known('FSX_ONTAP');
  /**
   * Amazon Neptune clusters, which share their ARN form with Aurora.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly NEPTUNE = BackupResourceType.known('NEPTUNE');
  /**
   * Amazon RDS database instances.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/rds-backup.html
   */
  public static readonly RDS = BackupResourceType.known('RDS');
  /**
   * Amazon RDS Multi-AZ clusters, which share their ARN form with Aurora and cannot be copied.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly RDS_MULTI_AZ_CLUSTER = BackupResourceType.known('RDS_MULTI_AZ_CLUSTER');
  /**
   * Amazon Redshift clusters.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/redshift-backups.html
   */
  public static readonly REDSHIFT = BackupResourceType.known('REDSHIFT');
  /**
   * Amazon Redshift Serverless namespaces.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly REDSHIFT_SERVERLESS = BackupResourceType.known('REDSHIFT_SERVERLESS');
  /**
   * Amazon S3 buckets, which must have versioning.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
   */
  public static readonly S3 = BackupResourceType.known('S3');
  /**
   * SAP HANA databases on Amazon EC2.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly SAP_HANA = BackupResourceType.known('SAP_HANA');
  /**
   * AWS Storage Gateway volumes.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly STORAGE_GATEWAY = BackupResourceType.known('STORAGE_GATEWAY');
  /**
   * Amazon Timestream tables.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly TIMESTREAM = BackupResourceType.known('TIMESTREAM');
  /**
   * VMware virtual machines behind AWS Backup gateway.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static readonly VIRTUAL_MACHINE = BackupResourceType.known('VIRTUAL_MACHINE');

  /**
   * A type that this library does not know yet.
   *
   * @param resourceType the name in the AWS Backup API
   * @param selectionArn what selects every resource of the type, such as `arn:aws:example:*:*:thing/*`
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public static of(resourceType: string, selectionArn: string): BackupResourceType {
    return new BackupResourceType(resourceType, selectionArn, []);
  }

  private static known(...ids: [ResourceTypeId, ...ResourceTypeId[]]): BackupResourceType {
    const rows = ids.map((id) => resourceTypeOf(id));
    return new BackupResourceType(rows[0].resourceType, `arn:${Aws.PARTITION}:${rows[0].selectionArn}`, rows);
  }

  private constructor(
    /**
     * The name in the AWS Backup API, such as `DynamoDB`.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
     */
    public readonly resourceType: string,
    /**
     * The ARN pattern that selects every resource of the type, in the partition of the stack that uses it.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
     */
    public readonly selectionArn: string,
    /** @internal */
    public readonly _rows: readonly ResourceTypeCapability[],
  ) {}

  /**
   * The name in the AWS Backup API.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  public toString(): string {
    return this.resourceType;
  }
}
