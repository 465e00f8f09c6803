import { type StackProps, Duration, Stack } from 'aws-cdk-lib';
import {
  AuditFramework, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, NotificationWiring, TagBasedSelection, TagCondition,
  TieredBackupPlan, VaultLock,
} from 'cdk-compliant-backup';
import type { Construct } from 'constructs';

export interface BackupStackProps extends StackProps {
  /** Another Region, in case this one is unavailable. */
  readonly recoveryRegion: string;
  /** The email address that is notified of failures. */
  readonly onCall: string;
  /** @default - the values of the order service */
  readonly promises?: Promises;
}

/** The backups of resources, by the value of the tag `backup`. */
export interface Promises {
  readonly gold: BackupTier[];
  readonly silver: BackupTier[];
}

export function promisesOf(recoveryRegion: string): Promises {
  return {
    gold: [
      BackupTier.continuous({ retention: Duration.days(14) }),
      BackupTier.hourly({ retention: Duration.days(7) }),
      BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.region(recoveryRegion)] }),
      BackupTier.monthly({ retention: Duration.days(2557), moveToColdStorageAfter: Duration.days(30) }),
    ],
    silver: [BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.region(recoveryRegion)] })],
  };
}

/** One vault and two plans, with an audit. Resources choose a plan with the tag `backup`. */
export class BackupStack extends Stack {
  /** Every hour, and to any second if the type supports it. For seven years, in two Regions. */
  public readonly gold: TagBasedSelection;
  /** Every day, for five weeks, in two Regions. */
  public readonly silver: TagBasedSelection;

  constructor(scope: Construct, id: string, props: BackupStackProps) {
    super(scope, id, props);
    const vault = new CompliantVault(this, 'Vault', {
      lock: VaultLock.governance({ minRetention: Duration.days(7), maxRetention: Duration.days(2557) }),
    });
    const { gold, silver } = props.promises ?? promisesOf(props.recoveryRegion);
    const [goldPlan, silverPlan] = [this.plan('gold', vault, gold), this.plan('silver', vault, silver)];
    this.gold = this.selection('gold', goldPlan);
    this.silver = this.selection('silver', silverPlan);

    // The controls are derived from both plans. The account already has an AWS Config recorder
    new AuditFramework(this, 'Audit', { plans: [goldPlan, silverPlan], configRecorder: ConfigRecorder.existing() });
    new NotificationWiring(this, 'Alerts', { vaults: [vault], emails: [props.onCall] });
  }

  private plan(name: string, vault: CompliantVault, tiers: BackupTier[]): TieredBackupPlan {
    return new TieredBackupPlan(this, `${name}-plan`, { vault, tiers });
  }

  private selection(name: string, plan: TieredBackupPlan): TagBasedSelection {
    return new TagBasedSelection(this, name, { plan, conditions: [TagCondition.equalTo('backup', name)] });
  }
}
