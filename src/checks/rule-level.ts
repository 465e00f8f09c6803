/**
 * How much a finding weighs.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export enum RuleLevel {
  /** It fails the synthesis: AWS rejects it, the job fails, or something is not protected. */
  ERROR = 'error',
  /** It is reported: it is risky, or not certain. `cdk synth --strict` fails on it. */
  WARNING = 'warning',
}
