import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { effectiveTags } from './effective-tags';
import type { Neighbors } from './neighbors';
import { mayBeOf } from './protection-aspect';
import type { ScopeProtection } from './resource-tagging';
import type { SelectionFacts } from './selection-facts';
import { RESOURCE_TYPES } from '../capabilities/resource-types';
import { knownOf } from '../cdk/measures';
import { stageOf } from '../cdk/place';
import { pathOf } from '../cdk/resource-properties';
import { passes } from '../validation/selection/tag-conditions';
import { append } from '../values/append';
import { isKnown } from '../values/unknown';

/** A selection, and the scopes that it protects. */
export interface ProtectingSelection {
  readonly construct: IConstruct;
  readonly facts: SelectionFacts;
  readonly protections: readonly ScopeProtection[];
}

/** The selections of each app. */
const SELECTIONS = new WeakMap<IConstruct, ProtectingSelection[]>();

export function register(selection: ProtectingSelection): void {
  const { root } = selection.construct.node;
  append(SELECTIONS, root, selection);
}

/** Resources of other Stages that a selection certainly selects, although a selection of their own Stage protects them. */
export function selectedInOtherStages(selection: ProtectingSelection, neighbors: Neighbors): string[] {
  const { construct, facts: { place: { account, region } } } = selection;
  if (!isKnown(account) || !isKnown(region)) { return []; }
  const others = (SELECTIONS.get(construct.node.root) ?? [])
    .filter(({ construct: other, facts: { place } }) => stageOf(other) !== stageOf(construct)
      && place.account === account && place.region === region);
  return others.flatMap((other) => {
    const resource = firstSelected(selection, other, neighbors);
    const stage = resource && stageOf(resource).node.path;
    return resource ? [`The selection also selects '${pathOf(resource)}'${stage === '' ? '' : ` of the Stage '${stage}'`}, which '${other.construct.node.path}' selects too. `
      + `Both are in the account '${account}' and the Region '${region}'. The resource is backed up twice. Use another tag value in each Stage.`] : [];
  });
}

function firstSelected(selection: ProtectingSelection, other: ProtectingSelection, neighbors: Neighbors): CfnResource | undefined {
  for (const protection of other.protections) {
    const found = protection.read(neighbors).find(({ resource, omission }) => omission === undefined
      && stageOf(resource) !== stageOf(selection.construct)
      && isSelected(resource, selection, neighbors));
    if (found) { return found.resource; }
  }
  return undefined;
}

/** Certainly, and not because the selection protects the resource itself. */
function isSelected(resource: CfnResource, { facts: { props }, protections }: ProtectingSelection, neighbors: Neighbors): boolean {
  const { conditions = [], anyOf = [], resourceTypes = [], resources = [], exclude = [] } = props;
  if (exclude.length > 0 || (resources.length > 0 && anyOf.length === 0 && resourceTypes.length === 0)) { return false; }
  if (protections.some(({ scope }) => resource.node.scopes.includes(scope))) { return false; }
  const rows = resourceTypes.length > 0 ? resourceTypes.flatMap((type) => type._rows) : RESOURCE_TYPES;
  const tags = effectiveTags(resource, neighbors);
  const holds = ({ _test: test }: typeof conditions[number]) => passes(test, knownOf(tags[test.key])) === true;
  return mayBeOf(resource, rows) && conditions.every(holds) && (anyOf.length === 0 || anyOf.some(holds));
}
