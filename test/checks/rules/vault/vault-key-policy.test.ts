import { NO_KEY, OTHER_KEY, ROLE, ROOT, allow, backingUp, inlinePolicy, keyedVault } from './keyed-vaults';
import { CompliantVault } from '../../../../src';
import { vaultKeyPolicy } from '../../../../src/checks/rules/vault/vault-key-policy';
import { GIVEN } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, describeRule } from '../../rule-cases';

const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`;
const USE = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];
const both = (Statement: unknown, given: Parameters<typeof backingUp>[0] = {}) => keyedVault({ keyPolicy: { Version: '2012-10-17', Statement }, more: backingUp(given) });
const message = (who: string, actions = USE) => `key Key of vault 'orders': 'KeyPolicy' must let AWS Backup use the key, got a policy that does not allow ${actions.map((action) => `'${action}'`).join(', ')} `
  + `to ${who}. Allow the actions to the account, so that the policies of its roles decide, or to the role. Backups that this key encrypts fail.`;
const ownPolicies = (subject: string, actions = ['kms:CreateGrant', 'kms:DescribeKey']) => `${subject}: 'IamRoleArn' should be a role that can use the key Key of vault 'orders', `
  + `got one whose policies do not allow ${actions.map((action) => `'${action}'`).join(', ')}. The policy of the key leaves them to the policies of the role. `
  + 'Allow them there, or to the role in the policy of the key.';
const own = (...Action: string[]) => ({ Effect: 'Allow', Action, Resource: '*' });
const VIA_BACKUP = { StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' } };

/** Restore tests of the vault `orders`, with a role of their own. */
function restoring(points: object, roleProperties: object = {}, Statement: unknown = [allow(ROOT)]) {
  const more = backingUp();
  const RecoveryPointSelection = { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: [], RecoveryPointTypes: ['SNAPSHOT'], ...points };
  return keyedVault({
    keyPolicy: { Version: '2012-10-17', Statement },
    more: {
      ...more,
      Restorer: { Type: 'AWS::IAM::Role', Properties: { ...more.Role.Properties, ...roleProperties } },
      Tests: { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: 'weekly', ScheduleExpression: 'cron(0 6 ? * MON *)', RecoveryPointSelection } },
      Files: more.Files,
      TestedFiles: {
        Type: 'AWS::Backup::RestoreTestingSelection',
        Properties: { RestoreTestingPlanName: { Ref: 'Tests' }, RestoreTestingSelectionName: 'files', ProtectedResourceType: 'EFS', IamRoleArn: { 'Fn::GetAtt': ['Restorer', 'Arn'] } },
      },
    },
  });
}
const denyAllBut = (arns: unknown) => ({ ...allow('*', USE), Effect: 'Deny', Condition: { ArnNotLike: { 'aws:PrincipalArn': arns } } });
const role = (name = '${Role}') => `the backup role 'arn:aws:iam::${ACCOUNT}:role/${name}'`;
const nobody = 'anyone in the account of the vault';
const paths = ['KeyPolicy'];

describeRule(vaultKeyPolicy, {
  compliant: [
    { name: 'the account', ...both([allow(ROOT)]) },
    { name: 'the account by its number', ...both([allow({ AWS: ACCOUNT })]) },
    { name: 'the account beside an administrator', ...both([allow({ AWS: ADMIN }), allow(ROOT, USE)]) },
    { name: 'the role itself', ...both([allow({ AWS: ADMIN }), allow(ROLE, [...USE, 'kms:ReEncrypt*'])]) },
    { name: 'everyone through AWS Backup', ...both([allow('*', 'kms:*', { Condition: { StringEquals: { 'kms:ViaService': 'backup.eu-west-1.amazonaws.com' } } })]) },
    { name: 'everyone of the account', ...both([allow({ AWS: ADMIN }), allow('*', USE, { Condition: { StringEquals: { 'kms:CallerAccount': ACCOUNT } } })]) },
    { name: 'a denial to all but the role and an administrator', ...both([allow(ROOT), denyAllBut([ADMIN, ROLE.AWS])]) },
    { name: 'a denial to other accounts', ...both([allow(ROOT), { ...allow('*'), Effect: 'Deny', Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } }]) },
    { name: 'the default policy', ...keyedVault({ more: backingUp() }) },
    { name: 'no plan, and an administrator', ...keyedVault({ keyPolicy: { Statement: [allow({ AWS: ADMIN })] } }) },
    { name: 'a vault of this library', cdk: (stack) => { new CompliantVault(stack, 'Vault'); }, cfn: both([allow(ROOT)]).cfn },
    { name: 'a role whose name a deployment tells', ...both([allow({ AWS: ADMIN })], { roleProperties: { RoleName: GIVEN } }) },
    { name: 'a role that is a parameter', ...both([allow({ AWS: ADMIN })], { role: GIVEN }) },
    { name: 'the account, and a role that is allowed what AWS\'s policy allows of every key', ...both([allow(ROOT)], { roleProperties: inlinePolicy(own('kms:CreateGrant', 'kms:DescribeKey')) }) },
    { name: 'the account, and a role that is allowed it for the vault\'s key', ...both([allow(ROOT)], { roleProperties: inlinePolicy({ ...own('kms:*'), Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } }) }) },
    { name: 'the account, and a role that is allowed it under conditions', ...both([allow(ROOT)], { roleProperties: inlinePolicy({ ...own('kms:*'), Condition: VIA_BACKUP }) }) },
    { name: 'the role itself, without policies', ...both([allow(ROLE)], { roleProperties: inlinePolicy() }) },
    ...[restoring({}), restoring({ IncludeVaults: ['*'] }), restoring({ IncludeVaults: ['*'], ExcludeVaults: ['arn:aws:backup:eu-west-1:111122223333:backup-vault:orders'] }, inlinePolicy())]
      .map((each, index) => ({ name: `a role of a restore testing selection (${index})`, ...each })),
    { name: 'a name like one that CloudFormation generates', ...both([allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/Stack-Role-1A2B3C4D5E6F` })]) },
  ],
  nonCompliant: [
    { name: 'an administrator alone', ...both([allow({ AWS: ADMIN })]), messages: [message(role())], paths },
    { name: 'a denial to all but an administrator', ...both([allow(ROOT), denyAllBut(ADMIN)]), messages: [message(role())], paths },
    { name: 'everyone of another account', ...both([allow({ AWS: ADMIN }), allow('*', USE, { Condition: { StringEquals: { 'kms:CallerAccount': OTHER_ACCOUNT } } })]), messages: [message(role())] },
    {
      name: 'another role of the template',
      ...keyedVault({
        keyPolicy: { Statement: [allow({ AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } })] },
        more: { ...backingUp(), Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } },
      }),
      messages: [message(role())],
    },
    {
      name: 'another role of the template beside a literal one',
      ...keyedVault({
        keyPolicy: { Statement: [allow({ AWS: [{ 'Fn::GetAtt': ['Other', 'Arn'] }, ADMIN] })] },
        more: { ...backingUp(), Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } },
      }),
      messages: [message(role())],
    },
    { name: 'a role in no template', ...both([allow({ AWS: ADMIN })], { role: `arn:aws:iam::${ACCOUNT}:role/backup` }), messages: [message(role('backup'))] },
    { name: 'a denial', ...both([allow(ROOT), { Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' }]), messages: [message(nobody)] },
    { name: 'a denial to the role', ...both([allow(ROOT), { Effect: 'Deny', Principal: ROLE, Action: 'kms:*', Resource: '*' }]), messages: [message(role())] },
    { name: 'another account', ...both([allow({ AWS: `arn:aws:iam::${OTHER_ACCOUNT}:root` })]), messages: [message(nobody)] },
    { name: 'another service', ...both([allow({ Service: 'logs.amazonaws.com' })]), messages: [message(nobody)] },
    { name: 'other actions for the account', ...both([allow(ROOT, ['kms:Get*', 'kms:List*', 'kms:PutKeyPolicy'])]), messages: [message(nobody)] },
    { name: 'no plan, and nobody', ...keyedVault({ keyPolicy: { Statement: [allow({ Service: 'logs.amazonaws.com' })] } }), messages: [message(nobody)] },
    { name: 'a part of the actions', ...both([allow(ROLE, ['kms:CreateGrant', 'kms:DescribeKey'])]), messages: [message(role(), ['kms:Decrypt', 'kms:GenerateDataKey'])], levels: ['warning'] },
    { name: 'a policy in JSON', ...keyedVault({ keyPolicy: JSON.stringify({ Statement: allow({ AWS: ADMIN }) }), more: backingUp() }), messages: [message(role())] },
    { name: 'nothing that AWS Backup manages fully', ...both([allow({ AWS: ADMIN })], { files: false }), messages: [message(role())], levels: ['warning'] },
    ...([
      ['no policies', inlinePolicy()],
      ['policies about something else', inlinePolicy(own('elasticfilesystem:Backup', 'backup:*'))],
      ['policies for keys of another Region', inlinePolicy({ ...own('kms:*'), Resource: 'arn:aws:kms:us-east-1:*:key/*' })],
      ['a denial', inlinePolicy(own('*'), { ...own('kms:*'), Effect: 'Deny' })],
      ['a boundary', { PermissionsBoundary: 'arn:aws:iam::aws:policy/AmazonS3FullAccess' }],
    ] as const).map(([label, roleProperties]) => ({
      name: `the account, and a role with ${label}`,
      ...both([allow(ROOT)], { roleProperties }),
      messages: [ownPolicies('selection \'all\'')],
      paths: ['BackupSelection.IamRoleArn'],
      levels: ['warning' as const],
    })),
    {
      name: 'the account, and a role that is allowed only a part',
      ...both([allow(ROOT)], { roleProperties: inlinePolicy(own('kms:Decrypt', 'kms:GenerateDataKey*', 'kms:Describe*')) }),
      messages: [ownPolicies('selection \'all\'', ['kms:CreateGrant'])],
      levels: ['warning'],
    },
    ...[{ IncludeVaults: ['*'] }, { IncludeVaults: [{ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }] }, { IncludeVaults: ['arn:aws:backup:eu-west-1:111122223333:backup-vault:orders'] }].map((points) => ({
      name: `a role of a restore testing selection without policies (${JSON.stringify(points)})`,
      ...restoring(points, inlinePolicy()),
      messages: [ownPolicies('restore testing selection \'files\'')],
      paths: ['IamRoleArn'],
      levels: ['warning' as const],
    })),
    {
      name: 'a role of a restore testing selection that the key refuses',
      ...restoring({ IncludeVaults: ['*'] }, {}, [allow(ROLE)]),
      messages: [message(`the role 'arn:aws:iam::${ACCOUNT}:role/\${Restorer}' of restore testing selection 'files'`)],
      levels: ['warning'],
    },
    { name: 'a selection that might not exist', ...both([allow({ AWS: ADMIN })], { condition: 'Prod' }), messages: [message(role())], levels: ['warning'] },
  ],
  notApplicable: [NO_KEY],
  unknown: [
    OTHER_KEY,
    {
      name: 'the account, and a role with a policy of another template',
      ...both([allow(ROOT)], { roleProperties: { ManagedPolicyArns: [GIVEN] } }),
      messages: ['selection \'all\': whether the policies of the role in \'IamRoleArn\' let it use the key Key of vault \'orders\' is unknown.'],
    },
    { name: 'a policy that is a parameter', ...keyedVault({ keyPolicy: GIVEN, more: backingUp() }), messages: ['key Key of vault \'orders\': whether \'KeyPolicy\' lets AWS Backup use the key is unknown.'] },
  ],
});
