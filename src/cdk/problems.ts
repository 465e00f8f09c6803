import type { Construct } from 'constructs';
import type { Problem } from '../values/problem';

/** Collects what is wrong with a construct, so that the user hears of all of it at once. */
export class Problems {
  private readonly messages: string[] = [];

  /** Adds sentences; each names a property in quotes, the rule, the value got and what to do. */
  add(...problems: (string | Problem)[]): void {
    this.messages.push(...problems.map(String));
  }

  /** Adds sentences about one part of the construct, for example `tier 'daily'`. */
  addOf(part: string, problems: readonly (string | Problem)[]): void {
    this.add(...problems.map((problem) => `${part}: ${String(problem)}`));
  }

  /**
   * Takes the construct out of the tree again, so that nothing of it is created even where the error is caught.
   *
   * @param kind what users know the construct as
   * @throws one Error that lists all problems, if there are any
   */
  throwIfAny(construct: Construct, kind = construct.constructor.name): void {
    if (this.messages.length === 0) { return; }
    construct.node.scope?.node.tryRemoveChild(construct.node.id);
    const subject = `${kind} '${construct.node.path}'`;
    throw new Error(this.messages.length === 1
      ? `${subject}: ${this.messages[0]}`
      : `${subject} has ${this.messages.length} problems:\n${this.messages.map((message) => `  - ${message}`).join('\n')}`);
  }
}

/**
 * Removes a construct with problems from the tree, so that nothing of it is created even if the error is caught.
 *
 * @param kind what users know the construct as
 * @throws one error that lists all problems, if there are any
 */
export function refuse(construct: Construct, problems: readonly (string | Problem)[], kind = construct.constructor.name): void {
  const all = new Problems();
  all.add(...problems);
  all.throwIfAny(construct, kind);
}
