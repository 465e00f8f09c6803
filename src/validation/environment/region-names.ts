import { REGIONS, partitionOf } from '../../capabilities/regions';
import { Problem } from '../../values/problem';

/** Checks the form of the ID, so Regions that are newer than the table are accepted. */
export function regionProblems(name: string, region: string): Problem[] {
  if (partitionOf(region) !== undefined) { return []; }
  const similar = REGIONS.map(({ id }) => id).filter((id) => squeezed(id) === squeezed(region));
  const fix = similar.length > 0 ? `Did you mean '${similar.join('\' or \'')}'?` : 'Write it as AWS does.';
  return [new Problem('region', `'${name}' must be the ID of a Region, such as 'eu-central-1', got '${region}'. ${fix}`)];
}

function squeezed(region: string): string {
  return region.toLowerCase().replace(/[^a-z0-9]/g, '');
}
