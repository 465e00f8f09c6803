import { vaultLocked } from '../../../../src/checks/rules/vault/vault-locked';
import { perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const governance = vault({ LockConfiguration: { MinRetentionDays: 7 } });
const compliance = vault({ LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 3 } });
const options = { requireComplianceLock: true };

describeRule(vaultLocked, {
  compliant: [
    { name: 'a governance lock', ...governance },
    { name: 'a compliance lock', ...compliance, options },
  ],
  nonCompliant: [
    { name: 'no lock', ...vault({}), messages: ['vault \'orders\': \'LockConfiguration\' should be set, got none. Add a lock.'], paths: ['LockConfiguration'] },
    {
      name: 'no lock where a compliance lock is required',
      ...vault({}),
      options,
      messages: ['vault \'orders\': \'LockConfiguration\' must be a compliance lock, got none. Add a lock with \'ChangeableForDays\'.'],
      levels: ['error'],
    },
    {
      name: 'a governance lock where a compliance lock is required',
      ...governance,
      options,
      messages: ['vault \'orders\': \'LockConfiguration\' must be a compliance lock, got a lock in governance mode. Add \'ChangeableForDays\'.'],
      levels: ['error'],
      paths: ['LockConfiguration.ChangeableForDays'],
    },
  ],
  notApplicable: [{ name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7 }), options }],
  unknown: [
    { name: 'a lock by a condition', ...vault({ LockConfiguration: perhaps({ MinRetentionDays: 7 }) }), messages: ['vault \'orders\': whether \'LockConfiguration\' is a lock is unknown.'] },
    {
      name: 'a mode that is a parameter',
      ...vault({ LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: PARAMETER } }),
      options,
      messages: ['vault \'orders\': whether \'LockConfiguration\' is a compliance lock is unknown.'],
    },
  ],
});
