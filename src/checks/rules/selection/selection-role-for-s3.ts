import { contentOf, readable } from './content';
import { S3_BACKUP_POLICY } from '../../../capabilities/role-policies';
import type { BackupInventory, Role, Selection } from '../../../inventory';
import { backsUpBuckets } from '../../../validation/selection/role-policies';
import type { Answer } from '../../../values/answer';
import { anyOf, hasItems } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Level, Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { isNamedByArn } from '../../subjects/named';

export const selectionRoleForS3: Rule = {
  id: RuleId.SELECTION_ROLE_FOR_S3,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The role of a selection of buckets has the policies for S3.',
  why: 'The policy for all other types does not let AWS Backup read buckets. AWS Backup accepts the selection, and every backup job of a bucket fails. '
    + 'It is a warning if only \'*\' or tags select buckets, because the account might not have opted in to S3.',
  fix: 'Attach the managed policies for S3 backups to the role.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.selections.flatMap((selection) => outcomesOf(selection, inventory)),
};

function outcomesOf(selection: Selection, inventory: BackupInventory): Outcome[] {
  const { role, inWords } = selection;
  if (role === undefined) { return []; }
  const level = levelOf(selection, inventory);
  if (level === undefined) { return []; }
  const allowed = isAllowed(role);
  const address = at(selection.address, contentOf(selection, 'IamRoleArn'));
  if (allowed === UNKNOWN) { return [unknown(address, `selection ${inWords}: whether the role in 'IamRoleArn' can back up buckets is unknown.`)]; }
  return allowed ? [] : [fault(address, new Problem('no-policy', `selection ${inWords}: 'IamRoleArn' must be a role with the policy ${S3_BACKUP_POLICY.name}, because buckets are selected, `
    + 'got one without it. Attach it.'), level)];
}

/** All buckets, or one that might be in none of the templates. */
const BUCKETS = /^arn:[^:]+:s3:::[^/]+$/;

/** How certain it is that buckets are selected, whether of the templates or others. `undefined` where it is not. */
function levelOf(selection: Selection, inventory: BackupInventory): Level | undefined {
  const named = readable(selection.resources).some((arn) => isKnown(arn) && BUCKETS.test(arn));
  if (named) { return hasItems(selection.notResources) === false && hasItems(selection.conditions) === false ? 'error' : 'warning'; }
  const buckets = inventory.resourcesOf(selection).filter(({ rows }) => rows.some(({ id }) => id === 'S3'));
  const reaches = buckets.map((bucket) => inventory.coverageOf(bucket).reaches.find((reach) => reach.selection === selection)!)
    .filter(({ answer }) => answer === true);
  if (reaches.length === 0) { return undefined; }
  return reaches.some(isNamedByArn) ? 'error' : 'warning';
}

/** Customer managed and inline policies are not evaluated. */
function isAllowed(role: Exclude<Value<Role>, undefined>): Answer {
  if (role === UNKNOWN || !isKnown(role.managedPolicies)) { return UNKNOWN; }
  const policies = role.managedPolicies.map((policy) => (isKnown(policy) ? policy.toString() : policy));
  return anyOf([backsUpBuckets(policies), role.ownPolicies === false ? false : UNKNOWN]);
}
