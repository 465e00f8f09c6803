import { type Stack, Stack as OtherStack } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { DESTINATION, ELSEWHERE, FULLY_MANAGED, KEY, NO_COPY, SAME_ACCOUNT, copying, database } from './copies';
import { copyDestinationKey } from '../../../../src/checks/rules/encryption/copy-destination-key';
import { GIVEN, bothWays } from '../../both-ways';
import { OTHER_ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';

/** The same plan, and the vault that it copies to, in a stack of another account. */
function into(encryptionKeyArn: string | undefined, given: Parameters<typeof copying>[0] = { more: { Database: database() } }) {
  const { cdk, cfn } = bothWays(copying(given));
  const recovery = { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'recovery', EncryptionKeyArn: encryptionKeyArn } } };
  return {
    cdk: (stack: Stack) => {
      cdk(stack);
      const other = new OtherStack(stack.node.root, 'Recovery', { env: { account: OTHER_ACCOUNT, region: REGION } });
      new CfnBackupVault(other, 'Vault', { backupVaultName: 'recovery', encryptionKeyArn }).overrideLogicalId('Vault');
    },
    cfn: [sourceOf(cfn), sourceOf(recovery, { id: 'Recovery', stackName: 'Recovery', account: OTHER_ACCOUNT })],
  };
}

const RULE = 'rule \'daily\': \'DestinationBackupVaultArn\'';
const GAPPED = { TargetLogicallyAirGappedBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:gapped' };
const doubt = (vault: string, what = 'Database (RDS, by \'*\')') => `${RULE}: whether the key of vault ${vault} can encrypt copies of ${what} from another account is unknown.`;

describeRule(copyDestinationKey, {
  compliant: [
    { name: 'a key of the customer\'s', ...into(KEY.replace('111122223333', OTHER_ACCOUNT)) },
    { name: 'a database without encryption', ...into(undefined, { more: { Database: database({}) } }) },
  ],
  nonCompliant: [
    {
      name: 'no key',
      ...into(undefined),
      messages: [`${RULE} must be a vault with a customer managed key for a copy of Database (RDS, by '*') to another account, `
        + 'got vault \'recovery\' with the AWS managed key. Set its \'EncryptionKeyArn\'. AWS Backup accepts the plan, but every copy job fails.'],
      paths: [DESTINATION],
    },
    {
      name: 'a rule of an air-gapped vault, which can be copied',
      ...into(undefined, { rule: GAPPED }),
      messages: [`${RULE} should be a vault with a customer managed key if a copy can come from a logically air-gapped vault, `
        + 'got vault \'recovery\' with the AWS managed key. Set its \'EncryptionKeyArn\'.'],
      levels: ['warning'],
    },
  ],
  notApplicable: [NO_COPY, FULLY_MANAGED, SAME_ACCOUNT],
  unknown: [
    { name: 'a vault of others', ...bothWays(copying({ more: { Database: database() } })), messages: [doubt(`'${ELSEWHERE}'`)] },
    { name: 'a vault that is a parameter', ...bothWays(copying({ to: GIVEN, more: { Database: database() } })), messages: [doubt('\'${Given}\'')] },
    {
      name: 'a selection that is a parameter',
      ...into(undefined, { resources: [GIVEN], more: { Database: database() } }),
      messages: [doubt('\'recovery\'', 'Database (RDS, by ARN \'${Given}\')')],
    },
  ],
});
