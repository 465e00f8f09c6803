import { type Stack, Aws } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BACKUP_SERVICE } from '../capabilities/principals';
import { RESOURCE_TYPES } from '../capabilities/resource-types';

/** The permissions to start a backup into a vault. `backup:DescribeBackupJob` does not support resource ARNs. */
export function grantStartBackup(vault: backup.IBackupVault, grantee: iam.IGrantable, backupRole?: iam.IRole): iam.Grant {
  return combined([
    vault.grant(grantee, 'backup:StartBackupJob'),
    grantOn(grantee, ['*'], 'backup:DescribeBackupJob'),
    ...passRole(grantee, backupRole),
  ]);
}

/** The permissions to find a recovery point in a vault and to restore it. */
export function grantStartRestore(vault: backup.IBackupVault, grantee: iam.IGrantable, restoreRole?: iam.IRole): iam.Grant {
  return combined([
    vault.grant(grantee, 'backup:ListRecoveryPointsByBackupVault'),
    grantOn(grantee, recoveryPointArns(vault.stack), 'backup:DescribeRecoveryPoint', 'backup:GetRecoveryPointRestoreMetadata', 'backup:StartRestoreJob'),
    grantOn(grantee, ['*'], 'backup:DescribeRestoreJob'),
    ...passRole(grantee, restoreRole),
  ]);
}

/** Every form of the ARN of a recovery point in the account and Region of a stack. */
function recoveryPointArns(stack: Stack): string[] {
  const patterns = new Set(RESOURCE_TYPES.map((row) => row.recoveryPointArn));
  return [...patterns].map((pattern) => {
    const [service, region, account, ...resource] = pattern.split(':');
    return ['arn', Aws.PARTITION, service, region && stack.region, account && stack.account, ...resource].join(':');
  });
}

/** The permission to pass a role to AWS Backup only. */
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
