import { BUCKET_POLICY, TOPIC_POLICIES } from '../../../capabilities/whole-policies';
import { type BackupInventory, type Entity, type Text, type Topic, sameArn } from '../../../inventory';
import { writtenTwice } from '../../../validation/environment/whole-policies';
import { isKnown } from '../../../values/unknown';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';
import { letsBackupPublish } from '../notification/letting-publish';
import { notifiedTopics } from '../notification/notified-topics';

export const policyWrittenTwice: Rule = {
  id: RuleId.POLICY_WRITTEN_TWICE,
  packs: ['ValidityChecks'],
  level: 'warning',
  what: 'One resource writes the policy of a topic that a vault notifies, or of a bucket that receives reports or data of AWS Config.',
  why: 'A topic and a bucket have one policy. Each resource writes the whole policy, so the last one replaces the others or is rejected.',
  fix: 'Write one policy with all statements.',
  page: 'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
  evaluate: (inventory) => [
    ...[...new Set(notifiedTopics(inventory).flatMap(({ target }) => target.topic ?? []))].flatMap((topic) => ofTopic(topic, inventory)),
    ...deliveryBuckets(inventory).flatMap((bucket) => ofBucket(bucket, inventory)),
  ],
};

const FIX = 'Write one policy with all statements.';

/** If all policies allow AWS Backup to publish, or none of them, their order makes no difference. */
function ofTopic(topic: Topic, inventory: BackupInventory): Outcome[] {
  const policies = TOPIC_POLICIES.flatMap(({ cfnType, names }) => inventory.ofType(cfnType).filter(({ properties }) => (
    [properties.get(names), ...itemsIn(properties.get(names))].some((each) => isTheSame(each.text(), topic.arn))
  )));
  const answers = policies.map(({ properties }) => letsBackupPublish(properties.get('PolicyDocument'), { topic: topic.arn }));
  const without = policies.filter((_, index) => answers[index] === false);
  if (without.length === 0 || without.length === policies.length) { return []; }
  const consequence = `The last one replaces the others, and AWS Backup cannot publish with ${idsOf(without, without[0]).join(' and ')}.`;
  return outcomesOf(policies, without[0], `the topic ${seenFrom(without[0].address, topic.address)}`, consequence, answers.includes(true));
}

function isTheSame(arn: ReturnType<Entity['properties']['text']>, topic: Text): boolean {
  return isKnown(arn) && sameArn(arn, topic) === true;
}

/** By their names. */
function deliveryBuckets(inventory: BackupInventory): Text[] {
  const written = [
    ...inventory.ofType('AWS::Backup::ReportPlan').map(({ properties }) => properties.get('ReportDeliveryChannel').get('S3BucketName')),
    ...inventory.ofType('AWS::Config::DeliveryChannel').map(({ properties }) => properties.get('S3BucketName')),
  ];
  const named = written.map((property) => property.text()).filter(isKnown).filter(({ key }) => key !== undefined);
  return named.filter(({ key }, index) => named.findIndex((other) => other.key === key) === index);
}

function ofBucket(bucket: Text, inventory: BackupInventory): Outcome[] {
  const policies = inventory.ofType(BUCKET_POLICY.cfnType).filter(({ properties }) => {
    const name = properties.get(BUCKET_POLICY.names).text();
    return isKnown(name) && name.key === bucket.key;
  });
  const consequence = 'CloudFormation rejects the second, or the last one replaces the others.';
  return policies.length > 1 ? outcomesOf(policies, policies[1], `the bucket ${bucket.toString()}`, consequence, true) : [];
}

function outcomesOf(policies: readonly Entity[], here: Entity, subject: string, consequence: string, certain: boolean): Outcome[] {
  return certain && policies.every((policy) => policy.certain)
    ? [fault(here.address, writtenTwice(subject, idsOf(policies, here), consequence, FIX))]
    : [unknown(here.address, `Whether several resources write the policy of ${subject} is unknown.`)];
}

function idsOf(entities: readonly Entity[], here: Entity): string[] {
  return entities.map(({ address }) => seenFrom(here.address, address));
}
