import { ArtifactBuckets } from './artifact-buckets';
import { AttachedVolumes } from './attached-volumes';
import { hasAutomaticBackups } from './automatic-backups';
import { nearTag } from './near-tag';
import { OtherReplicas } from './other-replicas';
import { requirementOf } from './requirement';
import { typeLabel } from './type-label';
import { EFS_AUTOMATIC_BACKUPS } from '../../../capabilities/automatic-backups';
import { certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { ResourceTypeId } from '../../../capabilities/resource-types';
import { type BackupInventory, type Protectable, type Tags, resourceKey, tagOf } from '../../../inventory';
import { type Answer, allOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import type { CheckOptions } from '../../check-options';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

/** The resources of a stack are protected individually. A template does not show whether an SAP application has a HANA database. */
const NOT_BY_DEFAULT = ['CloudFormation', 'SAP HANA on Amazon EC2'];

export const resourceInPlan: Rule = {
  id: RuleId.RESOURCE_IN_PLAN,
  packs: ['CoverageChecks'],
  level: 'error',
  what: 'Every resource that AWS Backup can protect is in a plan.',
  why: 'The resource is never backed up, and nobody notices until a backup is needed. Volumes of an instance that is in a plan, and the artifact buckets of pipelines, are not reported. '
    + 'The finding is a warning for a file system with automatic backups, and for a replica of a global table if another replica is in a plan.',
  fix: 'Add the tags that a selection requires, with protect(…) of the selection in a CDK app, or name the resource\'s type or ARN in a selection. A bucket also needs versioning. '
    + 'If the resource needs no backup, or a plan outside of these '
    + 'templates selects it, acknowledge the finding or exempt the resource by a tag.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: (inventory, options) => {
    const volumes = new AttachedVolumes(inventory);
    const replicas = new OtherReplicas(inventory);
    const artifacts = new ArtifactBuckets(inventory);
    return [
      ...inventory.protectables.filter((resource) => !artifacts.contain(resource))
        .flatMap((resource) => outcomesOf(resource, inventory, { volumes, replicas }, options)),
      ...byDefaultsOnly(inventory, options),
    ];
  },
};

/** How a resource without a selection is protected. */
interface Beside {
  readonly volumes: AttachedVolumes;
  readonly replicas: OtherReplicas;
}

function outcomesOf(resource: Protectable, inventory: BackupInventory, { volumes, replicas }: Beside, options: CheckOptions): Outcome[] {
  const { covered } = inventory.coverageOf(resource);
  if (covered === 'yes') { return []; }
  const unprotected = allOf([covered === 'no' || UNKNOWN, not(volumes.areCovered(resource)), needsPlan(resource, options)]);
  if (unprotected === false) { return []; }
  const { address, environment: { region } } = resource;
  const subject = typeLabel(resource);
  const [isAutomatic, isReplicated] = [hasAutomaticBackups(resource), replicas.areCovered(resource)];
  if ([unprotected, isAutomatic, isReplicated].includes(UNKNOWN)) { return [unknown(address, `${subject}: whether it is in a backup plan is unknown.`)]; }
  const missing = requirementOf(resource)?.missing;
  const fix = `${missing === undefined ? 'Add' : `${missing} Then add`} the tags that a selection requires, or name its type or ARN in a selection`;
  if (isAutomatic) {
    const { plan, retentionDays } = EFS_AUTOMATIC_BACKUPS;
    return [fault(address, new Problem('automatic', `${subject} should be in a backup plan, got only the automatic backups of AWS ('${plan}'), which expire after ${retentionDays} days. `
      + `${fix} if it needs a lock, copies, or a longer retention.`), 'warning')];
  }
  if (isReplicated) {
    return [fault(address, new Problem('replica', `${subject}: the replica${isKnown(region) ? ` in ${region}` : ''} should be in a backup plan, got only another replica in one. `
      + `${fix} if that Region needs its own backups.`), 'warning')];
  }
  return [fault(address, new Problem('no-plan', `${subject} must be in a backup plan, got none. ${[nearTag(resource, inventory), `${fix}.`].filter(isKnown).join(' ')}`))];
}

/** Resources that are in a plan only by the defaults of parameters. A deployment with other values can leave them without a plan. */
function byDefaultsOnly(inventory: BackupInventory, options: CheckOptions): Outcome[] {
  const { withoutDefaults } = inventory;
  if (!withoutDefaults) { return []; }
  const covered = new Set(inventory.protectables.filter((resource) => inventory.coverageOf(resource).covered === 'yes').map(protectableKey));
  return withoutDefaults.protectables
    .filter((resource) => covered.has(protectableKey(resource)) && withoutDefaults.coverageOf(resource).covered !== 'yes' && needsPlan(resource, options) !== false)
    .map((resource) => unknown(resource.address, `${typeLabel(resource)}: whether it is in a backup plan is unknown, `
      + 'because it depends on defaults of parameters, which a deployment can override.'));
}

/** The replicas of a table have the same address, except for the path. */
function protectableKey({ address }: Protectable): string {
  return JSON.stringify([resourceKey(address), address.path]);
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
