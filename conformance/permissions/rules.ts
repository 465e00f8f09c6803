import { type Caller, administrator, roleWithoutRights, service } from './callers';
import { evaluate } from './engine';
import type { Policy } from './policies';
import type { Rule } from '../../src/checks/rule';
import { reportBucketPolicy } from '../../src/checks/rules/audit/report-bucket-policy';
import { topicPolicy } from '../../src/checks/rules/notification/topic-policy';
import { vaultDeletionGuard } from '../../src/checks/rules/vault/vault-deletion-guard';
import { vaultLockSealed } from '../../src/checks/rules/vault/vault-lock-sealed';
import { vaultPolicyAccounts } from '../../src/checks/rules/vault/vault-policy-accounts';
import { BackupInventory } from '../../src/inventory';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'arn:aws:s3:::reports';
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:topic`;
const VAULT = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:vault`;
const RECOVERY_POINT = `arn:aws:backup:${REGION}:${ACCOUNT}:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45`;
const REPORTS = { name: 'AWSServiceRoleForBackupReports', path: 'aws-service-role/reports.backup.amazonaws.com/' };

/** The finding of a rule on a policy, and the verdicts of the engine on the requests that the rule covers. */
interface Question {
  readonly rule: Rule;
  readonly resources: (policy: Policy) => object;
  readonly who: Caller;
  readonly requests: readonly { readonly does: string; readonly to: string }[];
  readonly policies: readonly Policy[];
  /** Whether the verdicts of the engine contradict the finding of the rule. */
  readonly isWrong: (verdict: Verdict) => boolean;
}

interface Verdict {
  readonly fault: boolean;
  /** Neither a finding nor an unknown value. */
  readonly silent: boolean;
  readonly allAllowed: boolean;
  readonly someAllowed: boolean;
}

type Elements = string | readonly string[];
type Condition = Readonly<Record<string, Readonly<Record<string, Elements>>>> | undefined;

