import { Reference, Resource, Token, Tokenization } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { readPlanDocument } from './plan-document';
import { planWarnings } from './plan-warnings';
import { conflictsAmong } from './region-copy';
import { renderRule } from './render-rule';
import type { SelectionGroup } from './selection-groups';
import { groupOf, totalOf, unchangeableSelections } from './selection-groups';
import type { TierFacts } from './tier-facts';
import { readTier } from './tier-facts';
import { tierProblems } from './tier-problems';
import type { BackupPlanOptions, PlanDocumentProps, TieredBackupPlanProps } from './tiered-backup-plan-props';
import { LIMITS, NAMES } from '../capabilities/limits';
import { knownOf } from '../cdk/measures';
import { physicalName } from '../cdk/physical-name';
import { refuse } from '../cdk/problems';
import { advise, warn } from '../cdk/warnings';
import { featureProblems, resourceTypesWith } from '../validation/plan/features';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { tagKeyProblems } from '../validation/tag-keys';
import type { Problem } from '../values/problem';

/**
 * A backup plan whose rules are tiers: how often, how long, and where to.
 *
 * The constructor throws one error that lists everything that AWS Backup would reject, and every job that would always
 * fail, such as one whose retention the lock of its vault does not accept.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 */
export class TieredBackupPlan extends Resource implements backup.IBackupPlan {
  /**
   * The same plan as a document of the AWS CLI, checked like any other.
   *
   * @throws an error that lists what the document holds and a plan cannot take
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  public static fromPlanDocument(scope: Construct, id: string, props: PlanDocumentProps): TieredBackupPlan {
    return new TieredBackupPlan(scope, id, readPlanDocument(scope, id, props));
  }

  /**
   * The id that AWS Backup gives the plan.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  public readonly backupPlanId: string;

  /**
   * The ARN of the plan.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  public readonly backupPlanArn: string;

  /**
   * The version of the plan, which changes with every update.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  public readonly versionId: string;

  /**
   * What a selection for this plan has to be able to do.
   *
   * @internal
   */
  public readonly _needs: { readonly indexing: boolean; readonly scanning: boolean };

  /**
   * What an audit of the plan looks at.
   *
   * @internal
   */
  public readonly _tiers: readonly TierFacts[];

  private readonly selections: SelectionGroup[] = [];

  /**
   * Makes a plan.
   *
   * @throws one error that lists everything that AWS Backup would reject, and every job that would always fail
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
   */
  constructor(scope: Construct, id: string, props: TieredBackupPlanProps) {
    super(scope, id, { physicalName: props.planName ?? physicalName(scope, id, 50) });
    this._tiers = props.tiers.map((tier) => readTier(tier._spec, this, props.vault));
    refuse(this, planProblems(props, this._tiers, this));
    advise(this, planWarnings(this._tiers));

    this._needs = {
      indexing: this._tiers.some(({ spec }) => spec.indexResourceTypeName !== undefined),
      scanning: this._tiers.some(({ spec }) => spec.malwareScan !== undefined),
    };
    const resource = new backup.CfnBackupPlan(this, 'Resource', {
      backupPlan: {
        backupPlanName: this.physicalName,
        backupPlanRule: this._tiers.map((tier) => renderRule(tier, this)),
        advancedBackupSettings: advancedSettings(props),
        scanSettings: this._needs.scanning ? this.scanSettings(props) : undefined,
      },
      backupPlanTags: props.tags,
    });
    this.node.addValidation({
      validate: () => {
        if (this.selections.length === 0 && !isSelectedElsewhere(resource)) {
          warn(this, 'noSelection', 'no selection of this app uses the plan, so that it backs up nothing: add a TagBasedSelection');
        }
        for (const message of unchangeableSelections(this.selections)) { warn(this, 'selectionNotReplaceable', message); }
        return [];
      },
    });
    this.backupPlanId = resource.attrBackupPlanId;
    this.backupPlanArn = resource.attrBackupPlanArn;
    this.versionId = resource.attrVersionId;
  }

  /**
   * A reference to this plan.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  public get backupPlanRef(): aws_backup.BackupPlanReference {
    return { backupPlanId: this.backupPlanId, backupPlanArn: this.backupPlanArn };
  }

  /**
   * Whether the quotas of this plan leave room for more selections.
   *
   * @internal
   */
  public _quotaProblems(usingTags: boolean[]): Problem[] {
    const { all, withTags } = totalOf([...this.selections, groupOf(usingTags)]);
    return [...rangeProblems('plan', all, LIMITS.selectionsPerPlan), ...rangeProblems('plan', withTags, LIMITS.tagSelectionsPerPlan)];
  }

  /**
   * Counts the selections that a construct makes.
   *
   * @internal
   */
  public _countSelections(construct: Construct, usingTags: boolean[]): void {
    this.selections.push({ path: construct.node.path, ...groupOf(usingTags) });
  }

  private scanSettings(props: TieredBackupPlanProps): backup.CfnBackupPlan.ScanSettingResourceTypeProperty[] {
    const role = props.scannerRole ?? new iam.Role(this, 'ScannerRole', {
      description: 'Lets Amazon GuardDuty scan recovery points for malware',
      assumedBy: new iam.ServicePrincipal('malware-protection.guardduty.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AWSBackupGuardDutyRolePolicyForScans')],
    });
    const resourceTypes = props.scanResourceTypes?.map((type) => type.resourceType) ?? resourceTypesWith('malwareScan');
    return [{ malwareScanner: 'GUARDDUTY', resourceTypes, scannerRoleArn: role.roleArn }];
  }
}

function planProblems(props: TieredBackupPlanProps, tiers: readonly TierFacts[], plan: Construct): (string | Problem)[] {
  const conflicts = conflictsAmong(tiers.flatMap(({ copies }) => copies), plan);
  return [
    ...nameProblems('planName', knownOf(props.planName), NAMES.plan),
    ...tagKeyProblems('tags', Object.keys(props.tags ?? {})),
    ...rangeProblems('tiers', tiers.length, LIMITS.rulesPerPlan),
    ...(props.scanResourceTypes ?? []).flatMap((type) => featureProblems('scanResourceTypes', knownOf(type.resourceType), 'malwareScan')),
    ...tiers.flatMap((tier) => tierProblems(tier, plan, conflicts).map((problem) => `tier '${tier.spec.name}': ${String(problem)}`)),
  ];
}

/** By an L1 or L2 selection; one whose plan is a token that cannot be read may be meant for this plan. */
function isSelectedElsewhere(plan: backup.CfnBackupPlan): boolean {
  const selections = plan.node.root.node.findAll().filter((each) => backup.CfnBackupSelection.isCfnBackupSelection(each));
  return selections.some((selection) => {
    const id = selection.backupPlanId;
    const token = Token.isUnresolved(id) ? Tokenization.reverse(id) : undefined;
    return token !== undefined && (!Reference.isReference(token) || token.target === plan);
  });
}

function advancedSettings(props: BackupPlanOptions): backup.CfnBackupPlan.AdvancedBackupSettingResourceTypeProperty[] | undefined {
  const settings = [
    { resourceType: 'EC2', backupOptions: { WindowsVSS: enabled(props.windowsVss) } },
    { resourceType: 'S3', backupOptions: { BackupACLs: enabled(props.s3BackupAcls), BackupObjectTags: enabled(props.s3BackupObjectTags) } },
  ].filter(({ backupOptions }) => Object.values(backupOptions).some((option) => option !== undefined));
  return settings.length > 0 ? settings : undefined;
}

function enabled(option: boolean | undefined): string | undefined {
  return option === undefined ? undefined : option ? 'enabled' : 'disabled';
}
