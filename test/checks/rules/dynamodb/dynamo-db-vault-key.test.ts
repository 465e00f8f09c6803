import { type Stack, CfnParameter } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { dynamoDbVaultKey } from '../../../../src/checks/rules/dynamodb/dynamo-db-vault-key';
import { ACCOUNT, REGION, describeRule } from '../../rule-cases';
import { type GivenSelection, PARAMETER, template } from '../backups';
import { NOT_STATED, OFF, REMEDY, tablesWith } from './tables';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const vaultAndTable = (key: string | undefined, selections: readonly GivenSelection[], rules = [{}, {}]) => {
  const tables = tablesWith(['orders'], { rules, selections });
  return {
    cdk: (stack: Stack) => {
      new backup.CfnBackupVault(stack, 'Vault', {
        backupVaultName: 'vault', encryptionKeyArn: key === PARAMETER ? new CfnParameter(stack, 'Key').valueAsString : key,
      });
      tables.cdk(stack);
    },
    cfn: template({
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', EncryptionKeyArn: key === PARAMETER ? { Ref: 'Given' } : key } },
      ...(tables.cfn as { Resources: object }).Resources,
    }),
  };
};
const ALL = [{ arns: ['*'] }];
const CONSEQUENCE = `backups of tables are encrypted with the key of the table. ${REMEDY}, or encrypt the tables with a key that only the right principals can use.`;

describeRule(dynamoDbVaultKey, {
  compliant: [
    { name: 'stated to be on', ...vaultAndTable(KEY, ALL), options: { dynamoDbAdvancedFeatures: true } },
  ],
  nonCompliant: [
    {
      name: 'stated to be off: once, regardless of the number of rules',
      ...vaultAndTable(KEY, ALL),
      options: { dynamoDbAdvancedFeatures: false },
      messages: [`vault 'vault' has a key of its own, and a plan that backs up into it selects the table 'orders' (by '*'). ${OFF} ${CONSEQUENCE}`],
      paths: ['EncryptionKeyArn'],
    },
    {
      name: 'not stated',
      ...vaultAndTable(KEY, [{ tags: [['backup', 'gold']] }]),
      messages: [`vault 'vault' has a key of its own, and a plan that backs up into it selects the table 'orders' (by tag backup=gold). ${NOT_STATED} ${CONSEQUENCE}`],
    },
  ],
  notApplicable: [
    { name: 'the key of AWS', ...vaultAndTable(undefined, ALL) },
    { name: 'no table in the vault', ...vaultAndTable(KEY, [{ tags: [['backup', 'silver']] }]) },
    { name: 'another vault', ...vaultAndTable(KEY, ALL, [{ vault: 'other' }]) },
  ],
  unknown: [
    {
      name: 'a key that is a parameter',
      ...vaultAndTable(PARAMETER, ALL),
      messages: ['Whether vault \'vault\' has a key of its own, and a plan that backs up into it selects the table \'orders\' (by \'*\') is unknown.'],
    },
  ],
});
