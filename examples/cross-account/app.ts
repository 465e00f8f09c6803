import { App, Duration, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import {
  BackupResourceType, BackupTier, CompliantVault, CopySource, CopyTarget, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock,
} from 'cdk-compliant-backup';

const REGION = 'eu-central-1';
const SERVICE_ACCOUNT = '111122223333';
const BACKUP_ACCOUNT = '444455556666';
const ORGANIZATION = 'o-abc1234567';

/** Copies every backup of a service into a separate account, so that an attacker in the first account cannot delete it. */
export function build(app: App): void {
  // One vault for the whole organization. The plan below is allowed by default. This also allows other apps of the organization.
  const backupAccount = new Stack(app, 'BackupAccount', { env: { account: BACKUP_ACCOUNT, region: REGION } });
  const backupVault = new CompliantVault(backupAccount, 'Vault', {
    vaultName: 'organization-backups',
    lock: VaultLock.governance({ minRetention: Duration.days(30), maxRetention: Duration.days(400) }),
    allowCopiesFrom: [CopySource.organization(ORGANIZATION)], // or CopySource.account(…) for each account
  });

  const service = new Stack(app, 'Service', { env: { account: SERVICE_ACCOUNT, region: REGION } });
  const contracts = new Bucket(service, 'Contracts', {
    versioned: true, // AWS Backup supports only versioned buckets
    encryptionKey: new Key(service, 'Key', { enableKeyRotation: true }),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
  });
  const plan = new TieredBackupPlan(service, 'Plan', {
    vault: new CompliantVault(service, 'Vault'),
    tiers: [
      BackupTier.daily({ retention: Duration.days(14), copyTo: [CopyTarget.vault(backupVault, { retention: Duration.days(30) })] }),
      BackupTier.monthly({ retention: Duration.days(365), copyTo: [CopyTarget.vault(backupVault)] }),
    ],
  });
  const selection = new TagBasedSelection(service, 'Buckets', {
    plan,
    conditions: [TagCondition.equalTo('backup', 'other-account')],
    resourceTypes: [BackupResourceType.S3],
  });
  selection.protect(contracts);
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
