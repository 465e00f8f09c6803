import { Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type CheckOptions, type OptionName, PACK_OPTIONS, exemptTagOf, optionProblems, tagProblems } from './check-options';
import { NEW_PACK } from './kinds';
import type { PackName } from './pack-name';
import type { BackupChecksProps, PackProps } from './pack-props';
import { isLevel, levelProblem, ruleProblems } from './rule-choice';
import { RuleId } from './rule-id';
import type { RuleLevel } from './rule-level';
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
  problems.push(...tagProblems(props));
  problems.push(...ruleProblems([pack], { ...props, levels: levelsById(props.levels) }, (option) => option), ...levelProblems(props));
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

function optionsOf(props: BackupChecksProps, problems: Problem[]): CheckOptions {
  const options = Object.entries(props).filter(([name]) => PACK_OPTIONS.has(name as OptionName))
    .map(([name, given]) => [name, PACK_OPTIONS.get(name as OptionName)!.kind === 'days' ? daysOf(name, given as Duration, problems) : given]);
  return { ...Object.fromEntries(options), ...exemptTagOf(props) };
}

function daysOf(name: string, duration: Duration, problems: Problem[]): number | undefined {
  const { value } = inDays(name, duration, problems);
  return isKnown(value) ? value : undefined;
}

function levelProblems({ levels = {} }: PackProps): Problem[] {
  return Object.entries(levels).filter(([, level]) => !isLevel(level)).map(([id, level]) => levelProblem('levels', id, String(level)));
}

/** In other languages, a member of `RuleId` is its name and not the id. Both are accepted. */
export function levelsById(levels: PackProps['levels'] = {}): { [ruleId: string]: RuleLevel } {
  const ids: Readonly<Record<string, string>> = RuleId;
  return Object.fromEntries(Object.entries(levels).map(([key, level]) => [ids[key] ?? key, level]));
}

function isToken(value: unknown): boolean {
  return value instanceof Duration ? value.isUnresolved() : Token.isUnresolved(value);
}
