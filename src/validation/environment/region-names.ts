import { REGIONS, partitionOf } from '../../capabilities/regions';
import { nearest } from '../../values/nearest';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

/** Checks the form of the ID, so Regions that are newer than the table are accepted. */
export function regionProblems(name: string, region: string): Problem[] {
  if (partitionOf(region) !== undefined) { return []; }
  const similar = REGIONS.map(({ id }) => id).filter((id) => squeezed(id) === squeezed(region));
  const fix = similar.length > 0 ? `Did you mean '${similar.join('\' or \'')}'?` : 'Write it as AWS does.';
  return [new Problem('region', `'${name}' must be the ID of a Region, such as 'eu-central-1', got '${region}'. ${fix}`)];
}

/**
 * A warning only, because AWS adds Regions.
 *
 * @param subject with its verb: `'copyTo' should name`
 */
export function newRegionWarnings(subject: string, region: Value<string>): Problem[] {
  if (!isKnown(region) || partitionOf(region) === undefined || REGIONS.some(({ id }) => id === region)) { return []; }
  return [new Problem('new-region', `${subject} a Region that this library knows, got '${region}'. Did you mean '${nearest(region, REGIONS.map(({ id }) => id))}'? If the Region is newer than this library, acknowledge the warning.`)];
}

function squeezed(region: string): string {
  return region.toLowerCase().replace(/[^a-z0-9]/g, '');
}
