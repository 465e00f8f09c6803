import { type IndexByKey, textKey } from './index-by-key';
import { each } from './plans';
import { ResourceEntity } from './resource-entity';
import type { Resource } from './resources';
import { entity } from './vaults';
import { ATTACHED_POLICY_TYPES } from '../../capabilities/role-policies';
import { type Perhaps, type PolicyDocument, awsManagedPolicy, perhaps, readDocument } from '../../iam';
import type { Answer } from '../../values/answer';
import { append } from '../../values/append';
import { isPiece } from '../../values/fragments';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import type { PolicyReference, Role } from '../entities';
import type { Environment } from '../environment';
import type { Property } from '../property';
import { arnOf, physicalId } from '../resolve/names';
import { isSameResource } from '../resource-key';
import { Arn } from '../text/arn';
import type { Text } from '../text/text';

/** @param mayHaveMore whether there might be policies in the account that no template shows */
export function rolesIn(byType: ReadonlyMap<string, readonly Resource[]>, mayHaveMore: (environment: Environment) => boolean): Role[] {
  const attached = new Map<string, Resource[]>();
  const toAnyRole: Resource[] = [];
  for (const policy of ATTACHED_POLICY_TYPES.flatMap((type) => byType.get(type) ?? [])) {
    const names = roleNames(policy);
    for (const key of names.flatMap((name) => textKey(name) ?? [])) { append(attached, key, policy); }
    if (!names.every(isOfTemplates)) { toAnyRole.push(policy); }
  }
  const attachedTo = (role: Resource): Documents => {
    const key = physicalId(role.address.logicalId, role.frame).key;
    const here = (key === undefined ? [] : attached.get(key) ?? []).filter(({ scope }) => scope.environment.account === role.environment.account);
    return [
      ...here.map(documentOf),
      ...toAnyRole.map((policy) => perhaps(documentOf(policy))),
      ...key === undefined || mayHaveMore(role.environment) ? [UNKNOWN as typeof UNKNOWN] : [],
    ];
  };
  const managed = new ManagedPolicies(byType.get('AWS::IAM::ManagedPolicy') ?? []);
  return (byType.get('AWS::IAM::Role') ?? []).map((role) => new RoleResource(role, managed, attachedTo));
}

/** The role whose ARN a property has. `UNKNOWN` if it is not in the templates. */
export function roleMeantBy(property: Property, roles: IndexByKey<Role>, near: Environment): Value<Role> {
  const arn = property.text();
  return isKnown(arn) ? roles.meantBy(property, new Arn(arn).key, near) ?? UNKNOWN : arn;
}

/** The names of the roles that a policy is attached to. */
function roleNames({ properties }: Resource): readonly Value<Text>[] {
  const single = properties.get('RoleName').text();
  const names = each(properties.get('Roles'), (role) => role.text());
  const listed: readonly Value<Text>[] = names === UNKNOWN ? [UNKNOWN] : names ?? [];
  return single === undefined ? listed : [single, ...listed];
}

/** Whether no parameter, import or attribute decides which role it is. */
function isOfTemplates(name: Value<Text>): boolean {
  return isKnown(name) && name.parts.every((part) => typeof part === 'string' || isPiece(part));
}

type Documents = readonly Perhaps<PolicyDocument>[];

/** Most roles are not those of backups. */
class RoleResource extends ResourceEntity implements Role {
  private documents?: Documents;
  private knownBoundary?: Perhaps<PolicyDocument>;

  constructor(
    resource: Resource,
    private readonly managed: ManagedPolicies,
    private readonly attachedTo: (role: Resource) => Documents,
  ) {
    super(resource);
  }

  public get arn(): Text {
    return arnOf(this.address.logicalId, this.resource.frame)!;
  }

  public get policies(): Documents {
    return this.documents ??= [
      ...inlinePolicies(this.properties), ...this.managed.namedIn(this.properties.get('ManagedPolicyArns')), ...this.attachedTo(this.resource),
    ];
  }

  public get boundary(): Perhaps<PolicyDocument> | undefined {
    const boundary = this.properties.get('PermissionsBoundary');
    return boundary.isPresent === false ? undefined : this.knownBoundary ??= this.managed.namedBy(boundary);
  }

  public get trust(): Perhaps<PolicyDocument> {
    return documentIn(this.properties, 'AssumeRolePolicyDocument');
  }

  public get retained(): Answer {
    return this.resource.retained;
  }

  public get references(): readonly PolicyReference[] {
    return [
      ...this.managed.referencesIn(this.properties.get('PermissionsBoundary'), 'PermissionsBoundary'),
      ...elementsOf(this.properties.get('ManagedPolicyArns').items()).flatMap((item) => this.managed.referencesIn(item, 'ManagedPolicyArns')),
    ];
  }
}

function inlinePolicies(properties: Property): Documents {
  const documents = each(properties.get('Policies'), (policy) => documentIn(policy, 'PolicyDocument'));
  return documents === undefined ? [] : documents === UNKNOWN ? [UNKNOWN] : documents;
}

function documentIn(holder: Property, name: string): Perhaps<PolicyDocument> {
  const document = holder.get(name);
  return readDocument(document.json(), document.effort);
}

/** A policy that might not exist might not be attached. */
function documentOf({ properties, certain }: Resource): Perhaps<PolicyDocument> {
  const document = documentIn(properties, 'PolicyDocument');
  return certain ? document : perhaps(document);
}

/** The customer managed policies of the templates. */
class ManagedPolicies {
  private index?: ReadonlyMap<string, Resource>;

  constructor(private readonly all: readonly Resource[]) {}

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

  private get byArn(): ReadonlyMap<string, Resource> {
    return this.index ??= new Map(this.all.flatMap((policy) => {
      const key = arnKey(arnOf(policy.address.logicalId, policy.frame));
      return key === undefined ? [] : [[key, policy] as const];
    }));
  }

  private referredTo({ owner }: Property): Resource | undefined {
    return owner && this.all.find(({ address }) => isSameResource(address, owner));
  }
}

function arnKey(arn: Text | undefined): string | undefined {
  return arn && new Arn(arn).key;
}
