import { vaultLockBounds } from '../../../../src/checks/rules/vault/vault-lock-bounds';
import { perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const lock = (MinRetentionDays: unknown, MaxRetentionDays?: unknown, ChangeableForDays?: unknown) => (
  vault({ LockConfiguration: JSON.parse(JSON.stringify({ MinRetentionDays, MaxRetentionDays, ChangeableForDays })) as unknown })
);
const [MIN, MAX, CHANGEABLE] = ['MinRetentionDays', 'MaxRetentionDays', 'ChangeableForDays'].map((name) => `LockConfiguration.${name}`);

describeRule(vaultLockBounds, {
  compliant: [
    { name: 'the least of each', ...lock(1, 1, 3) },
    { name: 'the most of each', ...lock(36500, 36500, 36500) },
  ],
  nonCompliant: [
    {
      name: 'too little',
      ...lock(0, undefined, 2),
      messages: [
        `vault 'orders': '${MIN}' must be at least 1 day, got 0 days. Raise it.`,
        `vault 'orders': '${CHANGEABLE}' must be at least 3 days, got 2 days. Raise it.`,
      ],
      paths: [MIN, CHANGEABLE],
    },
    {
      name: 'too much',
      ...lock(1, 36501, 36501),
      messages: [
        `vault 'orders': '${MAX}' must be at most 36500 days, got 36501 days. Lower it.`,
        `vault 'orders': '${CHANGEABLE}' must be at most 36500 days, got 36501 days. Lower it.`,
      ],
    },
    {
      name: 'a maximum of zero, once',
      ...lock(1, 0),
      messages: [`vault 'orders': '${MAX}' must be at least 1 day, got 0 days. Raise it.`],
      paths: [MAX],
    },
    {
      name: 'a negative maximum, once',
      ...lock(30, -1),
      messages: [`vault 'orders': '${MAX}' must be at least 1 day, got -1 days. Raise it.`],
    },
    {
      name: 'a maximum below the minimum',
      ...lock(30, 29),
      messages: [`vault 'orders': '${MAX}' must not be less than '${MIN}' (30 days), got 29 days. Raise it, or leave it out.`],
      paths: [MAX],
    },
  ],
  notApplicable: [
    { name: 'no lock', ...vault({}) },
    { name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 1, MaxRetentionDays: 1 }) },
  ],
  unknown: [
    { name: 'a lock by a condition', ...vault({ LockConfiguration: perhaps({ MinRetentionDays: 0 }) }), messages: ['vault \'orders\': whether AWS Backup accepts its lock is unknown.'] },
    { name: 'days that are a parameter', ...lock(1, PARAMETER), messages: ['vault \'orders\': whether AWS Backup accepts its retention is unknown.'] },
  ],
});
