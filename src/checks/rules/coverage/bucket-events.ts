import { type Protectable, propertyAt } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled';

export const bucketEvents: Rule = {
  id: RuleId.BUCKET_EVENTS,
  packs: ['CoverageChecks'],
  level: 'warning',
  what: 'A bucket that is backed up sends its events to EventBridge.',
  why: 'AWS Backup tracks the changes of a bucket by its events. Without events, backups miss changes, and AWS Backup reports no error.',
  fix: 'Turn on EventBridge for the bucket. Or leave out the property, and AWS Backup turns on EventBridge.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.protectables.filter(isBucket).flatMap((bucket) => {
    const property = propertyAt(bucket.properties, PROPERTY);
    const enabled = property.boolean() ?? true;
    if (enabled === true || inventory.coverageOf(bucket).covered === 'no') { return []; }
    const address = at(bucket.address, property);
    return enabled === UNKNOWN || inventory.coverageOf(bucket).covered === UNKNOWN
      ? [unknown(address, `'${PROPERTY}': whether the bucket is backed up without events is unknown.`)]
      : [fault(address, new Problem('off', `'${PROPERTY}' should be true for a bucket that is backed up, got false. Turn it on, or leave it out. AWS Backup misses changes without it.`))];
  }),
};

function isBucket({ rows }: Protectable): boolean {
  return rows.some(({ id }) => id === 'S3');
}
