import { type SelectionCounts, replacementWarnings } from '../validation/selection/selection-quotas';

/** The selections of one construct. A change of the construct replaces them together. */
export interface ConstructSelections extends SelectionCounts {
  readonly path: string;
}

export function groupOf(usingTags: readonly boolean[]): SelectionCounts {
  return { all: usingTags.length, withTags: usingTags.filter((tags) => tags).length };
}

export function totalOf(groups: readonly SelectionCounts[]): SelectionCounts {
  return groups.reduce((sum, { all, withTags }) => ({ all: sum.all + all, withTags: sum.withTags + withTags }), { all: 0, withTags: 0 });
}

/** A warning for the construct with the most selections, if replacing them would exceed a quota. */
export function unchangeableSelections(groups: readonly ConstructSelections[]): string[] {
  const [largest] = [...groups].sort((one, other) => other.withTags - one.withTags || other.all - one.all);
  return largest ? replacementWarnings('the plan', totalOf(groups), largest, `A change of '${largest.path}'`).map(({ message }) => message) : [];
}
