import {
  type BackupTierOptions, type CommonTierProps, type ContinuousTierProps, type CustomTierProps, type SnapshotTierProps, MalwareScanMode,
} from './backup-tier-props';
import type { CopyTarget } from './copy-target';
import { type KindsOf, flag, listOf, literalText, mapOf, oneOf, orToken, required, struct, text, valueOf } from '../cdk/kinds';
import { backupVault, durationInDays, durationInMinutes, quoted, schedule, timeZone } from '../cdk/kinds-of-cdk';
import { resourceType } from '../resource-type/kinds';

const copyTarget = valueOf<CopyTarget>('a CopyTarget', '_destination', (given) => {
  if (typeof given !== 'string') { return 'CopyTarget.vault(…)'; }
  return given.startsWith('arn:') ? `CopyTarget.arn(${quoted(given)})` : `CopyTarget.region(${quoted(given)})`;
});
const retention = required(durationInDays, 'Set how long a recovery point is kept, or use BackupTier.custom(…) for recovery points that never expire.');

const LIFECYCLE = { retention: durationInDays, moveToColdStorageAfter: durationInDays, archiveEbsSnapshots: flag };
const COMMON = {
  timeZone,
  startWindow: durationInMinutes,
  completionWindow: durationInMinutes,
  vault: backupVault,
  logicallyAirGappedVaultArn: literalText,
  copyTo: listOf(copyTarget),
  recoveryPointTags: orToken(mapOf(text)),
  indexResourceType: resourceType,
  malwareScan: oneOf('MalwareScanMode', MalwareScanMode),
} satisfies KindsOf<CommonTierProps>;
const SCHEDULED = { ...COMMON, name: text, schedule } satisfies KindsOf<BackupTierOptions>;

/** The arguments of the factories of a tier. */
export const CONTINUOUS_TIER = { props: required(struct<ContinuousTierProps>({ ...SCHEDULED, retention })) };
export const SNAPSHOT_TIER = { props: required(struct<SnapshotTierProps>({ ...SCHEDULED, ...LIFECYCLE, retention })) };
export const CUSTOM_TIER = {
  props: required(struct<CustomTierProps>({ ...COMMON, ...LIFECYCLE, name: required(text), schedule: required(schedule), continuous: flag })),
};