/** Principals of statements that allow. */
const OF_SOURCES: readonly Condition[] = [
  undefined,
  { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
  { StringEquals: { 'aws:SourceAccount': '999988887777' } },
  { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
  { Bool: { 'aws:SecureTransport': 'true' } },
];

/** Conditions that exempt principals from a denial. */
const OF_EXEMPTIONS: readonly Condition[] = [
  ...OF_SOURCES,
  ...['ArnNotLike', 'StringNotLike', 'ArnNotEquals', 'StringNotEquals'].flatMap((operator) => [
    `arn:aws:iam::${ACCOUNT}:role/break-glass`, `arn:aws:iam::${ACCOUNT}:role/aws-reserved/*`, `arn:aws:iam::${ACCOUNT}:role/*`, `arn:aws:iam::${ACCOUNT}:*`,
    'arn:aws:iam::*:role/*', 'arn:aws:iam::*', 'arn:*', '*',
  ].map((arn) => ({ [operator]: { 'aws:PrincipalArn': arn } }))),
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } },
  { ArnNotLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/break-glass`, `arn:aws:iam::${ACCOUNT}:role/*`] } },
];

const PRINCIPALS = [
  '*',
  { AWS: '*' },
  { AWS: `arn:aws:iam::${ACCOUNT}:role/${REPORTS.path}${REPORTS.name}` },
  { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  { AWS: ACCOUNT },
  { AWS: 'arn:aws:iam::999988887777:root' },
  { Service: 'backup.amazonaws.com' },
  { Service: ['events.amazonaws.com', 'backup.amazonaws.com'] },
  { Service: 'reports.backup.amazonaws.com' },
];

/** Every combination, alone and before an unrelated statement. */
function policies(actions: readonly Elements[], resources: readonly Elements[], conditions: readonly Condition[], unrelated: object): Policy[] {
  const combine = function* (): Generator<Policy> {
    for (const Effect of ['Allow', 'Deny']) {
      for (const Principal of PRINCIPALS) {
        for (const Action of actions) {
          for (const Resource of resources) {
            for (const Condition of conditions) {
              const statement = { Effect, Principal, Action, Resource, ...Condition && { Condition } };
              yield { Version: '2012-10-17', Statement: [statement] };
              yield { Version: '2012-10-17', Statement: [statement, unrelated] };
            }
          }
        }
      }
    }
  };
  return [...combine()];
}

const isFalseError: Question['isWrong'] = ({ fault, allAllowed }) => fault && allAllowed;
const isFalseComfort: Question['isWrong'] = ({ silent, someAllowed }) => silent && someAllowed;

/** The permissions of another account, exactly as the engine evaluates them. */
const isWrongOnOthers: Question['isWrong'] = ({ fault, silent, someAllowed }) => (fault && !someAllowed) || (silent && someAllowed);

const DELETION = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'];
const QUESTIONS: readonly Question[] = [
  {
    rule: reportBucketPolicy,
    resources: (policy) => ({
      Report: {
        Type: 'AWS::Backup::ReportPlan',
        Properties: { ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' }, ReportDeliveryChannel: { S3BucketName: { Ref: 'Bucket' } } },
      },
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'reports' } },
      Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: policy } },
    }),
    who: roleWithoutRights(ACCOUNT, REPORTS.name, REPORTS.path),
    requests: [{ does: 's3:PutObject', to: `${BUCKET}/Backup/report.csv` }],
    policies: policies(
      ['s3:PutObject', 's3:*', 's3:Put*', ['s3:GetObject', 's3:PutObject'], 's3:GetObject', 'S3:putobject'], ['*', `${BUCKET}/*`, BUCKET], OF_SOURCES,
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 's3:ListBucket', Resource: BUCKET },
    ),
    isWrong: isFalseError,
  },
  {
    rule: topicPolicy,
    resources: (policy) => ({
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { BackupVaultName: 'vault', Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['COPY_JOB_FAILED'] } },
      },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'topic' } },
      Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: policy } },
    }),
    who: service('backup', { account: ACCOUNT, arn: VAULT }),
    requests: [{ does: 'sns:Publish', to: TOPIC }],
    policies: policies(
      ['sns:Publish', 'sns:*', ['sns:Subscribe', 'SNS:Publish'], 'sns:Subscribe', 'sns:Pub?ish'], ['*', TOPIC, `${TOPIC}2`], OF_SOURCES,
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sns:Subscribe', Resource: TOPIC },
    ),
    isWrong: isFalseError,
  },
  {
    rule: vaultDeletionGuard,
    resources: (policy) => ({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', AccessPolicy: policy } } }),
    who: administrator(ACCOUNT), // whom no condition exempts by name
    requests: [
      { does: 'backup:DeleteRecoveryPoint', to: RECOVERY_POINT }, { does: 'backup:UpdateRecoveryPointLifecycle', to: RECOVERY_POINT },
      { does: 'backup:PutBackupVaultAccessPolicy', to: VAULT },
    ],
    policies: policies(
      [DELETION, DELETION.slice(0, 2)], ['*', [VAULT, '*'], VAULT], OF_EXEMPTIONS,
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'backup:StartBackupJob', Resource: '*' },
    ),
    isWrong: isFalseComfort,
  },
  {
    rule: vaultLockSealed,
    resources: (policy) => ({
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', AccessPolicy: policy, LockConfiguration: { MinRetentionDays: 7 } } },
    }),
    who: administrator(ACCOUNT), // in place of the role that deploys
    requests: [{ does: 'backup:PutBackupVaultLockConfiguration', to: VAULT }, { does: 'backup:PutBackupVaultAccessPolicy', to: VAULT }],
    policies: policies(
      ['backup:PutBackupVaultLockConfiguration', DELETION, DELETION.slice(0, 2)], ['*', VAULT],
      [...OF_SOURCES, { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/break-glass` } }, { ArnNotLike: { 'aws:PrincipalArn': '*' } }],
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'backup:StartBackupJob', Resource: '*' },
    ),
    isWrong: isFalseError,
  },
  {
    rule: vaultPolicyAccounts,
    resources: (policy) => ({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', AccessPolicy: policy } } }),
    who: administrator('999988887777'),
    requests: ['StartRestoreJob', 'DescribeRecoveryPoint'].map((name) => ({ does: `backup:${name}`, to: RECOVERY_POINT })),
    policies: policies(
      ['backup:StartRestoreJob', ['backup:CopyIntoBackupVault', 'backup:DescribeRecoveryPoint'], 'backup:CopyIntoBackupVault'], ['*', RECOVERY_POINT], [undefined],
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'backup:StartBackupJob', Resource: '*' },
    ),
    isWrong: isWrongOnOthers,
  },
];

export interface CheckedRule {
  readonly rule: string;
  readonly policies: number;
  readonly wrong: readonly string[];
}

/** Compares our rules on policies with the engine. A rule must not report a policy that works, and must report a policy that does not protect. */
export function checkRules(): Promise<CheckedRule[]> {
  return Promise.all(QUESTIONS.map(async (question) => {
    const wrong = await Promise.all(question.policies.map((policy) => differenceOf(question, policy)));
    return { rule: question.rule.id, policies: question.policies.length, wrong: wrong.flatMap((each) => each ?? []) };
  }));
}

/** Policies have no date. */
const ANY_DAY = new Date('2028-01-01T00:00:00Z');

async function differenceOf({ rule, resources, who, requests, isWrong }: Question, policy: Policy): Promise<string | undefined> {
  const source = { id: 'stack', account: ACCOUNT, region: REGION, template: { Resources: resources(policy) } };
  const outcomes = rule.evaluate(BackupInventory.of([source]), {}, ANY_DAY);
  const verdicts = await Promise.all(requests.map(({ does, to }) => evaluate(who, does, { arn: to, account: ACCOUNT }, policy)));
  const allowed = verdicts.filter((verdict) => verdict === 'Allowed').length;
  const verdict: Verdict = {
    fault: outcomes.some(({ kind }) => kind === 'fault'),
    silent: outcomes.length === 0,
    allAllowed: allowed === verdicts.length,
    someAllowed: allowed > 0,
  };
  const unheard = verdicts.filter((each) => !['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied'].includes(each));
  return unheard.length > 0 || isWrong(verdict)
    ? `${rule.id} ${verdict.fault ? 'finds a fault' : 'finds nothing'}, the engine reports ${verdicts.join(', ')}: ${JSON.stringify(policy)}`
    : undefined;
}
