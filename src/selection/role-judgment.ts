import { rowsAmong } from './protection-aspect';
import type { SelectionFacts } from './selection-facts';
import { BACKUP_SERVICE } from '../capabilities/principals';
import { type ResourceTypeCapability, RESOURCE_TYPES } from '../capabilities/resource-types';
import { ROLE_POLICIES } from '../capabilities/role-policies';
import { knownOf, readableText } from '../cdk/measures';
import { resourceIn } from '../cdk/references';
import { propertiesOf } from '../cdk/resource-properties';
import type { RoleDocuments } from '../cdk/role-documents';
import type { TierFacts } from '../plan/tier-facts';
import { namesType, typesOfForm } from '../validation/selection/arn-forms';
import { type PlanJobs, COPIES_TO_ANOTHER_ACCOUNT, entryOf, jobsOf, policyFor } from '../validation/selection/backup-jobs';
import { missingActions, missingOf, missingOfAlternatives, noBackups } from '../validation/selection/missing-actions';
import { canBackUpSomething } from '../validation/selection/role-permissions';
import { assumedBy, canAssume, untrusting } from '../validation/selection/role-trust';
import type { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';

/** What the policies of a role make certain. */
export interface Judgment {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Whether AWS Backup can assume a role, and whether the role is allowed what the resources that the selection names need. */
export function judgeRole(facts: SelectionFacts, role: RoleDocuments): Judgment {
  const { principal } = BACKUP_SERVICE;
  const errors = canAssume(principal, role.trust) === false ? [untrusting(NAME, principal, assumedBy(principal))] : [];
  const named = namedIn(facts);
  const selectsData = named.length === 0 || named.some(({ rows }) => rows.some(({ id }) => id !== 'CLOUDFORMATION'));
  if (selectsData && canBackUpSomething(role) === false) { return { errors: [...errors, noBackups(NAME, role)], warnings: [] }; }
  const found = missingFor(facts, named, role);
  const failing = new Set(found.filter(({ isError }) => isError).map(({ problem }) => problem.key));
  return {
    errors: [...errors, ...distinct(found.filter(({ isError }) => isError))],
    warnings: distinct(found.filter(({ isError, problem }) => !isError && !failing.has(problem.key))),
  };
}

const NAME = 'role';

/** What an ARN of a selection names. */
interface Named {
  /** The types that the resource might have. */
  readonly rows: readonly ResourceTypeCapability[];
  /** The ARN, if it is that of one resource. */
  readonly arn: string | typeof UNKNOWN;
  /** Whether no condition of a template decides that it exists. */
  readonly exists: boolean;
  /** Whether no condition or exclusion of the selection decides that it is selected. */
  readonly inEveryCase: boolean;
  /** Whether a policy of the resource might allow actions. */
  readonly hasOwnPolicy: boolean;
}

interface Found {
  readonly problem: Problem;
  readonly isError: boolean;
}

function missingFor({ plan, props }: SelectionFacts, named: readonly Named[], role: RoleDocuments): Found[] {
  const jobs = jobsOfTiers(plan?._tiers ?? [], plan?._scannedTypes ?? [], props.allowRestores === true);
  const across = jobs.copiesToAnotherAccount ? missingOf(role, COPIES_TO_ANOTHER_ACCOUNT.actions) : undefined;
  return [
    ...named.flatMap(({ rows, arn, exists, inEveryCase, hasOwnPolicy }) => jobsOf(jobs).flatMap((each): Found[] => {
      const { kind, what, of, certain } = each;
      const missing = missingOfAlternatives(role, rows.map(of), { resource: arn });
      if (missing.actions.length === 0 || hasOwnPolicy) { return []; }
      const isError = certain && exists && inEveryCase;
      const types = [...new Set(rows.map(({ resourceType }) => resourceType))].sort().join(', ');
      return [{ problem: missingActions(NAME, { what: `${what} of ${types}`, entry: entryOf(kind, rows) }, missing, policyFor(each, rows), isError ? 'must' : 'should'), isError }];
    })),
    ...across && across.actions.length > 0
      ? [{ problem: missingActions(NAME, { what: COPIES_TO_ANOTHER_ACCOUNT.what, entry: COPIES_TO_ANOTHER_ACCOUNT.kind }, across, ROLE_POLICIES.backup, 'must'), isError: true }]
      : [],
  ];
}

function jobsOfTiers(tiers: readonly TierFacts[], scans: readonly string[], restores: boolean): PlanJobs {
  return {
    snapshots: tiers.some(({ spec }) => spec.continuous !== true),
    continuous: tiers.some(({ spec }) => spec.continuous === true),
    copies: tiers.some(({ copies }) => copies.length > 0),
    copiesToAnotherAccount: tiers.some(({ copies }) => copies.some(({ destination }) => isKnown(destination.leavesFor.account))),
    archives: tiers.some(({ spec, lifecycle }) => spec.archiveEbsSnapshots === true && isKnown(lifecycle.days.moveToColdStorageAfter)),
    indexes: tiers.some(({ spec }) => spec.indexResourceTypeName === 'EBS'),
    tags: tiers.some(({ spec: { recoveryPointTags: tags } }) => isKnown(knownOf(tags)) && Object.keys(tags ?? {}).length > 0),
    scans,
    restores,
  };
}

/** What the selections name by ARN. Tags and '*' name no type, and select only types that the account has opted in to. */
function namedIn({ selections }: SelectionFacts): Named[] {
  return selections.flatMap(({ content: { resources = [], notResources, conditions } }) => {
    const inEveryCase = notResources === undefined && conditions === undefined;
    return resources.flatMap((arn) => namedBy(arn)).map((named) => ({ ...named, inEveryCase }));
  });
}

function namedBy(arn: string): Omit<Named, 'inEveryCase'>[] {
  const readable = readableText(arn);
  if (!isKnown(readable)) { return ofResource(arn); }
  const [, , ...body] = readable.split(':');
  const rows = namesType(body.join(':')) ? typesOfForm(body.join(':')) : [];
  return rows.length > 0 ? [{ rows, arn: readable === arn && !/[*?]/.test(arn) ? arn : UNKNOWN, exists: true, hasOwnPolicy: false }] : [];
}

function ofResource(arn: string): Omit<Named, 'inEveryCase'>[] {
  const resource = resourceIn(arn);
  if (!resource) { return []; }
  const rows = rowsAmong(resource, RESOURCE_TYPES);
  const exists = !resource.cfnOptions.condition;
  return rows.length > 0 ? [{ rows, arn: UNKNOWN, exists, hasOwnPolicy: propertiesOf(resource).FileSystemPolicy !== undefined }] : [];
}

/** Several ARNs can have the same problem. */
function distinct(found: readonly Found[]): Problem[] {
  return [...new Map(found.map(({ problem }) => [problem.key, problem])).values()];
}
