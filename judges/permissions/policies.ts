import type { SimulationIdentityPolicy } from '@cloud-copilot/iam-simulate';
import type { DeployedResource } from './deployed';
import { DeployedStack } from './deployed';
import type { Example } from '../../scripts/examples';
import { synthesise } from '../../scripts/synthesis';

export type PolicyKind = 'vault' | 'key' | 'topic' | 'bucket' | 'role';

/** A policy document, as IAM reads it. */
export interface Policy {
  readonly Version?: string;
  readonly Statement: readonly unknown[];
}

/** What has a policy: of a role it is the one that says who may take it. */
export interface Governed {
  readonly kind: PolicyKind;
  /** Example, stack and logical id. */
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly policy: Policy;
  /** What a role may do by the policies of the template; those that AWS manages are not in it. */
  readonly identity: readonly SimulationIdentityPolicy[];
}

const KINDS: Readonly<Record<string, PolicyKind>> = {
  'AWS::Backup::BackupVault': 'vault',
  'AWS::KMS::Key': 'key',
  'AWS::SNS::Topic': 'topic',
  'AWS::S3::Bucket': 'bucket',
  'AWS::IAM::Role': 'role',
};

const POLICIES = ['AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/** Everything with a policy in the stacks of an app. */
export function governedIn(name: string, example: Example): Governed[] {
  const app = synthesise(example);
  return app.flatMap((each) => {
    const stack = new DeployedStack(each, app);
    const resources = stack.resources([...Object.keys(KINDS), ...POLICIES]);
    return resources.flatMap((resource) => {
      const kind = KINDS[resource.type];
      const policy = kind && policyOf(resource, resources);
      return policy ? [{
        kind,
        name: `${name}/${stack.path}/${resource.logicalId}`,
        arn: resource.arn,
        account: stack.account,
        region: stack.region,
        policy,
        identity: kind === 'role' ? identityOf(resource, resources) : [],
      }] : [];
    });
  });
}

function policyOf({ type, arn, properties }: DeployedResource, all: readonly DeployedResource[]): Policy | undefined {
  switch (type) {
    case 'AWS::Backup::BackupVault': return properties.AccessPolicy;
    case 'AWS::KMS::Key': return properties.KeyPolicy;
    case 'AWS::IAM::Role': return properties.AssumeRolePolicyDocument;
    case 'AWS::SNS::Topic': return attached('AWS::SNS::TopicPolicy', ({ Topics: topics }) => topics.includes(arn), all);
    default: return attached('AWS::S3::BucketPolicy', ({ Bucket: bucket }) => arn === `arn:aws:s3:::${bucket}`, all);
  }
}

function attached(type: string, isFor: (properties: DeployedResource['properties']) => boolean, all: readonly DeployedResource[]): Policy | undefined {
  return all.find((resource) => resource.type === type && isFor(resource.properties))?.properties.PolicyDocument;
}

function identityOf(role: DeployedResource, all: readonly DeployedResource[]): SimulationIdentityPolicy[] {
  const inline: SimulationIdentityPolicy[] = (role.properties.Policies ?? []).map((each: { PolicyName: string; PolicyDocument: Policy }) =>
    ({ name: each.PolicyName, policy: each.PolicyDocument }));
  const own = all.filter(({ type, properties }) => /^AWS::IAM::(Managed)?Policy$/.test(type) && properties.Roles?.some((name: string) => role.arn.endsWith(`/${name}`)));
  return [...inline, ...own.map(({ logicalId, properties }) => ({ name: logicalId, policy: properties.PolicyDocument }))];
}
