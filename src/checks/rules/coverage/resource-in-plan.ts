import { AttachedVolumes } from './attached-volumes';
import { hasAutomaticBackups } from './automatic-backups';
import { OtherReplicas } from './other-replicas';
import { typeInWords } from './type-in-words';
import { EFS_AUTOMATIC_BACKUPS } from '../../../capabilities/automatic-backups';
import { certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { ResourceTypeId } from '../../../capabilities/resource-types';
import type { Address, BackupInventory, Protectable, Tags } from '../../../inventory';
import { tagOf } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { allOf, not } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import type { CheckOptions } from '../../check-options';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

/** The resources of a stack are protected one by one, and whether an SAP application has a HANA database is not in its template. */
const NOT_BY_DEFAULT = ['CloudFormation', 'SAP HANA on Amazon EC2'];

export const resourceInPlan: Rule = {
  id: RuleId.RESOURCE_IN_PLAN,
  packs: ['CoverageChecks'],
  level: 'error',
  what: 'Every resource that AWS Backup can protect is in a plan.',
  why: 'No backup of it is ever made, and nobody notices until one is needed. The volumes of an instance are in its backups. '
    + 'A warning for a file system whose automatic backups are on, and for a replica of a global table of which another replica is in a plan.',
  fix: 'Give it the tags that a selection asks for, or name its type or ARN in one. Acknowledge it, or exempt it by a tag, where it needs no backup or a plan '
    + 'outside of these templates takes it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: (inventory, options) => {
    const volumes = new AttachedVolumes(inventory);
    const replicas = new OtherReplicas(inventory);
    return [
      ...inventory.protectables.flatMap((resource) => outcomesOf(resource, inventory, { volumes, replicas }, options)),
      ...byDefaultsOnly(inventory, options),
    ];
  },
};

/** What protects a resource that no selection takes. */
interface Beside {
  readonly volumes: AttachedVolumes;
  readonly replicas: OtherReplicas;
}

function outcomesOf(resource: Protectable, inventory: BackupInventory, { volumes, replicas }: Beside, options: CheckOptions): Outcome[] {
  const { covered } = inventory.coverageOf(resource);
  if (covered === 'yes') { return []; }
  const unprotected = allOf([covered === 'no' || UNKNOWN, not(volumes.areTaken(resource)), needsPlan(resource, options)]);
  if (unprotected === false) { return []; }
  const { address, environment: { region } } = resource;
  const subject = typeInWords(resource);
  const [isAutomatic, isReplicated] = [hasAutomaticBackups(resource), replicas.areTaken(resource)];
  if ([unprotected, isAutomatic, isReplicated].includes(UNKNOWN)) { return [unknown(address, `${subject}: whether it is in a backup plan cannot be known`)]; }
  const fix = 'give it the tags that a selection asks for, or name its type or ARN in one';
  if (isAutomatic) {
    const { plan, retentionDays } = EFS_AUTOMATIC_BACKUPS;
    return [fault(address, `${subject} is in no backup plan but that of AWS, '${plan}', which keeps its backups of each day for ${retentionDays} days: `
      + `where they need a lock, copies or more time, ${fix}`, 'warning')];
  }
  if (isReplicated) {
    return [fault(address, `${subject} is in a backup plan by another replica, but its replica${isKnown(region) ? ` in ${region}` : ''} is in none: `
      + `where that Region needs backups of its own, ${fix}`, 'warning')];
  }
  return [fault(address, `${subject} is in no backup plan: ${fix}`)];
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
