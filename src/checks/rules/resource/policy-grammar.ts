import { POLICY_GRAMMAR } from '../../../capabilities/policy-grammar';
import { ATTACHED_POLICY_TYPES } from '../../../capabilities/role-policies';
import { BUCKET_POLICY, TOPIC_POLICIES } from '../../../capabilities/whole-policies';
import { type Json, type PolicyKind, grammarProblems } from '../../../iam';
import { type BackupInventory, type Entity, type Property, type Protectable, type Role, Text, resourceKey } from '../../../inventory';
import { Arn } from '../../../inventory/text/arn';
import { pseudoParameterWarnings } from '../../../validation/environment/literal-variables';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { keysOf as keysOfResource } from '../../subjects/resource-keys';
import { notifiedTopics } from '../notification/notified-topics';
import { selectionsIn } from '../restore-testing/restore-tests';

export const policyGrammar: Rule = {
  id: RuleId.POLICY_GRAMMAR,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'IAM accepts the policies that backups rely on.',
  why: 'AWS rejects a policy that does not follow the grammar of IAM, and the deployment fails. It is a warning if a policy has a pseudo parameter such as '
    + '${AWS::AccountId} outside of Fn::Sub, because IAM accepts it and compares it as it is written.',
  fix: 'Correct the element that the message names.',
  page: POLICY_GRAMMAR.source.page,
  evaluate: (inventory) => policiesIn(inventory).flatMap(outcomesOf),
};

interface Policy {
  /** The resource of the template that has it. */
  readonly holder: Entity;
  readonly document: Property;
  readonly kind: PolicyKind;
}

function outcomesOf({ holder: { address }, document, kind }: Policy): Outcome[] {
  const content = document.json();
  const [place, subject] = [at(address, document), `${address.cfnType} ${address.logicalId}`];
  return content === UNKNOWN || content instanceof Text
    ? [unknown(place, `${subject}: whether IAM accepts '${document.path}' is unknown.`)]
    : [
      ...faults(place, grammarProblems(document.path, content, kind).map((problem) => problem.of(subject))),
      ...faults(place, pseudoParameterWarnings(document.path, content as Json).map((problem) => problem.of(subject)), 'warning'),
    ];
}

/**
 * The policies of vaults, of their keys and topics, of backup roles, and of the buckets of reports. Of resources that a selection might select, the policies of
 * keys and of buckets, because AWS Backup can read neither without them.
 */
function policiesIn(inventory: BackupInventory): Policy[] {
  const resourcePolicy = (name: string) => (holder: Entity): Policy => ({ holder, document: holder.properties.get(name), kind: 'resource' });
  return [
    ...inventory.vaults.map(resourcePolicy('AccessPolicy')),
    ...keysIn(inventory).map(resourcePolicy('KeyPolicy')),
    ...[...topicPoliciesIn(inventory), ...bucketPoliciesIn(inventory)].map(resourcePolicy('PolicyDocument')),
    ...rolesIn(inventory).flatMap((role): Policy[] => [
      { holder: role, document: role.properties.get('AssumeRolePolicyDocument'), kind: 'trust' },
      ...itemsIn(role.properties.get('Policies')).map((policy): Policy => ({ holder: role, document: policy.get('PolicyDocument'), kind: 'identity' })),
    ]),
    ...rolePoliciesIn(inventory).map((holder): Policy => ({ holder, document: holder.properties.get('PolicyDocument'), kind: 'identity' })),
  ];
}

function keysIn(inventory: BackupInventory): Entity[] {
  const topics = notifiedTopics(inventory).flatMap(({ target }) => target.topic ?? []);
  return known([
    ...[...inventory.vaults, ...topics].map(({ environment, key }) => inventory.keyNamed(key, environment)),
    ...selectedIn(inventory).flatMap((resource) => [...keysOfResource(resource, inventory)]),
  ]);
}

function selectedIn(inventory: BackupInventory): Protectable[] {
  return inventory.protectables.filter((resource) => inventory.coverageOf(resource).reaches.length > 0);
}

function topicPoliciesIn(inventory: BackupInventory): Entity[] {
  const topics = keysOf(notifiedTopics(inventory).map(({ target }) => target.text));
  return TOPIC_POLICIES.flatMap(({ cfnType, names }) => inventory.ofType(cfnType).filter(({ properties }) => (
    [properties.get(names), ...itemsIn(properties.get(names))].some((each) => topics.has(keyOf(each.text())))
  )));
}

/** Of the buckets of reports, and of selected buckets. */
function bucketPoliciesIn(inventory: BackupInventory): Entity[] {
  const buckets = keysOf([
    ...inventory.ofType('AWS::Backup::ReportPlan').map(({ properties }) => arnOfBucket(properties.get('ReportDeliveryChannel').get('S3BucketName').text())),
    ...selectedIn(inventory).filter(({ address }) => address.cfnType === 'AWS::S3::Bucket').map(({ arn }) => arn),
  ]);
  return inventory.ofType(BUCKET_POLICY.cfnType)
    .filter(({ properties }) => buckets.has(keyOf(arnOfBucket(properties.get(BUCKET_POLICY.names).text()))));
}

function arnOfBucket(name: Written): Written {
  return isKnown(name) ? Text.of('arn:aws:s3:::', name) : name;
}

/** The roles that selections name, those of restore testing included. */
function rolesIn(inventory: BackupInventory): Role[] {
  return known([
    ...inventory.selections.map(({ role }) => role),
    ...selectionsIn(inventory).map(({ environment, properties }) => inventory.roleMeantBy(properties.get('IamRoleArn'), environment)),
  ]);
}

/** The policies of the templates that are attached to a backup role, by themselves or by the role. */
function rolePoliciesIn(inventory: BackupInventory): Entity[] {
  const roles = rolesIn(inventory);
  const ids = new Set(roles.map(({ address }) => resourceKey(address)));
  const attached = ATTACHED_POLICY_TYPES.flatMap((type) => inventory.ofType(type)).filter(({ properties }) => (
    [properties.get('RoleName'), ...itemsIn(properties.get('Roles'))].some(({ owner }) => owner !== undefined && ids.has(resourceKey(owner)))
  ));
  return [...new Map([...attached, ...roles.flatMap(({ references }) => references.map(({ policy }) => policy))]
    .map((policy) => [resourceKey(policy.address), policy])).values()];
}

function known<T>(values: readonly Value<T>[]): T[] {
  return [...new Set(values.filter(isKnown))];
}

type Written = ReturnType<Property['text']>;

function keysOf(texts: readonly Written[]): ReadonlySet<string | undefined> {
  return new Set(texts.map(keyOf).filter((key) => key !== undefined));
}

function keyOf(text: Written): string | undefined {
  return isKnown(text) ? new Arn(text).key : undefined;
}
