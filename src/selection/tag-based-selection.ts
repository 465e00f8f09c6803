import { Resource } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { createBackupRole, mayTakeBuckets } from './backup-role';
import { policiesInUse } from './policies-in-use';
import type { Protection } from './protection';
import type { ProtectionPlan } from './protection-aspect';
import { contradictions } from './protection-aspect';
import { protectionTags } from './protection-tags';
import { protect, unreachedStages } from './resource-tagging';
import type { SelectionFacts } from './selection-facts';
import { readSelection } from './selection-facts';
import { selectionProblems } from './selection-problems';
import { selectionWarnings } from './selection-warnings';
import type { ProtectOptions, TagBasedSelectionProps } from './tag-based-selection-props';
import { RESOURCE_TYPES } from '../capabilities/resource-types';
import { refuse } from '../cdk/problems';
import { advise, warn } from '../cdk/warnings';

/**
 * Selects the resources that a plan backs up: by their tags, and optionally by type or ARN.
 *
 * @example
 * const gold = new TagBasedSelection(this, 'Gold', {
 *   plan,
 *   conditions: [TagCondition.equalTo('backup', 'gold')],
 * });
 * gold.protect(ordersService);
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export class TagBasedSelection extends Resource implements iam.IGrantable {
  /** The role that AWS Backup assumes. */
  public readonly role: iam.IRole;

  /** The principal of the role. Grant it what the managed policies do not allow, such as the use of a key. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** The IDs of the selections. There are several if you use `anyOf` together with `resourceTypes`. */
  public readonly selectionIds: string[];

  private readonly facts: SelectionFacts;

  /**
   * Creates a selection, or several if you use `anyOf` together with `resourceTypes`.
   *
   * @throws one error that lists everything that AWS Backup would reject
   */
  constructor(scope: Construct, id: string, props: TagBasedSelectionProps) {
    super(scope, id, { physicalName: props.selectionName });
    this.facts = readSelection(this, props);
    refuse(this, selectionProblems(this.facts));
    advise(this, selectionWarnings(props));

    const { selections, plan } = this.facts;
    plan?._countSelections(this, selections.map(({ usesTags }) => usesTags));
    this.role = props.role ?? this.createRole(props);
    this.grantPrincipal = this.role.grantPrincipal;
    this.node.addValidation({
      validate: () => {
        advise(this, policiesInUse(this.role).map((message) => ({ id: 'policyOfRetainedRole', message })));
        return [];
      },
    });
    this.selectionIds = selections.map(({ name, content }, index) => new backup.CfnBackupSelection(this, selections.length > 1 ? `Resource${index + 1}` : 'Resource', {
      backupPlanId: props.plan.backupPlanRef.backupPlanId,
      backupSelection: { ...content, selectionName: name, iamRoleArn: this.role.roleArn },
    }).attrSelectionId);
  }

  /**
   * Tags every resource under a scope that AWS Backup can protect, including resources that you add later, with the tags that this selection
   * requires. A tag that is set closer to a resource takes precedence. Other resources are not changed.
   *
   * @example
   * const leftOut = gold.protect(ordersService).leftOut;
   *
   * @returns the resources that are tagged, and the resources that cannot be tagged or that another tag or condition excludes, as the app stands now
   * @throws an error if the conditions do not determine a tag and you pass no value for it
   */
  public protect(scope: IConstruct, options: ProtectOptions = {}): Protection {
    const { props, place } = this.facts;
    const { tags, conditions, problems } = protectionTags(props, options.values ?? {});
    if (problems.length > 0) { throw new Error(`TagBasedSelection '${this.node.path}' cannot protect '${scope.node.path}': ${problems.join(' ')}`); }
    const named = props.resourceTypes?.flatMap((type) => type._rows) ?? [];
    // A stack passes its tags on to all of its resources, so it is tagged only if the selection names stacks
    const allRows = RESOURCE_TYPES.filter((row) => row.cfnTypes.every((type) => type !== NESTED_STACK) || named.includes(row));
    for (const message of contradictions(scope, tags)) {
      warn(this, 'protectedTwice', `'${scope.node.path}' is protected twice. The tag ${message}. The later call takes precedence.`);
    }
    const plan: ProtectionPlan = { tags, conditions, rows: named.length > 0 ? named : allRows, place };
    this.node.addValidation({
      validate: () => {
        for (const stage of unreachedStages(scope, plan)) {
          warn(this, 'stageNotProtected', `The Stage '${stage.node.path}' was created after protect('${scope.node.path}') and gets no tags. Call protect `
            + 'after you create the Stage.');
        }
        return [];
      },
    });
    return protect(scope, allRows, plan);
  }

  private createRole({ resourceTypes = [], resources = [], anyOf = [], allowRestores, permissionsBoundary }: TagBasedSelectionProps): iam.Role {
    return createBackupRole(this, {
      s3: mayTakeBuckets(resourceTypes, resources, resourceTypes.length === 0 && (resources.length === 0 || anyOf.length > 0)),
      restores: allowRestores ?? false,
      ...this.facts.plan?._needs ?? { indexing: false, scanning: false },
    }, permissionsBoundary);
  }
}

const NESTED_STACK = 'AWS::CloudFormation::Stack';
