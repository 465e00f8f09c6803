import type { Stack } from 'aws-cdk-lib';
import { NO_KEY, OTHER_KEY, ROOT, allow, keyedVault } from './keyed-vaults';
import { CompliantVault } from '../../../../src';
import { vaultKeyChangeable } from '../../../../src/checks/rules/vault/vault-key-changeable';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const deny = (more: object = {}) => ({ Effect: 'Deny', Principal: '*', Action: ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'], Resource: '*', ...more });
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const exempting = (arn: unknown) => deny({ Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } } });
const message = (end = 'AWS KMS rejects the policy.') => 'key Key of vault \'orders\': \'KeyPolicy\' must let the role that deploys call \'kms:PutKeyPolicy\', got a policy that allows it to '
  + `nobody in the account. Allow it to the account, and exempt that role where you deny it. ${end}`;
const paths = ['KeyPolicy'];
const guarded = keyedVault({ keyPolicy: policy(allow(ROOT), exempting('arn:aws:iam::111122223333:role/deploy')) });

describeRule(vaultKeyChangeable, {
  compliant: [
    { name: 'a vault of this library', cdk: (stack: Stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders' }); }, cfn: guarded.cfn },
    { name: 'a guard that exempts a role', ...guarded },
    { name: 'a guard that exempts a parameter', ...keyedVault({ keyPolicy: policy(allow(ROOT), exempting(GIVEN)) }) },
    { name: 'the account', ...keyedVault({ keyPolicy: policy(allow(ROOT)) }) },
    { name: 'one user', ...keyedVault({ keyPolicy: policy(allow({ AWS: 'arn:aws:iam::111122223333:user/jane' }, ['kms:Put*'])) }) },
    { name: 'everyone but a role', ...keyedVault({ keyPolicy: policy(allow(ROOT), deny({ Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/deploy' } })) }) },
  ],
  nonCompliant: [
    { name: 'a Deny for everyone', ...keyedVault({ keyPolicy: policy(allow(ROOT), deny()) }), messages: [message()], paths },
    { name: 'a Deny for the account', ...keyedVault({ keyPolicy: policy(allow(ROOT), deny({ Principal: ROOT })) }), messages: [message()] },
    { name: 'no Allow', ...keyedVault({ keyPolicy: policy(allow(ROOT, ['kms:Decrypt', 'kms:CreateGrant'])) }), messages: [message()] },
    { name: 'another account', ...keyedVault({ keyPolicy: policy(allow({ AWS: 'arn:aws:iam::444455556666:root' })) }), messages: [message()] },
    {
      name: 'without the check of AWS KMS',
      ...keyedVault({ key: { BypassPolicyLockoutSafetyCheck: true }, keyPolicy: policy(allow(ROOT), deny()) }),
      messages: [message('Nobody can ever change the policy.')],
      levels: ['warning'],
    },
  ],
  notApplicable: [NO_KEY, OTHER_KEY],
  unknown: [{ name: 'a parameter', ...keyedVault({ keyPolicy: GIVEN }), messages: ['key Key of vault \'orders\': whether \'KeyPolicy\' lets anyone change it is unknown.'] }],
});
