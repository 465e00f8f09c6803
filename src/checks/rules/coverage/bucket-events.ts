import type { Protectable } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled';

export const bucketEvents: Rule = {
  id: RuleId.BUCKET_EVENTS,
  packs: ['CoverageChecks'],
  level: 'warning',
  what: 'A bucket that is backed up sends its events to EventBridge.',
  why: 'AWS Backup follows the changes of a bucket by its events; without them backups fall behind, and nothing says so.',
  fix: 'Turn EventBridge on for the bucket, or leave the property out: AWS Backup then turns it on.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.protectables.filter(isBucket).flatMap((bucket) => {
    const property = PROPERTY.split('.').reduce((holder, name) => holder.get(name), bucket.properties);
    const enabled = property.boolean() ?? true;
    if (enabled === true || inventory.coverageOf(bucket).covered === 'no') { return []; }
    const address = at(bucket.address, property);
    return enabled === UNKNOWN || inventory.coverageOf(bucket).covered === UNKNOWN
      ? [unknown(address, `'${PROPERTY}': whether the bucket is backed up without events cannot be known`)]
      : [fault(address, `'${PROPERTY}' should be true for a bucket that is backed up, got false: AWS Backup misses the changes, turn it on or leave it out`)];
  }),
};

function isBucket({ rows }: Protectable): boolean {
  return rows.some(({ id }) => id === 'S3');
}
