/** Counts what holds and what does not, a line for each. */
export class Checks {
  public passed = 0;
  public failed = 0;

  /** A check that throws has failed; what it returns is told beside its name. True where it holds, and what needs it can go on. */
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

/** Throws what differs from what has to be. */
export function expectSame(what: string, expected: unknown, got: unknown): void {
  const [left, right] = [expected, got].map((value) => JSON.stringify(value));
  if (left !== right) { throw new Error(`${what} must be ${left}, got ${right}`); }
}
