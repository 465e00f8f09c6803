import { contentOf } from './content';
import type { BackupInventory, Role, Selection } from '../../../inventory';
import { type Missing, missingActions, missingOfAlternatives, noBackups } from '../../../validation/selection/missing-actions';
import { canBackUpSomething } from '../../../validation/selection/role-permissions';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { CheckOptions } from '../../check-options';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type RoleNeed, roleNeeds } from '../../subjects/role-needs';
import { typesOf } from '../../subjects/selected-types';

export const selectionRolePermissions: Rule = {
  id: RuleId.SELECTION_ROLE_PERMISSIONS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The role of a selection has the permissions that backups of its resources need.',
  why: 'AWS Backup accepts the selection, and its jobs fail. The finding is a warning if only \'*\' or tags select the resources, because the '
    + 'account might not have opted in to their types. It is also a warning for actions that AWS lists without saying that a job fails without '
    + 'them.',
  fix: 'Attach the AWS managed policies for backups to the role, or allow the actions.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html',
  evaluate: (inventory, options) => inventory.selections.flatMap((selection) => outcomesOf(selection, inventory, options)),
};

/** `SelectionRole` reports a role that is not in the templates as unknown. */
function outcomesOf(selection: Selection, inventory: BackupInventory, options: CheckOptions): Outcome[] {
  const { role, label } = selection;
  if (!isKnown(role)) { return []; }
  const place = at(selection.address, contentOf(selection, 'IamRoleArn'));
  const something = !selectsData(inventory, selection) || canBackUpSomething(role);
  if (something === false) { return [fault(place, noBackups('IamRoleArn', role).of(`selection ${label}`))]; }
  const results = needsByJob(roleNeeds(inventory, selection, options)).map((needs) => ({ needs, missing: missingIn(role, needs) }));
  const faults = results.filter(({ missing }) => missing.actions.length > 0);
  if (faults.length > 0) {
    const failing = faults.filter(({ needs: [{ level }] }) => level === 'error').map(({ needs: [{ what }] }) => what);
    return faults.filter(({ needs: [{ what, level }] }) => level === 'error' || !failing.includes(what)).map(({ needs: [jobs], missing }) => {
      const { level, policy } = jobs;
      const problem = missingActions('IamRoleArn', jobs, missing, policy, level === 'error' ? 'must' : 'should').of(`selection ${label}`);
      return fault(place, problem.reworded(problem.message + hint(missing, options)), level);
    });
  }
  const doubtful = results.filter(({ missing }) => missing.doubtful).map(({ needs: [{ what }] }) => what);
  const jobs = doubtful.length > 0 ? [...new Set(doubtful)].join(', ') : something === UNKNOWN && results.length === 0 ? 'backups' : undefined;
  return jobs === undefined ? [] : [unknown(place, `selection ${label}: whether the role in 'IamRoleArn' has the permissions that ${jobs} need is unknown.`)];
}

function hint({ actions }: Missing, { dynamoDbAdvancedFeatures }: CheckOptions): string {
  return dynamoDbAdvancedFeatures === undefined && actions.some(({ anyOf }) => anyOf.includes('dynamodb:StartAwsBackupJob'))
    ? ' If the account does not have the advanced features of AWS Backup for DynamoDB, set \'dynamoDbAdvancedFeatures\' to false.'
    : '';
}

/** A stack has no data of its own. */
function selectsData(inventory: BackupInventory, selection: Selection): boolean {
  const types = typesOf(inventory, selection);
  return types === 'any' || types === UNKNOWN || types.some(({ id }) => id !== 'CLOUDFORMATION');
}

/** The needs of one kind of job at one level are one finding. */
function needsByJob(needs: readonly RoleNeed[]): RoleNeed[][] {
  const byJob = new Map<string, RoleNeed[]>();
  for (const need of needs) {
    const key = JSON.stringify([need.level, need.what, need.hasOwnPolicy, need.alternatives]);
    const others = byJob.get(key);
    if (others) { others.push(need); } else { byJob.set(key, [need]); }
  }
  return [...byJob.values()];
}

/** What is certain for every resource of the type is not evaluated for each. */
function missingIn(role: Role, needs: readonly RoleNeed[]): Missing {
  const ofType = missingOfNeed(role, { ...needs[0], resource: undefined });
  const each = ofType.doubtful ? needs.map((need) => missingOfNeed(role, need)) : [ofType];
  return {
    actions: each.flatMap(({ actions }) => actions),
    doubtful: each.some(({ doubtful }) => doubtful),
    excluded: each.some(({ excluded }) => excluded),
  };
}

function missingOfNeed(role: Role, { alternatives, resource, hasOwnPolicy }: RoleNeed): Missing {
  const missing = missingOfAlternatives(role, alternatives, { resource: resource ?? UNKNOWN });
  return hasOwnPolicy && missing.actions.length > 0 ? { ...missing, actions: [], doubtful: true } : missing;
}
