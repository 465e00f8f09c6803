import { bothWays } from '../../both-ways';
import { ACCOUNT } from '../../rule-cases';

type Resources = Parameters<typeof bothWays>[0];

export const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
export const ROLE = { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } };
export const OUTSIDE = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A statement of a key policy. */
export function allow(Principal: unknown, Action: unknown = 'kms:*', more: object = {}): object {
  return { Effect: 'Allow', Principal, Action, Resource: '*', ...more };
}

interface Given {
  /** The properties of the key. */
  readonly key?: object;
  readonly keyPolicy?: unknown;
  /** @default - Retain */
  readonly deletionPolicy?: unknown;
  /** @default - the ARN of the key */
  readonly named?: unknown;
  readonly vault?: object;
  readonly more?: Resources;
}

/** A vault `orders` with a key. */
export function keyedVault({ key, keyPolicy, deletionPolicy = 'Retain', named = { 'Fn::GetAtt': ['Key', 'Arn'] }, vault, more }: Given) {
  return bothWays({
    Key: {
      Type: 'AWS::KMS::Key',
      ...deletionPolicy !== null && { DeletionPolicy: deletionPolicy },
      Properties: { ...keyPolicy !== undefined && { KeyPolicy: keyPolicy }, ...key },
    },
    Vault: { Type: 'AWS::Backup::BackupVault', DeletionPolicy: 'Retain', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: named, ...vault } },
    ...more,
  });
}

export const NO_KEY = { name: 'the key of AWS', ...bothWays({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } }, Key: { Type: 'AWS::KMS::Key' } }) };
export const OTHER_KEY = { name: 'a key in no template', ...keyedVault({ named: OUTSIDE }) };

const MANAGED_POLICIES = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'].map((name) => `arn:aws:iam::aws:policy/${name}`);

/** The property of a role without the AWS managed policies. */
export function inlinePolicy(...statements: object[]): object {
  return { ManagedPolicyArns: [], Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }] };
}

/** A plan that backs up file systems into the vault `orders`, with a role. */
export function backingUp({ role = { 'Fn::GetAtt': ['Role', 'Arn'] }, roleProperties = {}, files = true, condition }: {
  readonly role?: unknown; readonly roleProperties?: object; readonly files?: boolean; readonly condition?: 'Prod';
} = {}): Resources {
  return {
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' } }] } },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, ManagedPolicyArns: MANAGED_POLICIES, ...roleProperties } },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Condition: condition,
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: { SelectionName: 'all', IamRoleArn: role, ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }] },
      },
    },
    ...files && { Files: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: [{ Key: 'backup', Value: 'gold' }] } } },
  };
}
