/** What is wrong with a value. */
export class Problem {
  /**
   * @param kind identifies the fault among those that one property can have, in kebab case. It stays the same when the message is reworded.
   * @param message the property in quotes, the rule, and the value, and how to fix it in another sentence
   * @param entry the faulty entry, where a property can have the same fault in several
   */
  constructor(private readonly kind: string, public readonly message: string, private readonly entry?: string) {}

  /** Stays the same when the message is reworded. */
  public get key(): string {
    return this.entry === undefined ? this.kind : `${this.kind}:${this.entry}`;
  }

  /** The same problem, of a part such as `tier 'daily'`. */
  public of(part: string): Problem {
    return this.reworded(`${part}: ${this.message}`);
  }

  public reworded(message: string): Problem {
    return new Problem(this.kind, message, this.entry);
  }

  /** The same problem of an element, where the property can have it itself. */
  public ofElement(element: string): Problem {
    return new Problem(`${element}-${this.kind}`, this.message, this.entry);
  }

  /** The same problem of one of several entries. */
  public about(entry: string): Problem {
    return new Problem(this.kind, this.message, this.entry === undefined ? entry : `${entry}:${this.entry}`);
  }

  public toString(): string {
    return this.message;
  }
}
