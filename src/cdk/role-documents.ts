import { CfnResource } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { propertiesOf, targetsOf } from './resource-properties';
import { withoutFunctions } from './template-values';
import { ATTACHED_POLICY_TYPES } from '../capabilities/role-policies';
import { type Json, type Perhaps, type PolicyDocument, awsManagedPolicy, perhaps, readDocument } from '../iam';
import type { RolePolicies } from '../validation/selection/role-permissions';
import { type Answer, anyOf } from '../values/answer';
import { isObject } from '../values/is-object';
import { UNKNOWN } from '../values/unknown';

/** The policies of a role as its template contains them. */
export interface RoleDocuments extends RolePolicies {
  readonly trust: Perhaps<PolicyDocument>;
}

/** Reads the roles below a construct. The result is undefined for a role whose properties cannot be resolved. */
export function readRoles(scope: IConstruct): (role: CfnRole) => RoleDocuments | undefined {
  const policies = scope.node.findAll().filter((each) => CfnResource.isCfnResource(each))
    .filter(({ cfnResourceType }) => ATTACHED_POLICY_TYPES.some((type) => type === cfnResourceType)).map(attachedPolicy);
  return (role) => {
    const properties = propertiesOf(role);
    const { AssumeRolePolicyDocument: trust, Policies: inline = [], ManagedPolicyArns: managed = [], PermissionsBoundary: boundary } = properties;
    if (trust === undefined) { return undefined; }
    return {
      trust: read(trust),
      policies: [
        ...Array.isArray(inline) ? inline.map((policy) => read(isObject(policy) ? policy.PolicyDocument : UNKNOWN)) : [UNKNOWN as typeof UNKNOWN],
        ...Array.isArray(managed) ? managed.map((arn) => managedPolicy(role, arn)) : [UNKNOWN as typeof UNKNOWN],
        ...policies.flatMap(({ document, isAttachedTo }) => given(document, isAttachedTo(role, properties.RoleName))),
      ],
      boundary: boundary === undefined ? undefined : managedPolicy(role, boundary),
    };
  };
}

interface AttachedPolicy {
  readonly document: Perhaps<PolicyDocument>;
  readonly isAttachedTo: (role: CfnRole, roleName: unknown) => Answer;
}

/** A policy that names its roles. */
function attachedPolicy(policy: CfnResource): AttachedPolicy {
  const properties = propertiesOf(policy);
  const names = [properties.Roles ?? [], properties.RoleName ?? []].flat().map((name) => ({ name, targets: targetsOf(policy, [name]) }));
  return {
    document: documentOf(policy),
    isAttachedTo: (role, roleName) => (properties.PolicyDocument === undefined ? UNKNOWN : anyOf(names.map(({ name, targets }) => {
      if (typeof name === 'string') { return typeof roleName === 'object' ? UNKNOWN : name === roleName; }
      return targets.includes(role) || (targets.length > 0 && targets.every((target) => CfnRole.isCfnRole(target)) ? false : UNKNOWN);
    }))),
  };
}

function given(document: Perhaps<PolicyDocument>, isAttached: Answer): Perhaps<PolicyDocument>[] {
  return isAttached === false ? [] : [isAttached === true ? document : perhaps(document)];
}

/** The policy of the app or of AWS that a role names. */
function managedPolicy(role: CfnRole, arn: unknown): Perhaps<PolicyDocument> {
  const ofAws = awsManagedPolicy(literalsOf(arn));
  if (ofAws !== undefined) { return ofAws; }
  const own = targetsOf(role, [arn]).filter((target) => CfnResource.isCfnResource(target)).find(({ cfnResourceType }) => cfnResourceType === 'AWS::IAM::ManagedPolicy');
  return own ? documentOf(own) : UNKNOWN;
}

/** The literal text of an ARN, in which a placeholder stands for each function of CloudFormation. */
function literalsOf(arn: unknown): string {
  if (typeof arn === 'string') { return arn; }
  const { 'Fn::Join': join, 'Fn::Sub': sub } = isObject(arn) ? arn : {};
  const [delimiter, parts] = Array.isArray(join) ? join as unknown[] : [];
  if (typeof sub === 'string') { return sub; }
  return delimiter === '' && Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' ? part : '${}')).join('') : '';
}

/** A policy that might not exist might not be attached. */
function documentOf(policy: CfnResource): Perhaps<PolicyDocument> {
  const document = read(propertiesOf(policy).PolicyDocument);
  return policy.cfnOptions.condition ? perhaps(document) : document;
}

function read(document: unknown): Perhaps<PolicyDocument> {
  return readDocument(withoutFunctions(document as Json));
}
