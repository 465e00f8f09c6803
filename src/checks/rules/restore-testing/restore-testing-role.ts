import { overridesOf } from './overrides';
import { selectionLabel, selectionsIn } from './restore-tests';
import { type ResourceTypeCapability, rowsOfResourceType } from '../../../capabilities/resource-types';
import { type RoleAction, INSTANCE_PROFILE_ACTION } from '../../../capabilities/role-actions';
import { ROLE_POLICIES } from '../../../capabilities/role-policies';
import type { BackupInventory, Entity, Role } from '../../../inventory';
import { type Missing, missingActions, missingOf, missingOfAlternatives } from '../../../validation/selection/missing-actions';
import { roleActionsOf } from '../../../validation/selection/role-permissions';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTestingRole: Rule = {
  id: RuleId.RESTORE_TESTING_ROLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The role of a restore testing selection has the permissions that restores of its type need.',
  why: 'AWS Backup accepts the selection, and every restore job fails.',
  fix: 'Attach the AWS managed policies for restores to the role, or allow the actions.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory) => selectionsIn(inventory).flatMap((selection) => outcomesOf(selection, inventory)),
};

/** `SelectionRole` reports a role that is not in the templates as unknown. */
function outcomesOf(selection: Entity, inventory: BackupInventory): Outcome[] {
  const property = selection.properties.get('IamRoleArn');
  const role = inventory.roleMeantBy(property, selection.environment);
  const type = selection.properties.get('ProtectedResourceType').string();
  if (!isKnown(role) || !isKnown(type)) { return []; }
  const [place, subject] = [at(selection.address, property), selectionLabel(selection)];
  const results = [
    { what: `restores of ${type}`, entry: `restore ${type}`, missing: missingFor(type, role), policy: type === 'S3' ? ROLE_POLICIES.restoreOfBuckets : ROLE_POLICIES.restore },
    ...hasInstanceProfile(type, selection)
      ? [{
        what: 'restores with an instance profile',
        entry: 'instance-profile',
        missing: missingOf(role, [INSTANCE_PROFILE_ACTION.action]),
        policy: ROLE_POLICIES.restore,
      }]
      : [],
  ];
  const faults = results.filter(({ missing }) => missing.actions.length > 0);
  if (faults.length > 0) { return faults.map(({ missing, policy, ...jobs }) => fault(place, missingActions('IamRoleArn', jobs, missing, policy, 'must').of(subject))); }
  const doubtful = results.filter(({ missing }) => missing.doubtful).map(({ what }) => what);
  return doubtful.length > 0 ? [unknown(place, `${subject}: whether the role in 'IamRoleArn' has the permissions that ${doubtful.join(', ')} need is unknown.`)] : [];
}

/** File systems of all kinds share one type, and so do databases: a role that can restore one of them might be enough. */
function missingFor(type: string, role: Role): Missing {
  return missingOfAlternatives(role, rowsOfResourceType(type).map(restoreActions).filter((actions) => actions.length > 0));
}

function restoreActions(row: ResourceTypeCapability): readonly RoleAction[] {
  const { restore, restoreToNew } = roleActionsOf(row);
  return [...restore, ...restoreToNew];
}

/** By default, AWS Backup restores an instance without its profile. */
function hasInstanceProfile(type: string, selection: Entity): boolean {
  const overrides = type === 'EC2' ? overridesOf(selection) : UNKNOWN;
  if (overrides === UNKNOWN) { return false; }
  return [...overrides].some(([key, value]) => key.toLowerCase() === 'iaminstanceprofilename' && isKnown(value) && value !== 'null');
}
