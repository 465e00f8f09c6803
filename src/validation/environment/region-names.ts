import { REGIONS, partitionOf } from '../../capabilities/regions';

/** By its form, so that Regions that are younger than the table are taken. */
export function regionProblems(name: string, region: string): string[] {
  if (partitionOf(region) !== undefined) { return []; }
  const similar = REGIONS.map(({ id }) => id).filter((id) => squeezed(id) === squeezed(region));
  return [`'${name}' must be the id of a Region, such as 'eu-central-1', got '${region}': ${similar.length > 0 ? `did you mean '${similar.join('\' or \'')}'?` : 'write it as AWS does'}`];
}

function squeezed(region: string): string {
  return region.toLowerCase().replace(/[^a-z0-9]/g, '');
}
