import { type Stack, CfnResource, DefaultStackSynthesizer, Stack as CdkStack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { noVault, vault } from './vaults';
import { vaultExemptRoles } from '../../../../src/checks/rules/vault/vault-exempt-roles';
import { ACCOUNT, OTHER_ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';
import { PARAMETER } from '../backups';

const ROLES = `arn:aws:iam::${ACCOUNT}:role/`;
const BOOTSTRAP = `${ROLES}cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-eu-west-1`;
const guard = (arns: unknown, operator = 'ArnNotLike') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*', Condition: { [operator]: { 'aws:PrincipalArn': arns } } }],
});
const exempting = (...arns: unknown[]) => vault({ AccessPolicy: guard(arns) });
const besides = (...names: string[]) => exempting(BOOTSTRAP, ...names.map((name) => `${ROLES}${name}`));

/** A guard beside roles of the same template. */
function withRoles(roles: readonly object[], ...arns: unknown[]) {
  const guarded = exempting(...arns);
  const resources = Object.fromEntries(roles.map((properties, index) => [`Role${index}`, { Type: 'AWS::IAM::Role', Properties: properties }]));
  return {
    cdk: (stack: Stack) => {
      guarded.cdk(stack);
      roles.forEach((properties, index) => new CfnResource(stack, `Role${index}`, { type: 'AWS::IAM::Role', properties: properties as Record<string, unknown> }));
    },
    cfn: vault({ AccessPolicy: guard(arns) }, resources).cfn,
  };
}

const message = (...roles: string[]) => `vault 'orders': 'AccessPolicy' should exempt roles that the templates create, got ${roles.map((role) => `'role/${role}'`).join(', ')}. If a `
  + `role does not exist, everyone whose policies allow 'iam:CreateRole' can create it, and is exempt. Create ${roles.length === 1 ? 'the role' : 'the roles'} in the `
  + `templates, or make sure that ${roles.length === 1 ? 'it exists' : 'they exist'}.`;
const doubt = 'vault \'orders\': whether \'AccessPolicy\' exempts roles that nobody has created is unknown.';

describeRule(vaultExemptRoles, {
  compliant: [
    { name: 'only the role of the bootstrap stack', ...besides() },
    { name: 'a role of the template, by its name', ...withRoles([{ RoleName: 'break-glass' }], BOOTSTRAP, `${ROLES}break-glass`) },
    { name: 'a role of the template in another case, because names are unique regardless of it', ...withRoles([{ RoleName: 'Break-Glass' }], BOOTSTRAP, `${ROLES}break-glass`) },
    { name: 'a role of the template, by reference', ...withRoles([{ RoleName: 'break-glass' }], BOOTSTRAP, { 'Fn::GetAtt': ['Role0', 'Arn'] }) },
    { name: 'a role of the template whose name is generated', ...withRoles([{}], BOOTSTRAP, { 'Fn::GetAtt': ['Role0', 'Arn'] }) },
    { name: 'a service-linked role', ...besides('aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup') },
    { name: 'a role of IAM Identity Center', ...besides('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef') },
    { name: 'a role of IAM Identity Center without its path, which has its own rule', ...besides('AWSReservedSSO_Ops_0123456789abcdef') },
    { name: 'a pattern', ...besides('break-glass-*') },
    { name: 'a role of another account', ...exempting(BOOTSTRAP, `arn:aws:iam::${OTHER_ACCOUNT}:role/break-glass`) },
    { name: 'a user', ...exempting(BOOTSTRAP, `arn:aws:iam::${ACCOUNT}:user/jane`) },
    { name: 'a role that is named as a principal', ...vault({ AccessPolicy: { Statement: [{ Effect: 'Deny', NotPrincipal: { AWS: [`${ROLES}a`, `${ROLES}b`] }, Action: 'backup:DeleteRecoveryPoint', Resource: '*' }] } }) },
    { name: 'a role in an Allow', ...vault({ AccessPolicy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': [`${ROLES}a`, `${ROLES}b`] } } }] } }) },
  ],
  nonCompliant: [
    { name: 'a role that no template creates', ...besides('break-glass'), messages: [message('break-glass')], paths: ['AccessPolicy'] },
    { name: 'one with a path', ...besides('ops/break-glass'), messages: [message('ops/break-glass')] },
    { name: 'all of them in one finding, each once', ...besides('a', 'b', 'a'), messages: [message('a', 'b')] },
    { name: 'beside another role', ...withRoles([{ RoleName: 'reader' }, {}], BOOTSTRAP, `${ROLES}break-glass`), messages: [message('break-glass')] },
    {
      name: 'beside a role whose name certainly differs',
      ...withRoles([{ RoleName: { 'Fn::Sub': 'reader-${AWS::StackName}-${Given}' } }], BOOTSTRAP, `${ROLES}break-glass`),
      messages: [message('break-glass')],
    },
    { name: 'one in the account of the stack', ...exempting(BOOTSTRAP, { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/break-glass' }), messages: [message('break-glass')] },
    { name: 'two roles. One at most deploys the vault', ...exempting(`${ROLES}a`, `${ROLES}b`), messages: [message('a', 'b')] },
    { name: 'compared as text', ...vault({ AccessPolicy: guard([BOOTSTRAP, `${ROLES}break-glass`], 'StringNotEquals') }), messages: [message('break-glass')] },
    {
      name: 'the role of a template that is deployed in another account',
      cdk: (stack) => {
        besides('break-glass').cdk(stack);
        new iam.CfnRole(new CdkStack(stack.node.root as never, 'Far', { env: { account: OTHER_ACCOUNT, region: REGION } }), 'Role', { roleName: 'break-glass', assumeRolePolicyDocument: {} });
      },
      cfn: [
        sourceOf(besides('break-glass').cfn),
        sourceOf({ Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'break-glass' } } }, { id: 'Far', stackName: 'Far', account: OTHER_ACCOUNT }),
      ],
      messages: [message('break-glass')],
    },
    {
      name: 'a role beside the one that the synthesizer names',
      cdk: (stack) => {
        const own = new CdkStack(stack.node.root as never, 'Own', { env: { account: ACCOUNT, region: REGION }, synthesizer: new DefaultStackSynthesizer({ cloudFormationExecutionRole: `${ROLES}deployer` }) });
        exempting(`${ROLES}deployer`, `${ROLES}break-glass`).cdk(own);
      },
      cfn: [sourceOf(exempting(`${ROLES}deployer`, `${ROLES}break-glass`).cfn, { deployedBy: `${ROLES}deployer` })],
      messages: [message('break-glass')],
    },
  ],
  notApplicable: [{ name: 'no policy', ...vault({}) }, { name: 'no vault', ...noVault }, { name: 'a role that is a parameter', ...exempting(PARAMETER) }],
  unknown: [
    { name: 'a policy that is a parameter', ...vault({ AccessPolicy: PARAMETER }), messages: [doubt] },
    { name: 'a role whose name is a parameter', ...withRoles([{ RoleName: { Ref: 'Given' } }], BOOTSTRAP, `${ROLES}break-glass`), messages: [doubt] },
    { name: 'one role, which might deploy the vault', ...exempting(`${ROLES}break-glass`), messages: [doubt] },
    {
      name: 'a template with a macro, which might create the role',
      cdk: (stack) => { besides('break-glass').cdk(stack); stack.addTransform('Macro'); },
      cfn: { ...besides('break-glass').cfn, Transform: 'Macro' },
      messages: [doubt],
    },
  ],
});
