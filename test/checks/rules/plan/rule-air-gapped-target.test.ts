import { RULE, airGapped, oneRule, plan, rule, vault, vaultArn } from './cases';
import { ruleAirGappedTarget } from '../../../../src/checks/rules/plan/rule-air-gapped-target';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const into = (TargetLogicallyAirGappedBackupVaultArn: unknown) => oneRule({ TargetLogicallyAirGappedBackupVaultArn });
const inApp = (id: string) => bothWays({
  Sealed: airGapped(),
  Orders: vault(),
  Plan: plan([rule({ TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': [id, 'BackupVaultArn'] } })]),
});
const TARGET = 'rule \'daily\': \'TargetLogicallyAirGappedBackupVaultArn\' must';

describeRule(ruleAirGappedTarget, {
  compliant: [{ name: 'beside the plan', ...inApp('Sealed') }, { name: 'of the same account and Region', ...into(vaultArn('eu-west-1')) }],
  nonCompliant: [
    {
      name: 'another Region',
      ...into(vaultArn('eu-central-1')),
      messages: [`${TARGET} be in the Region of the plan ('eu-west-1'), got one of 'eu-central-1'. Copy there with 'CopyActions' instead.`],
      paths: [`${RULE}.TargetLogicallyAirGappedBackupVaultArn`],
    },
    {
      name: 'another account',
      ...into(vaultArn('eu-west-1', '444455556666')),
      messages: [`${TARGET} be in the account of the plan ('111122223333'), got one of '444455556666'. Copy there with 'CopyActions' instead.`],
    },
    {
      name: 'a standard vault',
      ...inApp('Orders'),
      messages: [`${TARGET} name a logically air-gapped vault, got the standard vault 'orders'. Leave it out, or name another vault.`],
    },
    {
      name: 'a name',
      ...into('sealed'),
      messages: [`${TARGET} be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got 'sealed'. Write the whole ARN.`],
    },
  ],
  notApplicable: [{ name: 'none', ...oneRule() }],
  unknown: [{
    name: 'a parameter',
    ...into(GIVEN),
    messages: ['rule \'daily\': whether \'TargetLogicallyAirGappedBackupVaultArn\' is in the account and Region of the plan is unknown.'],
  }],
});
