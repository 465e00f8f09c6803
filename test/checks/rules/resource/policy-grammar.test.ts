import { policyGrammar } from '../../../../src/checks/rules/resource/policy-grammar';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, REGION, describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { copying, database } from '../encryption/copies';
import { ALSO, keyedDatabase } from '../encryption/keyed-databases';
import { LETS_BACKUP, notifying } from '../notification/topics';
import { ROOT, allow, backingUp, keyedVault } from '../vault/keyed-vaults';
import { vault } from '../vault/vaults';

type Resources = Parameters<typeof bothWays>[0];

const policy = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });
const DENY = { Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' };
const VAULT: Resources = { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } };
const inVault = (AccessPolicy: unknown) => vault({ AccessPolicy });
const OWN = { Effect: 'Allow', Action: 'backup:*', Resource: '*' };
const TRUST = { Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' };
/** A backup role with policies. */
const roleWith = (roleProperties: object, more: Resources = {}) => bothWays({ ...VAULT, ...backingUp({ roleProperties }), ...more });
const ownPolicy = (type: string, document: unknown, more: object): Resources => ({
  Policy: { Type: type, Properties: { PolicyDocument: document, ...more } },
});
const MANAGED = 'AWS::IAM::ManagedPolicy';
const ofRole = { Roles: [{ Ref: 'Role' }] };
const NAMED = { PolicyName: 'backups' };
const REPORTS: Resources = {
  Reports: { Type: 'AWS::S3::Bucket' },
  Plan: { Type: 'AWS::Backup::ReportPlan', Properties: { ReportDeliveryChannel: { S3BucketName: { Ref: 'Reports' } }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } } },
};
const bucketPolicy = (PolicyDocument: unknown, Bucket: unknown = { Ref: 'Reports' }) => bothWays({
  ...REPORTS, Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket, PolicyDocument } },
});
interface OfBucket {
  readonly ofKey?: object;
  readonly ofBucket?: object;
  readonly ofOther?: object;
}

/** A bucket with a key that plan `gold` selects, its policy, and that of another bucket. */
const selectedBucket = ({ ofKey = OWN_KEY, ofBucket = DENY, ofOther = DENY }: OfBucket, more: Resources = {}) => bothWays(copying({
  rule: { CopyActions: undefined },
  resources: ['arn:aws:s3:::orders'],
  more: {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy(ofKey) } },
    Orders: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketName: 'orders',
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } }] },
      },
    },
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Orders' }, PolicyDocument: policy(ofBucket) } },
    OtherPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'others', PolicyDocument: policy(ofOther) } },
    ...more,
  },
}));
const OWN_KEY = allow(ROOT);

const FAULTY = { ...DENY, Effect: 'deny' };
const effect = (subject: string, document: string, got = 'deny') => `${subject}: '${document}.Effect' must be 'Allow' or 'Deny', got '${got}'. The value is case-sensitive.`;
const ofVault = (rest: string) => `AWS::Backup::BackupVault Vault: 'AccessPolicy.Statement[0]${rest}`;

