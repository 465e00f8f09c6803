import type * as iam from 'aws-cdk-lib/aws-iam';
import { denial } from './denial';
import { KEY_CONTROL } from '../capabilities/permissions';

/**
 * What the policy of a key that is created with a guarded vault denies.
 *
 * @param exempt With the principal that deploys: AWS KMS rejects a key policy with which its creator could not change it.
 */
export function keyGuard(exempt: readonly string[]): iam.PolicyStatement[] {
  return [denial(KEY_CONTROL.actions, exempt)];
}
