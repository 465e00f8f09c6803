import type { CheckOptions } from './check-options';
import type { RuleSettings } from './evaluate';

/** The props of a pack in JSON, which the command line reads from the report of a synthesis. Durations are in days. */
export function settingsText({ include, exclude, levels, strict }: RuleSettings, { exemptTag, ...options }: CheckOptions): string {
  return JSON.stringify({ include, exclude, levels, strict, ...options, exemptTagKey: exemptTag?.key, exemptTagValue: exemptTag?.value });
}
