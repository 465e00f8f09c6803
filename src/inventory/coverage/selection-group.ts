import type { Reach } from './coverage';
import { SelectionMatcher } from './selection-matcher';
import type { Answer } from '../../values/answer';
import { Effort } from '../../values/possible-matches';
import { UNKNOWN } from '../../values/unknown';
import { type Protectable, type Selection, type Tags, keyOfTags, mayHaveTag } from '../entities';
import type { Environment } from '../environment';
import { Arn } from '../text/arn';
import type { ArnPattern } from '../text/arn-pattern';

/**
 * The selections of one environment. Whether they select a resource depends on its tags and the matching ARNs, so similar resources share a
 * result. Selections that name single resources are looked up by ARN.
 */
export class SelectionGroup {
  public readonly environment: Environment;
  /** ARNs of resources of the templates. They cannot name another resource, regardless of the names that a deployment chooses. */
  private readonly exact: ReadonlySet<ArnPattern>;
  private readonly byArn = new Map<string, SelectionMatcher[]>();
  private readonly byTagKey = new Map<string, SelectionMatcher[]>();
  private readonly shared: readonly SelectionMatcher[];
  /** Each ARN of the shared ones once. */
  private readonly patterns: ReadonlyMap<string, ArnPattern>;
  private readonly effort = new Effort();
  private readonly known = new Map<string, readonly Reach[]>();

  /** @param isInApp whether a resource of the templates has the ARN */
  constructor(selections: readonly Selection[], isInApp: (arnKey: string) => boolean) {
    this.environment = selections[0].environment;
    const matchers = selections.map((selection) => new SelectionMatcher(selection, this.effort));
    this.exact = new Set(matchers.flatMap(({ patterns, excluded }) => [...patterns, ...excluded]).filter(({ hasWildcard, arn: { key } }) => (
      !hasWildcard && key !== undefined && isInApp(key)
    )));
    this.shared = matchers.filter((matcher) => !this.looksUp(matcher));
    const patterns = this.shared.flatMap(({ patterns: own, excluded }) => [...own, ...excluded]);
    this.patterns = new Map(patterns.map((pattern) => [pattern.identity, pattern]));
  }

  /** Whether some answers are unknown because there are too many patterns and resources. */
  public get isExceeded(): boolean {
    return this.effort.isExceeded;
  }

  public reaches(resource: Protectable): readonly Reach[] {
    const shared = this.reachesOfShared(resource);
    const own = this.byArn.size > 0 ? this.reachesByArn(resource) : [];
    return own.length > 0 ? [...shared, ...own] : shared;
  }

  private reachesOfShared(resource: Protectable): readonly Reach[] {
    const { tags } = resource;
    const answers = this.answersFor(resource);
    const kind = `${keyOfTags(tags)}\0${answers === UNKNOWN ? '' : Array.from(answers.values(), letterOf).join('')}`;
    const reaches = this.known.get(kind) ?? reachesOf(this.shared, tags, (pattern) => (
      pattern.matchesAll || (answers === UNKNOWN ? UNKNOWN : answers.get(pattern.identity)!)
    ));
    this.known.set(kind, reaches);
    return reaches;
  }

  /** Whether each pattern matches the resource, by its identity. `UNKNOWN` if the effort is not enough to compare them. */
  private answersFor(resource: Protectable): ReadonlyMap<string, Answer> | typeof UNKNOWN {
    if (!this.effort.allows(this.patterns.size)) { return UNKNOWN; }
    const answers = new Map<string, Answer>();
    let arn: Arn | undefined;
    for (const [identity, pattern] of this.patterns) {
      answers.set(identity, pattern.matchesAll ? true : this.matches(pattern, arn ??= new Arn(resource.arn)));
    }
    return answers;
  }

  private reachesByArn(resource: Protectable): Reach[] {
    const { tags } = resource;
    const arn = new Arn(resource.arn);
    const candidates = new Set(arn.key === undefined ? [...this.byArn.values()].flat() : this.byArn.get(arn.key));
    for (const [key, matchers] of this.byTagKey) {
      if (mayHaveTag(tags, key)) { matchers.forEach((matcher) => candidates.add(matcher)); }
    }
    return reachesOf([...candidates], tags, (pattern) => this.matches(pattern, arn));
  }

  private matches(pattern: ArnPattern, arn: Arn): Answer {
    return arn.key !== undefined && this.exact.has(pattern) ? pattern.arn.key === arn.key : pattern.matches(arn, this.effort);
  }

  /** Whether it names resources of the templates, one by one. */
  private looksUp(matcher: SelectionMatcher): boolean {
    const { isOpen, patterns } = matcher;
    if (isOpen || patterns.length === 0 || !patterns.every((pattern) => this.exact.has(pattern))) { return false; }
    for (const { arn } of patterns) { add(this.byArn, arn.key!, matcher); }
    for (const { key } of matcher.tags) { add(this.byTagKey, key, matcher); }
    return true;
  }
}

function reachesOf(matchers: readonly SelectionMatcher[], tags: Tags, matches: (pattern: ArnPattern) => Answer): Reach[] {
  return matchers.flatMap((matcher) => {
    const { answer, whereItExists, when, naming, conditions, how } = matcher.match(tags, matches);
    if (answer === false || whereItExists === false || !naming) { return []; }
    return [{ selection: matcher.selection, answer, whereItExists, when, naming, conditions, how }];
  });
}

function letterOf(answer: Answer): string {
  return answer === UNKNOWN ? '?' : answer ? 'y' : 'n';
}

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const others = index.get(key);
  if (others) { others.push(value); } else { index.set(key, [value]); }
}
