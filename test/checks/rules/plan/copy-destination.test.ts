import { Stack } from 'aws-cdk-lib';
import { RULE, oneRule, vaultArn } from './cases';
import { copyDestination } from '../../../../src/checks/rules/plan/copy-destination';
import { GIVEN } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const to = (DestinationBackupVaultArn: unknown) => oneRule({ CopyActions: [{ DestinationBackupVaultArn }] });
const CHINA = 'arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:copies';
const DEFAULT = vaultArn('eu-west-1', '444455556666', 'Default');
const WRONG = 'arn:aws:backup:eu-central-1:111122223333:vault:copies';
const MUST = 'rule \'daily\': \'DestinationBackupVaultArn\' must';
const SOVEREIGN = 'arn:aws-eusc:backup:eusc-de-east-1:444455556666:backup-vault:copies';
const sovereign = to(SOVEREIGN);
const SOVEREIGN_ENV = { account: '111122223333', region: 'eusc-de-east-1' };

/** In a stack without an environment. */
const nowhere = ({ cdk, cfn }: ReturnType<typeof to>): ReturnType<typeof to> => ({
  cdk: (stack) => cdk(new Stack(stack.node.root as Stack, 'Nowhere')),
  cfn: [sourceOf(cfn, { account: undefined, region: undefined })],
});

describeRule(copyDestination, {
  compliant: [
    { name: 'references in the right form', ...nowhere(to({ 'Fn::Sub': 'arn:${AWS::Partition}:backup:eu-central-1:${AWS::AccountId}:backup-vault:x-${AWS::Region}' })) },
    { name: 'another Region', ...to(vaultArn('eu-central-1')) },
    { name: 'another account', ...to(vaultArn('eu-west-1', '444455556666')) },
    { name: 'the default vault of this account', ...to(vaultArn('eu-central-1', '111122223333', 'Default')) },
  ],
  nonCompliant: [
    {
      name: 'the form of a CloudFormation sample',
      ...to(WRONG),
      messages: [`${MUST} be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got '${WRONG}'. Replace 'vault' with 'backup-vault'.`],
      paths: [`${RULE}.CopyActions[0].DestinationBackupVaultArn`],
    },
    ...['arn:${AWS::Partition}:backup:eu-west-1:${AWS::AccountId}:vault:xx', 'arn:${AWS::Partition}:backup:${AWS::Region}:${AWS::AccountId}:backup-vault/xx'].map((form) => ({
      name: `the form '${form}' where neither account nor Region is known`,
      ...nowhere(to({ 'Fn::Sub': form })),
      messages: [/must be the ARN of a backup vault, .*, got 'arn:.*backup:.*:\$\{AWS::AccountId\}:(vault:xx'\. Replace 'vault' with 'backup-vault'|backup-vault\/xx'\. Write the whole ARN)\.$/],
    })),
    {
      name: 'a name of one letter',
      ...to(vaultArn('eu-central-1', '111122223333', 'x')),
      messages: [`${MUST} end with the name of a vault, of 2 to 50 letters, digits, hyphens, or underscores, got 'x' in '${vaultArn('eu-central-1', '111122223333', 'x')}'. Correct the name.`],
    },
    {
      name: 'a partition that is not that of the Region, where the account is not known',
      ...nowhere(to({ 'Fn::Sub': 'arn:aws:backup:cn-north-1:${AWS::AccountId}:backup-vault:copies' })),
      messages: [/name the partition of its Region, got .*\. 'cn-north-1' is in the partition 'aws-cn'/],
    },
    {
      name: 'another partition',
      ...to(CHINA),
      messages: [`rule 'daily', copy to '${CHINA}': 'DestinationBackupVaultArn' must be a vault in the partition of 'eu-west-1', got one in 'cn-north-1'. `
        + 'Backups can be copied only within the partition aws. Choose another vault.'],
    },
    {
      name: 'a partition that is not that of the Region',
      ...to(vaultArn('cn-north-1')),
      messages: [`${MUST} name the partition of its Region, got '${vaultArn('cn-north-1')}'. 'cn-north-1' is in the partition 'aws-cn'. Write 'arn:aws-cn:…'.`],
    },
    {
      name: 'a Region that is misspelled, which is a warning',
      ...to(vaultArn('eu-centrl-1')),
      messages: ['rule \'daily\': the copy should go to a Region that this library knows, got \'eu-centrl-1\'. Did you mean \'eu-central-1\'? If the Region is newer than this library, acknowledge the warning.'],
      levels: ['warning'],
    },
    {
      name: 'the default vault of another account',
      ...to(DEFAULT),
      messages: [`rule 'daily', copy to '${DEFAULT}': 'DestinationBackupVaultArn' must not be the vault 'Default' of another account, got that of account '444455556666'. `
        + 'AWS Backup creates no cross-account copies into it. Create a vault with another name there.'],
    },
    {
      name: 'another account in the European Sovereign Cloud',
      cdk: (stack) => sovereign.cdk(new Stack(stack.node.root as Stack, 'Sovereign', { env: SOVEREIGN_ENV })),
      cfn: [sourceOf(sovereign.cfn, SOVEREIGN_ENV)],
      messages: [`rule 'daily', copy to '${SOVEREIGN}': 'DestinationBackupVaultArn' must be a vault of the account '111122223333', got one of '444455556666'. `
        + 'AWS Backup creates no cross-account copies in \'eusc-de-east-1\'. Choose a vault of the same account.'],
    },
  ],
  notApplicable: [{ name: 'no copy', ...oneRule() }],
  unknown: [{ name: 'a parameter in an ARN', ...to({ 'Fn::Sub': 'arn:aws:backup:${Given}:111122223333:backup-vault:copies' }) }, { name: 'a parameter', ...to(GIVEN), messages: ['rule \'daily\': \'DestinationBackupVaultArn\' is unknown.'] }],
});
