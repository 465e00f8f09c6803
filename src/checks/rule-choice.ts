import type { PackName } from './pack-name';
import type { Level } from './rule';
import { RuleLevel } from './rule-level';
import { rulesOf } from './rules-of-packs';
import { Problem } from '../values/problem';

/** The options that name rules by their ids. */
export interface RuleChoice {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly levels?: Readonly<Record<string, string>>;
}

/**
 * Rules in options that none of the packs has. Without packs, no rule is wrong.
 *
 * @param nameOf how the user writes the name of an option
 */
export function ruleProblems(
  packs: readonly PackName[], { include = [], exclude = [], levels = {} }: RuleChoice, nameOf: (option: keyof RuleChoice) => string,
): Problem[] {
  if (packs.length === 0) { return []; }
  const ids: readonly string[] = packs.flatMap(rulesOf).map(({ id }) => id);
  const owners = packs.join(' or ');
  return [
    ...Object.entries({ include, exclude }).flatMap(([option, named]) => named.filter((id) => !ids.includes(id))
      .map((id) => new Problem('rule', `'${nameOf(option as keyof RuleChoice)}' must contain rules of ${owners}, got '${id}'. Leave it out.`))),
    ...Object.keys(levels).filter((id) => !ids.includes(id)).map((id) =>
      new Problem('rule', `'${nameOf('levels')}' must name rules of ${owners} by their ids, such as '${ids[0]}', got '${id}'. Name one of them, or leave it out.`)),
  ];
}

const LEVELS: readonly string[] = Object.values(RuleLevel);

export function isLevel(text: string): text is Level {
  return LEVELS.includes(text);
}

/** @param level not a level */
export function levelProblem(name: string, rule: string, level: string): Problem {
  return new Problem('level', `'${name}' must contain ${LEVELS.map((each) => `'${each}'`).join(' or ')}, got '${level}' for '${rule}'. Write one of them, or leave out the rule with 'exclude'.`);
}
