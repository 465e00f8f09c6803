import type { Statement } from './policy-statements';
import { statementsOf } from './policy-statements';
import type { Vault } from '../../../inventory';
import type { GuardWarning } from '../../../validation/vault/access-policy';
import { MANUAL_DELETION, REMOVAL_OF_POLICY, deletionGuardWarnings } from '../../../validation/vault/access-policy';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome } from '../../rule';
import { fault, unknown } from '../../rule';

const ALL = [...MANUAL_DELETION, REMOVAL_OF_POLICY];

/** What the policies of standard vaults lack. Nobody can delete recovery points from a logically air-gapped vault. */
export function guardOutcomes(vaults: readonly Vault[], id: GuardWarning['id']): Outcome[] {
  return vaults.filter(({ kind }) => kind === 'standard').flatMap(({ accessPolicy, address, inWords }) => {
    const statements = statementsOf(accessPolicy);
    const known = isKnown(statements) ? statements : [];
    const certain = deletionGuardWarnings(denied(known, [true])).find((warning) => warning.id === id);
    if (!certain) { return []; }
    const atBest = statements === UNKNOWN ? [ALL] : denied(known, [true, UNKNOWN]).map((actions) => (actions.includes(UNKNOWN) ? ALL : actions));
    const place = at(address, accessPolicy);
    return deletionGuardWarnings(atBest).some((warning) => warning.id === id)
      ? [fault(place, new Problem(id, certain.message).of(`vault ${inWords}`))]
      : [unknown(place, `vault ${inWords}: whether 'AccessPolicy' denies deletion to everyone is unknown.`)];
  });
}

function denied(statements: readonly Statement[], answers: readonly Answer[]) {
  return statements.filter(({ deniesEveryone }) => answers.includes(deniesEveryone)).map(({ actions }) => actions);
}
