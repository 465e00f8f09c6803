import type { BackupTier } from './backup-tier';
import type { BackupPlanOptions, PlanDocumentProps, TieredBackupPlanProps } from './tiered-backup-plan-props';
import { type KindsOf, anything, flag, listOf, mapOf, required, struct, text, valueOf } from '../cdk/kinds';
import { SCOPE_AND_ID, backupVault, role } from '../cdk/kinds-of-cdk';
import { resourceType } from '../resource-type/kinds';

const tier = valueOf<BackupTier>('a BackupTier', '_spec', () => 'BackupTier.daily(…)');

const OPTIONS = {
  planName: text,
  windowsVss: flag,
  s3BackupAcls: flag,
  s3BackupObjectTags: flag,
  scannerRole: role,
  scanResourceTypes: listOf(resourceType),
  tags: mapOf(text),
} satisfies KindsOf<BackupPlanOptions>;

/** The arguments of the constructor of a plan. */
export const NEW_PLAN = {
  ...SCOPE_AND_ID,
  props: required(struct<TieredBackupPlanProps>({ ...OPTIONS, vault: required(backupVault), tiers: required(listOf(tier), 'Write at least one tier in brackets.') })),
};

/** The arguments of `fromPlanDocument`, whose reader checks the document. */
export const PLAN_OF_DOCUMENT = {
  ...SCOPE_AND_ID,
  props: required(struct<PlanDocumentProps>({ document: required(mapOf(anything)), vaults: required(mapOf(backupVault)) })),
};
