import { ROLE_POLICIES } from '../../../src/capabilities/role-policies';
import type { Attempt } from '../attempt';
import { ANONYMOUS, STRANGE_ACCOUNT, administrator, roleWithoutRights, root, service, sessionOf, where } from '../callers';
import { IMPORTED_TOPIC } from '../options';
import type { Governed } from '../policies';

const TAKE = 'sts:AssumeRole';
const MFA = { 'aws:MultiFactorAuthPresent': 'true' };

const trusts = (name: string) => ({ policy }: Governed) => JSON.stringify(policy).includes(name);
const isBackups = trusts('backup.amazonaws.com');
const isRules = trusts('events.amazonaws.com');
const isRecorders = trusts('config.amazonaws.com');
const isBreakGlass = ({ name }: Governed) => name.startsWith('compliance-lock/Records/BreakGlass');
const isCalled = (name: string) => (role: Governed) => role.name.startsWith(name);
const isStarter = isCalled('options/Grants/Starter');
const isRestorer = isCalled('options/Grants/Restorer');
const ofImported = isCalled('options/Imported/WiringRuleRole');
const isPipelines = isCalled('pipeline/NotesPipeline/PipelineRole');
const isSynths = isCalled('pipeline/NotesPipeline/PipelineBuildSynthCdkBuildProjectRole');
const isSelfMutations = isCalled('pipeline/NotesPipeline/PipelineUpdatePipelineSelfMutationRole');
const isOfPipeline = isCalled('pipeline/NotesPipeline/Pipeline');

const has = (name: string) => ({ identity }: Governed) => identity.some((policy) => policy.name === name);
const backsUp = has(ROLE_POLICIES.backup);
const backsUpBuckets = has(ROLE_POLICIES.backupOfBuckets);

