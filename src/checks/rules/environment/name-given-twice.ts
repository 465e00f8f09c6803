import type { Kind } from './kinds-of-names';
import { KINDS } from './kinds-of-names';
import type { BackupInventory, Entity, Property } from '../../../inventory';
import { environmentKey } from '../../../inventory';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { canonical } from '../../canonical';
import { nameOf } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const nameGivenTwice: Rule = {
  id: RuleId.NAME_GIVEN_TWICE,
  level: 'error',
  what: 'Vaults, frameworks, report plans, restore testing plans and tiering configurations have names of their own in an account and Region, and a vault is in '
    + 'one tiering configuration. No two plans have the same name and rules, and no two frameworks the same controls.',
  why: 'AWS Backup accepts each once, so that the deployment of the second fails. A warning where the two are in different stacks, which may never be deployed side by side.',
  fix: 'Choose another name, or join the two tiering configurations of a vault, or leave out one of two frameworks.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html',
  evaluate: (inventory) => KINDS.flatMap((kind) => outcomesOf(kind, inventory)),
};

function outcomesOf(kind: Kind, inventory: BackupInventory): Outcome[] {
  const first = new Map<string, Entity>();
  return kind.cfnTypes.flatMap((type) => inventory.ofType(type)).flatMap((entity) => {
    const key = keyOf(kind, entity);
    if (key === undefined) { return []; }
    const other = first.get(key);
    if (other) { return [outcomeOf(kind, entity, other)]; }
    first.set(key, entity);
    return [];
  });
}

function outcomeOf({ inWords, property: name, subject = inWords, name: named, within, fix = 'choose another name' }: Kind, entity: Entity, other: Entity): Outcome {
  const property = entity.properties.get(name);
  const place = at(entity.address, property);
  const called = `${subject} ${nameOf(entity, (named?.(entity.properties) ?? property).string())}`;
  const [here, there] = [entity.address, other.address];
  return entity.certain && other.certain
    ? fault(place, `${called}: '${name}' must be of one ${inWords} only in ${within ? `a '${within}'` : 'an account and Region'}, got it for ${there.logicalId} too: ${fix}`,
      here.sourceId === there.sourceId ? undefined : 'warning')
    : unknown(place, `${called}: whether ${there.logicalId}, which has the same '${name}', is deployed beside it cannot be known`);
}

/** Equal for what AWS Backup takes for the same; undefined where that cannot be known. */
function keyOf({ property, name, within }: Kind, entity: Entity): string | undefined {
  const value = entity.properties.get(property);
  const written = name ? canonical(value.json()) : literalKey(value);
  const inside = within === undefined ? '' : textKey(entity.properties.get(within));
  return written === undefined || inside === undefined ? undefined : JSON.stringify([placeOf(entity), inside, written]);
}

function literalKey(property: Property): string | undefined {
  const value = property.string();
  return isKnown(value) ? value : undefined;
}

function textKey(property: Property): string | undefined {
  const text = property.text();
  return isKnown(text) ? text.key : undefined;
}

/** Stacks that do not say where they go may go to different places. */
function placeOf({ address: { sourceId }, environment }: Entity): string {
  return isKnown(environment.account) && isKnown(environment.region) ? environmentKey(environment) : sourceId;
}
