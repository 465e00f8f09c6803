import { type IndexByKey, textKey } from './index-by-key';
import { each } from './plans';
import type { Resource } from './resources';
import { entity } from './vaults';
import { type Perhaps, type PolicyDocument, awsManagedPolicy, perhaps, readDocument } from '../../iam';
import { isPiece } from '../../values/fragments';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import type { Environment, PolicyReference, Role } from '../entities';
import type { Property } from '../property';
import { arnOf, physicalId } from '../resolve/names';
import { isSameResource } from '../resource-key';
import { Arn } from '../text/arn';
import type { Text } from '../text/text';

/** Policies that name their roles. */
const OWN_POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

/** @param mayHaveMore whether there might be policies in the account that no template shows */
export function rolesIn(byType: ReadonlyMap<string, readonly Resource[]>, mayHaveMore: (environment: Environment) => boolean): Role[] {
  const attached = new Map<string, Resource[]>();
  const toAnyRole: Resource[] = [];
  for (const policy of OWN_POLICIES.flatMap((type) => byType.get(type) ?? [])) {
    const names = roleNames(policy);
    for (const key of names.flatMap((name) => textKey(name) ?? [])) { attached.set(key, [...attached.get(key) ?? [], policy]); }
    if (!names.every(isOfTemplates)) { toAnyRole.push(policy); }
  }
  const managed = new ManagedPolicies(byType.get('AWS::IAM::ManagedPolicy') ?? []);
  return (byType.get('AWS::IAM::Role') ?? []).map((role) => {
    const key = physicalId(role.address.logicalId, role.frame).key;
    const here = (key === undefined ? [] : attached.get(key) ?? []).filter(({ scope }) => scope.environment.account === role.environment.account);
    return roleOf(role, managed, () => [
      ...here.map(documentOf),
      ...toAnyRole.map((policy) => perhaps(documentOf(policy))),
      ...key === undefined || mayHaveMore(role.environment) ? [UNKNOWN as typeof UNKNOWN] : [],
    ]);
  });
}

/** The role whose ARN a property has. `UNKNOWN` if it is not in the templates. */
export function roleMeantBy(property: Property, roles: IndexByKey<Role>, near: Environment): Value<Role> {
  const arn = property.text();
  return isKnown(arn) ? roles.meantBy(property, new Arn(arn).key, near) ?? UNKNOWN : arn;
}

/** The names of the roles that a policy is attached to. */
function roleNames({ properties }: Resource): Value<Text>[] {
  const single = properties.get('RoleName').text();
  const names = each(properties.get('Roles'), (role) => role.text());
  const all: Value<Text>[] = single === undefined ? [] : [single];
  if (names !== undefined) { all.push(...names === UNKNOWN ? [UNKNOWN as Value<Text>] : names); }
  return all;
}

/** Whether no parameter, import or attribute decides which role it is. */
function isOfTemplates(name: Value<Text>): boolean {
  return isKnown(name) && name.parts.every((part) => typeof part === 'string' || isPiece(part));
}

type Documents = readonly Perhaps<PolicyDocument>[];

/** Most roles are not those of backups, so documents are read when they are first looked at. */
function roleOf(resource: Resource, managed: ManagedPolicies, attached: () => Documents): Role {
  const { address: { logicalId }, properties } = resource;
  const boundary = properties.get('PermissionsBoundary');
  let policies: Documents | undefined;
  return {
    ...entity(resource),
    arn: arnOf(logicalId, resource.frame)!,
    get policies() { return policies ??= [...inlinePolicies(properties), ...managed.namedIn(properties.get('ManagedPolicyArns')), ...attached()]; },
    get boundary() { return boundary.given === false ? undefined : managed.namedBy(boundary); },
    get trust() { return readDocument(properties.get('AssumeRolePolicyDocument').json()); },
    retained: resource.retained,
    references: [
      ...managed.referencesIn(boundary, 'PermissionsBoundary'),
      ...elementsOf(properties.get('ManagedPolicyArns').items()).flatMap((item) => managed.referencesIn(item, 'ManagedPolicyArns')),
    ],
  };
}

function inlinePolicies(properties: Property): Documents {
  const documents = each(properties.get('Policies'), (policy) => readDocument(policy.get('PolicyDocument').json()));
  return documents === undefined ? [] : documents === UNKNOWN ? [UNKNOWN] : documents;
}

/** A policy that might not exist might not be attached. */
function documentOf({ properties, certain }: Resource): Perhaps<PolicyDocument> {
  const document = readDocument(properties.get('PolicyDocument').json());
  return certain ? document : perhaps(document);
}

/** The customer managed policies of the templates. */
class ManagedPolicies {
  private readonly byArn = new Map<string, Resource>();

  constructor(private readonly all: readonly Resource[]) {
    for (const policy of all) {
      const key = arnKey(arnOf(policy.address.logicalId, policy.frame));
      if (key !== undefined) { this.byArn.set(key, policy); }
    }
  }

  public namedIn(list: Property): Documents {
    return list.items() === UNKNOWN ? [UNKNOWN] : elementsOf(list.items()).map((item) => this.namedBy(item));
  }

  /** The policy of the templates or of AWS whose ARN a property has. */
  public namedBy(property: Property): Perhaps<PolicyDocument> {
    const arn = property.text();
    if (!isKnown(arn)) { return UNKNOWN; }
    const policy = this.referredTo(property) ?? this.byArn.get(arnKey(arn) ?? '');
    return policy ? documentOf(policy) : awsManagedPolicy(arn.toString()) ?? UNKNOWN;
  }

  public referencesIn(property: Property, as: PolicyReference['as']): PolicyReference[] {
    const policy = this.referredTo(property);
    return policy ? [{ as, property, policy: entity(policy), policyIsRetained: policy.retained }] : [];
  }

  private referredTo({ of }: Property): Resource | undefined {
    return of && this.all.find(({ address }) => isSameResource(address, of));
  }
}

function arnKey(arn: Text | undefined): string | undefined {
  return arn && new Arn(arn).key;
}
