import type { Circle } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const circularDependency: Rule = {
  id: RuleId.CIRCULAR_DEPENDENCY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'No resource of a template depends on itself, directly or through other resources.',
  why: 'CloudFormation rejects the template: "Circular dependency between resources". Stacks that import from each other are a warning: they cannot be deployed for the first '
    + 'time, but might exist already.',
  fix: 'Remove a DependsOn, replace a reference with a literal name, or move a resource to the template or stack that refers to it.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  evaluate: ({ circlesOfResources, circlesOfStacks }) => [
    ...circlesOfResources.map((circle) => {
      const message = `${circle.path[0]} must not depend on itself, got ${label(circle)}.`;
      return circle.certain
        ? fault(circle.address, new Problem('resources', `${message} Remove a 'DependsOn' or a reference, or move one of the resources to another stack.`, circle.path.join(' ')))
        : unknown(circle.address, `Whether ${label(circle)} depend on each other is unknown.`, circle.path.join(' '));
    }),
    ...circlesOfStacks.map((circle) => fault(circle.address, new Problem('stacks', `stack '${circle.path[0]}' must not import from itself through other stacks, got ${label(circle)}. `
      + 'None of them can be deployed first. Move the exported resource, or replace the import with a literal name.', circle.path.join(' ')), 'warning')),
  ],
};

/** The whole cycle, shortened if it is long. */
function label({ path }: Circle): string {
  const shown = path.length > LONGEST ? [...path.slice(0, LONGEST - 3), '…', ...path.slice(-2)] : path;
  return shown.join(' → ');
}

const LONGEST = 10;
