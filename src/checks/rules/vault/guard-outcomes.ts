import { type VaultStatement, statementsOf } from './policy-statements';
import { type Json, readDocument } from '../../../iam';
import { type Vault, accountPart, partitionPart, regionPart } from '../../../inventory';
import { type GuardWarning, MANUAL_DELETION_ACTIONS, REMOVAL_OF_POLICY, breachWarnings, missingDenials, scatteredDenials } from '../../../validation/vault/access-policy';
import { type Breach, breachesOf } from '../../../validation/vault/guard-probes';
import type { VaultOwner } from '../../../validation/vault/vault-owner';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, fault, unknown } from '../../rule';

const ALL = [...MANUAL_DELETION_ACTIONS, REMOVAL_OF_POLICY];

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

const PROPERTY = '\'AccessPolicy\'';

interface Judgement {
  readonly certain: readonly GuardWarning[];
  /** The warning that an unknown value might hide. */
  readonly possible?: GuardWarning['id'];
}

const known = new WeakMap<Vault, Judgement>();

/** Each vault is judged once for the rules about its guard. */
function warningsFor(vault: Vault): Judgement {
  const judgement = known.get(vault) ?? judge(vault);
  known.set(vault, judgement);
  return judgement;
}

function judge(vault: Vault): Judgement {
  const { accessPolicy } = vault;
  const statements = statementsOf(accessPolicy);
  const readable = isKnown(statements) ? statements : [];
  const certain = missingDenials(PROPERTY, denied(readable, [true]), accessPolicy.isPresent !== false);
  if (certain.length > 0) {
    const atBest = statements === UNKNOWN ? [ALL] : denied(readable, [true, UNKNOWN]).map((actions) => (actions.includes(UNKNOWN) ? ALL : actions));
    if (missingDenials(PROPERTY, atBest, true).length === 0) { return { certain: [], possible: 'incompleteDeletionGuard' }; }
    return { certain: isKnown(statements) && denies(vault, MANUAL_DELETION_ACTIONS) ? [scatteredDenials(PROPERTY)] : certain };
  }
  const [deletion, removal] = [breachesIn(vault, MANUAL_DELETION_ACTIONS), breachesIn(vault, [REMOVAL_OF_POLICY])];
  if (isDoubtful(deletion)) { return { certain: [], possible: 'incompleteDeletionGuard' }; }
  const warnings = warningsInEveryCase(vault) ?? breachWarnings(PROPERTY, deletion, removal);
  return { certain: warnings, ...warnings.length === 0 && isDoubtful(removal) && { possible: 'removableDeletionGuard' } };
}

/** The guard is open if every branch of `Fn::If` opens it. An unknown branch is otherwise read as the name of a role. */
function warningsInEveryCase(vault: Vault): readonly GuardWarning[] | undefined {
  const { accessPolicy } = vault;
  const cases = accessPolicy.jsonCases();
  if (cases.length === 1) { return undefined; }
  const breaches = cases.map((document) => breachesOf(readDocument(document as Json, accessPolicy.effort), MANUAL_DELETION_ACTIONS, ownerOf(vault)));
  const found = breaches.map((ofCase) => breachWarnings(PROPERTY, ofCase, []));
  return found.every((warnings) => warnings.length > 0) ? found[0] : undefined;
}

function denies(vault: Vault, actions: readonly string[]): boolean {
  return breachesIn(vault, actions).every(({ getsThrough }) => getsThrough === false);
}

function breachesIn(vault: Vault, actions: readonly string[]): Breach[] {
  return breachesOf(readDocument(vault.accessPolicy.json() as Json, vault.accessPolicy.effort), actions, ownerOf(vault));
}

function ownerOf({ arn, environment }: Vault): VaultOwner {
  return { partition: partitionPart(environment, undefined), account: accountPart(environment), region: regionPart(environment), vault: arn };
}

/** Whether a principal might be allowed, and none certainly is. */
function isDoubtful(breaches: readonly Breach[]): boolean {
  const answers = breaches.map(({ getsThrough }) => getsThrough);
  return !answers.includes(true) && answers.includes(UNKNOWN);
}

function denied(statements: readonly VaultStatement[], answers: readonly Answer[]) {
  return statements.filter(({ deniesEveryone }) => answers.includes(deniesEveryone)).map(({ actions }) => actions);
}
