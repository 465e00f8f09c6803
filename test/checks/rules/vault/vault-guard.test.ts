import type { Stack } from 'aws-cdk-lib';
import { CompliantVault, DeletionGuard } from '../../../../src';
import { vaultDeletionGuard } from '../../../../src/checks/rules/vault/vault-deletion-guard';
import { vaultGuardRemovable } from '../../../../src/checks/rules/vault/vault-guard-removable';
import { GUARD_CONDITIONS } from '../../../samples/guard-conditions';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { airGappedVault, noVault, vault } from './vaults';

const [DELETE, UPDATE, PUT, REMOVE] = ['DeleteRecoveryPoint', 'UpdateRecoveryPointLifecycle', 'PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy']
  .map((name) => `backup:${name}`);
const THREE = [DELETE, UPDATE, PUT];
const deny = (actions: readonly unknown[], more: object = {}) => ({ Effect: 'Deny', Principal: '*', Action: actions, Resource: '*', ...more });
const guarded = (...statements: readonly object[]) => vault({ AccessPolicy: { Statement: statements } });
const quoted = (actions: readonly string[]) => actions.map((each) => `'${each}'`).join(', ');
const missing = (...actions: readonly string[]) => `vault 'orders': 'AccessPolicy' should deny ${quoted(THREE)} to everyone in one statement, `
  + `got ${actions.length === 0 ? 'no policy' : `a policy without ${actions.length === THREE.length ? 'them' : quoted(actions)}`}. Deny them as DeletionGuard.exempting(…) does. `
  + 'Otherwise recovery points that no lock protects can be deleted manually, and the audit control for manual deletion reports the vault.';
const scattered = `vault 'orders': 'AccessPolicy' should deny ${quoted(THREE)} by their names to everyone in one statement, got other statements that deny them. Write them in one statement. `
  + 'The policy denies manual deletion, but the audit control for manual deletion might report the vault.';
const open = (who: string) => `vault 'orders': 'AccessPolicy' should deny ${quoted(THREE)} to everyone except named roles, got conditions that exempt ${who}. `
  + 'Exempt each role by its ARN with ArnNotLike on aws:PrincipalArn, as DeletionGuard.exempting(…) does. Otherwise these principals can delete recovery points that no lock protects.';
