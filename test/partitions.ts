import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BackupResourceType, BackupTier, CompliantVault, CopySource, CopyTarget, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock,
} from '../src';

export const ACCOUNT = '111111111111';
export const RECOVERY_ACCOUNT = '222222222222';

export interface Regions { readonly home: string; readonly away: string }

export const CHINA: Regions = { home: 'cn-north-1', away: 'cn-northwest-1' };
export const GOVCLOUD: Regions = { home: 'us-gov-west-1', away: 'us-gov-east-1' };

/** All features that render an ARN: locks, guards, copies to a Region and to an account, selections, and grants. */
export function everyArn(app: App, { home, away }: Regions): void {
  const recovery = new Stack(app, 'Recovery', { env: { account: RECOVERY_ACCOUNT, region: away } });
  const safe = new CompliantVault(recovery, 'Safe', {
    lock: VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true }),
    allowCopiesFrom: [CopySource.organization('o-abc1234567'), CopySource.organizationalUnit('o-abc1234567/r-ab12/ou-ab12-11111111')],
  });

  const stack = new Stack(app, 'Orders', { env: { account: ACCOUNT, region: home } });
  const vault = new CompliantVault(stack, 'Vault', {
    lock: VaultLock.governance({ minRetention: Duration.days(7), maxRetention: Duration.days(2557) }),
  });
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [
      BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.region(away), CopyTarget.vault(safe)] }),
      BackupTier.monthly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(30) }),
    ],
  });
  new TagBasedSelection(stack, 'Gold', {
    plan,
    conditions: [TagCondition.equals('backup', 'gold'), TagCondition.notLike('stage', 'sand*')],
    resourceTypes: [BackupResourceType.DYNAMODB, BackupResourceType.S3],
    exclude: [stack.formatArn({ service: 's3', region: '', account: '', resource: 'scratch' })],
    allowRestores: true,
  });
  vault.grantStartRestore(new iam.Role(stack, 'Restorer', { assumedBy: new iam.AccountRootPrincipal() }));
}
