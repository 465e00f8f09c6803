import type { Circle } from '../../../inventory';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const circularDependency: Rule = {
  id: RuleId.CIRCULAR_DEPENDENCY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'No resource of a template waits for itself, by way of others or directly.',
  why: 'CloudFormation refuses the template: "Circular dependency between resources". Stacks that import from each other are a warning: they cannot be deployed for the first '
    + 'time, and may be there already.',
  fix: 'Remove a DependsOn, write a name as a literal in place of a reference, or move a resource to the template or stack that refers to it.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  evaluate: ({ circlesOfResources, circlesOfStacks }) => [
    ...circlesOfResources.map((circle) => {
      const message = `${circle.path[0]} must not wait for itself, got ${inWords(circle)}`;
      return circle.certain
        ? fault(circle.address, `${message}: remove a 'DependsOn' or a reference, or move one of them to another stack`)
        : unknown(circle.address, `whether ${inWords(circle)} wait for each other cannot be known`);
    }),
    ...circlesOfStacks.map((circle) => fault(circle.address, `stack '${circle.path[0]}' must not import from itself by way of others, got ${inWords(circle)}: move what is exported, `
      + 'or write its name as a literal, since none of them can be deployed first', 'warning')),
  ],
};

/** The whole way round, unless it is long. */
function inWords({ path }: Circle): string {
  const shown = path.length > LONGEST ? [...path.slice(0, LONGEST - 3), '…', ...path.slice(-2)] : path;
  return shown.join(' → ');
}

const LONGEST = 10;
