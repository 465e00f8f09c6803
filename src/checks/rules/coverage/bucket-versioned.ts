import type { Protectable, Coverage } from '../../../inventory';
import { missingRequirement } from '../../../validation/selection/protectable';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { isNamedByArn } from '../../subjects/named';

export const bucketVersioned: Rule = {
  id: RuleId.BUCKET_VERSIONED,
  packs: ['ValidityChecks', 'CoverageChecks'],
  level: 'error',
  what: 'A bucket that is backed up is versioned.',
  why: 'AWS Backup takes versioned buckets only: the selection names the bucket, and no backup of it is ever made. '
    + 'A warning where only \'*\' or a tag takes it, since the account may not have opted in to S3.',
  fix: 'Turn on versioning, with a lifecycle rule that ends old versions; or leave the bucket out of the selection.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.protectables.flatMap((resource) => outcomesOf(resource, () => inventory.coverageOf(resource))),
};

function outcomesOf(resource: Protectable, coverage: () => Coverage): Outcome[] {
  const row = resource.rows.find(({ requirement }) => requirement);
  if (!row?.requirement) { return []; }
  const { path } = row.requirement;
  const property = path.reduce((holder, name) => holder.get(name), resource.properties);
  const value = property.string();
  const missing = missingRequirement(row, path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>);
  if (missing === undefined && value !== UNKNOWN) { return []; }
  const { covered, reaches } = coverage();
  if (covered === 'no') { return []; }
  const [address, name] = [at(resource.address, property), path.join('.')];
  if (missing === undefined || covered === UNKNOWN) {
    return [unknown(address, `'${name}': whether the bucket is backed up${missing === undefined ? ' and versioned' : ', without versioning,'} cannot be known`)];
  }
  const certain = reaches.filter(({ answer }) => answer === true);
  const named = certain.find(isNamedByArn);
  const { selection, how } = named ?? certain[0];
  return [fault(address, `'${name}' must be '${row.requirement.value}' for a bucket that selection ${selection.inWords} takes ${how}, `
    + `got ${value === undefined ? 'none' : `'${String(value)}'`}. ${missing}`, named ? undefined : 'warning')];
}
