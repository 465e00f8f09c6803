import { Stack } from 'aws-cdk-lib';
import { GIVEN, RULE, oneRule, vaultArn } from './cases';
import { copyDestination } from '../../../../src/checks/rules/plan/copy-destination';
import { describeRule, sourceOf } from '../../rule-cases';

const to = (DestinationBackupVaultArn: unknown) => oneRule({ CopyActions: [{ DestinationBackupVaultArn }] });
const CHINA = 'arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:copies';
const DEFAULT = vaultArn('eu-west-1', '444455556666', 'Default');
const WRONG = 'arn:aws:backup:eu-central-1:111122223333:vault:copies';
const MUST = 'rule \'daily\': \'DestinationBackupVaultArn\' must';
const SOVEREIGN = 'arn:aws-eusc:backup:eusc-de-east-1:444455556666:backup-vault:copies';
const sovereign = to(SOVEREIGN);
const SOVEREIGN_ENV = { account: '111122223333', region: 'eusc-de-east-1' };

describeRule(copyDestination, {
  compliant: [
    { name: 'another Region', ...to(vaultArn('eu-central-1')) },
    { name: 'another account', ...to(vaultArn('eu-west-1', '444455556666')) },
    { name: 'the default vault of this account', ...to(vaultArn('eu-central-1', '111122223333', 'Default')) },
  ],
  nonCompliant: [
    {
      name: 'the form of a CloudFormation sample',
      ...to(WRONG),
      messages: [`${MUST} be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got '${WRONG}': write the whole ARN`],
      paths: [`${RULE}.CopyActions[0].DestinationBackupVaultArn`],
    },
    {
      name: 'another partition',
      ...to(CHINA),
      messages: [`rule 'daily', copy to '${CHINA}' cannot be made: backups are copied within partition aws only, not from 'eu-west-1' to 'cn-north-1'; `
        + 'choose a vault in the same partition'],
    },
    {
      name: 'a partition that is not that of the Region',
      ...to(vaultArn('cn-north-1')),
      messages: [`${MUST} name the partition of its Region, got '${vaultArn('cn-north-1')}': 'cn-north-1' is in the partition 'aws-cn', so write 'arn:aws-cn:…'`],
    },
    {
      name: 'the default vault of another account',
      ...to(DEFAULT),
      messages: [`rule 'daily', copy to '${DEFAULT}' cannot be made: AWS Backup makes no cross-account copies into the vault 'Default', got that of account '444455556666'; `
        + 'create a vault of another name there'],
    },
    {
      name: 'another account in the European Sovereign Cloud',
      cdk: (stack) => sovereign.cdk(new Stack(stack.node.root as Stack, 'Sovereign', { env: SOVEREIGN_ENV })),
      cfn: [sourceOf(sovereign.cfn, SOVEREIGN_ENV)],
      messages: [`rule 'daily', copy to '${SOVEREIGN}' cannot be made: AWS Backup makes no cross-account copies in 'eusc-de-east-1'; `
        + 'choose a vault of the account \'111122223333\''],
    },
  ],
  notApplicable: [{ name: 'no copy', ...oneRule() }],
  unknown: [{ name: 'a parameter in an ARN', ...to({ 'Fn::Sub': 'arn:aws:backup:${Given}:111122223333:backup-vault:copies' }) }, { name: 'a parameter', ...to(GIVEN), messages: ['rule \'daily\': \'DestinationBackupVaultArn\' cannot be known'] }],
});
