import { shadowWarnings } from './shadowed-tiers';
import type { TierFacts } from './tier-facts';
import { tierWarnings } from './tier-warnings';
import type { BackupPlanOptions } from './tiered-backup-plan-props';
import { type Warning, warningOf } from '../cdk/warnings';
import { rejectedSettingWarnings } from '../validation/plan/advanced-settings';

/** What AWS Backup accepts and users rarely intend, of each tier and of the tiers together. */
export function planWarnings(tiers: readonly TierFacts[], options: BackupPlanOptions): Warning[] {
  return [
    ...tiers.flatMap((tier) => tierWarnings(tier).map(({ id, message }) => ({ id, message: `tier '${tier.spec.name}': ${message}` }))),
    ...shadowWarnings(tiers).map((message): Warning => ({ id: 'shadowedTier', message })),
    ...continuousWarnings(tiers),
    ...nameWarnings(tiers),
    ...settingWarnings(options),
  ];
}

function continuousWarnings(tiers: readonly TierFacts[]): Warning[] {
  const continuous = tiers.filter(({ spec }) => spec.continuous).map(({ spec }) => `'${spec.name}'`);
  return continuous.length < 2 ? [] : [{
    id: 'severalContinuousTiers',
    message: `The tiers ${continuous.join(' and ')} are all continuous. A resource has only one continuous backup, the one with the longest `
      + 'retention. If the tiers have different vaults, AWS Backup might reject the plan. Keep one of them, and use tiers of snapshots for the rest.',
  }];
}

function nameWarnings(tiers: readonly TierFacts[]): Warning[] {
  const names = tiers.map(({ spec }) => spec.name);
  return [...new Set(names.filter((each, index) => names.indexOf(each) !== index))].map((name) => ({
    id: 'duplicateTierName',
    message: `Several tiers are named '${name}'. Recovery points and reports identify a rule by its name. Give each tier its own name.`,
  }));
}

function settingWarnings(options: BackupPlanOptions): Warning[] {
  const names = (['s3BackupAcls', 's3BackupObjectTags'] as const).filter((name) => options[name] !== undefined);
  return names.flatMap((name) => rejectedSettingWarnings(`'${name}'`, 'S3').map(warningOf('rejectedSetting')));
}
