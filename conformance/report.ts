/** Nobody reads more. */
const MOST_LINES = 25;

/** Prints what a conformance test compared, and the total on the last line, which `.ci/run` adds to its own. */
export class Report {
  private passed = 0;
  private failed = 0;

  /** @param needs what the test needs; printed on the first line */
  constructor(needs: string) {
    console.log(needs);
  }

  /**
   * @param compared how many, all of which count in the total
   * @param differences one line for each that differed
   * @throws an error where nothing was compared: that would agree with anything
   */
  public compared(what: string, compared: number, differences: readonly string[]): void {
    this.print(what, compared, differences);
    this.passed += Math.max(compared - differences.length, 0);
    this.failed += differences.length;
  }

  /** The same for samples, which count as one in the total, however many there are. */
  public sampled(what: string, compared: number, differences: readonly string[]): void {
    this.print(what, compared, differences);
    if (differences.length === 0) { this.passed++; } else { this.failed++; }
  }

  /** What does not count. */
  public note(text: string): void {
    console.log(text);
  }

  /** The last line, and the exit code. */
  public close(): void {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 ? 1 : 0;
  }

  private print(what: string, compared: number, differences: readonly string[]): void {
    if (compared === 0) { throw new Error(`${what}: nothing was compared`); }
    console.log(`${what}: ${compared} compared, ${differences.length} differed`);
    for (const difference of differences.slice(0, MOST_LINES)) { console.log(`  ${difference}`); }
    if (differences.length > MOST_LINES) { console.log(`  and ${differences.length - MOST_LINES} more`); }
  }
}

/** Something that a test needs and that is missing. The message says how to get it. */
export class Missing extends Error {}

/**
 * Runs a conformance test, or prints what it lacks. The exit code is 1 if something differed, and 2 if the test could not run.
 *
 * @param packages without which the test cannot be loaded
 */
export async function start(needs: string, packages: readonly string[], test: (report: Report) => Promise<void> | void): Promise<void> {
  const report = new Report(needs);
  try {
    const missing = packages.filter((name) => !isInstalled(name));
    if (missing.length > 0) { throw new Missing(`Not installed: ${missing.join(', ')}. Run \`npm ci\` first.`); }
    await test(report);
    report.close();
  } catch (error) {
    if (!(error instanceof Missing)) { throw error; }
    console.error(error.message);
    process.exitCode = 2;
  }
}

function isInstalled(name: string): boolean {
  try {
    return require.resolve(`${name}/package.json`) !== '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND'; // a package may keep its package.json to itself
  }
}
