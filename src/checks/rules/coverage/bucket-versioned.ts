import { requirementOf } from './requirement';
import type { Protectable, Coverage } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { isNamedByArn } from '../../subjects/named';

export const bucketVersioned: Rule = {
  id: RuleId.BUCKET_VERSIONED,
  packs: ['ValidityChecks', 'CoverageChecks'],
  level: 'error',
  what: 'A bucket that is backed up is versioned.',
  why: 'AWS Backup backs up only versioned buckets. The plan deploys, but every job for the bucket fails. '
    + 'The finding is a warning if only \'*\' or a tag selects the bucket, because the account might not have opted in to S3.',
  fix: 'Turn on versioning, with a lifecycle rule that expires old versions. Or leave the bucket out of the selection.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.protectables.flatMap((resource) => outcomesOf(resource, () => inventory.coverageOf(resource))),
};

function outcomesOf(resource: Protectable, coverage: () => Coverage): Outcome[] {
  const requirement = requirementOf(resource);
  if (!requirement) { return []; }
  const { path, required, property, value, missing } = requirement;
  if (missing === undefined && value !== UNKNOWN) { return []; }
  const { covered, reaches } = coverage();
  if (covered === 'no') { return []; }
  const [address, name] = [at(resource.address, property), path.join('.')];
  if (missing === undefined || covered === UNKNOWN) {
    return [unknown(address, `'${name}': whether the bucket is backed up${missing === undefined ? ' and versioned' : ', without versioning,'} is unknown.`)];
  }
  // Several selections under different conditions can cover a bucket that none of them certainly selects
  const certain = reaches.filter(({ answer }) => answer === true);
  const named = certain.find(isNamedByArn);
  const { selection, how } = named ?? certain[0] ?? reaches[0];
  return [fault(address, new Problem('unversioned', `'${name}' must be '${required}' for a bucket that selection ${selection.label} selects ${how}, `
    + `got ${value === undefined ? 'none' : `'${String(value)}'`}. ${missing}`), named ? undefined : 'warning')];
}
