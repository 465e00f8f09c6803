import { type VaultStatement, statementsOf } from './policy-statements';
import type { Vault } from '../../../inventory';
import { sealedLockWarnings } from '../../../validation/vault/sealed-policy';
import { type Answer, allOf, not } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultLockSealed: Rule = {
  id: RuleId.VAULT_LOCK_SEALED,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault with a lock does not deny everyone changes of the lock or the policy.',
  why: 'The changes are denied to the deploying role too. If CloudFormation writes the policy before the lock, the first deployment fails. Later changes always fail.',
  fix: 'Exempt the deploying role. To exempt nobody, deploy the lock first and the policy in a second deployment.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
  evaluate: ({ vaults }) => vaults.filter(({ kind, lock }) => kind === 'standard' && lock !== undefined).flatMap(outcomesOf),
};

function outcomesOf({ accessPolicy, address, label, lock }: Vault): Outcome[] {
  const statements = statementsOf(accessPolicy);
  const place = at(address, accessPolicy);
  const doubt = unknown(place, `vault ${label}: whether 'AccessPolicy' denies changes of the lock to the deploying role is unknown.`);
  if (!isKnown(statements)) { return statements === UNKNOWN ? [doubt] : []; }
  const seals = ({ conditional, deniesEveryone }: VaultStatement) => allOf([deniesEveryone, not(conditional)]);
  const denied = (...answers: Answer[]) => statements.filter((statement) => answers.includes(seals(statement))).flatMap(({ actions }) => actions);
  const certain = lock === UNKNOWN ? [] : sealedLockWarnings('\'AccessPolicy\'', denied(true));
  const possible = denied(true, UNKNOWN);
  if (certain.length > 0) { return certain.map((problem) => fault(place, problem.of(`vault ${label}`))); }
  return possible.includes(UNKNOWN) || sealedLockWarnings('\'AccessPolicy\'', possible).length > 0 ? [doubt] : [];
}
