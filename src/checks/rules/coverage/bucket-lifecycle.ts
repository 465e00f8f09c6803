import { DEFAULT_SCHEDULE } from '../../../capabilities/limits';
import { S3_CLASSES_WITHOUT_BACKUP } from '../../../capabilities/s3-storage-classes';
import type { BackupInventory, PlanRule, Property, Protectable } from '../../../inventory';
import { parseCron } from '../../../schedule/cron';
import { gapsOf } from '../../../schedule/gaps';
import { Problem } from '../../../values/problem';
import { count } from '../../../values/quantity';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { rulesSelecting } from '../../subjects/selected';

const PROPERTY = 'LifecycleConfiguration.Rules';
const MINUTES_PER_DAY = 1440;

export const bucketLifecycle: Rule = {
  id: RuleId.BUCKET_LIFECYCLE,
  packs: ['CoverageChecks'],
  level: 'warning',
  what: 'The lifecycle rules of a bucket do not delete or archive its objects before they are backed up.',
  why: 'AWS Backup does not back up objects in S3 Glacier Flexible Retrieval and S3 Glacier Deep Archive. Objects that expire between two backups are in no backup, and neither are objects that expire before the next backup, if one fails.',
  fix: 'Move objects to another storage class, such as S3 Glacier Instant Retrieval, or let them expire later.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.protectables.filter(({ address }) => address.cfnType === 'AWS::S3::Bucket').flatMap((bucket) => outcomesOf(bucket, inventory)),
};

function outcomesOf(bucket: Protectable, inventory: BackupInventory): Outcome[] {
  const list = bucket.properties.get('LifecycleConfiguration').get('Rules');
  if (list.isPresent === false) { return []; }
  const { covered } = inventory.coverageOf(bucket);
  if (covered === 'no') { return []; }
  const doubt = unknown(at(bucket.address, list), `'${PROPERTY}': whether objects of the bucket that is backed up expire or move before a backup is unknown.`);
  if (list.items() === UNKNOWN) { return [doubt]; }
  const problems = itemsIn(list).filter((rule) => rule.get('Status').string() === 'Enabled').flatMap((rule) => problemsOf(rule, bucket, inventory));
  if (problems.length > 0 && covered === UNKNOWN) { return [doubt]; }
  return [
    ...problems.filter(({ certain }) => certain).map(({ property, problem }) => fault(at(bucket.address, property), problem)),
    ...problems.every(({ certain }) => certain) ? [] : [doubt],
  ];
}

interface Found {
  readonly property: Property;
  readonly problem: Problem;
  /** False if other rules might select the bucket. */
  readonly certain: boolean;
}

function problemsOf(rule: Property, bucket: Protectable, inventory: BackupInventory): Found[] {
  const moves = [...itemsIn(rule.get('Transitions')), rule.get('Transition')].flatMap((transition): Found[] => {
    const property = transition.get('StorageClass');
    const storageClass = property.string();
    const name = isKnown(storageClass) ? S3_CLASSES_WITHOUT_BACKUP.classes[storageClass] : undefined;
    return name === undefined ? [] : [{
      property,
      problem: new Problem('archive', `'${PROPERTY}' of a bucket that is backed up should not move objects to ${name}, got '${String(storageClass)}'. AWS Backup does not back up `
        + 'objects there. Use GLACIER_IR.'),
      certain: true,
    }];
  });
  const property = rule.get('ExpirationInDays');
  const days = property.number();
  const { rules, complete } = rulesSelecting(inventory, bucket);
  const interval = isKnown(days) && !isFiltered(rule) ? shortestInterval(rules) : undefined;
  return isKnown(days) && interval !== undefined && days * MINUTES_PER_DAY <= interval
    ? [...moves, {
      property,
      problem: new Problem('expiry', `'${PROPERTY}' of a bucket that is backed up should keep objects for longer than from one backup to the next, got an expiry after ${count(days, 'days')}, and at most `
        + `${count(Math.ceil(interval / MINUTES_PER_DAY), 'days')} between backups. If one backup fails, objects are in none. Raise 'ExpirationInDays', or back up more often.`),
      certain: complete,
    }]
    : moves;
}

/** A rule for some objects, such as temporary ones, can be intended. */
function isFiltered(rule: Property): boolean {
  return ['Prefix', 'TagFilters', 'ObjectSizeGreaterThan', 'ObjectSizeLessThan'].some((name) => rule.get(name).isPresent !== false && rule.get(name).string() !== '');
}

/** The longest time between two backups by the rule that has the shortest, in minutes. `undefined` if it is unknown, or if a backup is continuous. */
function shortestInterval(rules: readonly PlanRule[]): number | undefined {
  const intervals = rules.map(({ continuous, schedule, timezone }) => (
    continuous === true || continuous === UNKNOWN || timezone === UNKNOWN ? undefined : intervalOf(schedule, timezone)
  ));
  const known = intervals.filter((interval) => interval !== undefined);
  // A template can have more rules than a call can have arguments
  return intervals.length > 0 && known.length === intervals.length ? known.reduce((least, interval) => Math.min(least, interval)) : undefined;
}

function intervalOf(schedule: Value<string>, timezone: string | undefined): number | undefined {
  const { fields } = schedule === UNKNOWN ? { fields: undefined } : parseCron(schedule ?? DEFAULT_SCHEDULE.expression);
  return fields && gapsOf(fields, timezone)?.longest;
}
