import { bothWays } from '../../both-ways';
import { OTHER_ACCOUNT } from '../../rule-cases';

export const ELSEWHERE = `arn:aws:backup:eu-west-1:${OTHER_ACCOUNT}:backup-vault:recovery`;
export const DESTINATION = 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn';
export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

type Written = Parameters<typeof bothWays>[0];

interface Given {
  readonly to?: unknown;
  readonly rule?: object;
  readonly resources?: readonly unknown[];
  readonly more?: Written;
}

/** A plan `gold` whose rule `daily` copies to another account, and what is in it. */
export function copying({ to = ELSEWHERE, rule, resources = ['*'], more }: Given) {
  return {
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: {
          BackupPlanName: 'gold',
          BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'orders', CopyActions: [{ DestinationBackupVaultArn: to }], ...rule }],
        },
      },
    },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: resources },
      },
    },
    ...more,
  };
}

export function database(more: object = { StorageEncrypted: true }) {
  return { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'mysql', DBInstanceClass: 'db.t3.small', ...more } };
}

export function volume(more: object = {}) {
  return { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'eu-west-1a', Size: 10, ...more } };
}

export const NO_COPY = { name: 'no copy', ...bothWays(copying({ rule: { CopyActions: undefined }, more: { Database: database() } })) };
export const FULLY_MANAGED = { name: 'types that AWS Backup manages in full', ...bothWays(copying({ more: { Bucket: { Type: 'AWS::S3::Bucket' } } })) };
export const SAME_ACCOUNT = {
  name: 'a copy within the account',
  ...bothWays(copying({ to: 'arn:aws:backup:eu-central-1:111122223333:backup-vault:recovery', more: { Database: database() } })),
};
