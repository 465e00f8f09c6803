import type * as s3 from 'aws-cdk-lib/aws-s3';
import { type WrongKinds, required, struct, wrongKinds } from '../cdk/kinds';
import { bucket } from '../cdk/kinds-of-cdk';

/**
 * Properties of `ConfigRecorder.create`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
 */
export interface ConfigRecorderProps {
  /**
   * The bucket that AWS Config delivers to.
   *
   * @default - a new bucket with its own customer managed key, which accepts only TLS and is retained
   */
  readonly bucket?: s3.IBucket;
}

/**
 * The recorder of AWS Config that an audit needs. Without one, AWS evaluates no control and does not report it.
 *
 * @example
 * new AuditFramework(this, 'Audit', { plan, configRecorder: ConfigRecorder.existing() });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/turning-on-resource-tracking.html
 */
export class ConfigRecorder {
  /**
   * States that AWS Config records `AWS::Backup::BackupPlan`, `AWS::Backup::BackupSelection`, `AWS::Backup::BackupVault`, and
   * `AWS::Backup::RecoveryPoint` in this account and Region already, for example with AWS Control Tower.
   */
  public static existing(): ConfigRecorder {
    return new ConfigRecorder(undefined, () => []);
  }

  /**
   * Creates a recorder of these four types, and its delivery channel. An account has one of each in a Region. If there is
   * one already, the deployment fails. If it is in this app, the framework throws an error.
   */
  public static create(props: ConfigRecorderProps = {}): ConfigRecorder {
    return new ConfigRecorder(props, wrongKinds({ props }, { props: required(struct<ConfigRecorderProps>({ bucket })) }));
  }

  private constructor(
    /**
     * Set if the framework creates a recorder.
     *
     * @internal
     */
    public readonly _created: ConfigRecorderProps | undefined,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
  ) {}
}
