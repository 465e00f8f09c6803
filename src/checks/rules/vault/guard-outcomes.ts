import type { Statement } from './policy-statements';
import { statementsOf } from './policy-statements';
import type { Json } from '../../../iam';
import { readDocument } from '../../../iam';
import type { Vault } from '../../../inventory';
import { accountPart, partitionPart, regionPart } from '../../../inventory';
import type { GuardWarning } from '../../../validation/vault/access-policy';
import { MANUAL_DELETION, REMOVAL_OF_POLICY, breachWarnings, missingDenials } from '../../../validation/vault/access-policy';
import type { Breach, VaultOwner } from '../../../validation/vault/guard-probes';
import { breachesOf } from '../../../validation/vault/guard-probes';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome } from '../../rule';
import { fault, unknown } from '../../rule';

const ALL = [...MANUAL_DELETION, REMOVAL_OF_POLICY];

/** What the policies of standard vaults lack. Nobody can delete recovery points from a logically air-gapped vault. */
export function guardOutcomes(vaults: readonly Vault[], id: GuardWarning['id']): Outcome[] {
  return vaults.filter(({ kind }) => kind === 'standard').flatMap((vault) => {
    const { accessPolicy, address, label } = vault;
    const { certain, possible } = warningsFor(vault);
    const place = at(address, accessPolicy);
    const found = certain.find((warning) => warning.id === id);
    if (found) { return [fault(place, new Problem('guard', found.message).of(`vault ${label}`))]; }
    return possible === id ? [unknown(place, `vault ${label}: whether 'AccessPolicy' denies deletion to everyone is unknown.`)] : [];
  });
}

interface Judgement {
  readonly certain: readonly GuardWarning[];
  /** The warning that an unknown value might hide. */
  readonly possible?: GuardWarning['id'];
}

function warningsFor({ accessPolicy, arn, environment }: Vault): Judgement {
  const statements = statementsOf(accessPolicy);
  const known = isKnown(statements) ? statements : [];
  const certain = missingDenials(denied(known, [true]));
  if (certain.length > 0) {
    const atBest = statements === UNKNOWN ? [ALL] : denied(known, [true, UNKNOWN]).map((actions) => (actions.includes(UNKNOWN) ? ALL : actions));
    return missingDenials(atBest).length > 0 ? { certain } : { certain: [], possible: 'incompleteDeletionGuard' };
  }
  const owner: VaultOwner = {
    partition: partitionPart(environment, undefined), account: accountPart(environment), region: regionPart(environment), vault: arn,
  };
  const policy = readDocument(accessPolicy.json() as Json);
  const [deletion, removal] = [breachesOf(policy, MANUAL_DELETION, owner), breachesOf(policy, [REMOVAL_OF_POLICY], owner)];
  if (isDoubtful(deletion)) { return { certain: [], possible: 'incompleteDeletionGuard' }; }
  const warnings = breachWarnings(deletion, removal);
  return { certain: warnings, ...warnings.length === 0 && isDoubtful(removal) && { possible: 'removableDeletionGuard' } };
}

/** Whether a principal might be allowed, and none certainly is. */
function isDoubtful(breaches: readonly Breach[]): boolean {
  const answers = breaches.map(({ getsThrough }) => getsThrough);
  return !answers.includes(true) && answers.includes(UNKNOWN);
}

function denied(statements: readonly Statement[], answers: readonly Answer[]) {
  return statements.filter(({ deniesEveryone }) => answers.includes(deniesEveryone)).map(({ actions }) => actions);
}
