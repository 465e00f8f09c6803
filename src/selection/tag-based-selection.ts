import { Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { createBackupRole, mayTakeBuckets } from './backup-role';
import { policiesInUse } from './policies-in-use';
import type { Protection } from './protection';
import type { ProtectionPlan } from './protection-aspect';
import { contradictions } from './protection-aspect';
import { protectionTags } from './protection-tags';
import { protect, unreachedStages } from './resource-tagging';
import type { SelectionContent } from './selections';
import { selectionsOf } from './selections';
import type { ProtectOptions, TagBasedSelectionProps } from './tag-based-selection-props';
import type { TagCondition } from './tag-condition';
import { LIMITS, NAMES } from '../capabilities/limits';
import { RESOURCE_TYPES, sharingArnForm } from '../capabilities/resource-types';
import { knownOf, readableText } from '../cdk/measures';
import { physicalName, topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { Problems } from '../cdk/problems';
import { warn } from '../cdk/warnings';
import { TieredBackupPlan } from '../plan/tiered-backup-plan';
import type { Place } from '../validation/plan/copies';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { resourceArnProblems, resourceArnWarnings, unionWarnings } from '../validation/selection/resource-arns';
import { RESOURCE_TAG_PREFIX, contradictionOf } from '../validation/selection/tag-conditions';
import { UNKNOWN } from '../values/unknown';

/**
 * What a plan backs up: resources by their tags, and where wanted by type or ARN.
 *
 * The constructor throws one error that lists what AWS Backup would reject.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export class TagBasedSelection extends Resource implements iam.IGrantable {
  /**
   * The role that AWS Backup takes.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
   */
  public readonly role: iam.IRole;

  /**
   * The principal to grant AWS Backup what the managed policies do not, such as the use of a key.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The ids of the selections; more than one where `anyOf` meets `resourceTypes`.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  public readonly selectionIds: string[];

  private readonly props: TagBasedSelectionProps;

  /**
   * Makes a selection, or several where `anyOf` meets `resourceTypes`.
   *
   * @throws one error that lists what AWS Backup would reject
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  constructor(scope: Construct, id: string, props: TagBasedSelectionProps) {
    super(scope, id, { physicalName: props.selectionName });
    this.props = props;
    const selections = selectionsOf(props);
    this.validate(selections);
    this.advise();

    const { resourceTypes = [], resources = [] } = props;
    const needs = props.plan instanceof TieredBackupPlan ? props.plan._needs : { indexing: false, scanning: false };
    this.role = props.role ?? createBackupRole(this, {
      s3: mayTakeBuckets(resourceTypes, resources, resourceTypes.length === 0 && (resources.length === 0 || !!props.anyOf?.length)),
      restores: props.allowRestores ?? false,
      ...needs,
    }, props.permissionsBoundary);
    this.grantPrincipal = this.role.grantPrincipal;
    this.node.addValidation({
      validate: () => {
        for (const message of policiesInUse(this.role)) { warn(this, 'policyOfRetainedRole', message); }
        return [];
      },
    });

    this.selectionIds = selections.map((selection, index) => new backup.CfnBackupSelection(this, selections.length > 1 ? `Resource${index + 1}` : 'Resource', {
      backupPlanId: props.plan.backupPlanRef.backupPlanId,
      backupSelection: { ...selection, selectionName: this.nameOf(index, selections.length), iamRoleArn: this.role.roleArn },
    }).attrSelectionId);
  }

  /**
   * Puts the tags that this selection looks for on everything protectable below a scope, now and whatever is added there
   * later, unless a tag nearer to a resource says otherwise. Everything else is left alone.
   *
   * @returns what was tagged, and what could not be or is left out by another tag or condition, as the app stands now
   * @throws an error where the conditions do not tell the tags and no value is given
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  public protect(scope: IConstruct, options: ProtectOptions = {}): Protection {
    const { tags, conditions, problems } = protectionTags(this.props, options.values ?? {});
    if (problems.length > 0) { throw new Error(`TagBasedSelection '${this.node.path}' cannot protect '${scope.node.path}': ${problems.join('; ')}`); }
    const named = this.props.resourceTypes?.flatMap((type) => type._rows) ?? [];
    // A stack that is tagged passes the tag on to all its resources: only by wish.
    const allRows = RESOURCE_TYPES.filter((row) => row.cfnTypes.every((type) => type !== NESTED_STACK) || named.includes(row));
    for (const message of contradictions(scope, tags)) {
      warn(this, 'protectedTwice', `'${scope.node.path}' is protected twice, and the tag ${message}, which wins`);
    }
    const plan: ProtectionPlan = { tags, conditions, rows: named.length > 0 ? named : allRows, place: this.place() };
    this.node.addValidation({
      validate: () => {
        for (const stage of unreachedStages(scope, plan)) {
          warn(this, 'stageNotProtected', `the Stage '${stage.node.path}' came after protect('${scope.node.path}') and gets no tags: call protect when it is there`);
        }
        return [];
      },
    });
    return protect(scope, allRows, plan);
  }

  private place(): Place {
    return placeOf(topLevelStack(this));
  }

  private nameOf(index: number, total: number): string {
    const suffix = total > 1 ? `-${index + 1}` : '';
    return `${this.props.selectionName ?? physicalName(this.node.scope as Construct, this.node.id, LONGEST_NAME - suffix.length)}${suffix}`;
  }

  private validate(selections: SelectionContent[]): void {
    const { conditions = [], anyOf = [], resourceTypes = [], resources = [], exclude = [] } = this.props;
    const problems = new Problems();
    if (conditions.length + anyOf.length + resourceTypes.length + resources.length === 0) {
      problems.add('\'conditions\', \'anyOf\', \'resourceTypes\' or \'resources\' must name something to back up, got none: '
        + 'AWS Backup refuses a selection without, so give one of them');
    }
    const difference = elsewhere(this.place(), { account: knownOf(this.props.plan.env.account), region: knownOf(this.props.plan.env.region) });
    if (difference) {
      problems.add(`'plan' must be in the ${difference.part} of the selection ('${difference.here}'), got a plan of '${difference.there}': `
        + 'a selection names its plan without account and Region, so make it beside the plan');
    }
    const { role } = this.props;
    const foreign = role && elsewhere({ account: this.place().account, region: UNKNOWN }, { account: knownOf(role.env.account), region: UNKNOWN });
    if (foreign) {
      problems.add(`'role' must be in the account of the selection ('${foreign.here}'), got a role of '${foreign.there}': AWS Backup takes no role of another account, so give one of this account`);
    }
    if (this.props.selectionName !== undefined) {
      selections.forEach((_, index) => problems.add(...nameProblems('selectionName', knownOf(this.nameOf(index, selections.length)), NAMES.selection)));
    }
    problems.add(
      ...rangeProblems('conditions', conditions.length + (resourceTypes.length > 0 && anyOf.length > 0 ? 1 : 0), LIMITS.conditionsPerSelection),
      ...rangeProblems('anyOf', anyOf.length, LIMITS.tagsPerSelection),
      ...[...conditions.map((each) => ['conditions', each] as const), ...anyOf.map((each) => ['anyOf', each] as const)].flatMap(conditionKeyProblems),
      ...anyOf.filter((condition) => condition._operator !== 'StringEquals').map((condition) =>
        `'anyOf' takes TagCondition.equalTo only, got ${condition._operator} on '${condition.key}': put it into 'conditions', of which all must hold`),
      ...Token.isUnresolved(resources) && resourceTypes.length > 0
        ? ['\'resources\' is a list that only the deployment knows, which cannot be joined with \'resourceTypes\': make a selection of its own for it']
        : [],
      ...resourceArnProblems('resources', [...resourceTypes.map((type) => readableText(type.selectionArn)), ...resources.map(readableText)]),
      ...resourceArnProblems('exclude', exclude.map(readableText)),
      ...this.props.plan instanceof TieredBackupPlan ? this.props.plan._quotaProblems(selections.map(usesTags)) : [],
    );
    problems.throwIfAny(this);
    if (this.props.plan instanceof TieredBackupPlan) { this.props.plan._countSelections(this, selections.map(usesTags)); }
  }

  private advise(): void {
    const { anyOf = [], resourceTypes = [], resources = [], exclude = [] } = this.props;
    const readable = resources.map(readableText);
    const names = { resources: 'resources', tags: 'anyOf', remedy: 'use \'resourceTypes\' for both to hold, or \'conditions\'' };
    for (const message of anyOf.length > 0 ? unionWarnings(names, readable) : []) { warn(this, 'wildcardMeetsTags', message); }
    for (const message of [...resourceArnWarnings('resources', readable), ...resourceArnWarnings('exclude', exclude.map(readableText))]) {
      warn(this, 'innerWildcard', message);
    }
    const contradiction = contradictionOf((this.props.conditions ?? []).map((condition) => condition._test));
    if (contradiction) {
      const [one, other] = contradiction.map(({ operator, key, value }) => `${operator} '${String(value)}' on the tag '${key}'`);
      warn(this, 'neverSelects', `no resource meets both ${one} and ${other}, so that the selection takes nothing: drop one of the conditions`);
    }
    const chosen = resourceTypes.flatMap((type) => type._rows);
    for (const type of resourceTypes) {
      const alsoTaken = type._rows.flatMap((row) => sharingArnForm(row)).filter((row) => !chosen.includes(row));
      if (alsoTaken.length > 0) {
        warn(this, 'sharedArnForm', `'resourceTypes' has ${type.resourceType}, whose ARN form '${String(readableText(type.selectionArn)).replace('token', 'aws')}' `
          + `also takes ${[...new Set(alsoTaken.map((row) => row.title))].join(', ')}: name those types too where you mean them, `
          + 'keep their tags apart, or \'exclude\' them');
      }
    }
  }
}

const LONGEST_NAME = 50;
const NESTED_STACK = 'AWS::CloudFormation::Stack';

function usesTags(selection: SelectionContent): boolean {
  return selection.listOfTags !== undefined || selection.conditions !== undefined;
}

function conditionKeyProblems([property, condition]: readonly [string, TagCondition]): string[] {
  const key = knownOf(condition.key);
  if (key === '') { return [`'${property}' must name a tag, got the empty key: write its key`]; }
  return typeof key === 'string' && key.startsWith(RESOURCE_TAG_PREFIX)
    ? [`'${property}' takes the bare tag key, got '${key}': write '${key.slice(RESOURCE_TAG_PREFIX.length)}'`]
    : [];
}
