import { RULE, airGapped, oneRule, plan, rule, vault, vaultArn } from './cases';
import { copyFitsVaultLock } from '../../../../src/checks/rules/plan/copy-fits-vault-lock';
import { GIVEN, bothWays, perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const NONE = {};
const LOCK = { MinRetentionDays: 30, MaxRetentionDays: 90 };
const locked = (lifecycle: object | undefined, copyLifecycle: object | undefined, lock: object = LOCK) => bothWays({
  Copies: vault({ LockConfiguration: lock === NONE ? undefined : lock }, 'copies'),
  Plan: plan([rule({
    Lifecycle: lifecycle,
    CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Copies', 'BackupVaultArn'] }, Lifecycle: copyLifecycle }],
  })]),
});
const days = (DeleteAfterDays: unknown) => ({ DeleteAfterDays });
const COLD = { MoveToColdStorageAfterDays: 1 };
const FAILURE = 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';
const WHERE = 'rule \'daily\', copy to vault \'copies\': \'Lifecycle.DeleteAfterDays\' must be';

describeRule(copyFitsVaultLock, {
  compliant: [
    { name: 'the minimum', ...locked(days(7), days(30)) },
    { name: 'the maximum', ...locked(undefined, days(90)) },
    { name: 'no lifecycle, and a rule that fits', ...locked(days(30), undefined) },
    { name: 'only cold storage, and a rule at the minimum', ...locked(days(30), COLD) },
    { name: 'only cold storage, and a rule at the maximum', ...locked(days(90), COLD) },
  ],
  nonCompliant: [
    {
      name: 'less than the minimum',
      ...locked(days(90), days(29)),
      messages: [`${WHERE} at least 30 days, the minimum of the lock of the vault 'copies', got 29 days. ${FAILURE}`],
      paths: [`${RULE}.CopyActions[0].Lifecycle.DeleteAfterDays`],
    },
    { name: 'more than the maximum', ...locked(days(90), days(91)), messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got 91 days. ${FAILURE}`] },
    {
      name: 'no lifecycle, and a rule that does not fit',
      ...locked(days(29), undefined),
      messages: [`${WHERE} at least 30 days, the minimum of the lock of the vault 'copies', got 29 days. ${FAILURE}`],
    },
    {
      name: 'only cold storage, and a rule below the minimum',
      ...locked(days(29), COLD),
      messages: [`${WHERE} at least 30 days, the minimum of the lock of the vault 'copies', got 29 days. ${FAILURE}`],
    },
    {
      name: 'only cold storage, and a rule above the maximum',
      ...locked(days(91), COLD),
      messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got 91 days. ${FAILURE}`],
    },
    {
      name: 'only cold storage, and a rule that never expires',
      ...locked(undefined, COLD),
      messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got none (never expires). ${FAILURE}`],
    },
    {
      name: 'no expiry, and -1 in a rule that never expires',
      ...locked(undefined, days(-1)),
      messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got none (never expires). ${FAILURE}`],
    },
    {
      name: 'no expiry with a maximum',
      ...locked(undefined, undefined),
      messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got none (never expires). ${FAILURE}`],
    },
    {
      name: 'a lock that can be changed for too short a time',
      ...locked(undefined, undefined, { ...LOCK, ChangeableForDays: 2 }),
      messages: [`${WHERE} at most 90 days, the maximum of the lock of the vault 'copies', got none (never expires). ${FAILURE}`],
    },
    {
      name: 'an air-gapped vault',
      ...bothWays({
        Sealed: airGapped(),
        Plan: plan([rule({ Lifecycle: days(6), CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] } }] })]),
      }),
      messages: [`rule 'daily', copy to vault 'sealed': 'Lifecycle.DeleteAfterDays' must be at least 7 days, the minimum of the lock of the vault 'sealed', got 6 days. ${FAILURE}`],
    },
  ],
  notApplicable: [
    { name: 'no lock', ...locked(days(1), undefined, NONE) },
    { name: 'the retention of a rule that AWS Backup rejects, which another rule reports', ...locked(days(0), undefined) },
    { name: 'the same for a copy with only cold storage', ...locked(days(36501), COLD) },
    { name: 'a lock that AWS Backup rejects, which another rule reports', ...locked(days(35), undefined, { MinRetentionDays: 36501 }) },
    { name: 'no copy', ...oneRule() },
  ],
  unknown: [
    {
      name: 'the ARN of a vault that a condition might leave out',
      ...bothWays({
        Copies: { Condition: 'Prod', ...vault({ LockConfiguration: LOCK }, 'copies') },
        Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-west-1'), Lifecycle: days(7) }] })]),
      }),
      messages: [`rule 'daily', copy to '${vaultArn('eu-west-1')}': whether 'Lifecycle.DeleteAfterDays' fits the lock of the vault is unknown.`],
    },
    {
      name: 'a vault that is in none of the templates',
      ...oneRule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1') }] }),
      messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': whether 'Lifecycle.DeleteAfterDays' fits the lock of the vault is unknown.`],
    },
    {
      name: 'the value -1, which two AWS pages give different meanings',
      ...locked(days(30), days(-1)),
      messages: ['rule \'daily\', copy to vault \'copies\': whether \'Lifecycle.DeleteAfterDays\' fits the lock is unknown.'],
    },
    {
      name: 'a vault that is a parameter',
      ...oneRule({ CopyActions: [{ DestinationBackupVaultArn: GIVEN }] }),
      messages: ['rule \'daily\', copy to \'${Given}\': whether \'Lifecycle.DeleteAfterDays\' fits the lock of the vault is unknown.'],
    },
    {
      name: 'a retention that is a parameter',
      ...locked(days(GIVEN), undefined),
      messages: ['rule \'daily\', copy to vault \'copies\': whether \'Lifecycle.DeleteAfterDays\' fits the lock is unknown.'],
    },
    { name: 'a lock that is a parameter', ...locked(days(30), undefined, perhaps({ MinRetentionDays: 30 })), messages: ['rule \'daily\', copy to vault \'copies\': the lock of the vault is unknown.'] },
  ],
});
