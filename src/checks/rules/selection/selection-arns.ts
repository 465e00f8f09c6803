import { contentOf, readable } from './content';
import { partitionOf } from '../../../capabilities/regions';
import { isOfUnprotectedService } from '../../../capabilities/resource-types';
import { UNSUPPORTED_VARIANTS } from '../../../capabilities/unsupported-variants';
import { type BackupInventory, type Property, type Selection, isSameResource, stringAt } from '../../../inventory';
import { isOfRow, unprotectedTypeProblem, unsupportedProblem } from '../../../validation/selection/protectable';
import { anyServiceWarnings, arnFormProblems, elsewhereWarnings, partitionWarnings, resourceArnWarnings, unprotectedArnWarnings } from '../../../validation/selection/resource-arns';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionArns: Rule = {
  id: RuleId.SELECTION_ARNS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection names valid ARNs, of resources that AWS Backup protects.',
  why: 'AWS Backup rejects text that is not an ARN. A wildcard inside a name, or an ARN that no protected resource has, is a warning, because the '
    + 'selection might select nothing. A resource that AWS Backup does not back up is also a warning.',
  fix: 'Write the ARN, for example with Fn::GetAtt, or \'*\' for every resource.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: (inventory) => inventory.selections.flatMap((selection) => [
    ...outcomesOf(selection, 'Resources'),
    ...outcomesOf(selection, 'NotResources'),
    ...unsupportedOutcomes(selection, inventory),
  ]),
};

/** Resources of the templates that the selection names, and that AWS Backup does not back up. */
function unsupportedOutcomes(selection: Selection, inventory: BackupInventory): Outcome[] {
  return itemsIn(contentOf(selection, 'Resources')).flatMap((item) => {
    const { owner: named } = item;
    const variant = named && UNSUPPORTED_VARIANTS.find(({ cfnType, when }) => inventory.ofType(cfnType)
      .some(({ address, properties }) => isSameResource(address, named) && isOfRow({ when }, (path) => stringAt(properties, path)) === true));
    const type = variant ? undefined : unprotectedType(item, inventory);
    const problem = variant ? unsupportedProblem('Resources', named.logicalId, variant) : type && unprotectedTypeProblem('Resources', named!.logicalId, type);
    return problem ? [fault(at(selection.address, item), problem.of(`selection ${selection.label}`), 'warning')] : [];
  });
}

/** The type of a resource whose ARN is known only at deployment. An ARN that begins with its service is checked as a text. */
function unprotectedType(item: Property, inventory: BackupInventory): string | undefined {
  const { owner: named } = item;
  const text = item.text();
  const [part] = isKnown(text) ? text.parts : [];
  if (named === undefined || typeof part !== 'object' || part.kind !== 'attribute') { return undefined; }
  return inventory.cfnTypes.filter(isOfUnprotectedService)
    .find((type) => inventory.ofType(type).some(({ address }) => isSameResource(address, named)));
}

function outcomesOf(selection: Selection, name: 'Resources' | 'NotResources'): Outcome[] {
  const property = contentOf(selection, name);
  const address = at(selection.address, property);
  const subject = `selection ${selection.label}`;
  const { account, region } = selection.environment;
  const given = name === 'Resources' ? selection.resources : selection.notResources;
  if (given === UNKNOWN) { return [unknown(address, `${subject}: whether '${name}' holds ARNs is unknown.`)]; }
  const arns = readable(given);
  return [
    ...faults(address, arnFormProblems(name, arns).map((problem) => problem.of(subject))),
    ...faults(address, [
      ...resourceArnWarnings(name, arns),
      ...unprotectedArnWarnings(name, arns),
      ...anyServiceWarnings(name, arns),
      ...partitionWarnings(name, arns, isKnown(region) ? partitionOf(region) : undefined),
      ...name === 'Resources' ? elsewhereWarnings(name, arns, { account, region }) : [],
    ].map((problem) => problem.of(subject)), 'warning'),
    ...arns.includes(UNKNOWN) ? [unknown(address, `${subject}: whether all of '${name}' are ARNs is unknown.`)] : [],
  ];
}
