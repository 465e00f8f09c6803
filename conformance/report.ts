/** The number of differences that are printed. */
const MOST_LINES = 25;

/** Prints the comparisons of a conformance test. `.ci/run` adds the total on the last line to its own. */
export class Report {
  private passed = 0;
  private failed = 0;

  /** @param needs the requirements of the test, printed on the first line */
  constructor(needs: string) {
    console.log(needs);
  }

  /**
   * @param compared the number of comparisons, which are added to the total
   * @param differences one line for each difference
   * @throws an error if nothing was compared
   */
  public compared(what: string, compared: number, differences: readonly string[]): void {
    this.print(what, compared, differences);
    this.passed += Math.max(compared - differences.length, 0);
    this.failed += differences.length;
  }

  /** The same for samples, which count as one in the total. */
  public sampled(what: string, compared: number, differences: readonly string[]): void {
    this.print(what, compared, differences);
    if (differences.length === 0) { this.passed++; } else { this.failed++; }
  }

  /** Prints a note, which does not count. */
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

/** A requirement of a test that is missing. The message describes how to install it. */
export class Missing extends Error {}

/**
 * Runs a conformance test, or prints what is missing. The exit code is 1 if something differed, and 2 if the test could not run.
 *
 * @param packages the packages that the test imports
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
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND'; // a package might not export its package.json
  }
}
