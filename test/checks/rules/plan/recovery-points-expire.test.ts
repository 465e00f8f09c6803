import { RULE, airGapped, plan, rule, vault } from './cases';
import { recoveryPointsExpire } from '../../../../src/checks/rules/plan/recovery-points-expire';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const COMPLIANCE = { MinRetentionDays: 7, ChangeableForDays: 3 };
const into = (lock: object | undefined, more: object = {}) => bothWays({ Orders: vault({ LockConfiguration: lock }), Plan: plan([rule({ TargetBackupVault: { Ref: 'Orders' }, ...more })]) });
const endless = (where: string, name: string) => `${where}: 'Lifecycle.DeleteAfterDays' should be set, got none. Vault '${name}' has a compliance lock, so nobody can ever delete the recovery points. `
  + 'Set it, unless you want recovery points that never expire.';
const copied = (more: object) => bothWays({
  Copies: vault({ LockConfiguration: COMPLIANCE }, 'copies'),
  Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Copies', 'BackupVaultArn'] } }], ...more })]),
});

describeRule(recoveryPointsExpire, {
  compliant: [
    { name: 'an end', ...into(COMPLIANCE, { Lifecycle: { DeleteAfterDays: 30 } }) },
    { name: 'a maximum, so that the job fails', ...into({ ...COMPLIANCE, MaxRetentionDays: 90 }) },
    { name: 'a copy that ends with the backup', ...copied({ Lifecycle: { DeleteAfterDays: 30 } }) },
  ],
  nonCompliant: [
    { name: 'a rule', ...into(COMPLIANCE), messages: [endless('rule \'daily\'', 'orders')], paths: [`${RULE}.Lifecycle.DeleteAfterDays`] },
    { name: 'cold storage without expiry', ...into(COMPLIANCE, { Lifecycle: { MoveToColdStorageAfterDays: 30 } }), messages: [endless('rule \'daily\'', 'orders')] },
    {
      name: 'a copy',
      ...copied({}),
      messages: [endless('rule \'daily\', copy to vault \'copies\'', 'copies')],
      paths: [`${RULE}.CopyActions[0].Lifecycle.DeleteAfterDays`],
    },
  ],
  notApplicable: [
    { name: 'a governance lock', ...into({ MinRetentionDays: 7 }) },
    { name: 'no lock', ...into(undefined) },
    {
      name: 'an air-gapped vault, whose maximum fails the job',
      ...bothWays({
        Sealed: airGapped(), Plan: plan([rule({ TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] } })]),
      }),
    },
  ],
  unknown: [
    {
      name: 'a mode that is a parameter',
      ...into({ MinRetentionDays: 7, ChangeableForDays: GIVEN }),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' is left out, and whether vault \'orders\' has a compliance lock is unknown.'],
    },
    { name: 'a lock that is a parameter', ...into(GIVEN) },
  ],
});
