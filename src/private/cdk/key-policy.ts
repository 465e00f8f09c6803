import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

const USE_OF_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/**
 * Lets the AWS Backup service-linked role of an account use a key. It is that role which makes the copies into the vaults
 * of its account.
 *
 * The principal is the account with a condition on the role: KMS refuses a key policy that names a role which does not
 * exist yet, and this one comes into being with the first use of AWS Backup.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export function backupServiceRoleStatements(account: string): iam.PolicyStatement[] {
  const role = `arn:${Aws.PARTITION}:iam::${account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
  const onlyThatRole = { ArnEquals: { 'aws:PrincipalArn': role } };
  return [
    new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal(account)],
      actions: USE_OF_KEY,
      resources: ['*'],
      conditions: onlyThatRole,
    }),
    new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal(account)],
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { ...onlyThatRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ];
}
