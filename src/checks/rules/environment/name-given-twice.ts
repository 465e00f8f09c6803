import { type UniqueValue, UNIQUE_VALUES } from '../../../capabilities/unique-values';
import { type BackupInventory, type Entity, type Property, environmentKey } from '../../../inventory';
import { givenTwice } from '../../../validation/environment/unique-values';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { canonical } from '../../canonical';
import { nameOf } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';

export const nameGivenTwice: Rule = {
  id: RuleId.NAME_GIVEN_TWICE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Vaults, frameworks, report plans, restore testing plans, and tiering configurations have unique names in an account and Region. A vault is in '
    + 'one tiering configuration. No two plans have the same name and rules, and no two frameworks have the same controls.',
  why: 'AWS Backup rejects the second one, and its deployment fails. The finding is a warning if the two are in different stacks, which might '
    + 'never be deployed together.',
  fix: 'Choose another name, combine the two tiering configurations of a vault, or leave out one of two frameworks.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html',
  evaluate: (inventory) => UNIQUE_VALUES.flatMap((value) => outcomesOf(value, inventory)),
};

function outcomesOf(value: UniqueValue, inventory: BackupInventory): Outcome[] {
  const earlier = new Map<string, Entity[]>();
  return value.cfnTypes.flatMap((type) => inventory.ofType(type)).flatMap((entity) => {
    const key = valueKey(value, entity);
    if (key === undefined) { return []; }
    const same = earlier.get(key) ?? [];
    earlier.set(key, [...same, entity]);
    const other = same.find(({ address }) => address.sourceId === entity.address.sourceId) ?? same[0];
    return other ? [outcomeOf(value, entity, other)] : [];
  });
}

function outcomeOf(value: UniqueValue, entity: Entity, { address: other, certain }: Entity): Outcome {
  const { label, property: name, subject = label, namedBy = [name] } = value;
  const place = at(entity.address, entity.properties.get(name));
  const called = `${subject} ${nameOf(entity, namedBy.reduce((property, each) => property.get(each), entity.properties).string())}`;
  const otherLabel = seenFrom(entity.address, other);
  if (!entity.certain || !certain) {
    return unknown(place, `${called}: whether ${otherLabel}, which has the same '${name}', is deployed beside it is unknown.`);
  }
  const { isError, problem } = givenTwice({ value, names: `'${name}'`, other: otherLabel, inOneTemplate: entity.address.sourceId === other.sourceId });
  return fault(place, problem.of(called), isError ? 'error' : 'warning');
}

/** Equal for values that AWS Backup treats as the same. Undefined if that is unknown. */
function valueKey({ property, namedBy, within }: UniqueValue, entity: Entity): string | undefined {
  const value = entity.properties.get(property);
  const written = namedBy ? canonical(value.json()) : literalKey(value);
  const inside = within === undefined ? '' : textKey(entity.properties.get(within));
  return written === undefined || inside === undefined ? undefined : JSON.stringify([deploymentKey(entity), inside, written]);
}

function literalKey(property: Property): string | undefined {
  const value = property.string();
  return isKnown(value) ? value : undefined;
}

function textKey(property: Property): string | undefined {
  const text = property.text();
  return isKnown(text) ? text.key : undefined;
}

/** Stacks without an environment might be deployed to different ones. */
function deploymentKey({ address: { sourceId }, environment }: Entity): string {
  return isKnown(environment.account) && isKnown(environment.region) ? environmentKey(environment) : sourceId;
}
