import { PolicyStatement, AccountPrincipal, AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { CompliantVault, CopySource } from '../../../../src';
import { vaultPolicyAccounts } from '../../../../src/checks/rules/vault/vault-policy-accounts';
import { ACCOUNT, OTHER_ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, vault } from './vaults';

const [COPY, RESTORE, DESCRIBE] = ['CopyIntoBackupVault', 'StartRestoreJob', 'DescribeRecoveryPoint'].map((name) => `backup:${name}`);
const OTHER = `arn:aws:iam::${OTHER_ACCOUNT}:root`;
const allow = (principal: unknown, actions: unknown, more: object = {}) => ({ Effect: 'Allow', Principal: principal, Action: actions, Resource: '*', ...more });
const policy = (...statements: readonly object[]) => vault({ AccessPolicy: { Statement: statements } });
const inOrganization = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } };
const FIX = 'Leave it out, and let the other account assume a role of the vault\'s account.';
const ONLY = `AWS Backup might reject the policy, because it allows other accounts only '${COPY}'.`;
const rejected = (got: string, path = 'Statement[0]') => `vault 'orders': 'AccessPolicy.${path}.Action' must be '${COPY}' alone for the account '${OTHER_ACCOUNT}', got ${got}. `
  + `${FIX} AWS Backup rejects a policy that allows another account anything else.`;
const doubt = 'vault \'orders\': whether \'AccessPolicy\' allows other accounts more than to copy is unknown.';

