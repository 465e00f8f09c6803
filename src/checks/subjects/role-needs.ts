import { isNamedByArn } from './named';
import { namedTypes, typesLabel } from './selected-types';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import type { RoleAction } from '../../capabilities/role-actions';
import { ROLE_POLICIES } from '../../capabilities/role-policies';
import type { BackupInventory, PlanRule, Protectable, Selection, Text } from '../../inventory';
import { type PlanJobs, COPIES_TO_ANOTHER_ACCOUNT, entryOf, jobsOf, policyFor } from '../../validation/selection/backup-jobs';
import type { JobsOfType } from '../../validation/selection/missing-actions';
import { anyOf, hasItems } from '../../values/answer';
import { elementsOf, isKnown } from '../../values/unknown';
import type { CheckOptions } from '../check-options';
import type { Level } from '../rule';

/** Jobs of a selection, and the actions that its role needs for them. */
export interface RoleNeed extends JobsOfType {
  /** What a resource of each type that it might have needs. One of them must be allowed. */
  readonly alternatives: readonly (readonly RoleAction[])[];
  readonly resource: Text | undefined;
  /** Whether a policy of the resource might allow actions. */
  readonly hasOwnPolicy: boolean;
  readonly level: Level;
  /** The AWS managed policy that allows the actions. */
  readonly policy: string;
}

/** The needs of the resources that a selection certainly selects. Buckets have a rule of their own. */
export function roleNeeds(inventory: BackupInventory, selection: Selection, options: CheckOptions): readonly RoleNeed[] {
  const jobs = planJobs(rulesOfSelection(selection), scannedTypesOf(selection));
  const selected = [...ofTemplates(inventory, selection), ...elsewhere(inventory, selection)]
    .map((each) => ({ ...each, rows: rowsFor(each.rows, options) }))
    .filter(({ rows }) => rows.length > 0 && rows.every(({ id }) => id !== 'S3'));
  return [
    ...selected.flatMap((each) => jobsOf(jobs).flatMap((job) => {
      const { kind, what, of, certain } = job;
      const alternatives = each.rows.map(of);
      return alternatives.some((actions) => actions.length === 0) ? [] : [{
        what: `${what} of ${typesLabel(each.rows)}`,
        entry: entryOf(kind, each.rows),
        alternatives,
        resource: each.resource,
        hasOwnPolicy: each.hasOwnPolicy,
        level: certain ? each.level : 'warning' as const,
        policy: policyFor(job, each.rows),
      }];
    })),
    ...jobs.copiesToAnotherAccount
      ? [{
        what: COPIES_TO_ANOTHER_ACCOUNT.what,
        entry: COPIES_TO_ANOTHER_ACCOUNT.kind,
        alternatives: [COPIES_TO_ANOTHER_ACCOUNT.actions],
        resource: undefined,
        hasOwnPolicy: false,
        level: 'error' as const,
        policy: ROLE_POLICIES.backup,
      }]
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
  return properties.get('FileSystemPolicy').isPresent !== false;
}

/** A table counts as one with advanced features, which new accounts have, unless the account is stated not to have them. */
function rowsFor(rows: readonly ResourceTypeCapability[], { dynamoDbAdvancedFeatures }: CheckOptions): readonly ResourceTypeCapability[] {
  const without = dynamoDbAdvancedFeatures === false ? 'DYNAMODB_ADVANCED' : 'DYNAMODB';
  return rows.filter(({ id }) => id !== without);
}

function planJobs(rules: readonly PlanRule[], scannedTypes: readonly string[]): PlanJobs {
  return {
    snapshots: rules.some(({ continuous }) => continuous === undefined || continuous === false),
    continuous: rules.some(({ continuous }) => continuous === true),
    copies: rules.some(({ copies }) => hasItems(copies) === true),
    copiesToAnotherAccount: rules.some(copiesToAnotherAccount),
    archives: rules.some(archives),
    indexes: rules.some(indexesVolumes),
    tags: rules.some(({ properties }) => hasItems(properties.get('RecoveryPointTags').names()) === true),
    scans: rules.some(({ properties }) => hasItems(properties.get('ScanActions').items()) === true) ? scannedTypes : [],
    restores: false, // the templates do not say which role restores
  };
}

function scannedTypesOf({ plan }: Selection): string[] {
  const settings = isKnown(plan) ? elementsOf(plan.scanSettings.items()) : [];
  return settings.flatMap((entry) => elementsOf(entry.get('ResourceTypes').items())).map((type) => type.string()).filter((type) => isKnown(type));
}

function archives({ lifecycle }: PlanRule): boolean {
  return isKnown(lifecycle.moveToColdStorageAfter) && lifecycle.optInToArchive === true;
}

function indexesVolumes({ properties }: PlanRule): boolean {
  return elementsOf(properties.get('IndexActions').items())
    .some((entry) => elementsOf(entry.get('ResourceTypes').items()).some((type) => type.string() === 'EBS'));
}

function copiesToAnotherAccount({ copies }: PlanRule): boolean {
  return isKnown(copies) && copies.some(({ crossAccount }) => crossAccount === true);
}

function rulesOfSelection({ plan }: Selection): readonly PlanRule[] {
  return isKnown(plan) && isKnown(plan.rules) ? plan.rules : [];
}
