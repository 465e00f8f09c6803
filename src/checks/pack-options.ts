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
  const known: BackupChecksProps = Object.fromEntries(Object.entries(props).filter(([, value]) => !isToken(value)));
  const read = readOptions(known);
  const options: CheckOptions = { ...Object.fromEntries(read.map(({ name, value }) => [name, value])), ...exemptTagOf(known) };
  const problems = [
    ...tokenProblems(props),
    ...read.flatMap((option) => option.problems),
    ...optionProblems(options, (option) => option),
    ...tagProblems(props),
    ...ruleProblems([pack], { ...props, levels: levelsById(props.levels) }, (option) => option),
    ...levelProblems(props),
  ];
  if (problems.length > 0) { throw new Error(`${pack}: ${problems.join(' ')}`); }
  return options;
}

interface ReadOption {
  readonly name: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** The options that are not a tag, with durations in days. */
function readOptions(props: BackupChecksProps): ReadOption[] {
  return Object.entries(props).filter(([name]) => PACK_OPTIONS.has(name as OptionName)).map(([name, given]) => {
    if (PACK_OPTIONS.get(name as OptionName)!.kind !== 'days') { return { name, value: given, problems: [] }; }
    const { value, problems } = inDays(name, given as Duration);
    return { name, value: isKnown(value) ? value : undefined, problems };
  });
}

function tokenProblems(props: BackupChecksProps): Problem[] {
  return Object.entries(props).filter(([, value]) => isToken(value))
    .map(([name]) => new Problem('token', `'${name}' must be known when templates are checked, got a token. Write its value.`));
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
