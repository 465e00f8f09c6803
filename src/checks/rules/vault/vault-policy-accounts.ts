import { type VaultStatement, statementsOf } from './policy-statements';
import type { Vault } from '../../../inventory';
import { allowsOthersTooMuch, crossAccountFaults } from '../../../validation/vault/cross-account-statements';
import { allOf } from '../../../values/answer';
import { UNKNOWN, elementsOf } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultPolicyAccounts: Rule = {
  id: RuleId.VAULT_POLICY_ACCOUNTS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The access policy of a vault allows other accounts to copy into the vault, and nothing else.',
  why: 'AWS Backup rejects the policy "due to cross-account sharing restrictions", and the deployment fails.',
  fix: 'Allow other accounts backup:CopyIntoBackupVault only. For anything else, let them assume a role of the vault\'s account.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
  evaluate: ({ vaults }) => vaults.filter(({ kind }) => kind === 'standard').flatMap(outcomesOf),
};

function outcomesOf({ accessPolicy, address, environment: { account }, label }: Vault): Outcome[] {
  const statements = statementsOf(accessPolicy);
  const place = at(address, accessPolicy);
  const known = elementsOf(statements);
  const faults = known.filter(({ allows }) => allows === true).flatMap(({ path, allowance }) => (
    crossAccountFaults(`AccessPolicy.${path}.${allowance.allButNamed ? 'NotAction' : 'Action'}`, allowance, account)));
  const isOpen = ({ allows, allowance }: VaultStatement) => allOf([allows, allowsOthersTooMuch(allowance, account)]) === UNKNOWN;
  return [
    ...faults.map(({ isRejected, problem }) => fault(place, problem.of(`vault ${label}`), isRejected ? undefined : 'warning')),
    ...statements === UNKNOWN || known.some(isOpen) ? [unknown(place, `vault ${label}: whether 'AccessPolicy' allows other accounts more than to copy is unknown.`)] : [],
  ];
}
