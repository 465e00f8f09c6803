import { type Authority, type Fact, label } from './aws/fact';
import { matchedOtherwise } from './names';
import type { Held, HeldName } from './ours';
import type { Reviewed } from './reviewed';

/** Merges equal facts of several sources. */
export function union(authorities: readonly Authority[]): Fact[] {
  return [...new Map(authorities.flatMap(({ facts }) => facts).map((fact) => [label(fact), fact])).values()];
}

/** Facts in our tables that no source of AWS states. */
export function unfounded(held: readonly Held[], stated: readonly Fact[], beyond: readonly Reviewed[]): string[] {
  const known = namesOf(stated, beyond);
  return [
    ...held.flatMap(({ table, facts }) => facts.map(label).filter((fact) => !known.has(fact)).map((fact) => `${table} has a fact that AWS does not state: ${fact}`)),
    ...stale(beyond, new Set(held.flatMap(({ facts }) => facts.map(label)))),
  ];
}

/** Facts of AWS that are neither in our tables nor reviewed. */
export function missing(stated: readonly Fact[], held: readonly Held[], names: readonly HeldName[], lacking: readonly Reviewed[]): string[] {
  const known = namesOf(held.flatMap(({ facts }) => facts), lacking);
  const reviewed = new Set(lacking.flatMap(factsOf));
  const inNames = new Set(names.flatMap(({ of }) => of));
  return [
    ...stated.filter((fact) => !known.has(label(fact)) && !(inNames.has(fact.of) && fact.kind !== 'value'))
      .map((fact) => `AWS states a fact that our tables do not have: ${label(fact)}`),
    ...stale(lacking, new Set(stated.map(label))),
    ...held.flatMap(({ table, facts }) => facts.map(label).filter((fact) => reviewed.has(fact))
      .map((fact) => `reviewed as missing, but ${table} has it: ${fact}. Remove it from conformance/drift/reviewed.ts.`)),
  ];
}

/** Names that only one of our pattern and AWS's pattern accepts. */
export function strayNames(names: readonly HeldName[], stated: readonly Fact[], reviewed: readonly { readonly of: string }[]): string[] {
  return names.flatMap(({ table, name, of }) => of.flatMap((each) => {
    const facts = stated.filter((fact) => fact.of === each);
    if (facts.length === 0) { return [`${table}: AWS states nothing about ${each}`]; }
    const samples = matchedOtherwise(name.pattern, facts);
    const isReviewed = reviewed.some((review) => review.of === each);
    if (samples.length > 0 === isReviewed) { return []; }
    return [isReviewed ? `${each} equals ${table} now. Remove it from conformance/drift/reviewed.ts.`
      : `${table} and ${each} differ about ${samples.length} names, such as ${JSON.stringify(samples[0])}: ${facts.map(label).join(', ')}`];
  }));
}

function namesOf(facts: readonly Fact[], reviewed: readonly Reviewed[]): Set<string> {
  return new Set([...facts.map(label), ...reviewed.flatMap(factsOf)]);
}

function factsOf({ of, facts }: Reviewed): string[] {
  return facts.map((fact) => `${of}: ${fact}`);
}

function stale(reviewed: readonly Reviewed[], present: ReadonlySet<string>): string[] {
  return reviewed.flatMap(factsOf).filter((fact) => !present.has(fact)).map((fact) => `reviewed, but AWS no longer states it: ${fact}. Remove it from conformance/drift/reviewed.ts.`);
}
