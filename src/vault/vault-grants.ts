import type { Stack } from 'aws-cdk-lib';
import { Aws } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BACKUP_SERVICE } from '../capabilities/principals';
import { RESOURCE_TYPES } from '../capabilities/resource-types';

/** What starting a backup into a vault takes. AWS Backup has no resource to name for looking at a job. */
export function grantStartBackup(vault: backup.IBackupVault, grantee: iam.IGrantable, backupRole?: iam.IRole): iam.Grant {
  return combined([
    vault.grant(grantee, 'backup:StartBackupJob'),
    grantOn(grantee, ['*'], 'backup:DescribeBackupJob'),
    ...passRole(grantee, backupRole),
  ]);
}

/** What finding a recovery point in a vault and restoring it takes. */
export function grantStartRestore(vault: backup.IBackupVault, grantee: iam.IGrantable, restoreRole?: iam.IRole): iam.Grant {
  return combined([
    vault.grant(grantee, 'backup:ListRecoveryPointsByBackupVault'),
    grantOn(grantee, recoveryPointArns(vault.stack), 'backup:DescribeRecoveryPoint', 'backup:GetRecoveryPointRestoreMetadata', 'backup:StartRestoreJob'),
    grantOn(grantee, ['*'], 'backup:DescribeRestoreJob'),
    ...passRole(grantee, restoreRole),
  ]);
}

/** Every form that the ARN of a recovery point takes in the account and Region of a stack. */
function recoveryPointArns(stack: Stack): string[] {
  const patterns = new Set(RESOURCE_TYPES.map((row) => row.recoveryPointArn));
  return [...patterns].map((pattern) => {
    const [service, region, account, ...resource] = pattern.split(':');
    return ['arn', Aws.PARTITION, service, region && stack.region, account && stack.account, ...resource].join(':');
  });
}

/** The right to hand a role to AWS Backup, and to nobody else. */
function passRole(grantee: iam.IGrantable, role: iam.IRole | undefined): iam.Grant[] {
  return role ? [iam.Grant.addToPrincipal({
    grantee,
    actions: ['iam:PassRole'],
    resourceArns: [role.roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': BACKUP_SERVICE.principal } },
  })] : [];
}

function grantOn(grantee: iam.IGrantable, resourceArns: string[], ...actions: string[]): iam.Grant {
  return iam.Grant.addToPrincipal({ grantee, actions, resourceArns });
}

function combined(grants: iam.Grant[]): iam.Grant {
  return grants.reduce((all, one) => all.combine(one));
}
