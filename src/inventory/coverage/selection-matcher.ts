import type { Naming } from './coverage';
import { type TagTest, RESOURCE_TAG_PREFIX, passes } from '../../validation/selection/tag-conditions';
import { type Answer, allOf, not } from '../../values/answer';
import type { Effort } from '../../values/possible-matches';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import { type Selection, type Tags, choicesOfTag, tagOf } from '../entities';
import { type Choice, type Formula, answerOf } from '../resolve/formula';
import { ArnPattern } from '../text/arn-pattern';
import type { Text } from '../text/text';

interface Match {
  readonly answer: Answer;
  /** Where the selection and its plan exist. */
  readonly whereItExists: Answer;
  /** When that is so, if it is unknown and depends only on parameters with few values. */
  readonly when: Formula | typeof UNKNOWN;
  /** Left out if nothing names the resource. */
  readonly naming?: Naming;
  /** All of them also apply. */
  readonly conditions: readonly TagTest[];
  /** For messages. */
  readonly how: string;
}

interface Named {
  readonly when: Formula | typeof UNKNOWN;
  readonly naming?: Naming;
}

interface Test extends TagTest {
  readonly choices?: readonly Choice[];
}

/** A requirement of a selection, and whether a resource meets it: `(Resources or ListOfTags) and not NotResources and all Conditions`. */
export class SelectionMatcher {
  public readonly tags: readonly Test[];
  public readonly patterns: readonly ArnPattern[];
  /** A list that is not resolved might select anything. */
  public readonly isOpen: boolean;
  /** According to the AWS guide, it selects all resources. Users report that AWS rejects it. */
  public readonly namesNothing: boolean;
  public readonly excluded: readonly ArnPattern[];
  private readonly conditions: readonly Test[];
  private readonly isOpenlyFiltered: boolean;
  private readonly mayNotExist: boolean;
  private readonly howFiltered: string;

  /** @param effort the comparisons that are left for several selections */
  constructor(public readonly selection: Selection, private readonly effort: Effort) {
    const { resources, notResources, listOfTags, conditions, plan } = selection;
    this.patterns = patternsOf(resources);
    this.excluded = patternsOf(notResources);
    const tags = elementsOf(listOfTags);
    this.tags = tags.flatMap(({ key, value, choices }) => (isKnown(key) ? [{ operator: 'StringEquals' as const, key, value: value ?? UNKNOWN, choices }] : []));
    this.isOpen = !isResolved(resources) || listOfTags === UNKNOWN || this.tags.length < tags.length;
    this.namesNothing = !this.isOpen && this.patterns.length === 0 && this.tags.length === 0;
    const tests = elementsOf(conditions);
    this.conditions = tests.flatMap(({ operator, key, value, choices }) => (
      isKnown(key) ? [{ operator, key: bare(key), value: value ?? UNKNOWN, choices }] : []
    ));
    this.isOpenlyFiltered = conditions === UNKNOWN || this.conditions.length < tests.length || !isResolved(notResources);
    this.howFiltered = this.conditions.map((test) => ` where tag ${testLabel(test)}`).join('');
    this.mayNotExist = !selection.certain || (isKnown(plan) && !plan.certain);
  }

  /** The result, and the part that names the resource. */
  public match(tags: Tags, matches: (pattern: ArnPattern) => Answer): Match {
    const named = this.name(tags, matches);
    if (named.naming === undefined) { return { answer: false, whereItExists: false, when: false, conditions: [], how: '' }; }
    const when = all([
      named.when,
      ...this.excluded.map((pattern) => not(matches(pattern))),
      ...this.conditions.map((test) => this.passesWhen(test, tags)),
      this.isOpenlyFiltered ? UNKNOWN : true,
    ]);
    const whereItExists = typeof when === 'object' ? answerOf(when) : when;
    const answer = this.mayNotExist ? allOf([whereItExists, UNKNOWN]) : whereItExists;
    const how = `${namingLabel(named.naming)}${this.howFiltered}`;
    return { answer, whereItExists, when, naming: named.naming, conditions: this.conditions, how };
  }

