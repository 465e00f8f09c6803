import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { LIMITS } from '../capabilities/limits';
import { BACKUP_SERVICE } from '../capabilities/principals';
import { rowsOfCfnType } from '../capabilities/resource-types';
import { ROLE_POLICIES, pathOfPolicy } from '../capabilities/role-policies';
import { readableText } from '../cdk/measures';
import { resourceIn } from '../cdk/references';
import { propertiesOf } from '../cdk/resource-properties';
import type { BackupResourceType } from '../resource-type/backup-resource-type';
import { isKnown } from '../values/unknown';

/** What AWS Backup must be able to do for a selection. */
export interface BackupRoleNeeds {
  readonly s3: boolean;
  readonly restores: boolean;
  readonly indexing: boolean;
  readonly scanning: boolean;
}

/**
 * The role that AWS Backup assumes, with only the managed policies for these needs.
 *
 * It is retained: AWS Backup deletes an expired EBS recovery point with the role that created it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 */
export function createBackupRole(scope: Construct, needs: BackupRoleNeeds, permissionsBoundary?: iam.IManagedPolicy): iam.Role {
  const role = new iam.Role(scope, 'Role', {
    description: 'Lets AWS Backup back up what a selection names',
    assumedBy: new iam.ServicePrincipal(BACKUP_SERVICE.principal),
    managedPolicies: policyNames(needs).map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    permissionsBoundary,
  });
  role.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return role;
}

/**
 * Attaches to a role of the app the managed policies for these needs that it does not have yet.
 *
 * @returns the names of the policies that cannot be attached
 */
export function attachBackupPolicies(role: iam.IRole, needs: BackupRoleNeeds): string[] {
  const names = policyNames(needs);
  const resource = iam.Role.isRole(role) ? role.node.defaultChild : undefined;
  if (!iam.Role.isRole(role) || !iam.CfnRole.isCfnRole(resource)) { return names; }
  const given = propertiesOf(resource).ManagedPolicyArns;
  const attached = Array.isArray(given) ? given.map((arn) => JSON.stringify(arn)) : [];
  const missing = names.filter((name) => !attached.some((arn) => arn.includes(`:iam::aws:policy/${name}"`)));
  const fitting = missing.slice(0, Math.max(LIMITS.managedPoliciesPerRole.max - attached.length, 0));
  for (const name of fitting) { role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name)); }
  return missing.slice(fitting.length);
}

function policyNames(needs: BackupRoleNeeds): string[] {
  const names = [
    ROLE_POLICIES.backup,
    ...needs.s3 ? [ROLE_POLICIES.backupOfBuckets] : [],
    ...needs.restores ? [ROLE_POLICIES.restore] : [],
    ...needs.s3 && needs.restores ? [ROLE_POLICIES.restoreOfBuckets] : [],
    ...needs.indexing ? [ROLE_POLICIES.indexing] : [],
    ...needs.scanning ? [ROLE_POLICIES.scanning] : [],
  ];
  return names.map(pathOfPolicy);
}

/** Whether a selection can select an S3 bucket. If that is unknown, the answer is yes, so that no job fails. */
export function maySelectBuckets(types: BackupResourceType[], resources: string[], byTagsAlone: boolean): boolean {
  return byTagsAlone || types.some((type) => type.resourceType === S3) || resources.some(mayBeBucket);
}

const S3 = 'S3';

function mayBeBucket(arn: string): boolean {
  const readable = readableText(arn);
  if (isKnown(readable)) { return readable === '*' || readable.split(':')[2] === 's3'; }
  const resource = resourceIn(arn);
  return resource === undefined || rowsOfCfnType(resource.cfnResourceType).some((row) => row.resourceType === S3);
}
