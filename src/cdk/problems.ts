import type { Construct } from 'constructs';
import type { Problem } from '../values/problem';

/**
 * Removes a construct with problems from the tree, so that nothing of it is created even if the error is caught.
 *
 * @param kind the name by which users know the construct
 * @throws one error that lists all problems, if there are any
 */
export function refuse(construct: Construct, problems: readonly Problem[], kind?: string): void {
  if (problems.length === 0) { return; }
  construct.node.scope?.node.tryRemoveChild(construct.node.id);
  throw problemsError(subjectOf(construct, kind), problems);
}

/** A problem that is found when the app is complete. */
export function problemOf(construct: Construct, { message }: Pick<Problem, 'message'>): string {
  return `${subjectOf(construct)}: ${message}`;
}

/** @param kind the name by which users know the construct */
function subjectOf(construct: Construct, kind = construct.constructor.name): string {
  return `${kind} '${construct.node.path}'`;
}

/** One error that lists all problems of a subject. There is at least one. */
export function problemsError(subject: string, problems: readonly Problem[]): Error {
  return new Error(problems.length === 1
    ? `${subject}: ${problems[0].message}`
    : `${subject} has ${problems.length} problems:\n${problems.map((problem) => `  - ${problem.message}`).join('\n')}`);
}
