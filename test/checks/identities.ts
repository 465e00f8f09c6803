import type { Finding } from '../../src/checks/evaluate';

/** The messages of different findings with the same place and key, which a baseline cannot distinguish. */
export function ambiguous(findings: readonly Finding[]): string[][] {
  const byPlace = new Map<string, Set<string>>();
  for (const { rule, address: { sourceId, logicalId, path }, key, message } of findings) {
    const place = JSON.stringify([rule.id, sourceId, logicalId, path, key]);
    byPlace.set(place, new Set([...byPlace.get(place) ?? [], message]));
  }
  return [...byPlace.values()].filter((messages) => messages.size > 1).map((messages) => [...messages]);
}
