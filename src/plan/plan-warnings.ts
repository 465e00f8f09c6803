import { shadowWarnings } from './shadowed-tiers';
import type { TierFacts } from './tier-facts';
import { tierWarnings } from './tier-warnings';
import type { Warning } from '../cdk/warnings';

/** What AWS Backup accepts and users rarely mean, tier by tier and of the tiers together. */
export function planWarnings(tiers: readonly TierFacts[]): Warning[] {
  return [
    ...tiers.flatMap((tier) => tierWarnings(tier).map(({ id, message }) => ({ id, message: `tier '${tier.spec.name}': ${message}` }))),
    ...shadowWarnings(tiers).map((message) => ({ id: 'shadowedTier', message })),
    ...continuousWarnings(tiers),
    ...nameWarnings(tiers),
  ];
}

function continuousWarnings(tiers: readonly TierFacts[]): Warning[] {
  const continuous = tiers.filter(({ spec }) => spec.continuous).map(({ spec }) => `'${spec.name}'`);
  return continuous.length < 2 ? [] : [{
    id: 'severalContinuousTiers',
    message: `the tiers ${continuous.join(' and ')} are all continuous: a resource has one continuous backup, that of the longest `
      + 'retention, and with different vaults AWS Backup may refuse the plan; keep one, and add tiers of snapshots',
  }];
}

function nameWarnings(tiers: readonly TierFacts[]): Warning[] {
  const names = tiers.map(({ spec }) => spec.name);
  return [...new Set(names.filter((each, index) => names.indexOf(each) !== index))].map((name) => ({
    id: 'duplicateTierName',
    message: `several tiers are named '${name}': recovery points and reports tell their rule by its name, so give each its own`,
  }));
}
