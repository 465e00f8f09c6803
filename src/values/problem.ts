/** What is wrong with a value. */
export class Problem {
  /**
   * @param key tells apart the ways in which one property can be wrong; it stays the same when the message is reworded
   * @param message a sentence that names the property, the rule, the value got and what to do
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
