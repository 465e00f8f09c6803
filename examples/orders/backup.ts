import type { StackProps } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { BackupTier, CompliantVault, CopyTarget, NotificationWiring, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock } from 'cdk-compliant-backup';
import type { Construct } from 'constructs';

export interface BackupStackProps extends StackProps {
  /** Another Region, for the day on which this one is gone. */
  readonly recoveryRegion: string;
  /** Who is told what failed. */
  readonly onCall: string;
}

/** One vault and two promises: resources choose theirs with the tag `backup`. */
export class BackupStack extends Stack {
  /** Every hour and to any second where AWS Backup can; seven years; in two Regions. */
  public readonly gold: TagBasedSelection;
  /** Every day for five weeks. */
  public readonly silver: TagBasedSelection;

  constructor(scope: Construct, id: string, props: BackupStackProps) {
    super(scope, id, props);
    const vault = new CompliantVault(this, 'Vault', {
      lock: VaultLock.governance({ minRetention: Duration.days(7), maxRetention: Duration.days(2557) }),
    });
    this.gold = this.promise('gold', vault, [
      BackupTier.continuous({ retention: Duration.days(14) }),
      BackupTier.hourly({ retention: Duration.days(7) }),
      BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.region(props.recoveryRegion)] }),
      BackupTier.monthly({ retention: Duration.days(2557), moveToColdStorageAfter: Duration.days(30) }),
    ]);
    this.silver = this.promise('silver', vault, [BackupTier.daily({ retention: Duration.days(35) })]);
    new NotificationWiring(this, 'Alerts', { vaults: [vault], emails: [props.onCall] });
  }

  private promise(name: string, vault: CompliantVault, tiers: BackupTier[]): TagBasedSelection {
    const plan = new TieredBackupPlan(this, `${name}-plan`, { vault, tiers });
    return new TagBasedSelection(this, name, { plan, conditions: [TagCondition.equals('backup', name)] });
  }
}
