import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import { unsupportedVariant } from './resource-tagging';
import { pathOf } from '../cdk/resource-properties';
import { unsupportedProblem } from '../validation/selection/protectable';
import type { Problem } from '../values/problem';

/** Resources of the app that a selection names, and that AWS Backup does not back up. Call this when the app is complete. */
export function unsupportedProblems(arns: readonly string[]): Problem[] {
  return arns.flatMap((arn) => {
    const [token] = Tokenization.reverseString(arn).tokens;
    const resource = Reference.isReference(token) ? token.target : undefined;
    const variant = CfnResource.isCfnResource(resource) ? unsupportedVariant(resource) : undefined;
    return resource && variant ? [unsupportedProblem('resources', pathOf(resource), variant)] : [];
  });
}