const EVERYONE = 'any role of the account, any IAM user, any federated user, the root user';
const removable = `vault 'orders': 'AccessPolicy' should deny '${REMOVE}' to everyone except named roles, got a policy that does not deny it to ${EVERYONE}. Deny it as DeletionGuard.exempting(…) does. Otherwise one call removes the policy and its protection.`;
const exemptingBy = (operator: string, arns: string | readonly string[]) => ({ Condition: { [operator]: { 'aws:PrincipalArn': arns } } });
const exempting = { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/admin' } } };
const own = { cdk: (stack: Stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders' }); }, cfn: guarded(deny([...THREE, REMOVE], exempting)).cfn };
const doubt = 'vault \'orders\': whether \'AccessPolicy\' denies deletion to everyone is unknown.';

describeRule(vaultDeletionGuard, {
  compliant: [
    { name: 'the vault of this library', ...own },
    { name: 'the three actions', ...guarded(deny(THREE)) },
    { name: 'the three actions in lowercase', ...guarded(deny(THREE.map((action) => action.toLowerCase()), exempting)) },
    { name: 'in JSON text', ...vault({ AccessPolicy: JSON.stringify({ Statement: [deny(THREE, exempting)] }) }) },
    ...[
      'arn:aws:iam::111122223333:role/ops/*', '*:role/ops/*', '*:role/admin', 'arn:aws:iam::*:role/admin', 'arn:aws:iam::111122223333:role/*-admin',
    ].map((arn) => ({ name: `an exemption of ${arn}`, ...guarded(deny(THREE, exemptingBy('ArnNotLike', arn))) })),
    ...GUARD_CONDITIONS.filter((each) => each.open === '').map(({ statement }) => ({ name: JSON.stringify(statement), ...guarded(deny(THREE, statement)) })),
    { name: 'a role of the template', ...vault({ AccessPolicy: { Statement: [deny(THREE, exemptingBy('ArnNotLike', PARAMETER))] } }) },
    { name: 'a role whose account is a parameter', ...guarded(deny(THREE, { Condition: { StringNotEquals: { 'aws:userid': PARAMETER } } })) },
    { name: 'several statements that together reach everyone', ...guarded(deny(THREE, exemptingBy('StringNotLike', 'arn:aws:iam::*:user/*')), deny(THREE, exemptingBy('StringLike', 'arn:aws:iam::*:user/*'))) },
    { name: 'everyone as a list', ...guarded(deny(THREE, { Principal: { AWS: ['*'] }, Resource: ['*'] })) },
  ],
  nonCompliant: [
    { name: 'no policy', ...vault({}), messages: [missing()], paths: ['AccessPolicy'] },
    { name: 'the three actions in two statements', ...guarded(deny([DELETE], exempting), deny([UPDATE, PUT], exempting)), messages: [scattered] },
    { name: 'everything but an action', ...guarded({ ...deny([], exempting), Action: undefined, NotAction: 'backup:CopyIntoBackupVault' }), messages: [scattered] },
    {
      name: 'the three actions in two statements, one with an exemption for everyone',
      ...guarded(deny([DELETE], exemptingBy('ArnNotLike', 'arn:aws:iam::*:*')), deny([UPDATE, PUT], exempting)),
      messages: [missing(DELETE)],
    },
    {
      name: 'no guard',
      cdk: (stack) => { new CompliantVault(stack, 'Vault', { vaultName: 'orders', guard: DeletionGuard.none() }); },
      cfn: vault({}).cfn,
      messages: [missing()],
    },
    { name: 'one action less, as the CDK writes it', ...guarded(deny([DELETE, UPDATE])), messages: [missing(PUT)] },
    { name: 'two statements', ...guarded(deny([DELETE, UPDATE]), deny([PUT])), messages: [scattered] },
    { name: 'two of three actions', ...guarded(deny([DELETE, UPDATE])), messages: [missing(PUT)] },
    { name: 'the account in place of everyone', ...guarded(deny(THREE, { Principal: { AWS: 'arn:aws:iam::111122223333:root' } })), messages: [scattered] },
    { name: 'some principals', ...guarded(deny(THREE, { Principal: { AWS: 'arn:aws:iam::111122223333:user/intern' } })), messages: [missing(...THREE)] },
    { name: 'some resources', ...guarded(deny(THREE, { Resource: 'arn:aws:ec2:*:*:snapshot/*' })), messages: [missing(...THREE)] },
    ...GUARD_CONDITIONS.filter((each) => each.open !== '').map((each) => ({ name: JSON.stringify(each.statement), ...guarded(deny(THREE, each.statement)), messages: [open(each.open)] })),
    ...([
      ['StringNotLike', 'arn:aws:iam::*:role/*'], ['StringNotLike', '*role/*'], ['ArnNotLike', 'arn:*:role/?*'], ['ArnNotLike', ['arn:aws:iam::111122223333:role/admin', '*:role/*']],
    ] as const).map(([operator, arns]) => ({
      name: `a condition that exempts every role: ${operator} ${JSON.stringify(arns)}`,
      ...guarded(deny(THREE, exemptingBy(operator, arns))),
      messages: [open('any role of the account')],
    })),
    { name: 'NotPrincipal for everyone', ...guarded(deny(THREE, { Principal: undefined, NotPrincipal: { AWS: '*' } })), messages: [missing(...THREE)] },
    { name: 'an Allow', ...guarded(deny(THREE, { Effect: 'Allow' })), messages: [missing(...THREE)] },
  ],
  notApplicable: [
    { name: 'a logically air-gapped vault', ...airGappedVault({ MinRetentionDays: 7, MaxRetentionDays: 7 }) },
    { name: 'no vault', ...noVault },
  ],
  unknown: [
    { name: 'a policy that is a parameter', ...vault({ AccessPolicy: PARAMETER }), messages: [doubt] },
    { name: 'an action that is a parameter', ...guarded(deny([DELETE, UPDATE, PARAMETER])), messages: [doubt] },
    { name: 'a condition that is a parameter', ...guarded(deny(THREE, { Condition: PARAMETER })), messages: [doubt] },
  ],
});

describeRule(vaultGuardRemovable, {
  compliant: [
    { name: 'the vault of this library', ...own },
    { name: 'in a statement of its own', ...guarded(deny(THREE), deny([REMOVE])) },
    { name: 'for every principal of the account', ...guarded(deny(THREE), deny([REMOVE], { Principal: { AWS: 'arn:aws:iam::111122223333:root' } })) },
    { name: 'for the vault alone', ...guarded(deny(THREE), deny([REMOVE], { Resource: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:orders' })) },
  ],
  nonCompliant: [
    { name: 'the three actions only', ...guarded(deny(THREE)), messages: [removable], paths: ['AccessPolicy'] },
    { name: 'for one role only', ...guarded(deny(THREE), deny([REMOVE], { Principal: { AWS: 'arn:aws:iam::111122223333:role/intern' } })), messages: [removable] },
    { name: 'for another vault', ...guarded(deny(THREE), deny([REMOVE], { Resource: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:others' })), messages: [removable] },
    {
      name: 'for everyone except every user',
      ...guarded(deny(THREE), deny([REMOVE], exemptingBy('StringNotLike', 'arn:aws:iam::*:user/*'))),
      messages: [removable.replace(EVERYONE, 'any IAM user')],
    },
  ],
  notApplicable: [
    { name: 'no guard to remove', ...vault({}) },
    { name: 'a guard that exempts every role', ...guarded(deny(THREE, exemptingBy('ArnNotLike', '*:role/*'))) },
  ],
  unknown: [{ name: 'an action that is a parameter', ...guarded(deny([...THREE, PARAMETER])), messages: [doubt] }],
});
