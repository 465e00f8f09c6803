import type { Address, BackupInventory, Entity, Plan, PlanRule, Protectable, Reach, Selection } from '../../inventory';
import { UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import { seenFrom } from '../seen-from';

/** A resource that a selection selects or might select. */
export interface Selected {
  readonly resource: Protectable;
  readonly reach: Reach;
}

export function selectionsOf(inventory: BackupInventory, plan: Plan): readonly Selection[] {
  return inventory.selections.filter((selection) => selection.plan === plan);
}

/** The resources of the templates that a plan selects or might select. Each appears once, with a selection that certainly selects it if there is one. */
export function selectedBy(inventory: BackupInventory, plan: Plan): readonly Selected[] {
  const selected = new Map<Protectable, Selected>();
  for (const selection of selectionsOf(inventory, plan)) {
    for (const resource of inventory.resourcesOf(selection)) {
      const reach = inventory.coverageOf(resource).reaches.find((each) => each.selection === selection);
      if (reach && (!selected.has(resource) || reach.answer === true)) { selected.set(resource, { resource, reach }); }
    }
  }
  return [...selected.values()];
}

/** The rules that certainly select a resource. `complete` is false if other rules might select it. */
export interface RulesOfResource {
  readonly rules: readonly PlanRule[];
  readonly complete: boolean;
}

export function rulesSelecting(inventory: BackupInventory, resource: Protectable): RulesOfResource {
  const { reaches } = inventory.coverageOf(resource);
  const plans = new Set(reaches.filter(({ answer }) => answer === true).map(({ selection }) => selection.plan).filter(isKnown));
  const rules = [...plans].flatMap((plan) => elementsOf(plan.rules));
  const known = reaches.every(({ answer, selection: { plan } }) => answer === true && isKnown(plan) && plan.rules !== UNKNOWN);
  return { rules, complete: known && !inventory.mayHaveMoreIn(resource.environment) };
}

/** For messages about `here`: the CloudFormation type and the logical id. */
export function resourceLabel({ address }: Protectable, here: Address): string {
  return `${address.cfnType} ${seenFrom(here, address, `'${address.logicalId}'`)}`;
}

/** For keys of problems of `here` that apply to one of several resources. */
export function keyOfResource({ address: { sourceId, logicalId } }: Pick<Entity, 'address'>, here: Address): string {
  return sourceId === here.sourceId ? logicalId : `${sourceId} ${logicalId}`;
}

/** For keys of problems of `here` that apply to one of several rules. */
export function keyOfRule({ plan, name }: PlanRule, here: Address): string {
  return `${keyOfResource(plan, here)} ${isKnown(name) ? name : ''}`;
}

/** For messages: the first names, and the number of the others. */
export function someLabel(names: readonly string[], most = 3): string {
  const [some, more] = [names.slice(0, most), names.length - most];
  return more > 0 ? `${some.join(', ')} and ${more} more` : some.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** For each plan, the other plans that certainly select one of its resources. */
export function plansTogether(inventory: BackupInventory): ReadonlyMap<Plan, ReadonlySet<Plan>> {
  const together = new Map<Plan, Set<Plan>>();
  // Resources with the same selections have the same coverage
  for (const { reaches } of new Set(inventory.protectables.map((resource) => inventory.coverageOf(resource)))) {
    const plans = new Set(reaches.filter(({ answer }) => answer === true).map(({ selection }) => selection.plan).filter(isKnown));
    for (const plan of plans.size > 1 ? plans : []) {
      const others = together.get(plan) ?? new Set();
      for (const other of plans) { if (other !== plan) { others.add(other); } }
      together.set(plan, others);
    }
  }
  return together;
}

/** Two rules that certainly select the same resources. */
export interface Pair {
  readonly one: PlanRule;
  readonly other: PlanRule;
  readonly resources: readonly Protectable[];
}

type PairsOf = (rules: readonly PlanRule[]) => readonly (readonly [PlanRule, PlanRule])[];

/** Each pair of rules that `of` returns for a resource, with all resources that have the pair. */
export function pairs(inventory: BackupInventory, resources: readonly Protectable[], of: PairsOf): Pair[] {
  const found = new Map<PlanRule, Map<PlanRule, Protectable[]>>();
  for (const resource of resources) {
    for (const [one, other] of of(rulesSelecting(inventory, resource).rules)) {
      const others = found.get(one) ?? new Map<PlanRule, Protectable[]>();
      const both = others.get(other) ?? [];
      both.push(resource);
      others.set(other, both);
      found.set(one, others);
    }
  }
  return [...found].flatMap(([one, others]) => [...others].map(([other, both]) => ({ one, other, resources: both })));
}
