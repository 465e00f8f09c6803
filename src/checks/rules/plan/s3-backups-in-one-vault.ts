import type { BackupInventory, PlanRule } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel, targetLabel } from '../../subjects/lifecycles';
import { isNamedInPlan } from '../../subjects/named';
import { keyOfRule, pairs, resourceLabel, someLabel } from '../../subjects/selected';

const TARGET = 'TargetBackupVault';

export const s3BackupsInOneVault: Rule = {
  id: RuleId.S3_BACKUPS_IN_ONE_VAULT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Continuous and periodic backups of a bucket are in one vault.',
  why: 'AWS Backup requires both kinds of backup of a bucket in one vault. The jobs of the second vault fail. '
    + 'The finding is a warning if only \'*\' or a tag selects the bucket, because the account might not have opted in to S3.',
  fix: 'Use the same vault in both rules, and copy from there.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => outcomesIn(inventory),
};

function outcomesIn(inventory: BackupInventory): Outcome[] {
  const buckets = inventory.protectables.filter(({ address: { cfnType } }) => cfnType === 'AWS::S3::Bucket');
  return pairs(inventory, buckets, pairsOf).flatMap(({ one, other, resources }): Outcome[] => {
    const isOne = sameVault(one, other);
    if (isOne === true) { return []; }
    const place = below(other.address, TARGET);
    const isNamed = resources.some((bucket) => [one, other].every(({ plan }) => isNamedInPlan(inventory, bucket, plan)));
    const what = someLabel(resources.map((each) => resourceLabel(each, place)));
    return isOne === UNKNOWN || one.continuous === UNKNOWN || other.continuous === UNKNOWN
      ? [unknown(place, `${ruleLabel(other)}: whether '${TARGET}' is that of the continuous backups of ${what} is unknown.`, keyOfRule(one, place))]
      : [fault(place, new Problem('rule', `${ruleLabel(other)}: '${TARGET}' must be ${targetLabel(one.target)}, where ${ruleLabel(one)} of plan ${one.plan.label} creates the continuous backups `
        + `of ${what}, got ${targetLabel(other.target)}. Name the same vault in both rules.`, keyOfRule(one, place)), isNamed ? undefined : 'warning')];
  });
}

/** Each continuous rule with each periodic one. */
function pairsOf(rules: readonly PlanRule[]): (readonly [PlanRule, PlanRule])[] {
  const mayBe = (rule: PlanRule) => rule.continuous === true || rule.continuous === UNKNOWN;
  return rules.filter(mayBe).flatMap((one) => rules.filter((other) => other !== one && other.continuous !== true)
    .map((other) => [one, other] as const));
}

/** Both rules are in one account and Region, where the name of a vault is unique. */
function sameVault(one: PlanRule, other: PlanRule): Answer {
  const { text: name, vaultName } = one.target;
  const { text: otherName, vaultName: otherVaultName } = other.target;
  if (one.airGappedTarget || other.airGappedTarget || !isKnown(name) || !isKnown(otherName)) { return UNKNOWN; }
  if (one.target.vault && other.target.vault) { return one.target.vault === other.target.vault; }
  if (name.key !== undefined && name.key === otherName.key) { return true; }
  return isKnown(vaultName) && isKnown(otherVaultName) ? vaultName === otherVaultName : UNKNOWN;
}
