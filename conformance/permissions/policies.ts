import type { SimulationIdentityPolicy } from '@cloud-copilot/iam-simulate';
import { type DeployedResource, DeployedStack } from './deployed';
import { managedPolicies } from './managed-policies';
import type { Example } from '../../scripts/examples';
import { synthesize } from '../../scripts/synthesis';

export type PolicyKind = 'vault' | 'key' | 'topic' | 'bucket' | 'role';

type Properties = DeployedResource['properties'];

/** A policy document, as IAM reads it. */
export interface Policy {
  readonly Version?: string;
  readonly Statement: readonly unknown[];
}

/** A resource with a policy. For a role, the trust policy. */
export interface Governed {
  readonly kind: PolicyKind;
  /** Example, stack and logical id. */
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly policy: Policy;
  /** The permissions of a role: its policies in the template, and AWS managed policies as far as our table has them. */
  readonly identity: readonly SimulationIdentityPolicy[];
}

const KINDS: Readonly<Record<string, PolicyKind>> = {
  'AWS::Backup::BackupVault': 'vault',
  'AWS::KMS::Key': 'key',
  'AWS::SNS::Topic': 'topic',
  'AWS::S3::Bucket': 'bucket',
  'AWS::IAM::Role': 'role',
};

const ofRoles = ({ Roles: roles = [] }: Properties, { type, arn }: DeployedResource) =>
  type === 'AWS::IAM::Role' && roles.some((name: string) => arn.endsWith(`/${name}`));

/** Policy resources, and whether each is attached to another resource. */
const IS_ON: Readonly<Record<string, (policy: Properties, on: DeployedResource) => boolean>> = {
  'AWS::SNS::TopicPolicy': ({ Topics: topics }, { arn }) => topics.includes(arn),
  'AWS::S3::BucketPolicy': ({ Bucket: bucket }, { arn }) => arn === `arn:aws:s3:::${bucket}`,
  'AWS::IAM::Policy': ofRoles,
  'AWS::IAM::ManagedPolicy': ofRoles,
};

function isOn(policy: DeployedResource, resource: DeployedResource): boolean {
  return IS_ON[policy.type]?.(policy.properties, resource) ?? false;
}

/** The resources and policies of the stacks of an app, by name. */
export interface Policies {
  readonly governed: readonly Governed[];
  /** Resources that can have a policy, and have none. */
  readonly without: readonly string[];
  /** Policy resources, each of which must be attached to an evaluated resource. */
  readonly documents: readonly { readonly name: string; readonly isAttached: boolean }[];
}

export function policiesIn(name: string, example: Example): Policies {
  const app = synthesize(example);
  const ofStacks = app.map((each) => policiesOf(name, new DeployedStack(each, app)));
  return {
    governed: ofStacks.flatMap(({ governed }) => governed),
    without: ofStacks.flatMap(({ without }) => without),
    documents: ofStacks.flatMap(({ documents }) => documents),
  };
}

function policiesOf(example: string, stack: DeployedStack): Policies {
  const all = stack.resources([...Object.keys(KINDS), ...Object.keys(IS_ON)]);
  const named = all.map((resource) => ({ resource, kind: KINDS[resource.type], name: `${example}/${stack.path}/${resource.logicalId}` }));
  const holders = named.filter(({ kind }) => kind !== undefined).map((each) => ({ ...each, policy: policyOf(each.resource, all) }));
  return {
    governed: holders.flatMap(({ resource, kind, name, policy }) => policy ? [{
      kind,
      name,
      arn: resource.arn,
      account: stack.account,
      region: stack.region,
      policy,
      identity: kind === 'role' ? identityOf(resource, all) : [],
    }] : []),
    without: holders.filter(({ policy }) => !policy).map(({ name }) => name),
    documents: named.filter(({ kind }) => kind === undefined).map(({ resource, name }) => (
      { name, isAttached: all.some((other) => isOn(resource, other)) }
    )),
  };
}

function policyOf(resource: DeployedResource, all: readonly DeployedResource[]): Policy | undefined {
  const { type, properties } = resource;
  switch (type) {
    case 'AWS::Backup::BackupVault': return properties.AccessPolicy;
    case 'AWS::KMS::Key': return properties.KeyPolicy;
    case 'AWS::IAM::Role': return properties.AssumeRolePolicyDocument;
    default: return all.find((other) => isOn(other, resource))?.properties.PolicyDocument;
  }
}

function identityOf(role: DeployedResource, all: readonly DeployedResource[]): SimulationIdentityPolicy[] {
  const inline: SimulationIdentityPolicy[] = (role.properties.Policies ?? []).map((each: { PolicyName: string; PolicyDocument: Policy }) =>
    ({ name: each.PolicyName, policy: each.PolicyDocument }));
  const own = all.filter((other) => isOn(other, role));
  const managed = (role.properties.ManagedPolicyArns ?? []).flatMap(managedPolicies);
  return [...inline, ...managed, ...own.map(({ logicalId, properties }) => ({ name: logicalId, policy: properties.PolicyDocument }))];
}