/** The rule that the trust policy names. */
function ruleOf(role: Governed): string {
  return /arn:aws:events:[^"]+/.exec(JSON.stringify(role.policy))![0];
}

const VAULT = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:';
const RECOVERY_POINT = 'arn:aws:backup:eu-central-1:111122223333:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45';

/** The permissions of a role from its own policies. */
function may(which: Attempt['which'], does: string, resource: string | ((role: Governed) => string), verdict: Attempt['verdict'], context: Attempt['context'] = {}): Attempt {
  return { on: 'role', which, who: sessionOf, does, to: typeof resource === 'string' ? () => resource : resource, byOwnPolicies: true, context, verdict };
}

/** The permissions of a recorder's role for its bucket, and for no other bucket. */
function recorderOf(which: Attempt['which'], bucket: string, putsAcls: Attempt['verdict']): Attempt[] {
  const [object, acl] = ['AWSLogs/111122223333/Config/x.json.gz', { 's3:x-amz-acl': 'bucket-owner-full-control' }];
  return [
    may(which, 's3:PutObject', `${bucket}/${object}`, 'Allowed', acl),
    may(which, 's3:PutObject', `${bucket}/${object}`, 'ImplicitlyDenied', { 's3:x-amz-acl': 'public-read' }),
    may(which, 's3:PutObjectAcl', `${bucket}/${object}`, putsAcls, acl),
    may(which, 's3:PutObjectAcl', `${bucket}/${object}`, 'ImplicitlyDenied', { 's3:x-amz-acl': 'public-read' }),
    may(which, 's3:PutObject', `${bucket}/AWSLogs/${STRANGE_ACCOUNT}/Config/x.json.gz`, 'ImplicitlyDenied', acl),
    may(which, 's3:PutObject', `arn:aws:s3:::another/${object}`, 'ImplicitlyDenied', acl),
    may(which, 's3:GetObject', `${bucket}/${object}`, 'ImplicitlyDenied'),
    may(which, 's3:GetBucketAcl', bucket, 'Allowed'),
    may(which, 's3:ListBucket', bucket, 'Allowed'),
  ];
}

const TRUST: Attempt[] = [
  { on: 'role', does: TAKE, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' },
  { on: 'role', does: TAKE, who: () => where(root(STRANGE_ACCOUNT), 'with MFA', MFA), verdict: 'ImplicitlyDenied' },
  { on: 'role', does: TAKE, who: () => ANONYMOUS, verdict: 'ImplicitlyDenied' },
  { on: 'role', does: TAKE, who: ({ account }) => roleWithoutRights(account), verdict: 'ImplicitlyDenied' },
  { on: 'role', does: TAKE, who: () => service('lambda'), verdict: 'ImplicitlyDenied' },

  { on: 'role', which: isBackups, does: TAKE, who: () => service('backup'), verdict: 'Allowed' },
  { on: 'role', which: isBackups, does: TAKE, who: ({ account }) => administrator(account), verdict: 'ImplicitlyDenied' },
  { on: 'role', which: isBackups, does: TAKE, who: ({ account }) => service('events', { account }), verdict: 'ImplicitlyDenied' },
  { on: 'role', which: isBackups, does: TAKE, who: () => service('restore-testing.backup'), verdict: 'ImplicitlyDenied' },

  { on: 'role', which: isRules, does: TAKE, who: (role) => service('events', { account: role.account, arn: ruleOf(role) }), verdict: 'Allowed' },
  { on: 'role', which: isRules, does: TAKE, who: (role) => service('events', { account: role.account, arn: `${ruleOf(role)}x` }), verdict: 'ImplicitlyDenied' },
  {
    on: 'role',
    which: isRules,
    does: TAKE,
    who: (role) => service('events', { account: STRANGE_ACCOUNT, arn: ruleOf(role).replace(role.account, STRANGE_ACCOUNT) }),
    verdict: 'ImplicitlyDenied',
  },
  { on: 'role', which: isRules, does: TAKE, who: (role) => service('events', { account: STRANGE_ACCOUNT, arn: ruleOf(role) }), verdict: 'ImplicitlyDenied' },
  { on: 'role', which: isRules, does: TAKE, who: () => service('events'), verdict: 'ImplicitlyDenied' },
  { on: 'role', which: isRules, does: TAKE, who: (role) => service('backup', { account: role.account, arn: ruleOf(role) }), verdict: 'ImplicitlyDenied' },

  { on: 'role', which: isRecorders, does: TAKE, who: ({ account }) => service('config', { account }), verdict: 'Allowed' },
  { on: 'role', which: isRecorders, does: TAKE, who: () => service('config', { account: STRANGE_ACCOUNT }), verdict: 'ImplicitlyDenied' },
  { on: 'role', which: isRecorders, does: TAKE, who: () => service('config'), verdict: 'ImplicitlyDenied' },

  { on: 'role', which: isBreakGlass, does: TAKE, who: ({ account }) => where(administrator(account), 'with MFA', MFA), verdict: 'Allowed' },
  { on: 'role', which: isBreakGlass, does: TAKE, who: ({ account }) => administrator(account), verdict: 'ImplicitlyDenied' },
];

const RIGHTS: Attempt[] = [
  // The role of EventBridge can publish to its topic, and nothing else
  may(isRules, 'sns:Publish', 'arn:aws:sns:eu-central-1:111122223333:another', 'ImplicitlyDenied'),
  may(isRules, 'sns:Subscribe', IMPORTED_TOPIC, 'ImplicitlyDenied'),
  may(isRules, 'backup:DeleteRecoveryPoint', RECOVERY_POINT, 'ImplicitlyDenied'),
  may(ofImported, 'sns:Publish', IMPORTED_TOPIC, 'Allowed'),

  // The roles of selections, with AWS managed policies
  ...['ec2:CreateSnapshot', 'dynamodb:StartAwsBackupJob', 'elasticfilesystem:Backup', 'rds:CreateDBSnapshot'].map((does) => may(backsUp, does, '*', 'Allowed')),
  ...['ec2:CreateVolume', 'dynamodb:RestoreTableFromAwsBackup', 'elasticfilesystem:Restore', 'ec2:RunInstances'].map((does) => may(backsUp, does, '*', 'ImplicitlyDenied')),
  may(backsUp, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Administrator', 'ImplicitlyDenied', { 'iam:PassedToService': 'ec2.amazonaws.com' }),
  may(backsUp, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Scanner', 'Allowed', { 'iam:PassedToService': 'malware-protection.guardduty.amazonaws.com' }),
  may(backsUpBuckets, 's3:PutInventoryConfiguration', 'arn:aws:s3:::orders', 'Allowed'),
  may(backsUpBuckets, 's3:CreateBucket', 'arn:aws:s3:::orders', 'ImplicitlyDenied'),

  may(isBreakGlass, 'backup:CopyFromBackupVault', RECOVERY_POINT, 'Allowed'),
  may(isBreakGlass, 'ec2:CreateSnapshot', '*', 'ImplicitlyDenied'),

  may(isStarter, 'backup:StartBackupJob', `${VAULT}granted`, 'Allowed'),
  may(isStarter, 'backup:StartBackupJob', `${VAULT}another`, 'ImplicitlyDenied'),
  may(isStarter, 'backup:DeleteRecoveryPoint', RECOVERY_POINT, 'ImplicitlyDenied'),
  may(isStarter, 'backup:PutBackupVaultAccessPolicy', `${VAULT}granted`, 'ImplicitlyDenied'),
  may(isStarter, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Backups', 'Allowed', { 'iam:PassedToService': 'backup.amazonaws.com' }),
  may(isStarter, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Backups', 'ImplicitlyDenied', { 'iam:PassedToService': 'ec2.amazonaws.com' }),
  may(isStarter, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Restores', 'ImplicitlyDenied', { 'iam:PassedToService': 'backup.amazonaws.com' }),

  may(isRestorer, 'backup:ListRecoveryPointsByBackupVault', `${VAULT}granted`, 'Allowed'),
  may(isRestorer, 'backup:StartRestoreJob', RECOVERY_POINT, 'Allowed'),
  may(isRestorer, 'backup:StartRestoreJob', RECOVERY_POINT.replace('111122223333', STRANGE_ACCOUNT), 'ImplicitlyDenied'),
  may(isRestorer, 'backup:DeleteRecoveryPoint', RECOVERY_POINT, 'ImplicitlyDenied'),
  may(isRestorer, 'backup:StartCopyJob', RECOVERY_POINT, 'ImplicitlyDenied'),
  may(isRestorer, 'iam:PassRole', 'arn:aws:iam::111122223333:role/Backups', 'ImplicitlyDenied', { 'iam:PassedToService': 'backup.amazonaws.com' }),

  ...recorderOf(isCalled('options/Recorded/'), 'arn:aws:s3:::recorded-auditconfigrecorderbucket3550980a', 'ImplicitlyDenied'),
  // AWS lists the second action, which a bucket of another account might require
  ...recorderOf(isCalled('options/Central/'), 'arn:aws:s3:::central', 'Allowed'),
];

const PIPELINE = '777788889999';
const ARTIFACT = 'arn:aws:s3:::notespipeline-pipelineartifactsbucketaea9a052/artifact.zip';
const SYNTH = 'notespipeline-pipelinebuildsynthcdkbuildproject6befa8e6';
const bootstrapped = (account: string, name: string) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${name}-role-${account}-eu-central-1`;
const tagged = (role: string) => ({ 'iam:ResourceTag/aws-cdk:bootstrap-role': [role] });

/** The roles of CDK Pipelines. They deploy with the bootstrap roles, and do not access backups themselves. */
const OF_PIPELINE: Attempt[] = [
  ...['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:StartRestoreJob'].map((does) => may(isOfPipeline, does, RECOVERY_POINT, 'ImplicitlyDenied')),
  may(isOfPipeline, 'backup:PutBackupVaultAccessPolicy', `${VAULT}notes`, 'ImplicitlyDenied'),
  may(isOfPipeline, 'iam:PassRole', bootstrapped(PIPELINE, 'cfn-exec'), 'ImplicitlyDenied', { 'iam:PassedToService': 'cloudformation.amazonaws.com' }),
  may(isOfPipeline, 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-central-1:${PIPELINE}:key/notespipeline-pipelineartifactsbucketencryptionkeyf5bf0670`, 'ImplicitlyDenied'),

  may(isPipelines, TAKE, bootstrapped('444455556666', 'deploy'), 'Allowed'),
  may(isPipelines, TAKE, bootstrapped('111122223333', 'deploy'), 'Allowed'),
  may(isPipelines, TAKE, bootstrapped('111122223333', 'cfn-exec'), 'ImplicitlyDenied'),
  may(isPipelines, TAKE, bootstrapped(STRANGE_ACCOUNT, 'deploy'), 'ImplicitlyDenied'),
  may(isPipelines, 'codebuild:StartBuild', `arn:aws:codebuild:eu-central-1:${PIPELINE}:project/${SYNTH}`, 'Allowed'),
  may(isPipelines, 'codebuild:StartBuild', `arn:aws:codebuild:eu-central-1:${PIPELINE}:project/another`, 'ImplicitlyDenied'),
  may(isPipelines, 's3:PutObject', ARTIFACT, 'Allowed'),
  may(isPipelines, 's3:PutObject', 'arn:aws:s3:::another/artifact.zip', 'ImplicitlyDenied'),

  may(isSynths, 's3:PutObject', ARTIFACT, 'Allowed'),
  may(isSynths, 's3:GetObject', 'arn:aws:s3:::another/artifact.zip', 'ImplicitlyDenied'),
  may(isSynths, 'logs:PutLogEvents', `arn:aws:logs:eu-central-1:${PIPELINE}:log-group:/aws/codebuild/${SYNTH}:log-stream:1`, 'Allowed'),
  may(isSynths, TAKE, bootstrapped(PIPELINE, 'deploy'), 'ImplicitlyDenied', tagged('deploy')),

  may(isSelfMutations, TAKE, bootstrapped(PIPELINE, 'deploy'), 'Allowed', tagged('deploy')),
  may(isSelfMutations, TAKE, bootstrapped(PIPELINE, 'cfn-exec'), 'ImplicitlyDenied', tagged('cloudformation-execution')),
  may(isSelfMutations, TAKE, `arn:aws:iam::${PIPELINE}:role/Administrator`, 'ImplicitlyDenied'),
  may(isSelfMutations, TAKE, bootstrapped('111122223333', 'deploy'), 'ImplicitlyDenied', tagged('deploy')),
  may(isSelfMutations, 's3:GetObject', ARTIFACT, 'Allowed'),
  may(isSelfMutations, 's3:PutObject', ARTIFACT, 'ImplicitlyDenied'),
];

export const AT_ROLES: readonly Attempt[] = [...TRUST, ...RIGHTS, ...OF_PIPELINE];
