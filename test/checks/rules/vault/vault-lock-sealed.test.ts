import { type Stack, Duration } from 'aws-cdk-lib';
import { CompliantVault, DeletionGuard, VaultLock } from '../../../../src';
import { vaultLockSealed } from '../../../../src/checks/rules/vault/vault-lock-sealed';
import { perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const [LOCK, POLICY, REMOVE, UNLOCK] = [
  'PutBackupVaultLockConfiguration', 'PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy', 'DeleteBackupVaultLockConfiguration',
].map((name) => `backup:${name}`);
const deny = (actions: readonly unknown[], more: object = {}) => ({ Effect: 'Deny', Principal: '*', Action: actions, Resource: '*', ...more });
const LOCKED = { LockConfiguration: { MinRetentionDays: 7 } };
const locked = (...statements: readonly object[]) => vault({ ...LOCKED, AccessPolicy: { Statement: statements } });
const exempting = { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/deploy' } } };
const ofLock = (actions = `'${LOCK}'`, what = 'the lock') => `vault 'orders': 'AccessPolicy' should exempt the deploying role, got a policy that denies ${actions} to everyone. `
  + 'Deploy the lock first, with a policy that exempts that role, as DeletionGuard.exempting(…) does. Seal it in a second deployment. '
  + `The first deployment fails if CloudFormation writes the policy before the lock. Every later change of ${what} fails.`;
const doubt = 'vault \'orders\': whether \'AccessPolicy\' denies changes of the lock to the deploying role is unknown.';
const withGuard = (guard: DeletionGuard) => (stack: Stack) => {
  new CompliantVault(stack, 'Vault', { vaultName: 'orders', lock: VaultLock.governance({ minRetention: Duration.days(7) }), guard });
};

describeRule(vaultLockSealed, {
  compliant: [
    { name: 'a guard that exempts the role that deploys', cdk: withGuard(DeletionGuard.exempting()), cfn: locked(deny([LOCK, POLICY], exempting)).cfn },
    { name: 'no policy', ...vault(LOCKED) },
    { name: 'the removal of policy and lock only', ...locked(deny([REMOVE, UNLOCK])) },
    { name: 'some principals', ...locked(deny([LOCK], { Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' } })) },
    { name: 'an Allow', ...locked(deny([LOCK], { Effect: 'Allow' })) },
    { name: 'other actions', ...locked(deny(['backup:DeleteRecoveryPoint'])) },
  ],
  nonCompliant: [
    {
      name: 'a sealed guard',
      cdk: withGuard(DeletionGuard.sealed({ acknowledgeIrreversible: true })),
      cfn: locked(deny([POLICY]), deny([LOCK, UNLOCK])).cfn,
      messages: [ofLock(`'${LOCK}' and '${POLICY}'`, 'the lock or the policy')],
      paths: ['AccessPolicy'],
    },
    { name: 'the lock only', ...locked(deny([LOCK])), messages: [ofLock()] },
    { name: 'a condition without content', ...locked(deny([LOCK], { Condition: {} })), messages: [ofLock()] },
    {
      name: 'the policy only',
      ...locked(deny([POLICY])),
      messages: [`vault 'orders': 'AccessPolicy' should exempt the deploying role, got a policy that denies '${POLICY}' to everyone. Exempt that role, `
        + 'or make sure that the policy is final. Every later change of the policy fails.'],
    },
    { name: 'in JSON text', ...vault({ ...LOCKED, AccessPolicy: JSON.stringify({ Statement: deny([LOCK]) }) }), messages: [ofLock()] },
  ],
  notApplicable: [
    { name: 'a vault without a lock', ...vault({ AccessPolicy: { Statement: [deny([LOCK, POLICY])] } }) },
    { name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7, AccessPolicy: { Statement: [deny([LOCK])] } }) },
  ],
  unknown: [
    { name: 'a policy that is a parameter', ...vault({ ...LOCKED, AccessPolicy: PARAMETER }), messages: [doubt] },
    { name: 'an action that is a parameter', ...locked(deny([PARAMETER])), messages: [doubt] },
    { name: 'a condition that is a parameter', ...locked(deny([LOCK], { Condition: PARAMETER })), messages: [doubt] },
    { name: 'a lock that might be left out', ...vault({ LockConfiguration: perhaps({ MinRetentionDays: 7 }), AccessPolicy: { Statement: [deny([LOCK])] } }), messages: [doubt] },
  ],
});
