import { type Feature, RESOURCE_TYPES, certainlyHas } from '../../capabilities/resource-types';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

const IN_WORDS: Partial<Record<Feature, string>> = { searchIndex: 'indexes', malwareScan: 'scans for malware' };

/** The names of the types that certainly have a feature. */
export function resourceTypesWith(feature: Feature): string[] {
  return [...new Set(RESOURCE_TYPES.filter((row) => certainlyHas(row, feature)).map((row) => row.resourceType))].sort();
}

export function featureProblems(name: string, resourceType: Value<string>, feature: Feature): Problem[] {
  const having = resourceTypesWith(feature);
  return !isKnown(resourceType) || having.includes(resourceType)
    ? []
    : [new Problem('type', `'${name}' must be one of the types that AWS Backup ${IN_WORDS[feature] ?? `has ${feature} for`} (${having.join(', ')}), got '${resourceType}'. `
      + 'Choose one of them, or leave it out.', resourceType)];
}
