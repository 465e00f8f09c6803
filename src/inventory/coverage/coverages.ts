import type { Coverage, Reach } from './coverage';
import { SelectionGroup } from './selection-group';
import type { Answer } from '../../values/answer';
import { append } from '../../values/append';
import { UNKNOWN, isKnown } from '../../values/unknown';
import type { Protectable, Selection } from '../entities';
import { type Environment, environmentKey, sameEnvironment } from '../environment';
import { type Case, type Formula, casesOf, isTrueIn } from '../resolve/formula';
import { Arn } from '../text/arn';

interface SeenGroup {
  readonly group: SelectionGroup;
  /** Whether it is of the same environment. */
  readonly answer: Answer;
}

/** The selections of each resource. */
export class Coverages {
  private readonly groups: readonly SelectionGroup[];
  /** Resources of one stack share their environment. */
  private readonly groupsByEnvironment = new Map<Environment, readonly SeenGroup[]>();
  private readonly byReaches = new Map<readonly Reach[], Coverage>();
  private readonly inCases = new Map<Coverage, Map<Formula, Coverage>>();
  private readonly known = new Map<Protectable, Coverage>();
  private bySelection?: ReadonlyMap<Selection, readonly Protectable[]>;
  private arnKeys?: ReadonlySet<string>;

  /** @param mayHaveMore whether there might be selections that no template shows */
  constructor(
    selections: readonly Selection[],
    private readonly protectables: readonly Protectable[],
    private readonly mayHaveMore: (environment: Environment) => boolean,
  ) {
    const byEnvironment = new Map<string, Selection[]>();
    for (const selection of selections) {
      const key = environmentKey(selection.environment);
      append(byEnvironment, key, selection);
    }
    this.groups = [...byEnvironment.values()].map((each) => new SelectionGroup(each, (key) => this.isInApp(key)));
  }

  /** Whether some answers are unknown because there are too many patterns and resources. */
  public get isExceeded(): boolean {
    return this.groups.some((group) => group.isExceeded);
  }

  public of(resource: Protectable): Coverage {
    const coverage = this.known.get(resource) ?? this.withUnseen(this.inEveryCase(this.ofReaches(this.reachesOf(resource)), resource), resource);
    this.known.set(resource, coverage);
    return coverage;
  }

  public resourcesOf(selection: Selection): readonly Protectable[] {
    this.bySelection ??= this.turned();
    return this.bySelection.get(selection) ?? [];
  }

  private reachesOf(resource: Protectable): readonly Reach[] {
    const groups = this.groupsOf(resource.environment);
    if (groups.length === 1 && groups[0].answer === true) { return groups[0].group.reaches(resource); }
    return groups.flatMap(({ group, answer }) => {
      const reaches = group.reaches(resource);
      return answer === true ? reaches : reaches.map((reach): Reach => ({ ...reach, answer: UNKNOWN, whereItExists: UNKNOWN, when: UNKNOWN }));
    });
  }

  /** One coverage for all resources with the same selections. */
  private ofReaches(reaches: readonly Reach[]): Coverage {
    const coverage = this.byReaches.get(reaches) ?? coverageBy(reaches);
    this.byReaches.set(reaches, coverage);
    return coverage;
  }

  /** One coverage for all resources with the same selections and the same condition. */
  private inEveryCase(coverage: Coverage, { existence }: Protectable): Coverage {
    if (coverage.covered !== UNKNOWN) { return coverage; }
    const known = this.inCases.get(coverage) ?? new Map<Formula, Coverage>();
    const found = known.get(existence) ?? coverageInEveryCase(coverage, existence);
    this.inCases.set(coverage, known.set(existence, found));
    return found;
  }

  private withUnseen(coverage: Coverage, { environment }: Protectable): Coverage {
    return coverage.covered === 'no' && this.mayHaveMore(environment) ? { ...coverage, covered: UNKNOWN } : coverage;
  }

  private groupsOf(environment: Environment): readonly SeenGroup[] {
    const groups = this.groupsByEnvironment.get(environment) ?? this.groups
      .map((group): SeenGroup => ({ group, answer: sameEnvironment(group.environment, environment) }))
      .filter(({ answer }) => answer !== false);
    this.groupsByEnvironment.set(environment, groups);
    return groups;
  }

  private isInApp(arnKey: string): boolean {
    this.arnKeys ??= new Set(this.protectables.map(({ arn }) => new Arn(arn).key).filter((key) => key !== undefined));
    return this.arnKeys.has(arnKey);
  }

  private turned(): ReadonlyMap<Selection, readonly Protectable[]> {
    const alike = new Map<Coverage, Protectable[]>();
    for (const resource of this.protectables) { append(alike, this.of(resource), resource); }
    const kinds = new Map<Selection, (readonly Protectable[])[]>();
    for (const [{ reaches }, resources] of alike) {
      for (const selection of new Set(reaches.map((reach) => reach.selection))) { append(kinds, selection, resources); }
    }
    return new Map([...kinds].map(([selection, each]) => [selection, each.length === 1 ? each[0] : this.inOrder(each)]));
  }

  private inOrder(kinds: readonly (readonly Protectable[])[]): readonly Protectable[] {
    const selected = new Set(kinds.flat());
    return this.protectables.filter((resource) => selected.has(resource));
  }
}

function coverageBy(reaches: readonly Reach[]): Coverage {
  if (reaches.length === 0) { return { covered: 'no', reaches }; }
  return { covered: reaches.some(({ answer }) => answer === true) ? 'yes' : UNKNOWN, reaches };
}

/** Selections that depend on conditions and on parameters with few values: the coverage if it is the same wherever the resource exists. */
function coverageInEveryCase(coverage: Coverage, existence: Formula): Coverage {
  const reaches = coverage.reaches.map(({ selection, when }) => ({
    certain: when !== UNKNOWN,
    when: { all: [existenceOf(selection), when === UNKNOWN || when] },
  }));
  const cases = casesOf([existence, ...reaches.map(({ when }) => when)])?.filter((each) => isTrueIn(existence, each)) ?? [];
  if (cases.length === 0) { return coverage; }
  const reachingIn = (each: Case) => reaches.filter(({ when }) => isTrueIn(when, each));
  if (cases.every((each) => reachingIn(each).some(({ certain }) => certain))) { return { ...coverage, covered: 'yes' }; }
  return cases.every((each) => reachingIn(each).length === 0) ? { covered: 'no', reaches: [] } : coverage;
}

function existenceOf({ existence, plan }: Selection): Formula {
  return isKnown(plan) ? { all: [existence, plan.existence] } : existence;
}
