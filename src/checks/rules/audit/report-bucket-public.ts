import { type Context, type Request, UNRELATED_ADDRESSES, evaluatePolicies, readDocument } from '../../../iam';
import { type BackupInventory, type Entity, type Protectable, Text, sameArn } from '../../../inventory';
import { type Answer, allOf, anyOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged, nameOf } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const BUCKET = 'ReportDeliveryChannel.S3BucketName';
const BLOCK = 'PublicAccessBlockConfiguration';

export const reportBucketPublic: Rule = {
  id: RuleId.REPORT_BUCKET_PUBLIC,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The public cannot read the bucket of a report plan.',
  why: 'Reports name accounts, resources, and vaults, and which of them have no backups.',
  fix: 'Block public access to the bucket, and allow only named principals.',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  evaluate: (inventory) => inventory.ofType('AWS::Backup::ReportPlan').flatMap((plan) => outcomesOf(plan, inventory)),
};

function outcomesOf(plan: Entity, inventory: BackupInventory): Outcome[] {
  const property = plan.properties.get('ReportDeliveryChannel').get('S3BucketName');
  const name = property.text();
  const bucket = isKnown(name) ? inventory.protectables.find(({ address, arn }) => address.cfnType === 'AWS::S3::Bucket' && sameArn(Text.of('arn:aws:s3:::', name), arn) === true) : undefined;
  if (!bucket) { return []; }
  const subject = `report plan ${nameOf(plan, plan.properties.get('ReportPlanName').string())}`;
  const { logicalId } = bucket.address;
  const [byPolicy, byAcl] = [allOf([not(blocks(bucket, 'RestrictPublicBuckets')), letsEveryoneRead(bucket, inventory)]), allOf([not(blocks(bucket, 'IgnorePublicAcls')), hasPublicAcl(bucket)])];
  const problems = [
    ...byPolicy === true ? [new Problem('policy', `'${BUCKET}' should be a bucket that the public cannot read, got the bucket ${logicalId}, whose policy allows everyone to read. Name the principals in the policy.`)] : [],
    ...byAcl === true ? [new Problem('acl', `'${BUCKET}' should be a bucket that the public cannot read, got the bucket ${logicalId} with a public access control list. Leave 'AccessControl' out.`)] : [],
  ];
  return judged(at(plan.address, property), problems.map((problem) => problem.of(subject)), [byPolicy, byAcl], `${subject}: whether the public can read the bucket ${logicalId} is unknown.`);
}

/** Without the property, S3 blocks public access to new buckets only. */
function blocks({ properties }: Protectable, setting: string): Answer {
  return properties.get(BLOCK).get(setting).boolean() ?? false;
}

function hasPublicAcl({ properties }: Protectable): Answer {
  const acl = properties.get('AccessControl').string();
  return isKnown(acl) ? /^(PublicRead(Write)?|AuthenticatedRead)$/.test(acl) : acl ?? false;
}

/** The keys that a request without credentials does not have. */
const MISSING = [
  'aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:principaltype', 'aws:userid', 'aws:username',
  'aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:calledvia',
];
const FROM_ANYWHERE = UNRELATED_ADDRESSES.map((address): Context => ({
  values: new Map<string, string[] | undefined>([
    ...MISSING.map((key) => [key, undefined] as const), ['aws:securetransport', ['true']], ['aws:sourceip', [address]],
  ]),
  others: UNKNOWN,
}));

function letsEveryoneRead(bucket: Protectable, inventory: BackupInventory): Answer {
  const reads = [['s3:GetObject', Text.of(bucket.arn, '/report.csv')], ['s3:ListBucket', bucket.arn]];
  const requests = reads.map(([action, resource]) => FROM_ANYWHERE.map((context): Request => ({
    caller: { kind: 'anonymous', account: UNKNOWN, arn: UNKNOWN },
    action: action as string,
    resource: resource as Text,
    account: UNKNOWN,
    context,
  })));
  return anyOf(inventory.ofType('AWS::S3::BucketPolicy').map(({ properties }) => {
    const name = properties.get('Bucket').text();
    const isItsOwn = isKnown(name) ? sameArn(Text.of('arn:aws:s3:::', name), bucket.arn) : UNKNOWN;
    if (isItsOwn === false) { return false; }
    const document = properties.get('PolicyDocument');
    const resource = readDocument(document.json(), document.effort);
    const isAllowed = (request: Request) => evaluatePolicies(request, { identity: [], resource }).allowed;
    return allOf([isItsOwn, anyOf(requests.map((fromEach) => allOf(fromEach.map(isAllowed))))]);
  }));
}
