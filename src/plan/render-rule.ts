import { Stack } from 'aws-cdk-lib';
import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { connectCopy } from './connect-copy';
import { renderLifecycle } from './lifecycle-facts';
import type { TierFacts } from './tier-facts';
import { deployAfterVault } from './vault-orders';
import type { VaultFacts } from '../cdk/vault-facts';

/** Creates what the copies of a tier need, and returns its rule for the template. Called once, when the whole plan is valid. */
export function renderRule({ spec, windows, lifecycle, vault, copies }: TierFacts, plan: Construct): CfnBackupPlan.BackupRuleResourceTypeProperty {
  return {
    ruleName: spec.name,
    targetBackupVault: targetName(plan, vault),
    targetLogicallyAirGappedBackupVaultArn: spec.logicallyAirGappedVaultArn,
    scheduleExpression: spec.scheduleExpression,
    scheduleExpressionTimezone: spec.timeZoneName,
    startWindowMinutes: windows.start.rendered,
    completionWindowMinutes: windows.completion.rendered,
    enableContinuousBackup: spec.continuous ? true : undefined,
    lifecycle: renderLifecycle(lifecycle),
    recoveryPointTags: spec.recoveryPointTags,
    copyActions: copies.length > 0
      ? copies.map((copy) => ({ destinationBackupVaultArn: connectCopy(copy.destination), lifecycle: renderLifecycle(copy.lifecycle) }))
      : undefined,
    indexActions: spec.indexResourceTypeName ? [{ resourceTypes: [spec.indexResourceTypeName] }] : undefined,
    scanActions: spec.malwareScan ? [{ malwareScanner: 'GUARDDUTY', scanMode: spec.malwareScan }] : undefined,
  };
}

/** A reference in the vault's own stack, which orders the two. In other stacks the literal name, without an export. */
function targetName(plan: Construct, vault: VaultFacts): string {
  if (!vault.resource) { return vault.vault.backupVaultRef.backupVaultName; }
  if (vault.resource.stack === Stack.of(plan)) { return vault.resource.ref; }
  deployAfterVault(plan, vault.resource);
  return vault.resource.backupVaultName;
}
