import { POLICIES_WITHOUT_S3_BACKUP, S3_BACKUP_POLICY } from '../../capabilities/role-policies';
import type { Answer } from '../../values/answer';
import { anyOf } from '../../values/answer';
import type { Value } from '../../values/unknown';
import { UNKNOWN, isKnown } from '../../values/unknown';

const OF_AWS = /:iam::aws:policy\/(?:.*\/)?([^/]+)$/;

/** Whether a role with these managed policies, by their ARNs, and no others can back up buckets. */
export function backsUpBuckets(policies: readonly Value<string>[]): Answer {
  return anyOf(policies.map((policy) => {
    const name = isKnown(policy) ? OF_AWS.exec(policy)?.[1] : undefined;
    if (name === S3_BACKUP_POLICY.name) { return true; }
    return name !== undefined && POLICIES_WITHOUT_S3_BACKUP.names.includes(name) ? false : UNKNOWN;
  }));
}