  private name(tags: Tags, matches: (pattern: ArnPattern) => Answer): Named {
    if (this.namesNothing) { return { when: UNKNOWN, naming: { by: 'conditions' } }; }
    const perhaps: Required<Named>[] = this.isOpen ? [{ when: UNKNOWN, naming: { by: 'unknown' } }] : [];
    // An ARN first: it selects types that the account has not opted in to as well
    for (const pattern of this.patterns) {
      const answer = pattern.matchesAll ? false : matches(pattern);
      const naming: Naming = { by: 'arn', arn: pattern.arn };
      if (answer === true) { return { when: answer, naming }; }
      if (answer === UNKNOWN) { perhaps.push({ when: answer, naming }); }
    }
    for (const test of this.tags) {
      const when = this.passesWhen(test, tags);
      const naming: Naming = { by: 'tag', test };
      if (when === true) { return { when, naming }; }
      if (when !== false) { perhaps.push({ when, naming }); }
    }
    if (this.patterns.some(({ matchesAll }) => matchesAll)) { return { when: true, naming: { by: 'everything' } }; }
    const known = perhaps.map(({ when }) => when).filter((when) => when !== UNKNOWN);
    // In other cases, an unknown part might select the resource
    const isOpen = known.length < perhaps.length && answerOf({ any: known }) !== true;
    return { when: isOpen ? UNKNOWN : { any: known }, naming: perhaps[0]?.naming };
  }

  private passesWhen(test: Test, tags: Tags): Formula | typeof UNKNOWN {
    const cost = TEST + (isKnown(test.value) ? test.value.length : 0);
    if (!this.effort.allows(cost)) { return UNKNOWN; }
    this.effort.spend(cost);
    return passesWhen(test, tags);
  }
}

/** In comparisons: what each test of a tag costs in addition to its characters. */
const TEST = 10;

/** When a resource with these tags passes. */
function passesWhen(test: Test, tags: Tags): Formula | typeof UNKNOWN {
  const answer = passes(test, tagOf(tags, test.key));
  if (answer !== UNKNOWN) { return answer; }
  const actual = choicesOfTag(tags, test.key);
  const wanted = isKnown(test.value) ? [{ value: test.value, when: true }] : test.choices ?? UNKNOWN;
  if (actual === UNKNOWN || wanted === UNKNOWN) { return UNKNOWN; }
  return {
    any: actual.flatMap((one) => wanted.filter(({ value }) => passes({ ...test, value }, one.value) === true)
      .map((other) => ({ all: [one.when, other.when] }))),
  };
}

function all(formulas: readonly (Formula | typeof UNKNOWN)[]): Formula | typeof UNKNOWN {
  if (formulas.includes(false)) { return false; }
  const known = formulas.filter((formula) => formula !== UNKNOWN);
  if (known.length < formulas.length) { return answerOf({ all: known }) === false ? false : UNKNOWN; }
  return known.every((formula) => formula === true) || { all: known };
}

function patternsOf(arns: Value<readonly Value<Text>[]>): ArnPattern[] {
  return isKnown(arns) ? arns.filter(isKnown).map((arn) => new ArnPattern(arn)) : [];
}

function isResolved(arns: Value<readonly Value<Text>[]>): boolean {
  return arns === undefined || (arns !== UNKNOWN && arns.every(isKnown));
}

/** AWS requires the prefix. A key without it is read as if it had the prefix. */
function bare(key: string): string {
  return key.startsWith(RESOURCE_TAG_PREFIX) ? key.slice(RESOURCE_TAG_PREFIX.length) : key;
}

const SIGNS = { StringEquals: '=', StringNotEquals: '!=', StringLike: ' like ', StringNotLike: ' not like ' };

function namingLabel(naming: Naming): string {
  switch (naming.by) {
    case 'arn': return `by ARN '${naming.arn.text.toString()}'`;
    case 'tag': return `by tag ${testLabel(naming.test)}`;
    case 'everything': return 'by \'*\'';
    case 'conditions': return 'by conditions alone';
    case 'unknown': return 'by a list that is known only after the deployment';
  }
}

function testLabel({ operator, key, value }: TagTest): string {
  return `${key}${SIGNS[operator]}${isKnown(value) ? value : '?'}`;
}
