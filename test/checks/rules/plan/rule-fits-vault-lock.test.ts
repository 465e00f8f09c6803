import { type Stack, CfnParameter } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cases from './cases';
import { ruleFitsVaultLock } from '../../../../src/checks/rules/plan/rule-fits-vault-lock';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const FAILURE = 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';

interface Given {
  readonly retention?: unknown;
  readonly lock?: { readonly min: unknown; readonly max?: number; readonly changeable?: number };
  readonly continuous?: boolean;
}

const both = ({ retention, lock, continuous }: Given) => ({
  cdk: (stack: Stack) => {
    const token = (value: unknown) => value === 'a parameter' ? new CfnParameter(stack, 'Given', { type: 'Number' }).valueAsNumber : value as number;
    const vault = new backup.CfnBackupVault(stack, 'Vault', {
      backupVaultName: 'orders', lockConfiguration: lock && { minRetentionDays: token(lock.min), maxRetentionDays: lock.max, changeableForDays: lock.changeable },
    });
    new backup.CfnBackupPlan(stack, 'Plan', {
      backupPlan: {
        backupPlanName: 'gold',
        backupPlanRule: [{
          ruleName: 'daily',
          targetBackupVault: vault.ref,
          enableContinuousBackup: continuous,
          lifecycle: retention === undefined ? undefined : { deleteAfterDays: token(retention) },
        }],
      },
    });
  },
  cfn: {
    Parameters: { Given: { Type: 'Number' } },
    Resources: {
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { BackupVaultName: 'orders', LockConfiguration: lock && { MinRetentionDays: ref(lock.min), MaxRetentionDays: lock.max, ChangeableForDays: lock.changeable } },
      },
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanName: 'gold',
            BackupPlanRule: [{
              RuleName: 'daily',
              TargetBackupVault: 'orders',
              EnableContinuousBackup: continuous,
              Lifecycle: retention === undefined ? undefined : { DeleteAfterDays: ref(retention) },
            }],
          },
        },
      },
    },
  },
});
const ref = (value: unknown) => value === 'a parameter' ? { Ref: 'Given' } : value;
const PATH = 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays';

/** A plan of one condition, and the vault `main` of another. */
const exclusive = (target: unknown, others: Parameters<typeof bothWays>[0] = {}) => bothWays({
  VaultP: { Condition: 'Prod', Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'main', LockConfiguration: { MinRetentionDays: 30 } } },
  ...others,
  PlanD: { Condition: 'Dev', ...cases.plan([cases.rule({ TargetBackupVault: target, Lifecycle: { DeleteAfterDays: 7 } })]) },
});
const VAULT_D = { VaultD: { Condition: 'Dev', Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'main' } } } as const;

describeRule(ruleFitsVaultLock, {
  compliant: [
    { name: 'the minimum', ...both({ retention: 30, lock: { min: 30, max: 90 } }) },
    { name: 'the maximum', ...both({ retention: 90, lock: { min: 30, max: 90 } }) },
    { name: 'no expiry without a maximum', ...both({ lock: { min: 30 } }) },
  ],
  nonCompliant: [
    {
      name: 'less than the minimum',
      ...both({ retention: 29, lock: { min: 30, max: 90 } }),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at least 30 days, the minimum of the lock of the vault 'orders', got 29 days. ${FAILURE}`],
      paths: [PATH],
    },
    {
      name: 'less than the minimum of a lock that can be changed for too short a time',
      ...both({ retention: 29, lock: { min: 30, max: 90, changeable: 0 } }),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at least 30 days, the minimum of the lock of the vault 'orders', got 29 days. ${FAILURE}`],
    },
    {
      name: 'more than the maximum',
      ...both({ retention: 91, lock: { min: 30, max: 90 } }),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at most 90 days, the maximum of the lock of the vault 'orders', got 91 days. ${FAILURE}`],
    },
    {
      name: 'no expiry with a maximum',
      ...both({ lock: { min: 30, max: 90 } }),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at most 90 days, the maximum of the lock of the vault 'orders', got none (never expires). ${FAILURE}`],
    },
    {
      name: 'continuous backups, which end after 35 days',
      ...both({ retention: 35, continuous: true, lock: { min: 36 } }),
      messages: ['rule \'daily\': \'TargetBackupVault\' must be a vault that accepts continuous backups, which expire after 35 days at most, got the vault \'orders\', whose lock '
        + 'requires at least 36 days. Use a vault with a lower minimum, or use snapshots.'],
    },
    {
      name: 'a reference to a vault that a condition might leave out',
      ...exclusive({ Ref: 'VaultP' }, VAULT_D),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at least 30 days, the minimum of the lock of the vault 'main', got 7 days. ${FAILURE}`],
    },
    {
      name: 'an air-gapped vault beside the vault',
      ...bothWays({
        Sealed: cases.airGapped(),
        Plan: cases.plan([cases.rule({
          TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] }, Lifecycle: { DeleteAfterDays: 6 },
        })]),
      }),
      messages: [`rule 'daily': 'Lifecycle.DeleteAfterDays' must be at least 7 days, the minimum of the lock of the vault 'sealed', got 6 days. ${FAILURE}`],
    },
    {
      name: 'a vault and an air-gapped vault beside it, which both keep longer',
      ...bothWays({
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'locked', LockConfiguration: { MinRetentionDays: 30 } } },
        Sealed: cases.airGapped(),
        Plan: cases.plan([cases.rule({
          TargetBackupVault: { Ref: 'Vault' },
          TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] },
          Lifecycle: { DeleteAfterDays: 6 },
        })]),
      }),
      messages: [['30', 'locked'], ['7', 'sealed']].map(([least, vault]) =>
        `rule 'daily': 'Lifecycle.DeleteAfterDays' must be at least ${least} days, the minimum of the lock of the vault '${vault}', got 6 days. ${FAILURE}`),
    },
  ],
  notApplicable: [
    { name: 'no lock', ...both({ retention: 1 }) },
    { name: 'a lock that AWS Backup rejects, which another rule reports', ...both({ retention: 35, lock: { min: 36501 } }) },
    { name: 'a lock up to less than its minimum', ...both({ retention: 35, lock: { min: 90, max: 30 } }) },
    { name: 'a reference to the vault without a lock, of two that have its name', ...exclusive({ Ref: 'VaultD' }, VAULT_D) },
  ],
  unknown: [
    {
      name: 'a retention that is a parameter',
      ...both({ retention: 'a parameter', lock: { min: 30 } }),
      messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' fits the lock of vault \'orders\' is unknown.'],
    },
    {
      name: 'a vault that is in none of the templates',
      ...cases.oneRule({ TargetBackupVault: 'elsewhere', Lifecycle: { DeleteAfterDays: 7 } }),
      messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' fits the lock of \'elsewhere\' is unknown.'],
    },
    {
      name: 'a vault that is a parameter',
      ...cases.oneRule({ TargetBackupVault: GIVEN }),
      messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' fits the lock of \'${Given}\' is unknown.'],
    },
    { name: 'the name of a vault that a condition might leave out', ...exclusive('main'), messages: [/the lock of 'main' is unknown/] },
    { name: 'the name of two vaults', ...exclusive('main', VAULT_D), messages: [/the lock of 'main' is unknown/] },
    { name: 'a minimum that is a parameter', ...both({ retention: 7, lock: { min: 'a parameter' } }) },
  ],
});
