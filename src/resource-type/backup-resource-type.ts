import { Aws } from 'aws-cdk-lib';
import { type ResourceTypeCapability, type ResourceTypeId, resourceTypeOf } from '../capabilities/resource-types';
import { type WrongKinds, required, text, wrongKinds } from '../cdk/kinds';

/**
 * A kind of resource that AWS Backup protects.
 *
 * @example
 * const resourceTypes = [BackupResourceType.DYNAMODB, BackupResourceType.S3];
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export class BackupResourceType {
  /** Amazon Aurora clusters. Their ARNs have the form of Neptune, DocumentDB, and RDS Multi-AZ clusters, so a selection by this type selects those too. */
  public static readonly AURORA = BackupResourceType.known('AURORA');
  /** AWS CloudFormation stacks, with the resources in them. */
  public static readonly CLOUDFORMATION = BackupResourceType.known('CLOUDFORMATION');
  /** Amazon DocumentDB clusters, which share their ARN form with Aurora. */
  public static readonly DOCUMENTDB = BackupResourceType.known('DOCUMENTDB');
  /** Amazon Aurora DSQL clusters. */
  public static readonly DSQL = BackupResourceType.known('DSQL');
  /** Amazon DynamoDB tables. */
  public static readonly DYNAMODB = BackupResourceType.known('DYNAMODB', 'DYNAMODB_ADVANCED');
  /** Amazon EBS volumes. */
  public static readonly EBS = BackupResourceType.known('EBS');
  /** Amazon EC2 instances, with the volumes attached to them. */
  public static readonly EC2 = BackupResourceType.known('EC2', 'EC2_WINDOWS_VSS');
  /** Amazon EFS file systems. */
  public static readonly EFS = BackupResourceType.known('EFS');
  /** Amazon EKS clusters. */
  public static readonly EKS = BackupResourceType.known('EKS');
  /** Amazon FSx file systems for Lustre, Windows File Server, and OpenZFS. */
  public static readonly FSX = BackupResourceType.known('FSX_LUSTRE', 'FSX_WINDOWS', 'FSX_OPENZFS');
  /** Amazon FSx for NetApp ONTAP, which is backed up by the volume. */
  public static readonly FSX_ONTAP = BackupResourceType.known('FSX_ONTAP');
  /** Amazon Neptune clusters, which share their ARN form with Aurora. */
  public static readonly NEPTUNE = BackupResourceType.known('NEPTUNE');
  /** Amazon RDS database instances. */
  public static readonly RDS = BackupResourceType.known('RDS');
  /** Amazon RDS Multi-AZ clusters, which share their ARN form with Aurora and cannot be copied. */
  public static readonly RDS_MULTI_AZ_CLUSTER = BackupResourceType.known('RDS_MULTI_AZ_CLUSTER');
  /** Amazon Redshift clusters. */
  public static readonly REDSHIFT = BackupResourceType.known('REDSHIFT');
  /** Amazon Redshift Serverless namespaces. */
  public static readonly REDSHIFT_SERVERLESS = BackupResourceType.known('REDSHIFT_SERVERLESS');
  /** Amazon S3 buckets, which must have versioning. */
  public static readonly S3 = BackupResourceType.known('S3');
  /** SAP HANA databases on Amazon EC2. */
  public static readonly SAP_HANA = BackupResourceType.known('SAP_HANA');
  /** AWS Storage Gateway volumes. */
  public static readonly STORAGE_GATEWAY = BackupResourceType.known('STORAGE_GATEWAY');
  /** Amazon Timestream tables. */
  public static readonly TIMESTREAM = BackupResourceType.known('TIMESTREAM');
  /** VMware virtual machines behind AWS Backup gateway. */
  public static readonly VIRTUAL_MACHINE = BackupResourceType.known('VIRTUAL_MACHINE');

  /**
   * A type that this library does not know yet.
   *
   * @param resourceType the name in the AWS Backup API
   * @param selectionArn the ARN pattern that selects every resource of the type, such as `arn:aws:example:*:*:thing/*`
   */
  public static of(resourceType: string, selectionArn: string): BackupResourceType {
    const wrong = wrongKinds({ resourceType, selectionArn }, { resourceType: required(text), selectionArn: required(text) });
    return new BackupResourceType(resourceType, selectionArn, [], wrong);
  }

  private static known(...ids: [ResourceTypeId, ...ResourceTypeId[]]): BackupResourceType {
    const rows = ids.map((id) => resourceTypeOf(id));
    return new BackupResourceType(rows[0].resourceType, `arn:${Aws.PARTITION}:${rows[0].selectionArn}`, rows);
  }

  private constructor(
    /** The name in the AWS Backup API, such as `DynamoDB`. */
    public readonly resourceType: string,
    /** The ARN pattern that selects every resource of the type, in the partition of the stack that uses it. */
    public readonly selectionArn: string,
    /** @internal */
    public readonly _rows: readonly ResourceTypeCapability[],
    /** @internal */
    public readonly _wrongKinds: WrongKinds = () => [],
  ) {}

  /** The name in the AWS Backup API. */
  public toString(): string {
    return this.resourceType;
  }
}
