import type { IndexByKey } from './index-by-key';
import { textKey } from './index-by-key';
import { each } from './plans';
import type { Resource } from './resources';
import { entity } from './vaults';
import type { Answer } from '../../values/answer';
import { anyOf } from '../../values/answer';
import type { Value } from '../../values/unknown';
import { UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import type { Environment, PolicyReference, Role } from '../entities';
import type { Property } from '../property';
import { arnOf, physicalId } from '../resolve/names';
import { isSameResource } from '../resource-key';
import { Arn } from '../text/arn';
import type { Text } from '../text/text';

/** Policies that name their roles. */
const OWN_POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

export function rolesIn(byType: ReadonlyMap<string, readonly Resource[]>): Role[] {
  const attached = new Map<string, Resource[]>();
  let toAnyRole = false;
  for (const policy of OWN_POLICIES.flatMap((type) => byType.get(type) ?? [])) {
    for (const key of roleKeys(policy)) {
      if (key === undefined) { toAnyRole = true; } else { attached.set(key, [...attached.get(key) ?? [], policy]); }
    }
  }
  return (byType.get('AWS::IAM::Role') ?? []).map((role) => {
    const key = physicalId(role.address.logicalId, role.frame).key;
    const here = (key === undefined ? [] : attached.get(key) ?? []).filter(({ scope }) => scope.environment.account === role.environment.account);
    return roleOf(role, here, toAnyRole || key === undefined, byType.get('AWS::IAM::ManagedPolicy') ?? []);
  });
}

/** The role whose ARN a property has. `UNKNOWN` if it is not in the templates. */
export function roleMeantBy(property: Property, roles: IndexByKey<Role>, near: Environment): Value<Role> {
  const arn = property.text();
  return isKnown(arn) ? roles.meantBy(property, new Arn(arn).key, near) ?? UNKNOWN : arn;
}

/** The names of the roles that a policy is attached to; undefined if one of them is unknown. */
function roleKeys({ properties }: Resource): (string | undefined)[] {
  const single = properties.get('RoleName').text();
  const names = each(properties.get('Roles'), (role) => role.text());
  const all: Value<Text>[] = single === undefined ? [] : [single];
  if (names !== undefined) { all.push(...names === UNKNOWN ? [UNKNOWN as Value<Text>] : names); }
  return all.map((name) => textKey(name));
}

function roleOf(resource: Resource, policies: readonly Resource[], perhapsOthers: boolean, managedPolicies: readonly Resource[]): Role {
  const { address: { logicalId }, properties } = resource;
  const inline = properties.get('Policies').items();
  const ownPolicies: Answer = anyOf([policies.length > 0, isKnown(inline) ? inline.length > 0 : inline ?? false, perhapsOthers ? UNKNOWN : false]);
  const managed = each(properties.get('ManagedPolicyArns'), (arn) => arn.text());
  const ofTemplates = policies.filter(({ address }) => address.cfnType === 'AWS::IAM::ManagedPolicy')
    .map((policy): Value<Text> => arnOf(policy.address.logicalId, policy.frame));
  return {
    ...entity(resource),
    arn: arnOf(logicalId, resource.frame)!,
    managedPolicies: managed === UNKNOWN ? UNKNOWN : [...managed ?? [], ...ofTemplates],
    ownPolicies,
    retained: resource.retained,
    references: [
      ...referencesIn(properties.get('PermissionsBoundary'), 'PermissionsBoundary', managedPolicies),
      ...elementsOf(properties.get('ManagedPolicyArns').items()).flatMap((item) => referencesIn(item, 'ManagedPolicyArns', managedPolicies)),
    ],
  };
}

function referencesIn(property: Property, as: PolicyReference['as'], policies: readonly Resource[]): PolicyReference[] {
  const { of } = property;
  const policy = of && policies.find(({ address }) => isSameResource(address, of));
  return policy ? [{ as, property, policy: entity(policy), policyIsRetained: policy.retained }] : [];
}
