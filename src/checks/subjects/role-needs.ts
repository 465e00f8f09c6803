import { isNamedByArn } from './named';
import { namedTypes, typesLabel } from './selected-types';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import { type RoleAction, type RoleActions, CROSS_ACCOUNT_COPY_ACTIONS } from '../../capabilities/role-actions';
import type { BackupInventory, PlanRule, Protectable, Selection, Text } from '../../inventory';
import { actionsOf } from '../../validation/selection/role-permissions';
import { anyOf, hasItems } from '../../values/answer';
import { isKnown } from '../../values/unknown';
import type { CheckOptions } from '../check-options';
import type { Level } from '../rule';

/** Jobs of a selection, and the actions that its role needs for them. */
export interface RoleNeed {
  /** In words, such as `backups of EFS`. */
  readonly what: string;
  /** What a resource of each type that it might have needs. One of them must be allowed. */
  readonly alternatives: readonly (readonly RoleAction[])[];
  readonly resource: Text | undefined;
  /** Whether a policy of the resource might allow actions. */
  readonly hasOwnPolicy: boolean;
  readonly level: Level;
}

/** The needs of the resources that a selection certainly selects. Buckets have a rule of their own. */
export function roleNeeds(inventory: BackupInventory, selection: Selection, options: CheckOptions): readonly RoleNeed[] {
  const jobs = jobsOf(selection);
  const selected = [...ofTemplates(inventory, selection), ...elsewhere(inventory, selection)]
    .map((each) => ({ ...each, rows: rowsFor(each.rows, options) }))
    .filter(({ rows }) => rows.length > 0 && rows.every(({ id }) => id !== 'S3'));
  return [
    ...selected.flatMap((each) => jobs.flatMap(({ what, of, level }) => {
      const alternatives = each.rows.map((row) => of(actionsOf(row)));
      return alternatives.some((actions) => actions.length === 0) ? [] : [{
        what: `${what} of ${typesLabel(each.rows)}`,
        alternatives,
        resource: each.resource,
        hasOwnPolicy: each.hasOwnPolicy,
        level: level ?? each.level,
      }];
    })),
    ...rulesOfSelection(selection).some(copiesToAnotherAccount)
      ? [{ what: 'copies to another account', alternatives: [CROSS_ACCOUNT_COPY_ACTIONS.actions], resource: undefined, hasOwnPolicy: false, level: 'error' as const }]
      : [],
  ];
}

interface Selected {
  readonly rows: readonly ResourceTypeCapability[];
  readonly resource: Text | undefined;
  readonly hasOwnPolicy: boolean;
  readonly level: Level;
}

/** Resources that tags or `*` select are backed up only if the account has opted in to their type. */
function ofTemplates(inventory: BackupInventory, selection: Selection): Selected[] {
  return inventory.resourcesOf(selection).filter(({ certain, certainlyProtectable }) => certain && certainlyProtectable).flatMap((resource) => {
    const reach = inventory.coverageOf(resource).reaches.find((each) => each.selection === selection);
    return reach?.answer === true
      ? [{ rows: resource.rows, resource: resource.arn, hasOwnPolicy: hasOwnPolicy(resource), level: isNamedByArn(reach) ? 'error' as const : 'warning' as const }]
      : [];
  });
}

/** A condition might exclude all resources of a type. */
function elsewhere(inventory: BackupInventory, selection: Selection): Selected[] {
  const level = anyOf([hasItems(selection.notResources), hasItems(selection.conditions)]) === false ? 'error' : 'warning';
  return namedTypes(inventory, selection)
    .map(({ arn, rows, isExact }) => ({ rows, resource: isExact ? arn : undefined, hasOwnPolicy: false, level }));
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function hasOwnPolicy({ properties }: Protectable): boolean {
  return properties.get('FileSystemPolicy').given !== false;
}

/** A table counts as one with advanced features, which new accounts have, unless the account is stated not to have them. */
function rowsFor(rows: readonly ResourceTypeCapability[], { dynamoDbAdvancedFeatures }: CheckOptions): readonly ResourceTypeCapability[] {
  const without = dynamoDbAdvancedFeatures === false ? 'DYNAMODB_ADVANCED' : 'DYNAMODB';
  return rows.filter(({ id }) => id !== without);
}

interface Jobs {
  readonly what: string;
  readonly of: (actions: RoleActions) => readonly RoleAction[];
  /** @default - that of the resource */
  readonly level?: Level;
}

const verified = ({ certainty }: RoleAction) => certainty === 'verified';

function jobsOf(selection: Selection): Jobs[] {
  const rules = rulesOfSelection(selection);
  const takesSnapshots = rules.some(({ continuous }) => continuous === undefined || continuous === false);
  return [
    { what: 'backups', of: ({ backup, snapshot }) => [...backup, ...takesSnapshots ? snapshot : []].filter(verified) },
    { what: 'backups', of: ({ backup }) => backup.filter((action) => !verified(action)), level: 'warning' },
    ...rules.some(({ continuous }) => continuous === true) ? [{ what: 'continuous backups', of: ({ continuous }: RoleActions) => continuous, level: 'warning' as const }] : [],
    ...rules.some(({ copies }) => hasItems(copies) === true) ? [{ what: 'copies', of: ({ copy }: RoleActions) => copy, level: 'warning' as const }] : [],
    ...rules.some(archives) ? [{ what: 'moves to cold storage', of: ({ coldStorage }: RoleActions) => coldStorage, level: 'warning' as const }] : [],
  ];
}

function archives({ lifecycle }: PlanRule): boolean {
  return isKnown(lifecycle.moveToColdStorageAfter) && lifecycle.optInToArchive === true;
}

function copiesToAnotherAccount({ copies }: PlanRule): boolean {
  return isKnown(copies) && copies.some(({ crossAccount }) => crossAccount === true);
}

function rulesOfSelection({ plan }: Selection): readonly PlanRule[] {
  return isKnown(plan) && isKnown(plan.rules) ? plan.rules : [];
}
