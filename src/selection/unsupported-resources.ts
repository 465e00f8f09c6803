import { unsupportedVariant } from './resource-tagging';
import { resourceIn } from '../cdk/references';
import { pathOf } from '../cdk/resource-properties';
import { unsupportedProblem } from '../validation/selection/protectable';
import type { Problem } from '../values/problem';

/** Resources of the app that a selection names, and that AWS Backup does not back up. Call this when the app is complete. */
export function unsupportedProblems(arns: readonly string[]): Problem[] {
  return arns.flatMap((arn) => {
    const resource = resourceIn(arn);
    const variant = resource && unsupportedVariant(resource);
    return resource && variant ? [unsupportedProblem('resources', pathOf(resource), variant)] : [];
  });
}
