import { AttachedVolumes } from './attached-volumes';
import { typeInWords } from './type-in-words';
import { certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { ResourceTypeId } from '../../../capabilities/resource-types';
import type { Address, BackupInventory, Protectable, Tags } from '../../../inventory';
import { tagOf } from '../../../inventory';
import type { Answer } from '../../../private/answer';
import { allOf, not } from '../../../private/answer';
import { UNKNOWN, isKnown } from '../../../private/unknown';
import type { CheckOptions } from '../../check-options';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

/** The resources of a stack are protected one by one, and whether an SAP application has a HANA database is not in its template. */
const NOT_BY_DEFAULT = ['CloudFormation', 'SAP HANA on Amazon EC2'];

export const resourceInPlan: Rule = {
  id: RuleId.RESOURCE_IN_PLAN,
  level: 'error',
  what: 'Every resource that AWS Backup can protect is in a plan.',
  why: 'No backup of it is ever made, and nobody notices until one is needed. The volumes of an instance are in its backups.',
  fix: 'Give it the tags that a selection asks for, or name its type or ARN in one. Acknowledge it, or exempt it by a tag, where it needs no backup or a plan '
    + 'outside of these templates takes it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: (inventory, options) => {
    const volumes = new AttachedVolumes(inventory);
    return [...inventory.protectables.flatMap((resource) => outcomesOf(resource, inventory, volumes, options)), ...byDefaultsOnly(inventory, options)];
  },
};

function outcomesOf(resource: Protectable, inventory: BackupInventory, volumes: AttachedVolumes, options: CheckOptions): Outcome[] {
  const { covered } = inventory.coverageOf(resource);
  if (covered === 'yes') { return []; }
  const unprotected = allOf([covered === 'no' || UNKNOWN, not(volumes.areTaken(resource)), needsPlan(resource, options)]);
  if (unprotected === false) { return []; }
  return unprotected === UNKNOWN
    ? [unknown(resource.address, `${typeInWords(resource)}: whether it is in a backup plan cannot be known`)]
    : [fault(resource.address, `${typeInWords(resource)} is in no backup plan: give it the tags that a selection asks for, or name its type or ARN in one`)];
}

/** A deployment that gives other values to parameters may leave these without a plan. */
function byDefaultsOnly(inventory: BackupInventory, options: CheckOptions): Outcome[] {
  const { withoutDefaults } = inventory;
  if (!withoutDefaults) { return []; }
  const covered = new Set(inventory.protectables.filter((resource) => inventory.coverageOf(resource).covered === 'yes').map(({ address }) => placeOf(address)));
  return withoutDefaults.protectables
    .filter((resource) => covered.has(placeOf(resource.address)) && withoutDefaults.coverageOf(resource).covered !== 'yes' && needsPlan(resource, options) !== false)
    .map((resource) => unknown(resource.address, `${typeInWords(resource)}: whether it is in a backup plan cannot be known, `
      + 'since it is by defaults of parameters, in place of which a deployment may give other values'));
}

function placeOf({ sourceId, logicalId, path }: Address): string {
  return JSON.stringify([sourceId, logicalId, path]);
}

function needsPlan(resource: Protectable, { protectedTypes, exemptTag }: CheckOptions): Answer {
  const { rows, environment: { region }, tags, certainlyProtectable } = resource;
  const wanted = rows.map(({ resourceType }) => protectedTypes?.includes(resourceType) ?? !NOT_BY_DEFAULT.includes(resourceType));
  if (!wanted.includes(true)) { return false; }
  if (isKnown(region) && rows.every(({ id }) => certainlyMissingIn(region, 'backup', id as ResourceTypeId))) { return false; }
  return allOf([certainlyProtectable || UNKNOWN, wanted.includes(false) ? UNKNOWN : true, exemptTag ? not(isExempt(tags, exemptTag)) : true]);
}

function isExempt(tags: Tags, { key, value }: NonNullable<CheckOptions['exemptTag']>): Answer {
  const actual = tagOf(tags, key);
  if (!isKnown(actual)) { return actual ?? false; }
  return value === undefined || actual === value;
}
