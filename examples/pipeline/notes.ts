import { type StageProps, Duration, Stack, Stage } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  AuditFramework, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock,
} from 'cdk-compliant-backup';
import type { Construct } from 'constructs';

/** The differences between the Stages. */
export interface BackupPromise {
  /** How long a daily backup is kept, here and in the other Region. */
  readonly retention: Duration;
  /** Another Region, in case this one is unavailable. */
  readonly recoveryRegion: string;
}

/** The stacks that are deployed together, once for each account. */
export class NotesStage extends Stage {
  constructor(scope: Construct, id: string, props: StageProps & BackupPromise) {
    super(scope, id, props);
    new NotesStack(this, 'Notes', props);
  }
}

class NotesStack extends Stack {
  constructor(scope: Construct, id: string, props: BackupPromise) {
    super(scope, id);
    // AWS Backup copies DynamoDB backups only if its advanced features for DynamoDB are on. In new accounts, they are.
    new TableV2(this, 'Notes', { partitionKey: { name: 'id', type: AttributeType.STRING } });

    const plan = new TieredBackupPlan(this, 'Plan', {
      vault: new CompliantVault(this, 'Vault', { lock: VaultLock.governance({ minRetention: Duration.days(7) }) }),
      // The vault in the other Region is in a separate stack, which is deployed with this Stage.
      tiers: [BackupTier.daily({ retention: props.retention, copyTo: [CopyTarget.region(props.recoveryRegion)] })],
    });
    const selection = new TagBasedSelection(this, 'Tagged', { plan, conditions: [TagCondition.equalTo('backup', 'daily')] });
    selection.protect(this);
    new AuditFramework(this, 'Audit', { plan, configRecorder: ConfigRecorder.existing() });
  }
}
