import { REPORTS_ROLE } from '../../../capabilities/reports';
import { type Json, evaluatePolicies, readDocument } from '../../../iam';
import { type BackupInventory, type Entity, type Property, type Protectable, Text, accountPart, partitionPart, sameArn } from '../../../inventory';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged, nameOf } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { type WrittenPrincipal, allows } from '../../statements';

const BUCKET = 'ReportDeliveryChannel.S3BucketName';

export const reportBucketPolicy: Rule = {
  id: RuleId.REPORT_BUCKET_POLICY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The bucket of a report plan allows AWS Backup to write.',
  why: 'AWS Backup creates reports every night, but cannot deliver them.',
  fix: `Allow s3:PutObject on the objects of the bucket to the role ${REPORTS_ROLE.name}. The role must exist first.`,
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-console.html',
  evaluate: (inventory) => inventory.ofType('AWS::Backup::ReportPlan').flatMap((plan) => outcomesOf(plan, inventory)),
};

function outcomesOf(plan: Entity, inventory: BackupInventory): Outcome[] {
  const property = plan.properties.get('ReportDeliveryChannel').get('S3BucketName');
  const name = property.text();
  if (name === undefined) { return []; }
  const bucket = inventory.protectables.find(({ address, arn }) => address.cfnType === 'AWS::S3::Bucket' && isBucket(name, arn) === true);
  const allowed = bucket ? letsWrite(bucket, inventory) : UNKNOWN;
  const label = bucket?.address.logicalId ?? (isKnown(name) ? `'${name.toString()}'` : 'that is unknown');
  const subject = `report plan ${nameOf(plan, plan.properties.get('ReportPlanName').string())}`;
  const problems = allowed === false
    ? [problemOf(label, bucket !== undefined && policiesOf(bucket, inventory).some(mentionsRole)).of(subject)]
    : [];
  return judged(at(plan.address, property), problems, [allowed], `${subject}: whether the bucket ${label} allows AWS Backup to write is unknown.`);
}

function problemOf(label: string, mentioned: boolean): Problem {
  const rule = `'${BUCKET}' must be a bucket whose policy allows 's3:PutObject' to the role '${REPORTS_ROLE.name}', got the bucket ${label}`;
  return mentioned
    ? new Problem('denied', `${rule} whose policy denies it. Exempt the role from the statements that deny it.`)
    : new Problem('policy', `${rule} without such a statement. Add one in an AWS::S3::BucketPolicy.`);
}

function letsWrite(bucket: Protectable, inventory: BackupInventory): Answer {
  return anyOf([inventory.unseenIn(bucket.environment), ...inventory.ofType('AWS::S3::BucketPolicy').map(({ properties }) => allOf([
    isBucket(properties.get('Bucket').text(), bucket.arn),
    allows(properties.get('PolicyDocument'), ACTION, isReportsRole),
    !denies(properties.get('PolicyDocument'), bucket),
  ]))]);
}

const ACTION = 's3:PutObject';

/** The policies that certainly belong to a bucket. */
function policiesOf({ arn }: Protectable, inventory: BackupInventory): Property[] {
  return inventory.ofType('AWS::S3::BucketPolicy').filter(({ properties }) => isBucket(properties.get('Bucket').text(), arn) === true)
    .map(({ properties }) => properties.get('PolicyDocument'));
}

function mentionsRole(document: Property): boolean {
  return allows(document, ACTION, isReportsRole) === true;
}

/** Whether a statement certainly denies it to the role on every object, regardless of other policies. */
function denies(document: Property, { arn, environment }: Protectable): boolean {
  const account = Text.of(accountPart(environment));
  const role = Text.of('arn:', partitionPart(environment, undefined), ':iam::', account, `:role${REPORTS_ROLE.path}${REPORTS_ROLE.name}`);
  const sessionArn = Text.of('arn:', partitionPart(environment, undefined), ':sts::', account, `:assumed-role/${REPORTS_ROLE.name}/`, UNKNOWN);
  return evaluatePolicies({
    caller: { kind: 'role', account, arn: role, sessionArn },
    action: ACTION,
    resource: Text.of(arn, '/', UNKNOWN),
    account,
    context: { values: new Map([['aws:principalarn', [role]], ['aws:principalaccount', [account]]]), others: UNKNOWN },
  }, { identity: [UNKNOWN], resource: readDocument(document.json() as Json, document.effort) }).denied === true;
}

function isBucket(name: Value<Text>, arn: Text): Answer {
  return isKnown(name) ? sameArn(Text.of('arn:aws:s3:::', name), arn) : UNKNOWN;
}

/** A permission for the account does not apply to the role unless the role has its own policy, which was not observed. */
function isReportsRole({ kind, text, conditional }: WrittenPrincipal): Answer {
  if (kind !== 'AWS') { return false; }
  if (text === '*') { return conditional ? UNKNOWN : true; }
  if (text.toString().includes(REPORTS_ROLE.name)) { return true; }
  return typeof text === 'string' && !text.endsWith(':root') && !/^\d{12}$/.test(text) ? false : UNKNOWN;
}
