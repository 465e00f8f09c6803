import { bothWays } from '../../both-ways';

export const NO_TEST = { name: 'no restore testing', ...bothWays({ Bucket: { Type: 'AWS::S3::Bucket' } }) };

export function writtenPlan(more: object = {}, recoveryPoints: object = {}) {
  return {
    Type: 'AWS::Backup::RestoreTestingPlan',
    Properties: {
      RestoreTestingPlanName: 'weekly',
      ScheduleExpression: 'cron(0 5 ? * SUN *)',
      RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: ['*'], ...recoveryPoints },
      ...more,
    },
  };
}

export function writtenSelection(more: object = {}) {
  return {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: {
      RestoreTestingPlanName: 'weekly',
      RestoreTestingSelectionName: 'tables',
      IamRoleArn: 'arn:aws:iam::111122223333:role/restore',
      ProtectedResourceType: 'DynamoDB',
      ...more,
    },
  };
}

export function plan(more: object = {}, recoveryPoints: object = {}) {
  return bothWays({ Plan: writtenPlan(more, recoveryPoints) });
}

export function selection(more: object = {}) {
  return bothWays({ Selection: writtenSelection(more) });
}

/** A number of equal entries. */
export function many<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

export const BACKUP_PLAN = {
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'orders' }] } },
};

export const BACKUP_OF_EVERYTHING = {
  Type: 'AWS::Backup::BackupSelection',
  Properties: {
    BackupPlanId: { Ref: 'Plan' },
    BackupSelection: { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['*'] },
  },
};
