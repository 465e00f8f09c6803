import type { Stack } from 'aws-cdk-lib';
import { NO_KEY, OTHER_KEY, ROOT, allow, keyedVault } from './keyed-vaults';
import { CompliantVault } from '../../../../src';
import { vaultKeyChangeable } from '../../../../src/checks/rules/vault/vault-key-changeable';
import { GIVEN } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const deny = (more: object = {}) => ({ Effect: 'Deny', Principal: '*', Action: ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'], Resource: '*', ...more });
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const exempting = (arn: unknown) => deny({ Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } } });
const message = (end = 'AWS KMS rejects the policy.') => 'key Key of vault \'orders\': \'KeyPolicy\' must let the role that deploys call \'kms:PutKeyPolicy\', got a policy that allows it to '
  + `nobody in the account. Allow it to the account, and exempt that role where you deny it. ${end}`;
const paths = ['KeyPolicy'];
/** The role of the bootstrap stack, which the synthesizer of the CDK names. */
const DEPLOYER = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1';
const guarded = keyedVault({ keyPolicy: policy(allow(ROOT), exempting(DEPLOYER)) });
const deployed = `key Key of vault 'orders': 'KeyPolicy' should let the role that deploys call 'kms:PutKeyPolicy', got a policy that does not allow it to '${DEPLOYER}', which the `
  + 'synthesizer of the stack names. AWS KMS rejects the policy if this role deploys the stack. Allow the action to the role, and exempt the role where you deny it.';

/** A template whose synthesizer names the role that deploys it. */
function deployedBy(keyPolicy: object, deployer: string | undefined = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-cfn-exec-role-${AWS::AccountId}-${AWS::Region}') {
  const { cdk, cfn } = keyedVault({ keyPolicy });
  return { cdk, cfn: [sourceOf(cfn, { deployedBy: deployer })] };
}

/** A stack of the CDK whose synthesizer names no role. */
const withoutRole = (keyPolicy: object) => ({ ...keyedVault({ keyPolicy }), cdk: () => {} });

describeRule(vaultKeyChangeable, {
  compliant: [
    { name: 'a vault of this library', cdk: (stack: Stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders' }); }, cfn: guarded.cfn },
    { name: 'a guard that exempts the role that deploys', ...deployedBy(policy(allow(ROOT), exempting(DEPLOYER))) },
    { name: 'a guard that exempts a pattern of roles', ...deployedBy(policy(allow(ROOT), exempting('arn:aws:iam::111122223333:role/cdk-*'))) },
    { name: 'the role that deploys, by its ARN', ...deployedBy(policy(allow({ AWS: DEPLOYER }))) },
    { name: 'a guard that exempts a role, where no role is named', ...withoutRole(policy(allow(ROOT), exempting('arn:aws:iam::111122223333:role/deploy'))) },
    { name: 'one user, where no role is named', ...withoutRole(policy(allow({ AWS: 'arn:aws:iam::111122223333:user/jane' }, ['kms:Put*']))) },
    { name: 'a guard that exempts a parameter', ...keyedVault({ keyPolicy: policy(allow(ROOT), exempting(GIVEN)) }) },
    { name: 'the account', ...keyedVault({ keyPolicy: policy(allow(ROOT)) }) },
    { name: 'everyone but a role', ...keyedVault({ keyPolicy: policy(allow(ROOT), deny({ Principal: undefined, NotPrincipal: { AWS: DEPLOYER } })) }) },
  ],
  nonCompliant: [
    { name: 'a guard that exempts another role', ...deployedBy(policy(allow(ROOT), exempting('arn:aws:iam::111122223333:role/deploy'))), messages: [deployed], paths, levels: ['warning'] },
    { name: 'a role that is allowed it alone', ...deployedBy(policy(allow({ AWS: 'arn:aws:iam::111122223333:role/admin' }))), messages: [deployed], levels: ['warning'] },
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
