/**
 * The severity of a finding.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export enum RuleLevel {
  /** The finding fails the synthesis. AWS rejects the template, a job fails, or something is not protected. */
  ERROR = 'error',
  /** The finding is reported. It is a risk, or not certain. `cdk synth --strict` fails on it. */
  WARNING = 'warning',
}
