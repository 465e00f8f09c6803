import { Annotations, App, Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  AuditControl, AuditControlName, AuditFramework, BackupChecks, BackupEvent, BackupResourceType, BackupTier, CompliantVault, ConfigRecorder,
  ControlScope, CopySource, CopyTarget, DeletionGuard, NotificationWiring, RuleId, RuleLevel, TagBasedSelection, TagCondition, TieredBackupPlan,
  VaultLock,
} from 'cdk-compliant-backup';

const REFUSED = "TieredBackupPlan 'Refused/Plan': tier 'daily': 'retention' must be at least 30 days, the minimum of the lock of the vault 'orders', got 7 days. "
  + 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';

function orders(outdir: string): void {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Orders', { env: { account: '111122223333', region: 'eu-west-1' } });
  const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, removalPolicy: RemovalPolicy.RETAIN });
  const scratch = new dynamodb.Table(stack, 'Scratch', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, removalPolicy: RemovalPolicy.DESTROY });
  const breakGlassRole = new iam.Role(stack, 'BreakGlass', { assumedBy: new iam.AccountRootPrincipal() });
  const onCallQueue = new sqs.Queue(stack, 'OnCall', { encryption: sqs.QueueEncryption.KMS, removalPolicy: RemovalPolicy.DESTROY });

  const vault = new CompliantVault(stack, 'Vault', {
    lock: VaultLock.compliance({
      minRetention: Duration.days(7),
      maxRetention: Duration.days(2557),
      coolingOff: Duration.days(14),
      acknowledgeIrreversible: true,
    }),
    guard: DeletionGuard.exempting(breakGlassRole),
    allowCopiesFrom: [CopySource.organization('o-abc1234567')],
  });

  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    windowsVss: true,
    tiers: [
      BackupTier.continuous({ retention: Duration.days(14) }),
      BackupTier.daily({
        retention: Duration.days(35),
        timeZone: TimeZone.EUROPE_BERLIN,
        recoveryPointTags: { tier: 'daily' },
        copyTo: [
          CopyTarget.region('eu-central-1', { retention: Duration.days(90) }),
          CopyTarget.arn('arn:aws:backup:eu-north-1:111122223333:backup-vault:central'),
        ],
      }),
      BackupTier.monthly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(30) }),
      BackupTier.custom({
        name: 'before-closing',
        schedule: events.Schedule.cron({ minute: '0', hour: '21', day: 'L' }),
        retention: Duration.days(400),
      }),
    ],
  });

  const gold = new TagBasedSelection(stack, 'Gold', {
    plan,
    conditions: [TagCondition.equalTo('backup', 'gold'), TagCondition.notEquals('stage', 'sandbox')],
    resourceTypes: [BackupResourceType.DYNAMODB, BackupResourceType.S3],
  });
  const protection = gold.protect(table);
  if (protection.tagged.length !== 1 || protection.tagged[0].path !== 'Orders/Table/Resource') { throw new Error(`protect: ${JSON.stringify(protection)}`); }

  new AuditFramework(stack, 'Audit', {
    plans: [plan],
    controls: [AuditControl.restoreTime({ maxRestoreTime: Duration.hours(12), controlScope: ControlScope.tag('stage', 'production') })],
    exclude: [AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN],
    configRecorder: ConfigRecorder.existing(),
  });

  new NotificationWiring(stack, 'Alerts', {
    vaults: [vault],
    emails: ['oncall@example.com'],
    subscriptions: [new subscriptions.SqsSubscription(onCallQueue)],
    events: [...BackupEvent.failures(), BackupEvent.BACKUP_JOB_SUCCESSFUL],
  });

  const imported = TieredBackupPlan.fromPlanDocument(stack, 'Imported', {
    document: {
      BackupPlanName: 'orders',
      Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'orders', StartWindowMinutes: 60, Lifecycle: { DeleteAfterDays: 35 } }],
    },
    vaults: { orders: vault },
  });
  Annotations.of(imported).acknowledgeWarning('cdk-compliant-backup:noSelection', 'Selected by the stacks of the teams');

  Validations.of(app).addPlugins(new BackupChecks(app, {
    dynamoDbAdvancedFeatures: true,
    minRetention: Duration.days(7),
    requiredCopyRegions: ['eu-central-1'],
    exclude: [RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES],
    levels: { 'Backup-CopyElsewhere': RuleLevel.ERROR },
  }));
  Validations.of(scratch).acknowledge({ id: 'Backup-ResourceInPlan', reason: 'made again every night' });
  Validations.of(imported).acknowledge(
    { id: 'Backup-RequiredCopies', reason: 'copied by the tiers' },
    { id: 'BackupChecks::Backup-CopyElsewhere', reason: 'copied by the tiers' },
  );

  app.synth();
}

/** Every job of this plan fails, because of the lock of the vault. */
function refused(): void {
  const stack = new Stack(new App(), 'Refused');
  const vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders', lock: VaultLock.governance({ minRetention: Duration.days(30) }) });
  try {
    new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(7) })] });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== REFUSED) { throw error; }
    return;
  }
  throw new Error('the constructor must reject a plan that does not fit the lock of its vault');
}

orders(process.argv[2]);
refused();
