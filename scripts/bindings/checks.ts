/** Runs checks, prints one line for each, and counts the results. */
export class Checks {
  public passed = 0;
  public failed = 0;

  /** A check fails if it throws. The text that it returns is printed after its name. Returns whether it passed. */
  public async that(name: string, check: () => Promise<string | void> | string | void): Promise<boolean> {
    try {
      const seen = await check();
      this.passed++;
      console.log(`passed ${name}${seen ? `: ${seen}` : ''}`);
      return true;
    } catch (error) {
      this.failed++;
      console.log(`failed ${name}: ${(error as Error).message}`);
      return false;
    }
  }
}

/** Throws an error if the values differ. */
export function expectSame(what: string, expected: unknown, got: unknown): void {
  const [left, right] = [expected, got].map((value) => JSON.stringify(value));
  if (left !== right) { throw new Error(`${what} must be ${left}, got ${right}`); }
}
