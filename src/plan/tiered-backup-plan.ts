import { Reference, Resource, Token, Tokenization } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { readPlanDocument } from './plan-document';
import { NEW_PLAN, PLAN_OF_DOCUMENT } from './plan-kinds';
import { planWarnings } from './plan-warnings';
import { conflictsAmong, vaultsFor } from './region-copy';
import { renderRule } from './render-rule';
import { type ConstructSelections, groupOf, totalOf, unchangeableSelections } from './selection-groups';
import { type TierFacts, readTier } from './tier-facts';
import { tierProblems } from './tier-problems';
import type { BackupPlanOptions, PlanDocumentProps, TieredBackupPlanProps } from './tiered-backup-plan-props';
import { LIMITS, NAMES } from '../capabilities/limits';
import { ROLE_POLICIES } from '../capabilities/role-policies';
import { SCANNER_SERVICE } from '../capabilities/scans';
import { UNIQUE } from '../capabilities/unique-values';
import { judgeWhenComplete } from '../cdk/given-roles';
import { expectKinds } from '../cdk/kinds';
import { knownOf } from '../cdk/measures';
import { physicalName } from '../cdk/physical-name';
import { refuse } from '../cdk/problems';
import { expectUnique } from '../cdk/unique-values';
import { advise, warn } from '../cdk/warnings';
import { featureProblems, resourceTypesWith } from '../validation/plan/features';
import type * as ScannerRole from '../validation/plan/scanner-role';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { tagKeyProblems } from '../validation/tag-keys';
import type { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';
import type { CompliantVault } from '../vault/compliant-vault';

/**
 * A backup plan whose rules are tiers, with a schedule, a retention, and a vault.
 *
 * The constructor also compares the retention of each tier and copy with the lock of its vault.
 *
 * @example
 *
 * new TieredBackupPlan(this, 'Plan', {
 *   vault,
 *   tiers: [
 *     BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.region('eu-central-1')] }),
 *     BackupTier.monthly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(30) }),
 *   ],
 * });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 */
export class TieredBackupPlan extends Resource implements backup.IBackupPlan {
  /**
   * Creates a plan from the JSON of the AWS CLI, with the same checks as any other plan.
   *
   * @throws one error that lists the fields that a plan does not accept
   */
  public static fromPlanDocument(scope: Construct, id: string, props: PlanDocumentProps): TieredBackupPlan {
    expectKinds(TieredBackupPlan.name, { scope, id, props }, PLAN_OF_DOCUMENT);
    return new TieredBackupPlan(scope, id, readPlanDocument(scope, id, props));
  }

  /**
   * The id that AWS Backup gives the plan.
   *
   * @attribute
   */
  public readonly backupPlanId: string;

  /**
   * Ends with an id that AWS Backup generates, so it is known only at deployment.
   *
   * @attribute
   */
  public readonly backupPlanArn: string;

  /**
   * The version of the plan. It changes with every update.
   *
   * @attribute
   */
  public readonly versionId: string;

  /**
   * The vaults in other Regions that the library creates for the copies of this plan with `CopyTarget.region`. A `NotificationWiring` for such a vault
   * belongs in the stack of the vault.
   */
  public readonly copyVaults: CompliantVault[];

  /**
   * The features that the role of a selection must support.
   *
   * @internal
   */
  public readonly _needs: { readonly indexing: boolean; readonly scanning: boolean };

  /**
   * The resource types whose recovery points are scanned for malware.
   *
   * @internal
   */
  public readonly _scannedTypes: readonly string[];

  /**
   * The tiers, from which an audit derives its controls.
   *
   * @internal
   */
  public readonly _tiers: readonly TierFacts[];

  /**
   * The other accounts that the tiers copy to, as far as they are known.
   *
   * @internal
   */
  public get _copyAccounts(): string[] {
    return [...new Set(this._tiers.flatMap(({ copies }) => copies.map(({ destination }) => destination.leavesFor.account)).filter(isKnown))];
  }

  private readonly selections: ConstructSelections[] = [];

  /**
   * Creates the plan.
   *
   * @throws one error that lists everything that AWS Backup would reject, and every job that would always fail
   */
  constructor(scope: Construct, id: string, props: TieredBackupPlanProps) {
    expectKinds(new.target.name, { scope, id, props }, NEW_PLAN);
    super(scope, id, { physicalName: props.planName ?? physicalName(scope, id, 50) });
    this._tiers = props.tiers.map((tier) => readTier(tier._spec, this, props.vault));
    refuse(this, planProblems(props, this._tiers, this));
    advise(this, planWarnings(this._tiers, props));

    this._needs = {
      indexing: this._tiers.some(({ spec }) => spec.indexResourceTypeName !== undefined),
      scanning: this._tiers.some(({ spec }) => spec.malwareScan !== undefined),
    };
    this._scannedTypes = this._needs.scanning ? props.scanResourceTypes?.map((type) => type.resourceType) ?? resourceTypesWith('malwareScan') : [];
    const resource = new backup.CfnBackupPlan(this, 'Resource', {
      backupPlan: {
        backupPlanName: this.physicalName,
        backupPlanRule: this._tiers.map((tier) => renderRule(tier, this)),
        advancedBackupSettings: advancedSettings(props),
        scanSettings: this._needs.scanning ? this.scanSettings(props) : undefined,
      },
      backupPlanTags: props.tags,
    });
    this.copyVaults = vaultsFor(this._tiers.flatMap(({ copies }) => copies), this);
    expectUnique({ construct: this, resource, value: UNIQUE.plan, names: '\'planName\' and \'tiers\' together' });
    this.node.addValidation({
      validate: () => {
        if (this.selections.length === 0 && !isSelectedElsewhere(resource)) {
          warn(this, 'noSelection', 'The plan backs up nothing, because no selection of this app uses it. Add a TagBasedSelection.');
        }
        for (const message of unchangeableSelections(this.selections)) { warn(this, 'selectionNotReplaceable', message); }
        return [];
      },
    });
    this.backupPlanId = resource.attrBackupPlanId;
    this.backupPlanArn = resource.attrBackupPlanArn;
    this.versionId = resource.attrVersionId;
  }

  /** A reference to this plan. */
  public get backupPlanRef(): aws_backup.BackupPlanReference {
    return { backupPlanId: this.backupPlanId, backupPlanArn: this.backupPlanArn };
  }

  /**
   * Problems if more selections exceed the quotas of this plan.
   *
   * @internal
   */
  public _quotaProblems(usingTags: boolean[]): Problem[] {
    const { all, withTags } = totalOf([...this.selections, groupOf(usingTags)]);
    return [...rangeProblems('plan', all, LIMITS.selectionsPerPlan), ...rangeProblems('plan', withTags, LIMITS.tagSelectionsPerPlan)];
  }

  /**
   * Counts the selections that a construct creates.
   *
   * @internal
   */
  public _countSelections(construct: Construct, usingTags: boolean[]): void {
    this.selections.push({ path: construct.node.path, ...groupOf(usingTags) });
  }

  private scanSettings(props: TieredBackupPlanProps): backup.CfnBackupPlan.ScanSettingResourceTypeProperty[] {
    const role = props.scannerRole ?? new iam.Role(this, 'ScannerRole', {
      description: 'Lets Amazon GuardDuty scan recovery points for malware',
      assumedBy: new iam.ServicePrincipal(SCANNER_SERVICE.principal),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(ROLE_POLICIES.scanner)],
    });
    if (props.scannerRole) {
      judgeWhenComplete({
        construct: this,
        role,
        judge: ({ trust }) => {
          // eslint-disable-next-line @typescript-eslint/no-require-imports -- the evaluator is loaded only when a policy is judged
          const { scannerCanAssume, untrustingScannerRole } = require('../validation/plan/scanner-role') as typeof ScannerRole;
          return scannerCanAssume(trust) === false ? [untrustingScannerRole('scannerRole', true)] : [];
        },
      });
    }
    return [{ malwareScanner: 'GUARDDUTY', resourceTypes: [...this._scannedTypes], scannerRoleArn: role.roleArn }];
  }
}

function planProblems(props: TieredBackupPlanProps, tiers: readonly TierFacts[], plan: Construct): Problem[] {
  const conflicts = conflictsAmong(tiers.flatMap(({ copies }) => copies), plan);
  return [
    ...nameProblems('planName', knownOf(props.planName), NAMES.plan),
    ...tagKeyProblems('tags', Object.keys(props.tags ?? {})),
    ...rangeProblems('tiers', tiers.length, LIMITS.rulesPerPlan),
    ...(props.scanResourceTypes ?? []).flatMap((type) => featureProblems('scanResourceTypes', knownOf(type.resourceType), 'malwareScan')),
    ...tiers.flatMap((tier) => tierProblems(tier, plan, conflicts).map((problem) => problem.of(`tier '${tier.spec.name}'`))),
  ];
}

/** Whether an L1 or L2 selection selects for the plan. A selection whose plan is an unreadable token might. */
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
