import { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';

const PUT_LOCK = 'backup:PutBackupVaultLockConfiguration';
const PUT_POLICY = 'backup:PutBackupVaultAccessPolicy';

/**
 * What a deployment cannot do to a vault with a lock, because the access policy denies it to the deploying role too.
 *
 * @param policy as it begins a message
 * @param denied the actions that statements without a condition deny to everyone
 */
export function sealedLockWarnings(policy: string, denied: readonly Value<string>[]): Problem[] {
  const found = [PUT_LOCK, PUT_POLICY].filter((action) => denied.includes(action)).map((action) => `'${action}'`);
  if (found.length === 0) { return []; }
  const rule = `${policy} should exempt the deploying role, got a policy that denies ${found.join(' and ')} to everyone.`;
  return denied.includes(PUT_LOCK)
    ? [new Problem('lock', `${rule} Deploy the lock first, with a policy that exempts that role, as DeletionGuard.exempting(…) does. Seal it in a second deployment. `
      + `The first deployment fails if CloudFormation writes the policy before the lock. Every later change of the lock${found.length > 1 ? ' or the policy' : ''} fails.`)]
    : [new Problem('policy', `${rule} Exempt that role, or make sure that the policy is final. Every later change of the policy fails.`)];
}
