import { Duration as Time } from 'aws-cdk-lib';
import type { ContinuousTierProps, CustomTierProps, SnapshotTierProps } from './backup-tier-props';
import { CONTINUOUS_TIER, CUSTOM_TIER, SNAPSHOT_TIER } from './tier-kinds';
import type { TierSpec } from './tier-spec';
import { LIMITS } from '../capabilities/limits';
import { type WrongKinds, wrongKinds } from '../cdk/kinds';
import type { Problem } from '../values/problem';

// Staggered: with windows of an hour, only the hourly tier overlaps others, for example the daily one at 05:00. AWS Backup then creates the
// one with the longer retention.
const SCHEDULES = {
  continuous: 'cron(0 3 ? * * *)',
  hourly: 'cron(0 * ? * * *)',
  daily: 'cron(0 5 ? * * *)',
  weekly: 'cron(0 7 ? * SUN *)',
  monthly: 'cron(0 9 1 * ? *)',
  yearly: 'cron(0 11 1 1 ? *)',
};

/**
 * One rule of a backup plan: its schedule, retention, and vault.
 *
 * The plan checks the values of its tiers, and throws an error if AWS Backup would reject them.
 *
 * @example
 *
 * BackupTier.monthly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(30) });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export class BackupTier {
  /**
   * Continuous backups of S3, RDS, Aurora, and SAP HANA, which can be restored to any second of the retention. Other types
   * get a snapshot at the time of the schedule.
   */
  public static continuous(props: ContinuousTierProps): BackupTier {
    return new BackupTier('continuous', props, wrongKinds({ props }, CONTINUOUS_TIER));
  }

  /** A snapshot every hour. */
  public static hourly(props: SnapshotTierProps): BackupTier {
    return new BackupTier('hourly', props, wrongKinds({ props }, SNAPSHOT_TIER));
  }

  /** A snapshot every day. */
  public static daily(props: SnapshotTierProps): BackupTier {
    return new BackupTier('daily', props, wrongKinds({ props }, SNAPSHOT_TIER));
  }

  /** A snapshot every week. */
  public static weekly(props: SnapshotTierProps): BackupTier {
    return new BackupTier('weekly', props, wrongKinds({ props }, SNAPSHOT_TIER));
  }

  /** A snapshot every month. */
  public static monthly(props: SnapshotTierProps): BackupTier {
    return new BackupTier('monthly', props, wrongKinds({ props }, SNAPSHOT_TIER));
  }

  /** A snapshot every year. */
  public static yearly(props: SnapshotTierProps): BackupTier {
    return new BackupTier('yearly', props, wrongKinds({ props }, SNAPSHOT_TIER));
  }

  /**
   * A tier with its own name and schedule.
   *
   * @example
   *
   * BackupTier.custom({
   *   name: 'before-closing',
   *   schedule: events.Schedule.cron({ minute: '0', hour: '21', day: 'L' }),
   *   retention: Duration.days(400),
   * });
   */
  public static custom(props: CustomTierProps): BackupTier {
    return new BackupTier('custom', props, wrongKinds({ props }, CUSTOM_TIER));
  }

  /** @internal */
  public static _from(spec: TierSpec): BackupTier {
    return new BackupTier('custom', {}, () => [], spec);
  }

  private constructor(
    private readonly kind: keyof typeof SCHEDULES | 'custom',
    private readonly props: Partial<CustomTierProps>,
    private readonly wrong: WrongKinds,
    private readonly spec?: TierSpec,
  ) {}

  /** @internal */
  public get _spec(): TierSpec {
    return this.spec ?? specOf(this.kind, this.props);
  }

  /** @internal */
  public _wrongKinds(): Problem[] {
    const { name = this.kind } = this.props ?? {};
    return this.wrong('').map((problem) => problem.of(`tier '${String(name)}'`));
  }
}

function specOf(kind: keyof typeof SCHEDULES | 'custom', props: Partial<CustomTierProps>): TierSpec {
  const { schedule, timeZone, indexResourceType, ...same } = props;
  const defaults = { scheduleExpression: kind === 'custom' ? undefined : SCHEDULES[kind], startWindow: LIMITS.startWindowMinutes.min };
  return {
    ...same,
    ...kind === 'continuous' ? { continuous: true } : {},
    name: props.name ?? kind,
    scheduleExpression: schedule?.expressionString ?? defaults.scheduleExpression,
    timeZoneName: timeZone?.timezoneName,
    startWindow: props.startWindow ?? Time.minutes(defaults.startWindow),
    defaults,
    indexResourceTypeName: indexResourceType?.resourceType,
  };
}
