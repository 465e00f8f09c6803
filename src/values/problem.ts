/** What is wrong with a value. */
export class Problem {
  /**
   * @param key identifies the fault among those that one property can have. It stays the same when the message is reworded. Where a list has
   * several faulty elements, the element is part of it.
   * @param message the property in quotes, the rule, and the value, and how to fix it in another sentence
   */
  constructor(public readonly key: string, public readonly message: string) {}

  /** The same problem, of a part such as `tier 'daily'`. */
  public of(part: string): Problem {
    return new Problem(this.key, `${part}: ${this.message}`);
  }

  public toString(): string {
    return this.message;
  }
}
