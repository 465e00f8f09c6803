import type { Value } from '../../values/unknown';

const PUT_LOCK = 'backup:PutBackupVaultLockConfiguration';
const PUT_POLICY = 'backup:PutBackupVaultAccessPolicy';

/**
 * What a deployment cannot do to a vault with a lock, since its own policy denies it even to the role that deploys.
 *
 * @param denied the actions that statements without a condition deny to everyone
 */
export function sealedLockWarnings(denied: readonly Value<string>[]): string[] {
  const found = [PUT_LOCK, PUT_POLICY].filter((action) => denied.includes(action)).map((action) => `'${action}'`);
  if (found.length === 0) { return []; }
  const subject = `the access policy denies ${found.join(' and ')} to everyone, the role that deploys included`;
  return denied.includes(PUT_LOCK)
    ? [`${subject}: the first deployment fails if CloudFormation puts the policy before the lock, and every later change of the lock`
      + `${found.length > 1 ? ' or the policy' : ''} fails; deploy the lock first, with a policy that exempts that role, as DeletionGuard.exempting(…) does, and seal it in a `
      + 'second deployment']
    : [`${subject}: every later change of the policy fails; exempt that role, or be sure that the policy is final`];
}
