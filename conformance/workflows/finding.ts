export interface Finding {
  /** The name of a rule of actionlint, shellcheck or zizmor. */
  readonly check: string;
  /** The file, the job and the step. */
  readonly at: string;
  readonly message: string;
}

/** Identifies a finding, for the comparison with accepted findings. */
export function keyOf({ check, at }: Pick<Finding, 'check' | 'at'>): string {
  return `${check} at ${at}`;
}
