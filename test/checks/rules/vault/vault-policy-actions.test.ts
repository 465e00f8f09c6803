import { vaultPolicyActions } from '../../../../src/checks/rules/vault/vault-policy-actions';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { vault } from './vaults';

const policy = (...actions: readonly unknown[]) => ({ Statement: actions.map((Action) => ({ Effect: 'Allow', Principal: '*', Action, Resource: '*' })) });
const message = (path: string, action: string) =>
  `vault 'orders': 'AccessPolicy.${path}.Action' must name each action, got '${action}'. List the actions. AWS Backup rejects wildcards in the access policy of a vault.`;

describeRule(vaultPolicyActions, {
  compliant: [
    { name: 'actions by name', ...vault({ AccessPolicy: policy('backup:CopyIntoBackupVault', ['backup:StartBackupJob', 'backup:StartRestoreJob']) }) },
  ],
  nonCompliant: [
    {
      name: 'wildcards',
      ...vault({ AccessPolicy: policy('backup:CopyIntoBackupVault', ['backup:Delete*'], '*') }),
      messages: [message('Statement[1]', 'backup:Delete*'), message('Statement[2]', '*')],
      paths: ['AccessPolicy', 'AccessPolicy'],
    },
    { name: 'wildcards in JSON text', ...vault({ AccessPolicy: JSON.stringify(policy('backup:*')) }), messages: [message('Statement[0]', 'backup:*')] },
    { name: 'a statement that is not a list', ...vault({ AccessPolicy: { Statement: { Action: 'backup:*' } } }), messages: [message('Statement', 'backup:*')] },
  ],
  notApplicable: [{ name: 'no policy', ...vault({}) }],
  unknown: [
    { name: 'an action that is a parameter', ...vault({ AccessPolicy: policy(PARAMETER) }), messages: ['vault \'orders\': whether \'AccessPolicy\' names each action is unknown.'] },
    { name: 'a policy that is a parameter', ...vault({ AccessPolicy: PARAMETER }) },
    { name: 'a text that is not JSON', ...vault({ AccessPolicy: '{' }) },
  ],
});
