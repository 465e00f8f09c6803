import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { CONFIG_RESOURCE_TYPES } from '../capabilities/audit-controls';
import { type WrongKinds, required, severalOf, text, wrongKinds } from '../cdk/kinds';
import { backupPlan, backupVault } from '../cdk/kinds-of-cdk';
import { knownOf } from '../cdk/measures';
import type { BackupResourceType } from '../resource-type/backup-resource-type';
import { resourceType as aResourceType } from '../resource-type/kinds';
import type { ScopeValues } from '../validation/audit/controls';

const [PLAN_TYPE, , VAULT_TYPE] = CONFIG_RESOURCE_TYPES;

/** Spelled as in CloudFormation, because the L1 does not convert the scope. */
interface RenderedScope {
  readonly Tags?: { readonly Key: string; readonly Value: string }[];
  readonly ComplianceResourceTypes?: string[];
  readonly ComplianceResourceIds?: string[];
}

/**
 * Narrows a control. Without a scope, a control evaluates everything in the account and Region.
 *
 * Each control supports only some scopes; the framework throws an error if a control does not support its scope.
 *
 * @example
 *
 * AuditControl.recoveryPointsEncrypted({ controlScope: ControlScope.tag('stage', 'production') });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
 */
export class ControlScope {
  /**
   * All resources that have a tag, of any type.
   *
   * @param value the value of the tag; without it, the empty value
   */
  public static tag(key: string, value: string = ''): ControlScope {
    const wrong = wrongKinds({ key, value }, { key: required(text), value: required(text) });
    return new ControlScope(() => ({ Tags: [{ Key: key, Value: value }] }), wrong);
  }

  /** Resources of these types. A type that AWS Backup Audit Manager does not evaluate is a warning. */
  public static resourceTypes(...types: BackupResourceType[]): ControlScope {
    const wrong = wrongKinds({ types }, { types: severalOf(aResourceType) });
    return new ControlScope(() => ({ ComplianceResourceTypes: types.map((type) => type.resourceType) }), wrong);
  }

  /**
   * A single resource, which AWS Config must record.
   *
   * @param resourceId the id in AWS Config: the name of a table or bucket, the id of a volume
   */
  public static resource(resourceType: BackupResourceType, resourceId: string): ControlScope {
    const wrong = wrongKinds({ resourceType, resourceId }, { resourceType: required(aResourceType), resourceId: required(text) });
    return new ControlScope(() => ({ ComplianceResourceTypes: [resourceType.resourceType], ComplianceResourceIds: [resourceId] }), wrong);
  }

  /** One plan, for the control of frequency and retention. */
  public static plan(plan: aws_backup.IBackupPlanRef): ControlScope {
    const wrong = wrongKinds({ plan }, { plan: required(backupPlan) });
    return new ControlScope(() => ({ ComplianceResourceTypes: [PLAN_TYPE], ComplianceResourceIds: [plan.backupPlanRef.backupPlanId] }), wrong);
  }

  /** One vault, for the control of manual deletion. */
  public static vault(vault: aws_backup.IBackupVaultRef): ControlScope {
    const wrong = wrongKinds({ vault }, { vault: required(backupVault) });
    return new ControlScope(() => ({ ComplianceResourceTypes: [VAULT_TYPE], ComplianceResourceIds: [vault.backupVaultRef.backupVaultName] }), wrong);
  }

  private constructor(
    private readonly render: () => RenderedScope,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
  ) {}

  /** @internal */
  public get _rendered(): RenderedScope {
    return this.render();
  }

  /**
   * Whether the scope names nothing.
   *
   * @internal
   */
  public _isEmpty(): boolean {
    const { Tags, ComplianceResourceTypes: types, ComplianceResourceIds: ids } = this._rendered;
    return types?.length === 0 || [...(Tags ?? []).map(({ Key }) => Key), ...ids ?? []].includes('');
  }

  /** @internal */
  public _values(): ScopeValues {
    const { Tags = [], ComplianceResourceTypes: types = [], ComplianceResourceIds: ids = [] } = this._rendered;
    return {
      tagKeys: Tags.map(({ Key }) => knownOf(Key)),
      resourceTypes: types.map((type) => knownOf(type)),
      resourceIds: ids.map((id) => knownOf(id)),
    };
  }
}