/** A vault of a stack without an environment. */
const anywhere = (...statements: readonly object[]) => sourceOf(
  { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', AccessPolicy: { Statement: statements } } } }, { account: undefined, region: REGION },
);

describeRule(vaultPolicyAccounts, {
  compliant: [
    {
      name: 'copies from another account',
      cdk: (stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders', allowCopiesFrom: [CopySource.account(OTHER_ACCOUNT)] }); },
      cfn: policy(allow({ AWS: OTHER }, COPY)).cfn,
    },
    {
      name: 'a restore by the account of the vault',
      cdk: (stack) => {
        new CompliantVault(stack, 'Vault', { vaultName: 'orders' }).addToAccessPolicy(new PolicyStatement({
          principals: [new AccountRootPrincipal(), new AccountPrincipal(ACCOUNT), Role.fromRoleName(stack, 'Role', 'restores')], actions: [RESTORE], resources: ['*'],
        }));
      },
      cfn: policy(allow({ AWS: [`arn:aws:iam::${ACCOUNT}:role/restores`, ACCOUNT, { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' }] }, RESTORE)).cfn,
    },
    { name: 'in another case', ...policy(allow({ AWS: OTHER_ACCOUNT }, ['Backup:copyintobackupvault'])) },
    { name: 'a Deny', ...policy({ ...allow({ AWS: OTHER }, RESTORE), Effect: 'Deny' }) },
    { name: 'a service', ...policy(allow({ Service: 'backup.amazonaws.com' }, RESTORE)) },
    { name: 'everyone of an organization', ...policy(allow('*', RESTORE, inOrganization)) },
    ...[
      { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }, { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abc1234567/*' } }, { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      { StringLike: { 'aws:PrincipalAccount': '*' }, StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } },
      { StringEquals: { 'aws:ResourceTag/open': 'yes' } }, { StringNotEqualsIfExists: { 'aws:PrincipalAccount': '000000000000' } },
    ].map((Condition) => ({ name: `everyone whom ${JSON.stringify(Condition)} lets in`, ...policy(allow('*', RESTORE, { Condition })) })),
    { name: 'everyone who copies', ...policy(allow('*', COPY)) },
    { name: 'a wildcard, which has a rule of its own', ...policy(allow({ AWS: OTHER }, 'backup:*')) },
    { name: 'a role of the account of a stack that is deployed anywhere', cdk: () => undefined, cfn: [anywhere(allow({ AWS: [{ Ref: 'AWS::AccountId' }, { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/x' }] }, RESTORE))] },
  ],
  nonCompliant: [
    {
      name: 'a restore by another account',
      // the construct rejects it, so only an override adds it to a template
      cdk: vault({ AccessPolicy: { Statement: [allow({ AWS: OTHER }, [COPY, RESTORE])] } }).cdk,
      cfn: policy(allow({ AWS: OTHER }, [COPY, RESTORE])).cfn,
      messages: [rejected(`'${RESTORE}'`)],
      paths: ['AccessPolicy'],
    },
    { name: 'a role of another account', ...policy(allow('*', COPY), allow({ AWS: `arn:aws:iam::${OTHER_ACCOUNT}:role/restores` }, [RESTORE, DESCRIBE])), messages: [rejected(`'${RESTORE}', '${DESCRIBE}'`, 'Statement[1]')] },
    { name: 'a session of another account', ...policy(allow({ AWS: [`arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/a/b`] }, RESTORE)), messages: [rejected(`'${RESTORE}'`)] },
    { name: 'the account itself, beside its own', ...policy(allow({ AWS: [ACCOUNT, OTHER_ACCOUNT] }, RESTORE)), messages: [rejected(`'${RESTORE}'`)] },
    {
      name: 'two accounts',
      ...policy(allow({ AWS: [OTHER, '777788889999'] }, RESTORE)),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].Action' must be '${COPY}' alone for the accounts '${OTHER_ACCOUNT}', '777788889999', got '${RESTORE}'. ${FIX} `
        + 'AWS Backup rejects a policy that allows another account anything else.'],
    },
    { name: 'in JSON text', ...vault({ AccessPolicy: JSON.stringify({ Statement: allow({ AWS: OTHER }, RESTORE) }) }), messages: [rejected(`'${RESTORE}'`, 'Statement')] },
    {
      name: 'everyone but one',
      ...policy({ Effect: 'Allow', NotPrincipal: { AWS: OTHER }, Action: RESTORE, Resource: '*' }),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].Action' should not allow everyone more than '${COPY}', got '${RESTORE}'. Name the principals of the vault's account that can use it. ${ONLY}`],
      levels: ['warning'],
    },
    {
      name: 'under a condition',
      ...policy(allow({ AWS: OTHER }, RESTORE, inOrganization)),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].Action' should be '${COPY}' alone for the account '${OTHER_ACCOUNT}', got '${RESTORE}' under a condition. ${FIX} ${ONLY}`],
      levels: ['warning'],
    },
    ...[
      { ArnLike: { 'aws:PrincipalArn': '*' } }, { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:*'] } }, { StringLike: { 'aws:PrincipalAccount': '*' } },
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc1234567' } }, { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } },
      { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } }, { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-abc1234567/' } }, { Bool: { 'aws:SecureTransport': 'true' } },
      { Null: { 'aws:PrincipalOrgID': 'true' } }, { Null: { 'aws:PrincipalOrgID': 'false' } }, { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }, {},
    ].map((Condition) => ({
      name: `everyone under the condition ${JSON.stringify(Condition)}`,
      ...policy(allow('*', RESTORE, { Condition })),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].Action' should not allow everyone more than '${COPY}', got '${RESTORE}'. Name the principals of the vault's account that can use it. ${ONLY}`],
      levels: ['warning' as const],
    })),
    ...['*', { AWS: '*' }, { AWS: ['*'] }].map((everyone) => ({
      name: `everyone, as ${JSON.stringify(everyone)}`,
      ...policy(allow(everyone, RESTORE)),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].Action' should not allow everyone more than '${COPY}', got '${RESTORE}'. Name the principals of the vault's account that can use it. ${ONLY}`],
      levels: ['warning'] as const,
    })),
    {
      name: 'everything but an action',
      ...policy({ Effect: 'Allow', Principal: { AWS: OTHER }, NotAction: RESTORE, Resource: '*' }),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].NotAction' should not be set for the account '${OTHER_ACCOUNT}', because it allows every other action. List the actions. ${ONLY}`],
      levels: ['warning'],
    },
    {
      name: 'everything but an action, for everyone',
      ...policy({ Effect: 'Allow', Principal: '*', NotAction: RESTORE, Resource: '*' }),
      messages: [`vault 'orders': 'AccessPolicy.Statement[0].NotAction' should not be set for everyone, because it allows every other action. List the actions. ${ONLY}`],
      levels: ['warning'],
    },
  ],
  notApplicable: [
    { name: 'no policy', ...vault({}) },
    { name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7, AccessPolicy: { Statement: [allow({ AWS: OTHER }, RESTORE)] } }) },
  ],
  unknown: [
    { name: 'a policy that is a parameter', ...vault({ AccessPolicy: PARAMETER }), messages: [doubt] },
    { name: 'an action that is a parameter', ...policy(allow({ AWS: OTHER }, PARAMETER)), messages: [doubt] },
    { name: 'a principal that is a parameter', ...policy(allow({ AWS: PARAMETER }, RESTORE)), messages: [doubt] },
    { name: 'a condition that is a parameter', ...policy(allow('*', RESTORE, { Condition: PARAMETER })), messages: [doubt] },
    { name: 'an effect that is a parameter', ...policy({ ...allow({ AWS: OTHER }, RESTORE), Effect: PARAMETER }), messages: [doubt] },
    { name: 'everyone but those that a deployment tells', ...policy({ Effect: 'Allow', NotPrincipal: PARAMETER, Action: RESTORE, Resource: '*' }), messages: [doubt] },
    { name: 'the id of a role', ...policy(allow({ AWS: 'AROAEXAMPLEEXAMPLE' }, RESTORE)), messages: [doubt] },
    { name: 'a vault of an account that is not known', cdk: vault({ AccessPolicy: PARAMETER }).cdk, cfn: [anywhere(allow({ AWS: OTHER }, RESTORE))], messages: [doubt] },
  ],
});
