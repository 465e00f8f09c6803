import type * as s3 from 'aws-cdk-lib/aws-s3';

/** What AWS Config delivers to. */
export interface ConfigRecorderProps {
  /**
   * The bucket that takes what AWS Config records.
   *
   * @default - a bucket encrypted with a customer managed key of its own, that takes TLS only and is retained
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
   */
  readonly bucket?: s3.IBucket;
}

/**
 * What AWS Config records for an audit. Without a recorder no control is evaluated, and nothing says so.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
 */
export class ConfigRecorder {
  /**
   * States that AWS Config records `AWS::Backup::BackupPlan`, `AWS::Backup::BackupSelection`, `AWS::Backup::BackupVault` and
   * `AWS::Backup::RecoveryPoint` in this account and Region already, for example through AWS Control Tower.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
   */
  public static existing(): ConfigRecorder {
    return new ConfigRecorder();
  }

  /**
   * Makes a recorder of these four types, and its delivery channel. An account has one of each in a Region: where there
   * is one already the deployment fails, and where it is of this app the framework throws an error.
   *
   * @see https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
   */
  public static create(props: ConfigRecorderProps = {}): ConfigRecorder {
    return new ConfigRecorder(props);
  }

  private constructor(
    /**
     * Given where a recorder is to be made.
     *
     * @internal
     */
    public readonly _created?: ConfigRecorderProps,
  ) {}
}
