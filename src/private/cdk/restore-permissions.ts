import type { Stack } from 'aws-cdk-lib';
import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { RESOURCE_TYPES } from '../../capabilities/resource-types';

/** Every form that the ARN of a recovery point takes in the account and Region of a stack. */
export function recoveryPointArns(stack: Stack): string[] {
  const patterns = new Set(RESOURCE_TYPES.map((row) => row.recoveryPointArn));
  return [...patterns].map((pattern) => {
    const [service, region, account, ...resource] = pattern.split(':');
    return ['arn', Aws.PARTITION, service, region && stack.region, account && stack.account, ...resource].join(':');
  });
}

/** The right to hand a role to AWS Backup, and to nobody else. */
export function passRole(grantee: iam.IGrantable, role: iam.IRole | undefined, scope: IConstruct): iam.Grant[] {
  return role ? [iam.Grant.addToPrincipal({
    grantee,
    actions: ['iam:PassRole'],
    resourceArns: [role.roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
    scope,
  })] : [];
}
