import { Stack, Stage } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { knownOf } from './measures';
import type { Place } from '../validation/plan/copies';
import { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';

export { elsewhere } from '../validation/plan/copies';

/** The Stage of a construct, or the app. */
export function stageOf(construct: IConstruct): Construct {
  return Stage.of(construct) ?? construct.node.root as Construct;
}

export function placeOf(stack: Stack): Place {
  return { account: knownOf(stack.account) ?? UNKNOWN, region: knownOf(stack.region) ?? UNKNOWN };
}

/**
 * Whether a stack in a place can use an attribute of a resource. The CDK rejects that for a resource of another account or Region whose name
 * CloudFormation generates. The real stack might not exist yet, so this uses a temporary stack.
 */
export function canBeNamedIn(place: Place, resource: IConstruct, attribute: string): boolean {
  const env = { account: isKnown(place.account) ? place.account : undefined, region: isKnown(place.region) ? place.region : undefined };
  const app = resource.node.root as Construct;
  const probe = new Stack(app, 'CanBeNamedProbe', { env });
  try {
    probe.resolve(attribute);
    return true;
  } catch {
    return false;
  } finally {
    app.node.tryRemoveChild(probe.node.id);
  }
}

/**
 * Why two stacks cannot be compared. An ARN that is written for an unknown Region would silently get the Region of the stack that uses it. Two
 * unknown accounts count as equal, because such stacks are deployed with one set of credentials.
 */
export function comparisonProblems(name: string, from: Stack, to: Stack): Problem[] {
  const [source, destination] = [placeOf(from), placeOf(to)];
  const problems: Problem[] = [];
  const regionless = [from, to].filter((stack) => !isKnown(placeOf(stack).region));
  if (regionless.length > 0) {
    problems.push(new Problem('unknown-region', `'${name}' must connect stacks of known Regions ('${from.node.path}' and '${to.node.path}'), got no Region for `
      + `${label(regionless)}. Set 'env.region' there.`));
  }
  if (isKnown(source.account) !== isKnown(destination.account)) {
    problems.push(new Problem('unknown-account', `'${name}' must connect stacks of known accounts ('${from.node.path}' and '${to.node.path}') or of unknown ones, got no account for `
      + `${label([isKnown(source.account) ? to : from])}. Set 'env.account' of both stacks or of none.`));
  }
  return problems;
}

function label(stacks: Stack[]): string {
  return stacks.map((stack) => `'${stack.node.path}'`).join(' and ');
}
