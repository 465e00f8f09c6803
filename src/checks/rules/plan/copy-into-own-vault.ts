import type { CopyAction } from '../../../inventory';
import { ownVaultWarnings } from '../../../validation/plan/copies';
import { type Answer, allOf, not } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { copyLabel, ruleLabel } from '../../subjects/lifecycles';

const DESTINATION = 'DestinationBackupVaultArn';

export const copyIntoOwnVault: Rule = {
  id: RuleId.COPY_INTO_OWN_VAULT,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'A copy goes into a vault other than that of its backup.',
  why: 'A copy beside its backup is lost with it, and costs as much as the backup.',
  fix: 'Copy to another vault, preferably in another account or Region.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  evaluate: ({ copies }) => copies.flatMap(outcomesOf),
};

function outcomesOf(copy: CopyAction): Outcome[] {
  const place = below(copy.address, DESTINATION);
  const isOwn = goesIntoOwnVault(copy);
  return isOwn === UNKNOWN
    ? [unknown(place, `${copyLabel(copy)}: whether '${DESTINATION}' is the vault of the backup is unknown.`)]
    : faults(place, ownVaultWarnings('the copy should go to', isOwn, nameOf(copy)).map((problem) => problem.of(ruleLabel(copy.rule))));
}

function goesIntoOwnVault({ rule: { target }, destination, crossAccount, crossRegion }: CopyAction): Answer {
  if (target.vault && destination.vault) { return target.vault === destination.vault; }
  const [name, other] = [target.vaultName, destination.vaultName];
  return allOf([not(crossAccount), not(crossRegion), isKnown(name) && isKnown(other) ? name === other : UNKNOWN]);
}

function nameOf({ destination: { vault, vaultName } }: CopyAction): string {
  return vault?.label ?? `'${String(vaultName)}'`;
}
