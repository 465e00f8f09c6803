import { Stack } from 'aws-cdk-lib';
import { RULE, oneRule, plan, rule, vault, vaultArn } from './cases';
import { copyIntoOwnVault } from '../../../../src/checks/rules/plan/copy-into-own-vault';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const to = (DestinationBackupVaultArn: unknown, more = {}) => oneRule({ CopyActions: [{ DestinationBackupVaultArn }], ...more });
const owned = (destination: string) => bothWays({
  Vault: vault(),
  Other: vault({}, 'other'),
  Plan: plan([rule({ TargetBackupVault: { Ref: 'Vault' }, CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': [destination, 'BackupVaultArn'] } }] })]),
});
const message = 'rule \'daily\': the copy should go to a vault other than that of the backup, got the vault \'orders\' itself. If that vault is lost, the backup and its copy are lost. '
  + 'Copy to another vault, preferably in another account or Region.';

/** In a stack without an environment. */
const nowhere = ({ cdk, cfn }: ReturnType<typeof to>): ReturnType<typeof to> => ({
  cdk: (stack) => cdk(new Stack(stack.node.root as Stack, 'Nowhere')),
  cfn: [sourceOf(cfn, { account: undefined, region: undefined })],
});

describeRule(copyIntoOwnVault, {
  compliant: [
    { name: 'the name in another Region', ...to(vaultArn('eu-central-1', undefined, 'orders')) },
    { name: 'the name in another account', ...to(vaultArn('eu-west-1', '444455556666', 'orders')) },
    { name: 'another name in the account and Region', ...to(vaultArn('eu-west-1')) },
    { name: 'another vault of the template', ...owned('Other') },
  ],
  nonCompliant: [
    { name: 'its ARN', ...to(vaultArn('eu-west-1', undefined, 'orders')), messages: [message], paths: [`${RULE}.CopyActions[0].DestinationBackupVaultArn`] },
    { name: 'its ARN with pseudo parameters', ...nowhere(to({ 'Fn::Sub': 'arn:aws:backup:${AWS::Region}:${AWS::AccountId}:backup-vault:orders' })), messages: [message] },
    { name: 'a vault of the template', ...owned('Vault'), messages: [message] },
  ],
  notApplicable: [{ name: 'no copy', ...oneRule() }],
  unknown: [
    { name: 'a destination that is a parameter', ...to(GIVEN), messages: ['rule \'daily\', copy to \'${Given}\': whether \'DestinationBackupVaultArn\' is the vault of the backup is unknown.'] },
    { name: 'a vault that is a parameter', ...to(vaultArn('eu-west-1'), { TargetBackupVault: GIVEN }) },
  ],
});
