import { Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type CheckOptions, type OptionName, PACK_OPTIONS, optionProblems } from './check-options';
import { NEW_PACK } from './kinds';
import type { PackName } from './pack-name';
import type { BackupChecksProps, PackProps } from './pack-props';
import { RuleId } from './rule-id';
import { RuleLevel } from './rule-level';
import { rulesOf } from './rules-of-packs';
import { expectKinds } from '../cdk/kinds';
import { inDays } from '../cdk/measures';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

/**
 * The props of a pack in plain values.
 *
 * @throws one error that lists every invalid prop
 */
export function checkOptionsOf(pack: PackName, scope: IConstruct | undefined, props: BackupChecksProps): CheckOptions {
  expectKinds(pack, { scope, props }, NEW_PACK);
  const problems: Problem[] = [];
  const options = optionsOf(withoutTokens(props, problems), problems);
  problems.push(...optionProblems(options, (option) => option));
  if (props.exemptTagValue !== undefined && props.exemptTagKey === undefined) {
    problems.push(new Problem('tag-key', '\'exemptTagKey\' must be set with \'exemptTagValue\', got none. Set the key of the tag.'));
  }
  problems.push(...ruleProblems(pack, props));
  if (problems.length > 0) { throw new Error(`${pack}: ${problems.join(' ')}`); }
  return options;
}

function withoutTokens(props: BackupChecksProps, problems: Problem[]): BackupChecksProps {
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => {
    if (!isToken(value)) { return true; }
    problems.push(new Problem('token', `'${name}' must be known when templates are checked, got a token. Write its value.`));
    return false;
  }));
}

function optionsOf({ exemptTagKey: key, exemptTagValue: value, ...props }: BackupChecksProps, problems: Problem[]): CheckOptions {
  const options = Object.entries(props).filter(([name]) => PACK_OPTIONS.has(name as OptionName))
    .map(([name, given]) => [name, PACK_OPTIONS.get(name as OptionName)!.kind === 'days' ? daysOf(name, given as Duration, problems) : given]);
  return { ...Object.fromEntries(options), ...key !== undefined && { exemptTag: { key, value } } };
}

function daysOf(name: string, duration: Duration, problems: Problem[]): number | undefined {
  const { value } = inDays(name, duration, problems);
  return isKnown(value) ? value : undefined;
}

function ruleProblems(pack: PackName, props: PackProps): Problem[] {
  const ids: readonly string[] = rulesOf(pack).map(({ id }) => id);
  const levels: readonly string[] = Object.values(RuleLevel);
  return [
    ...(['include', 'exclude'] as const).flatMap((name) => (props[name] ?? []).filter((id) => !ids.includes(id))
      .map((id) => new Problem('rule', `'${name}' must contain rules of ${pack}, got '${id}'. Leave it out.`))),
    ...Object.keys(levelsById(props.levels)).filter((id) => !ids.includes(id)).map((id) =>
      new Problem('rule', `'levels' must name rules of ${pack} by their ids, such as '${ids[0]}', got '${id}'. Name one of them, or leave it out.`)),
    ...Object.entries(props.levels ?? {}).filter(([, level]) => !levels.includes(level)).map(([id, level]) =>
      new Problem('level', `'levels' must contain ${levels.map((each) => `'${each}'`).join(' or ')}, got '${String(level)}' for '${id}'. Write one of them, or leave out the rule with 'exclude'.`)),
  ];
}

/** In other languages, a member of `RuleId` is its name and not the id. Both are accepted. */
export function levelsById(levels: PackProps['levels'] = {}): { [ruleId: string]: RuleLevel } {
  const ids: Readonly<Record<string, string>> = RuleId;
  return Object.fromEntries(Object.entries(levels).map(([key, level]) => [ids[key] ?? key, level]));
}

function isToken(value: unknown): boolean {
  return value instanceof Duration ? value.isUnresolved() : Token.isUnresolved(value);
}
