import { RemovalPolicy } from 'aws-cdk-lib';
import { vault } from './vaults';
import { CompliantVault } from '../../../../src';
import { vaultRetained } from '../../../../src/checks/rules/vault/vault-retained';
import { GIVEN, bothWays, perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const LOCK = { MinRetentionDays: 7 };
const plan = (rule: object) => ({ Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', ...rule }] } } });
const given = (DeletionPolicy: unknown, more: Parameters<typeof bothWays>[0] = {}, properties: object = { LockConfiguration: LOCK }) => bothWays({
  Vault: { Type: 'AWS::Backup::BackupVault', DeletionPolicy, Properties: { BackupVaultName: 'orders', ...properties } }, ...more,
});
const message = (why: string) => `vault 'orders': 'DeletionPolicy' should be 'RetainExceptOnCreate' for a vault that ${why}, got a vault that is deleted with its stack. `
  + 'Retain it, with the UpdateReplacePolicy Retain. AWS Backup does not delete a vault that contains recovery points.';
const doubt = 'vault \'orders\': whether it is retained when its stack is deleted is unknown.';

describeRule(vaultRetained, {
  compliant: [
    { name: 'Retain', ...given('Retain') },
    { name: 'RetainExceptOnCreate', ...given('RetainExceptOnCreate') },
    { name: 'a vault of this library', cdk: (stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders' }); }, cfn: given('Retain').cfn },
  ],
  nonCompliant: [
    { name: 'Delete', ...given('Delete'), messages: [message('has a lock')], paths: [''] },
    { name: 'left out', ...given(undefined), messages: [message('has a lock')] },
    { name: 'a vault that a rule backs up into', ...given('Delete', { Plan: plan({ TargetBackupVault: { Ref: 'Vault' } }) }, {}), messages: [message('rules use')] },
    { name: 'a vault that a rule backs up into by its name', ...given(undefined, { Plan: plan({ TargetBackupVault: 'orders' }) }, {}), messages: [message('rules use')] },
    {
      name: 'a vault that a rule copies into',
      ...given('Delete', { Plan: plan({ TargetBackupVault: 'Default', CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } }] }) }, {}),
      messages: [message('rules use')],
    },
    {
      name: 'a logically air-gapped vault',
      ...bothWays({ Vault: { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: { BackupVaultName: 'orders', MinRetentionDays: 7, MaxRetentionDays: 90 } } }),
      messages: [message('has a lock')],
    },
    {
      name: 'a vault of this library that a rule uses',
      cdk: (stack) => {
        given(undefined, { Plan: plan({ TargetBackupVault: 'invoices' }) }).cdk(stack);
        stack.node.tryRemoveChild('Vault');
        new CompliantVault(stack, 'Other', { vaultName: 'invoices', removalPolicy: RemovalPolicy.DESTROY });
      },
      cfn: given('Delete', { Plan: plan({ TargetBackupVault: 'invoices' }) }, { BackupVaultName: 'invoices' }).cfn,
      messages: [message('rules use').replace('orders', 'invoices')],
    },
  ],
  notApplicable: [
    { name: 'a vault that nothing uses', ...given('Delete', {}, {}) },
    { name: 'a vault of which another one is used', ...given(undefined, { Plan: plan({ TargetBackupVault: 'invoices' }) }, {}) },
  ],
  unknown: [
    { name: 'a DeletionPolicy that is a parameter', ...given(GIVEN), messages: [doubt] },
    { name: 'a lock that might be left out', ...vault({ LockConfiguration: perhaps(LOCK) }), messages: [doubt] },
  ],
});
