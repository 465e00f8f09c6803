import { statementsOf } from './policy-statements';
import { wildcardActionProblems } from '../../../validation/vault/access-policy';
import { UNKNOWN, elementsOf } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultPolicyActions: Rule = {
  id: RuleId.VAULT_POLICY_ACTIONS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The access policy of a vault names each action.',
  why: 'AWS Backup rejects wildcards in the actions of a vault\'s policy. The deployment fails.',
  fix: 'List each action.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
  evaluate: ({ vaults }) => vaults.flatMap(({ accessPolicy, address, label }) => {
    const statements = statementsOf(accessPolicy);
    const place = at(address, accessPolicy);
    const known = elementsOf(statements);
    const doubtful = statements === UNKNOWN || known.some(({ actions }) => actions.includes(UNKNOWN));
    return [
      ...known.flatMap(({ path, actions }) => faults(place, wildcardActionProblems(`AccessPolicy.${path}.Action`, actions).map((problem) => problem.of(`vault ${label}`)))),
      ...doubtful ? [unknown(place, `vault ${label}: whether 'AccessPolicy' names each action is unknown.`)] : [],
    ];
  }),
};
