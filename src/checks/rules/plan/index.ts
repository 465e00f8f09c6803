import { advancedSettings } from './advanced-settings';
import { copyDestination } from './copy-destination';
import { copyFitsVaultLock } from './copy-fits-vault-lock';
import { copyIntoAirGappedVault } from './copy-into-air-gapped-vault';
import { copyIntoOwnVault } from './copy-into-own-vault';
import { copyKeptShorter } from './copy-kept-shorter';
import { copySupported } from './copy-supported';
import { defaultVault } from './default-vault';
import { oneContinuousRule } from './one-continuous-rule';
import { planName } from './plan-name';
import { planQuotas } from './plan-quotas';
import { pointInTimeRecovery } from './point-in-time-recovery';
import { recoveryPointsExpire } from './recovery-points-expire';
import { ruleAirGappedTarget } from './rule-air-gapped-target';
import { ruleColdStorageUnsupported } from './rule-cold-storage-unsupported';
import { ruleCompletionWindow } from './rule-completion-window';
import { ruleContinuous } from './rule-continuous';
import { ruleContinuousUnsupported } from './rule-continuous-unsupported';
import { ruleFitsVaultLock } from './rule-fits-vault-lock';
import { ruleIndexesAndScans } from './rule-indexes-and-scans';
import { ruleInterval } from './rule-interval';
import { ruleLifecycle } from './rule-lifecycle';
import { ruleMaxRetention } from './rule-max-retention';
import { ruleMinRetention } from './rule-min-retention';
import { ruleSchedule } from './rule-schedule';
import { ruleShadowed } from './rule-shadowed';
import { ruleShortWarmStorage } from './rule-short-warm-storage';
import { ruleStartWindow } from './rule-start-window';
import { ruleTarget } from './rule-target';
import { ruleTimeZone } from './rule-time-zone';
import { s3BackupsInOneVault } from './s3-backups-in-one-vault';
import type { Rule } from '../../rule';

export const PLAN_RULES: readonly Rule[] = [
  advancedSettings,
  copyDestination,
  copyFitsVaultLock,
  copyIntoAirGappedVault,
  copyIntoOwnVault,
  copyKeptShorter,
  copySupported,
  defaultVault,
  recoveryPointsExpire,
  oneContinuousRule,
  planName,
  planQuotas,
  pointInTimeRecovery,
  ruleTarget,
  ruleAirGappedTarget,
  ruleColdStorageUnsupported,
  ruleCompletionWindow,
  ruleContinuous,
  ruleContinuousUnsupported,
  ruleFitsVaultLock,
  ruleIndexesAndScans,
  ruleInterval,
  ruleLifecycle,
  ruleMaxRetention,
  ruleMinRetention,
  ruleSchedule,
  ruleShadowed,
  ruleShortWarmStorage,
  ruleStartWindow,
  ruleTimeZone,
  s3BackupsInOneVault,
];
