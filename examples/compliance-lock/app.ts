import { App, Duration, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BackupTier, CompliantVault, DeletionGuard, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock } from 'cdk-compliant-backup';

/** Records that nobody can delete before their retention ends, not even the role for emergencies. */
export function build(app: App): void {
  const stack = new Stack(app, 'Records', { env: { account: '111122223333', region: 'eu-central-1' } });
  const records = new Bucket(stack, 'Records', {
    versioned: true, // AWS Backup supports only versioned buckets
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
  });
  const breakGlass = new Role(stack, 'BreakGlass', {
    description: 'For emergencies: may change the policy of the backup vault',
    assumedBy: new AccountRootPrincipal().withConditions({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AWSBackupFullAccess')],
    maxSessionDuration: Duration.hours(1),
  });

  const vault = new CompliantVault(stack, 'Vault', {
    // For 14 days, you can still correct a wrong bound. After that, nobody can remove the lock, including AWS.
    lock: VaultLock.compliance({
      minRetention: Duration.days(7),
      maxRetention: Duration.days(2557),
      coolingOff: Duration.days(14),
      acknowledgeIrreversible: true,
    }),
    // The lock also applies to the roles that the guard exempts.
    guard: DeletionGuard.exempting(breakGlass),
  });
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [
      BackupTier.continuous({ retention: Duration.days(35) }),
      BackupTier.weekly({ retention: Duration.days(90) }),
      BackupTier.yearly({ retention: Duration.days(2557) }),
    ],
  });
  const selection = new TagBasedSelection(stack, 'Tagged', { plan, conditions: [TagCondition.equalTo('backup', 'seven-years')] });
  selection.protect(records);
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
