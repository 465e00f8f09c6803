import { contentOf, readable } from './content';
import { partitionOf } from '../../../capabilities/regions';
import type { Selection } from '../../../inventory';
import { anyServiceWarnings, arnFormProblems, partitionWarnings, resourceArnWarnings, unprotectedArnWarnings } from '../../../validation/selection/resource-arns';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionArns: Rule = {
  id: RuleId.SELECTION_ARNS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection names valid ARNs, of resources that AWS Backup protects.',
  why: 'AWS Backup rejects text that is not an ARN. With a wildcard inside a name, or an ARN that no protected resource has, it might select nothing, which is a warning.',
  fix: 'Write the ARN, for example with Fn::GetAtt, or \'*\' for every resource.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => [...outcomesOf(selection, 'Resources'), ...outcomesOf(selection, 'NotResources')]),
};

function outcomesOf(selection: Selection, name: 'Resources' | 'NotResources'): Outcome[] {
  const property = contentOf(selection, name);
  const address = at(selection.address, property);
  const subject = `selection ${selection.label}`;
  const { region } = selection.environment;
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
    ].map((problem) => problem.of(subject)), 'warning'),
    ...arns.includes(UNKNOWN) ? [unknown(address, `${subject}: whether all of '${name}' are ARNs is unknown.`)] : [],
  ];
}
