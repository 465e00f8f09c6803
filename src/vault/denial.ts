import * as iam from 'aws-cdk-lib/aws-iam';

/** Denies everyone but the exempt ARNs some actions on the resource that has the policy. */
export function denial(actions: readonly string[], exempt: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions: exempt.length > 0 ? { ArnNotLike: { 'aws:PrincipalArn': exempt } } : undefined,
  });
}
