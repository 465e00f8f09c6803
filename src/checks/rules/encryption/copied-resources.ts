import { type Feature, certainlyHas, certainlyLacks } from '../../../capabilities/resource-types';
import type { Address, BackupInventory, CopyAction, Plan, Protectable } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { seenFrom } from '../../seen-from';

/** A resource whose copies are encrypted by its own service, with a key that depends on the key of the resource. */
export interface CopiedResource {
  readonly resource: Protectable;
  /** `UNKNOWN` if it might not be in the plan, or might be of a type that AWS Backup manages fully. */
  readonly answer: true | typeof UNKNOWN;
  readonly how: string;
}

/** The resources in each plan whose types AWS Backup does not manage fully. */
export class CopiedResources {
  private readonly byPlan = new Map<Plan, readonly CopiedResource[]>();

  constructor(private readonly inventory: BackupInventory) {}

  /** @param feature the kind of copy that the types must support */
  public of({ rule: { plan } }: CopyAction, feature: Feature): readonly CopiedResource[] {
    const resources = this.byPlan.get(plan) ?? this.read(plan);
    this.byPlan.set(plan, resources);
    return resources.filter(({ resource: { rows } }) => rows.every((row) => certainlyHas(row, feature)));
  }

  private read(plan: Plan): readonly CopiedResource[] {
    const selections = this.inventory.selections.filter((selection) => selection.plan === plan);
    const selected = new Set(selections.flatMap((selection) => this.inventory.resourcesOf(selection)));
    return [...selected].filter(({ rows }) => !rows.every((row) => certainlyHas(row, 'fullManagement'))).map((resource) => {
      const reaches = this.inventory.coverageOf(resource).reaches.filter(({ selection }) => selection.plan === plan);
      const { answer, how } = reaches.find((reach) => reach.answer === true) ?? reaches[0];
      const certain = resource.certain && resource.certainlyProtectable && resource.rows.every((row) => certainlyLacks(row, 'fullManagement'));
      return { resource, answer: certain ? answer : UNKNOWN, how };
    });
  }
}

const NAMED = 5;

/** For messages: the first few, and how many more. */
export function resourcesLabel(resources: readonly CopiedResource[], here: Address): string {
  const named = resources.slice(0, NAMED).map(({ resource: { address, rows: [row] }, how }) => `${seenFrom(here, address)} (${row.resourceType}, ${how})`);
  return [...named, ...resources.length > NAMED ? [`${resources.length - NAMED} more`] : []].join(', ');
}
