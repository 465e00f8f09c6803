import { Duration } from 'aws-cdk-lib';
import { CompliantVault, VaultLock } from '../../../../src';
import { vaultLockCoolingOff } from '../../../../src/checks/rules/vault/vault-lock-cooling-off';
import { perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const locked = (ChangeableForDays: unknown) => vault({ LockConfiguration: { MinRetentionDays: 7, ChangeableForDays } });
const shortest = 'vault \'orders\': \'LockConfiguration.ChangeableForDays\' should be more than 3 days, got 3 days. '
  + 'Set it to the time that you need to find a wrong retention. After that, nobody can correct the lock.';
const doubt = 'vault \'orders\': how long \'LockConfiguration.ChangeableForDays\' leaves to correct the lock is unknown.';
const paths = ['LockConfiguration.ChangeableForDays'];

describeRule(vaultLockCoolingOff, {
  compliant: [
    { name: 'a day more', ...locked(4) },
    { name: 'two weeks', ...locked(14) },
    { name: 'the longest time', ...locked(36500) },
  ],
  nonCompliant: [
    { name: 'the shortest time', ...locked(3), messages: [shortest], paths },
    {
      name: 'the lock of a vault of this library',
      cdk: (stack) => {
        new CompliantVault(stack, 'Vault', {
          vaultName: 'orders',
          lock: VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(3), acknowledgeIrreversible: true }),
        });
      },
      cfn: locked(3).cfn,
      messages: [shortest],
      paths,
    },
    {
      name: 'with both bounds',
      ...vault({ LockConfiguration: { MinRetentionDays: 30, MaxRetentionDays: 400, ChangeableForDays: 3 } }),
      messages: [shortest],
      paths,
    },
  ],
  notApplicable: [
    { name: 'no lock', ...vault({}) },
    { name: 'a lock in governance mode', ...vault({ LockConfiguration: { MinRetentionDays: 7 } }) },
    { name: 'a time that AWS Backup rejects', ...locked(2) },
    { name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7 }) },
  ],
  unknown: [
    { name: 'a parameter', ...locked(PARAMETER), messages: [doubt] },
    { name: 'a lock that might be left out', ...vault({ LockConfiguration: perhaps({ MinRetentionDays: 7, ChangeableForDays: 3 }) }), messages: [doubt] },
  ],
});
