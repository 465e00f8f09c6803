import { Duration, Token } from 'aws-cdk-lib';
import type { CheckOptions } from './check-options';
import type { PackName } from './pack-name';
import type { BackupChecksProps, PackProps } from './pack-props';
import { RuleId } from './rule-id';
import { RuleLevel } from './rule-level';
import { rulesOf } from './rules-of-packs';
import { resourceTypeNames } from '../capabilities/resource-types';
import { inDays } from '../cdk/measures';
import { regionProblems } from '../validation/environment/region-names';
import { accountProblems } from '../validation/vault/access-policy';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

/**
 * The props of a pack in plain values.
 *
 * @throws one error that lists every invalid prop
 */
export function checkOptionsOf(pack: PackName, props: BackupChecksProps): CheckOptions {
  const problems = Object.entries(props).filter(([, value]) => isToken(value))
    .map(([name]) => new Problem(`${name} token`, `'${name}' must be known when templates are checked, got a token. Write its value.`));
  if (problems.length > 0) { throw new Error(`${pack}: ${problems.map(({ message }) => message).join(' ')}`); }
  const days = (name: 'minRetention' | 'maxRetention') => {
    const { value } = inDays(name, props[name], problems);
    return isKnown(value) ? value : undefined;
  };
  const [minRetention, maxRetention] = [days('minRetention'), days('maxRetention')];
  if (minRetention !== undefined && maxRetention !== undefined && maxRetention < minRetention) {
    problems.push(new Problem('bounds', `'maxRetention' must not be less than 'minRetention' (${minRetention} days), got ${maxRetention} days. Raise it, or leave it out.`));
  }
  for (const account of props.requiredCopyAccounts ?? []) { problems.push(...accountProblems('requiredCopyAccounts', account)); }
  for (const region of props.requiredCopyRegions ?? []) { problems.push(...regionProblems('requiredCopyRegions', region)); }
  const types = resourceTypeNames();
  for (const type of (props.protectedTypes ?? []).filter((each) => !types.includes(each))) {
    problems.push(new Problem(`protectedTypes ${type}`, `'protectedTypes' must contain names of AWS Backup (${types.join(', ')}), got '${type}'. Choose one of them.`));
  }
  if (props.exemptTagValue !== undefined && props.exemptTagKey === undefined) {
    problems.push(new Problem('exemptTagKey', '\'exemptTagKey\' must be set with \'exemptTagValue\', got none. Set the key of the tag.'));
  }
  const ids: readonly string[] = rulesOf(pack).map(({ id }) => id);
  for (const name of ['include', 'exclude'] as const) {
    problems.push(...(props[name] ?? []).filter((id) => !ids.includes(id)).map((id) => new Problem(`${name} ${id}`, `'${name}' must contain rules of ${pack}, got '${id}'. Leave it out.`)));
  }
  problems.push(...Object.keys(levelsById(props.levels)).filter((id) => !ids.includes(id)).map((id) =>
    new Problem(`levels ${id}`, `'levels' must name rules of ${pack} by their ids, such as '${ids[0]}', got '${id}'. Name one of them, or leave it out.`)));
  const levels: readonly string[] = Object.values(RuleLevel);
  problems.push(...Object.entries(props.levels ?? {}).filter(([, level]) => !levels.includes(level)).map(([id, level]) =>
    new Problem(`level of ${id}`, `'levels' must contain ${levels.map((each) => `'${each}'`).join(' or ')}, got '${String(level)}' for '${id}'. Write one of them, or leave out the rule with 'exclude'.`)));
  if (problems.length > 0) { throw new Error(`${pack}: ${problems.map(({ message }) => message).join(' ')}`); }
  return {
    minRetention,
    maxRetention,
    requiredCopyRegions: props.requiredCopyRegions,
    requiredCopyAccounts: props.requiredCopyAccounts,
    complianceLock: props.requireComplianceLock,
    dynamoDbAdvancedFeatures: props.dynamoDbAdvancedFeatures,
    protectedTypes: props.protectedTypes,
    exemptTag: props.exemptTagKey === undefined ? undefined : { key: props.exemptTagKey, value: props.exemptTagValue },
  };
}

/** In other languages, a member of `RuleId` is its name and not the id. Both are accepted. */
export function levelsById(levels: PackProps['levels'] = {}): { [ruleId: string]: RuleLevel } {
  const ids: Readonly<Record<string, string>> = RuleId;
  return Object.fromEntries(Object.entries(levels).map(([key, level]) => [ids[key] ?? key, level]));
}

function isToken(value: unknown): boolean {
  return value instanceof Duration ? value.isUnresolved() : Token.isUnresolved(value);
}
