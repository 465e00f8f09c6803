import { contentOf, readable } from './content';
import { ROLE_POLICIES } from '../../../capabilities/role-policies';
import type { BackupInventory, Role, Selection } from '../../../inventory';
import { missingOf } from '../../../validation/selection/missing-actions';
import { roleActionsOf, canBackUpSomething } from '../../../validation/selection/role-permissions';
import { type Answer, hasItems } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Level, type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { isNamedByArn } from '../../subjects/named';

export const selectionRoleForS3: Rule = {
  id: RuleId.SELECTION_ROLE_FOR_S3,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The role of a selection of buckets has the policies for S3.',
  why: 'The policy for all other types does not let AWS Backup read buckets. AWS Backup accepts the selection, and every backup job of a bucket fails. '
    + 'The finding is a warning if only \'*\' or tags select buckets, because the account might not have opted in to S3.',
  fix: 'Attach the managed policies for S3 backups to the role.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  evaluate: (inventory) => inventory.selections.flatMap((selection) => outcomesOf(selection, inventory)),
};

function outcomesOf(selection: Selection, inventory: BackupInventory): Outcome[] {
  const { role, label } = selection;
  if (role === undefined) { return []; }
  const level = levelOf(selection, inventory);
  // SelectionRolePermissions reports a role that can back up nothing
  if (level === undefined || isKnown(role) && canBackUpSomething(role) === false) { return []; }
  const allowed = isAllowed(role);
  const address = at(selection.address, contentOf(selection, 'IamRoleArn'));
  if (allowed === UNKNOWN) { return [unknown(address, `selection ${label}: whether the role in 'IamRoleArn' can back up buckets is unknown.`)]; }
  return allowed ? [] : [fault(address, new Problem('no-policy', `selection ${label}: 'IamRoleArn' must be a role with the policy ${ROLE_POLICIES.backupOfBuckets}, because buckets are selected, `
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

function isAllowed(role: Exclude<Value<Role>, undefined>): Answer {
  if (role === UNKNOWN) { return UNKNOWN; }
  const { actions, doubtful } = missingOf(role, roleActionsOf({ id: 'S3' }).backup);
  return actions.length > 0 ? false : doubtful ? UNKNOWN : true;
}
