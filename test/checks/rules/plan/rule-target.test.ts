import { RULE, airGapped, oneRule, plan, rule, vault } from './cases';
import { ruleTarget } from '../../../../src/checks/rules/plan/rule-target';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const into = (TargetBackupVault: unknown) => bothWays({ Orders: vault(), Plan: plan([rule({ TargetBackupVault })]) });
const ARN = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:orders';
const MUST = 'rule \'daily\': \'TargetBackupVault\' must be';

describeRule(ruleTarget, {
  compliant: [
    { name: 'a name', ...into('orders') },
    { name: 'the default vault', ...into('Default') },
    { name: 'a reference to a vault', ...into({ Ref: 'Orders' }) },
    { name: 'a reference to an air-gapped vault', ...bothWays({ Sealed: airGapped(), Plan: plan([rule({ TargetBackupVault: { Ref: 'Sealed' } })]) }) },
  ],
  nonCompliant: [
    {
      name: 'an ARN',
      ...into(ARN),
      messages: [`${MUST} the name of a vault, got '${ARN}'. Write its name, not its ARN.`],
      paths: [`${RULE}.TargetBackupVault`],
    },
    { name: 'the ARN of a vault', ...into({ 'Fn::GetAtt': ['Orders', 'BackupVaultArn'] }), messages: [/the name of a vault, got 'arn:.*:backup-vault:.+'\. Write its name, not its ARN\.$/] },
    { name: 'no name of a vault', ...into('orders.daily'), messages: [/^rule 'daily': 'TargetBackupVault' must be .*, got 'orders.daily'. Choose another name.$/] },
  ],
  notApplicable: [{ name: 'no plan', ...bothWays({ Orders: vault() }) }],
  unknown: [
    { name: 'a parameter', ...oneRule({ TargetBackupVault: GIVEN }), messages: ['rule \'daily\': \'TargetBackupVault\' is unknown.'] },
  ],
});
