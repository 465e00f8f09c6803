import type { Address, BackupInventory, Vault } from '../../../inventory';
import { neverExpires } from '../../../validation/plan/never-expires';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_PATHS, copyLabel, lifecycleOf, ruleLabel } from '../../subjects/lifecycles';
import { keyOfResource } from '../../subjects/selected';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const recoveryPointsExpire: Rule = {
  id: RuleId.RECOVERY_POINTS_EXPIRE,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'Recovery points in a vault with a compliance lock have a retention.',
  why: 'Nobody, including AWS, can delete such a recovery point or set its retention later. You pay for it until the account is closed.',
  fix: 'Set a retention on the rule or the copy, or a maximum retention on the lock.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  evaluate: (inventory) => written(inventory).flatMap(outcomesOf),
};

/** Recovery points in a vault of the templates. */
interface Written {
  readonly vault: Vault | undefined;
  readonly retention: Value<number>;
  readonly address: Address;
  readonly label: string;
}

function written({ rules, copies }: BackupInventory): Written[] {
  return [
    ...rules.filter(({ continuous }) => continuous !== true).flatMap((rule) => [rule.target, rule.airGappedTarget].map((target): Written => (
      { vault: target?.vault, retention: rule.lifecycle.deleteAfter, address: rule.address, label: ruleLabel(rule) }
    ))),
    ...copies.map((copy): Written => (
      { vault: copy.destination.vault, retention: lifecycleOf(copy).deleteAfter, address: copy.address, label: copyLabel(copy) }
    )),
  ];
}

function outcomesOf({ vault, retention, address, label }: Written): Outcome[] {
  if (vault?.lock === undefined || retention !== undefined) { return []; }
  const place = below(address, RETENTION);
  const answer = neverExpires(vault.lock === UNKNOWN ? { changeableFor: UNKNOWN, maxRetention: UNKNOWN } : vault.lock, vault.kind);
  if (answer === false) { return []; }
  return answer === true
    ? [fault(place, new Problem('compliance-lock', `${label}: '${RETENTION}' should be set, got none. Vault ${vault.label} has a compliance lock, so nobody can ever delete the recovery points. `
      + 'Set it, unless you want recovery points that never expire.', keyOfResource(vault, place)))]
    : [unknown(place, `${label}: '${RETENTION}' is left out, and whether vault ${vault.label} has a compliance lock is unknown.`, keyOfResource(vault, place))];
}
