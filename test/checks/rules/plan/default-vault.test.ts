import { airGapped, plan, rule, vault } from './cases';
import { defaultVault } from '../../../../src/checks/rules/plan/default-vault';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const into = (...vaults: unknown[]) => bothWays({ Plan: plan(vaults.map((TargetBackupVault, index) => rule({ TargetBackupVault }, `rule${index}`))) });
const MESSAGE = 'plan \'gold\': \'TargetBackupVault\' of a rule should be a vault with a lock, a policy, and a key of your own, got \'Default\' for all rules. Create a vault.';

describeRule(defaultVault, {
  compliant: [
    { name: 'another vault', ...into('orders') },
    { name: 'one rule of two', ...into('Default', 'orders') },
    { name: 'a name in small letters, which is another vault', ...into('default') },
    { name: 'a vault of that name in the template', ...bothWays({ Vault: vault({}, 'Default'), Plan: plan([rule({ TargetBackupVault: { Ref: 'Vault' } })]) }) },
    {
      name: 'an air-gapped vault beside it',
      ...bothWays({ Sealed: airGapped(), Plan: plan([rule({ TargetBackupVault: 'Default', TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] } })]) }),
    },
  ],
  nonCompliant: [
    { name: 'one rule', ...into('Default'), messages: [MESSAGE], paths: ['BackupPlan.BackupPlanRule[0].TargetBackupVault'] },
    { name: 'all rules', ...into('Default', 'Default'), messages: [MESSAGE] },
    { name: 'beside a vault that is not used', ...bothWays({ Vault: vault(), Plan: plan([rule({ TargetBackupVault: 'Default' })]) }), messages: [MESSAGE] },
  ],
  notApplicable: [{ name: 'no plan', ...bothWays({ Vault: vault() }) }, { name: 'no rules', ...into() }],
  unknown: [
    { name: 'a vault that is a parameter', ...into('Default', GIVEN), messages: ['plan \'gold\': whether all rules back up into the default vault is unknown.'] },
  ],
});
