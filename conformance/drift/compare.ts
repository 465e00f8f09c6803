import type { Authority, Fact } from './aws/fact';
import { inWords } from './aws/fact';
import { matchedOtherwise } from './names';
import type { Held, HeldName } from './ours';
import type { Reviewed } from './reviewed';

/** Facts that several authorities state are one. */
export function union(authorities: readonly Authority[]): Fact[] {
  return [...new Map(authorities.flatMap(({ facts }) => facts).map((fact) => [inWords(fact), fact])).values()];
}

/** What a table of ours holds, and nobody at AWS states. */
export function unfounded(held: readonly Held[], stated: readonly Fact[], beyond: readonly Reviewed[]): string[] {
  const known = namesOf(stated, beyond);
  return [
    ...held.flatMap(({ table, facts }) => facts.map(inWords).filter((fact) => !known.has(fact)).map((fact) => `${table} holds what AWS does not state: ${fact}`)),
    ...stale(beyond, new Set(held.flatMap(({ facts }) => facts.map(inWords)))),
  ];
}

/** What AWS states, and neither a table of ours holds nor somebody has reviewed. */
export function missing(stated: readonly Fact[], held: readonly Held[], names: readonly HeldName[], lacking: readonly Reviewed[]): string[] {
  const known = namesOf(held.flatMap(({ facts }) => facts), lacking);
  const reviewed = new Set(lacking.flatMap(factsOf));
  const inNames = new Set(names.flatMap(({ of }) => of));
  return [
    ...stated.filter((fact) => !known.has(inWords(fact)) && !(inNames.has(fact.of) && fact.kind !== 'value'))
      .map((fact) => `AWS states what no table of ours holds: ${inWords(fact)}`),
    ...stale(lacking, new Set(stated.map(inWords))),
    ...held.flatMap(({ table, facts }) => facts.map(inWords).filter((fact) => reviewed.has(fact))
      .map((fact) => `reviewed as lacking, and ${table} holds it: ${fact}; take it out of conformance/drift/reviewed.ts`)),
  ];
}

/** Names that our pattern takes and one of AWS does not, or the other way round. */
export function strayNames(names: readonly HeldName[], stated: readonly Fact[], reviewed: readonly { readonly of: string }[]): string[] {
  return names.flatMap(({ table, name, of }) => of.flatMap((each) => {
    const facts = stated.filter((fact) => fact.of === each);
    if (facts.length === 0) { return [`${table}: AWS states nothing of ${each}`]; }
    const samples = matchedOtherwise(name.pattern, facts);
    const isReviewed = reviewed.some((review) => review.of === each);
    if (samples.length > 0 === isReviewed) { return []; }
    return [isReviewed ? `${each} is as ${table} now: take it out of conformance/drift/reviewed.ts`
      : `${table} and ${each} differ about ${samples.length} names, such as ${JSON.stringify(samples[0])}: ${facts.map(inWords).join(', ')}`];
  }));
}

function namesOf(facts: readonly Fact[], reviewed: readonly Reviewed[]): Set<string> {
  return new Set([...facts.map(inWords), ...reviewed.flatMap(factsOf)]);
}

function factsOf({ of, facts }: Reviewed): string[] {
  return facts.map((fact) => `${of}: ${fact}`);
}

function stale(reviewed: readonly Reviewed[], present: ReadonlySet<string>): string[] {
  return reviewed.flatMap(factsOf).filter((fact) => !present.has(fact)).map((fact) => `reviewed, and there no more: ${fact}; take it out of conformance/drift/reviewed.ts`);
}