describeRule(policyGrammar, {
  compliant: [
    { name: 'a variable of IAM, and a pseudo parameter in Fn::Sub', ...inVault(policy({ ...DENY, Condition: { ArnNotLike: { 'aws:PrincipalArn': [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${!aws:PrincipalTag/team}' }] } } })) },
    { name: 'the policy of a vault', ...inVault(policy(DENY)) },
    { name: 'the JSON text of one', ...inVault(JSON.stringify(policy(DENY))) },
    { name: 'the policies of a role', ...roleWith({ AssumeRolePolicyDocument: policy(TRUST), Policies: [{ PolicyName: 'own', PolicyDocument: policy(OWN) }] }, ownPolicy('AWS::IAM::Policy', policy(OWN), { ...NAMED, ...ofRole })) },
    { name: 'a statement that might be left out', ...inVault(policy({ 'Fn::If': ['Prod', DENY, { Ref: 'AWS::NoValue' }] })) },
    { name: 'the policies of a topic, and of its key', ...notifying({ topic: { KmsMasterKeyId: { Ref: 'Key' } }, statements: [LETS_BACKUP] }) },
  ],
  nonCompliant: [
    {
      name: 'a pseudo parameter outside of Fn::Sub',
      ...inVault(policy({ ...DENY, Condition: { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '${AWS::AccountId}'] } } })),
      messages: [ofVault('.Condition.StringNotEquals.aws:PrincipalAccount[1]\' should have \'${AWS::AccountId}\' only within Fn::Sub, got \'${AWS::AccountId}\'. '
        + 'IAM compares it as it is written. Write it with Fn::Sub.')],
      levels: ['warning'],
    },
    { name: 'an effect in small letters', ...inVault(policy(FAULTY)), messages: [ofVault('.Effect\' must be \'Allow\' or \'Deny\', got \'deny\'. The value is case-sensitive.')], paths: ['AccessPolicy'] },
    {
      name: 'a vault without a principal',
      ...inVault(policy({ Effect: 'Deny', Action: 'backup:DeleteRecoveryPoint', Resource: '*' })),
      messages: [ofVault('\' must have \'Principal\' or \'NotPrincipal\', got neither. Add one.')],
    },
    {
      name: 'a vault with an action without a service',
      ...inVault(policy({ ...DENY, Action: ['DeleteRecoveryPoint'] })),
      messages: [ofVault('.Action\' must name a service before a colon, got \'DeleteRecoveryPoint\'. Write it as \'backup:DeleteRecoveryPoint\'.')],
    },
    {
      name: 'a vault with an operator that IAM does not have',
      ...inVault(policy({ ...DENY, Condition: { ArnNotLikes: { 'aws:PrincipalArn': 'x' } } })),
      messages: [ofVault('.Condition\' must have condition operators of IAM, got \'ArnNotLikes\'. Check its spelling.')],
    },
    {
      name: 'the JSON text of a faulty policy',
      ...inVault(JSON.stringify(policy(FAULTY))),
      messages: [ofVault('.Effect\' must be \'Allow\' or \'Deny\', got \'deny\'. The value is case-sensitive.')],
    },
    {
      name: 'two faults',
      ...inVault({ Version: '2012-10-18', Statement: { ...DENY, Actions: 'x' } }),
      messages: [
        'AWS::Backup::BackupVault Vault: \'AccessPolicy.Version\' must be \'2008-10-17\' or \'2012-10-17\', got \'2012-10-18\'. This is the version of the policy language, not the date of the policy.',
        'AWS::Backup::BackupVault Vault: \'AccessPolicy.Statement\' must have the elements of a policy, got \'Actions\'. Check its spelling, or leave it out.',
      ],
    },
    { name: 'the key of a vault', ...keyedVault({ keyPolicy: policy({ ...allow(ROOT), Effect: 'ALLOW' }) }), messages: [effect('AWS::KMS::Key Key', 'KeyPolicy.Statement[0]', 'ALLOW')], paths: ['KeyPolicy'] },
    { name: 'a topic', ...notifying({ topic: {}, statements: [{ ...LETS_BACKUP, Effect: 'deny' }] }), messages: [effect('AWS::SNS::TopicPolicy Policy', 'PolicyDocument.Statement[0]')] },
    {
      name: 'the trust of a role',
      ...roleWith({ AssumeRolePolicyDocument: policy({ ...TRUST, Resource: '*' }) }),
      messages: ['AWS::IAM::Role Role: \'AssumeRolePolicyDocument.Statement[0]\' must have no \'Resource\' in a trust policy, got one. Leave it out. The role itself is the resource.'],
      paths: ['AssumeRolePolicyDocument'],
    },
    {
      name: 'a policy in a role',
      ...roleWith({ AssumeRolePolicyDocument: policy(TRUST), Policies: [{ PolicyName: 'own', PolicyDocument: policy({ ...OWN, Principal: '*' }) }] }),
      messages: ['AWS::IAM::Role Role: \'Policies[0].PolicyDocument.Statement[0]\' must have no \'Principal\' in a policy of a role, got one. Leave it out. The role itself is the principal.'],
      paths: ['Policies[0].PolicyDocument'],
    },
    ...(['AWS::IAM::Policy', MANAGED] as const).map((type) => ({
      name: `a policy of a role by ${type}`,
      ...roleWith({ AssumeRolePolicyDocument: policy(TRUST) }, ownPolicy(type, policy({ ...OWN, Effect: 'deny' }), { ...type === MANAGED ? {} : NAMED, ...ofRole })),
      messages: [effect(`${type} Policy`, 'PolicyDocument.Statement[0]')],
    })),
    {
      name: 'a policy that the role names',
      ...roleWith({ AssumeRolePolicyDocument: policy(TRUST), ManagedPolicyArns: [{ Ref: 'Policy' }] }, ownPolicy(MANAGED, policy({ ...OWN, Effect: 'deny' }), {})),
      messages: [effect(`${MANAGED} Policy`, 'PolicyDocument.Statement[0]')],
    },
    { name: 'the bucket of a report plan', ...bucketPolicy(policy(FAULTY)), messages: [effect('AWS::S3::BucketPolicy Policy', 'PolicyDocument.Statement[0]')] },
    { name: 'the key of a selected bucket', ...selectedBucket({ ofKey: { ...OWN_KEY, Effect: 'deny' } }), messages: [effect('AWS::KMS::Key Key', 'KeyPolicy.Statement[0]')] },
    { name: 'the policy of a selected bucket', ...selectedBucket({ ofBucket: FAULTY }), messages: [effect('AWS::S3::BucketPolicy Policy', 'PolicyDocument.Statement[0]')] },
    { name: 'the key of a selected database', ...keyedDatabase({ key: { properties: { KeyPolicy: policy({ ...OWN_KEY, Effect: 'deny' }) } } }), messages: [effect('AWS::KMS::Key Key', 'KeyPolicy.Statement[0]')] },
    {
      name: 'the key of a volume of a selected instance',
      ...keyedDatabase({ key: { properties: { KeyPolicy: policy({ ...OWN_KEY, Effect: 'deny' }) } }, more: ALSO.instance }),
      messages: [effect('AWS::KMS::Key Key', 'KeyPolicy.Statement[0]')],
    },
  ],
  notApplicable: [
    { name: 'the policy of a bucket that is not selected', ...selectedBucket({ ofOther: FAULTY }) },
    {
      name: 'the key of a database that is not selected',
      ...selectedBucket({}, { DatabaseKey: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy(FAULTY) } }, Database: database({ StorageEncrypted: true, KmsKeyId: { Ref: 'DatabaseKey' } }) }),
    },
    { name: 'a vault without a policy', ...bothWays(VAULT) },
    { name: 'a key that backups do not use', ...bothWays({ Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy(FAULTY) } } }) },
    { name: 'a topic that no vault notifies', ...bothWays({ Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [`arn:aws:sns:${REGION}:${ACCOUNT}:x`], PolicyDocument: policy(FAULTY) } } }) },
    { name: 'the policy of another bucket', ...bucketPolicy(policy(FAULTY), 'others') },
    { name: 'a role of others', ...bothWays({ Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: policy(FAULTY) } } }) },
  ],
  unknown: [
    { name: 'a policy that is a parameter', ...inVault(PARAMETER), messages: ['AWS::Backup::BackupVault Vault: whether IAM accepts \'AccessPolicy\' is unknown.'] },
    { name: 'the policy of a key that is a parameter', ...keyedVault({ keyPolicy: GIVEN }), messages: ['AWS::KMS::Key Key: whether IAM accepts \'KeyPolicy\' is unknown.'] },
  ],
});
