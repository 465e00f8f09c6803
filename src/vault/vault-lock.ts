import { type Duration, Duration as Time } from 'aws-cdk-lib';
import { LIMITS } from '../capabilities/limits';
import { type KindsOf, type WrongKinds, flag, required, struct, wrongKinds } from '../cdk/kinds';
import { durationInDays } from '../cdk/kinds-of-cdk';
import { inDays } from '../cdk/measures';
import { type LockDays, lockProblems } from '../validation/vault/vault-lock';
import { Problem } from '../values/problem';
import { count } from '../values/quantity';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/**
 * Bounds for the retention of every recovery point that enters the vault.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface GovernanceLockProps {
  /** The shortest retention that the vault accepts, 1 to 36500 days. A job with a shorter retention fails. */
  readonly minRetention: Duration;

  /**
   * The longest retention that the vault accepts, `minRetention` to 36500 days. A job with a longer retention, or without one, fails.
   *
   * @default - no upper bound
   */
  readonly maxRetention?: Duration;
}

/**
 * Bounds of a lock that nobody can remove after its cooling-off time.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface ComplianceLockProps extends GovernanceLockProps {
  /**
   * How long the lock can be changed or removed after its creation, 3 to 36500 days. After that, nobody can, including AWS. Recovery points are
   * protected from the start.
   */
  readonly coolingOff: Duration;

  /**
   * Confirms that you know what a compliance lock means: after `coolingOff`, nobody can remove the lock, or a recovery point before its retention
   * ends, and you pay for the storage until then.
   *
   * @default false - the vault throws an error that explains this
   */
  readonly acknowledgeIrreversible?: boolean;
}

/**
 * The bounds of a lock in days, for checks.
 *
 * @internal
 */
export interface ReadLock {
  readonly days: LockDays;
  readonly problems: readonly Problem[];
}

const BOUNDS = { minRetention: required(durationInDays), maxRetention: durationInDays } satisfies KindsOf<GovernanceLockProps>;
const GOVERNANCE = { props: required(struct<GovernanceLockProps>(BOUNDS)) };
const COMPLIANCE = {
  props: required(struct<ComplianceLockProps>({
    ...BOUNDS,
    coolingOff: required(durationInDays, `Set it to at least ${LIMITS.lockChangeableForDays.min} days.`),
    acknowledgeIrreversible: flag,
  })),
};

const PROPERTY_NAMES = { minRetention: 'lock.minRetention', maxRetention: 'lock.maxRetention', changeableFor: 'lock.coolingOff' };

/**
 * AWS Backup Vault Lock: the shortest and longest retention that a vault accepts, and who can delete a recovery point before its retention ends.
 *
 * The vault checks the lock that you pass to it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export class VaultLock {
  /**
   * A lock that principals with the required permissions can change or remove.
   *
   * @example
   * VaultLock.governance({ minRetention: Duration.days(7), maxRetention: Duration.days(365) });
   */
  public static governance(props: GovernanceLockProps): VaultLock {
    return new VaultLock(props, false, wrongKinds({ props }, GOVERNANCE));
  }

  /**
   * A lock that nobody can change or remove after `coolingOff`. It requires `acknowledgeIrreversible: true`.
   *
   * @example
   * VaultLock.compliance({
   *   minRetention: Duration.days(7),
   *   coolingOff: Duration.days(14),
   *   acknowledgeIrreversible: true,
   * });
   */
  public static compliance(props: ComplianceLockProps): VaultLock {
    return new VaultLock(props, true, wrongKinds({ props }, COMPLIANCE));
  }

  /**
   * The same lock for another vault, as far as its bounds are known.
   *
   * @internal
   */
  public static _of(days: LockDays): VaultLock | undefined {
    const bounds: Value<number>[] = [days.minRetention, days.maxRetention, days.changeableFor];
    const [minRetention, maxRetention, coolingOff] = bounds.map((bound) => isKnown(bound) ? Time.days(bound) : undefined);
    if (!minRetention || bounds.includes(UNKNOWN)) { return undefined; }
    return new VaultLock({ minRetention, maxRetention, coolingOff, acknowledgeIrreversible: true }, coolingOff !== undefined, () => []);
  }

  private constructor(
    private readonly props: GovernanceLockProps & Partial<ComplianceLockProps>,
    /** Whether nobody can remove this lock after its cooling-off time. */
    public readonly isCompliance: boolean,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
  ) {}

  /** The shortest retention that the vault accepts, a whole number of days. */
  public get minRetention(): Duration {
    return this.props.minRetention;
  }

  /**
   * The longest retention that the vault accepts, a whole number of days.
   *
   * @default - no upper bound
   */
  public get maxRetention(): Duration | undefined {
    return this.props.maxRetention;
  }

  /**
   * How long the lock can be changed or removed after its creation, a whole number of days.
   *
   * @default - always: this is a governance lock
   */
  public get coolingOff(): Duration | undefined {
    return this.isCompliance ? this.props.coolingOff : undefined;
  }

  /** @internal */
  public _read(): ReadLock {
    const minRetention = inDays(PROPERTY_NAMES.minRetention, this.minRetention);
    const maxRetention = inDays(PROPERTY_NAMES.maxRetention, this.maxRetention);
    const changeableFor = inDays(PROPERTY_NAMES.changeableFor, this.coolingOff);
    const days: LockDays = { minRetention: minRetention.value, maxRetention: maxRetention.value, changeableFor: changeableFor.value };
    const unreadable = [minRetention, maxRetention, changeableFor].flatMap(({ problems }) => problems);
    return { days, problems: [...unreadable, ...Object.values(lockProblems(days, PROPERTY_NAMES)).flat()] };
  }

  /**
   * Why a new vault cannot be created with this lock, apart from its bounds.
   *
   * @internal
   */
  public _missingAcknowledgment(days: LockDays): Problem[] {
    if (!this.isCompliance || this.props.acknowledgeIrreversible === true) { return []; }
    const isStated = isKnown(days.changeableFor) && lockProblems(days, PROPERTY_NAMES).changeableFor.length === 0;
    const after = isStated ? `${count(days.changeableFor, 'days')} after the deployment` : 'After its cooling-off time';
    return [new Problem('unacknowledged', '\'lock.acknowledgeIrreversible\' must be true for a compliance lock, got false. '
      + `${after}, nobody, including AWS, can change or remove the lock, or delete a recovery point before its retention ends. `
      + 'You pay for the storage until then. Set acknowledgeIrreversible: true, or use VaultLock.governance(…).')];
  }

  /** @internal */
  public _render(): { minRetentionDays: number; maxRetentionDays?: number; changeableForDays?: number } {
    return {
      minRetentionDays: this.minRetention.toDays(),
      maxRetentionDays: this.maxRetention?.toDays(),
      changeableForDays: this.coolingOff?.toDays(),
    };
  }
}
