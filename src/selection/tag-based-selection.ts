import { Resource } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { type IConstruct, Construct } from 'constructs';
import { type BackupRoleNeeds, attachBackupPolicies, createBackupRole, maySelectBuckets } from './backup-role';
import { NEW_SELECTION, PROTECT } from './kinds';
import { Neighbors } from './neighbors';
import { register, selectedInOtherStages } from './other-stages';
import { policiesInUse } from './policies-in-use';
import type { Protection, UnsharedKey } from './protection';
import { contradictions } from './protection-aspect';
import { sharedKeyWarnings, protectionWarnings } from './protection-report';
import { protectionTags } from './protection-tags';
import { type Found, ScopeProtection } from './resource-tagging';
import type * as RoleJudgment from './role-judgment';
import { type SelectionFacts, readSelection } from './selection-facts';
import { selectionProblems } from './selection-problems';
import { selectionWarnings } from './selection-warnings';
import { shareKeysOf, unsharedKeys } from './shared-keys';
import type { ProtectOptions, TagBasedSelectionProps } from './tag-based-selection-props';
import { unsupportedProblems } from './unsupported-resources';
import { partitionOf } from '../capabilities/regions';
import { RESOURCE_TYPES } from '../capabilities/resource-types';
import { judgeWhenComplete } from '../cdk/given-roles';
import { expectKinds, kindProblems } from '../cdk/kinds';
import { stageOf } from '../cdk/place';
import { problemOf, refuse } from '../cdk/problems';
import { advise, warn, warningOf } from '../cdk/warnings';
import type { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

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
  private readonly protections: ScopeProtection[] = [];

  /**
   * Creates a selection, or several if you use `anyOf` together with `resourceTypes`.
   *
   * @throws one error that lists everything that AWS Backup would reject. Synthesis fails if AWS Backup certainly cannot assume the role, or if the role
   * is certainly not allowed what the resources need, because its policies can be extended until then.
   */
  constructor(scope: Construct, id: string, props: TagBasedSelectionProps) {
    expectKinds(new.target.name, { scope, id, props }, NEW_SELECTION);
    super(scope, id, { physicalName: props.selectionName });
    this.facts = readSelection(this, props);
    const { region } = this.facts.place;
    refuse(this, selectionProblems(this.facts));
    advise(this, selectionWarnings(props, isKnown(region) ? partitionOf(region) : undefined));

    const { selections, plan } = this.facts;
    plan?._countSelections(this, selections.map(({ usesTags }) => usesTags));
    this.role = props.role ? this.attachPolicies(props.role, props) : createBackupRole(this, this.roleNeeds(props), props.permissionsBoundary);
    this.grantPrincipal = this.role.grantPrincipal;
    const registered = { construct: this, facts: this.facts, protections: this.protections };
    register(registered);
    if (props.role ?? props.permissionsBoundary) {
      judgeWhenComplete({
        construct: this,
        role: this.role,
        judge: (documents) => {
          const { errors, warnings } = roleJudgment().judgeRole(this.facts, documents);
          advise(this, warnings.map(warningOf('rolePermissions')));
          return errors;
        },
      });
    }
    this.node.addValidation({
      validate: () => {
        advise(this, unsupportedProblems(props.resources ?? []).map(warningOf('unprotectedArn')));
        advise(this, policiesInUse(this.role).map((message) => ({ id: 'policyOfRetainedRole', message })));
        advise(this, selectedInOtherStages(registered, new Neighbors(this.node.root)).map((message) => ({ id: 'selectsOtherStage', message })));
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
   * When the app is complete, a warning reports if the call protects nothing, or leaves out a resource for a reason other than your own choice.
   *
   * @example
   * const leftOut = gold.protect(ordersService).leftOut;
   *
   * @returns the resources that are tagged, and the resources that cannot be tagged or that another tag or condition excludes, as the app stands now
   * @throws an error if the conditions do not determine a tag and you pass no value for it
   */
  public protect(scope: IConstruct, options: ProtectOptions = {}): Protection {
    this.refuseCall(scope, kindProblems('', { scope, options }, PROTECT));
    const { props, place } = this.facts;
    const { tags, conditions, problems } = protectionTags(props, options.values ?? {});
    this.refuseCall(scope, problems);
    const named = props.resourceTypes?.flatMap((type) => type._rows) ?? [];
    // A stack passes its tags on to all of its resources, so it is tagged only if the selection names stacks
    const allRows = RESOURCE_TYPES.filter((row) => row.cfnTypes.every((type) => type !== NESTED_STACK) || named.includes(row));
    for (const message of contradictions(scope, tags)) {
      warn(this, 'protectedTwice', `'${scope.node.path}' is protected twice. An earlier call sets the tag ${message}. The later call takes precedence. Remove one of the calls.`);
    }
    const rows = named.length > 0 ? named : allRows;
    const accounts = this.facts.plan?._copyAccounts ?? [];
    const { required = false, shareKeys = false } = options;
    const protection = new ScopeProtection(scope, allRows, { tags, conditions, rows, place }, shareKeys
      ? (resource, neighbors) => { shareKeysOf(resource, accounts, rows, neighbors); }
      : undefined);
    this.protections.push(protection);
    const read = (): { readonly neighbors: Neighbors; readonly found: Found[]; readonly keys: UnsharedKey[] } => {
      const neighbors = new Neighbors(this.node.root);
      const found = protection.read(neighbors);
      const tagged = found.filter(({ omission }) => omission === undefined).map(({ resource }) => resource);
      return { neighbors, found, keys: unsharedKeys(tagged, accounts, rows, shareKeys, neighbors) };
    };
    this.node.addValidation({
      validate: () => {
        for (const stage of protection.unreachedStages()) {
          warn(this, 'stageNotProtected', `The Stage '${stage.node.path}' was created after protect('${scope.node.path}') and gets no tags. Call protect `
            + 'after you create the Stage.');
        }
        // The CDK has not yet applied the Aspects of a scope outside of this Stage
        if (!scope.node.scopes.includes(stageOf(this))) { return []; }
        const { neighbors, found, keys } = read();
        const warnings = protectionWarnings(protection, found, neighbors);
        advise(this, [...required ? [] : warnings, ...sharedKeyWarnings(keys)]);
        return required ? warnings.map((warning) => problemOf(this, warning)) : [];
      },
    });
    const { found, keys } = read();
    const described = ({ resource }: Found) => ({ path: resource.node.path, cfnType: resource.cfnResourceType });
    return {
      tagged: found.filter(({ omission }) => omission === undefined).map(described),
      leftOut: found.flatMap((each) => (each.omission ? [{ ...described(each), reason: each.omission.reason }] : [])),
      unsharedKeys: keys,
    };
  }

  /** For calls after the constructor, which must not remove the selection from the tree. */
  private refuseCall(scope: unknown, problems: readonly Problem[]): void {
    const place = Construct.isConstruct(scope) ? ` '${scope.node.path}'` : '';
    if (problems.length > 0) { throw new Error(`TagBasedSelection '${this.node.path}' cannot protect${place}: ${problems.join(' ')}`); }
  }

  /** A role of the user. */
  private attachPolicies(role: iam.IRole, props: TagBasedSelectionProps): iam.IRole {
    const missing = props.attachPolicies === false ? [] : attachBackupPolicies(role, this.roleNeeds(props));
    if (missing.length > 0) {
      warn(this, 'rolePoliciesNotAttached', `The construct cannot attach policies to 'role' ('${role.node.path}'). Attach ${missing.join(', ')}, or policies `
        + 'that allow the same. If the role has them, set \'attachPolicies\' to false.');
    }
    return role;
  }

  private roleNeeds({ resourceTypes = [], resources = [], anyOf = [], allowRestores }: TagBasedSelectionProps): BackupRoleNeeds {
    return {
      s3: maySelectBuckets(resourceTypes, resources, resourceTypes.length === 0 && (resources.length === 0 || anyOf.length > 0)),
      restores: allowRestores ?? false,
      ...this.facts.plan?._needs ?? { indexing: false, scanning: false },
    };
  }
}

const NESTED_STACK = 'AWS::CloudFormation::Stack';

function roleJudgment(): typeof RoleJudgment {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the evaluator is loaded only when a policy is judged
  return require('./role-judgment') as typeof RoleJudgment;
}
