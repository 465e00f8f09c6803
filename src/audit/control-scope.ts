import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { CONFIG_RESOURCE_TYPES } from '../capabilities/audit-controls';
import { knownOf } from '../cdk/measures';
import type { BackupResourceType } from '../resource-type/backup-resource-type';
import type { ScopeValues } from '../validation/audit/controls';

const [PLAN_TYPE, , VAULT_TYPE] = CONFIG_RESOURCE_TYPES;

/** As CloudFormation spells it: the L1 passes the scope on as it is. */
interface RenderedScope {
  readonly Tags?: { readonly Key: string; readonly Value: string }[];
  readonly ComplianceResourceTypes?: string[];
  readonly ComplianceResourceIds?: string[];
}

/**
 * What a control looks at: everything of the account and Region unless it is narrowed by one of these.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
 */
export class ControlScope {
  /**
   * What carries a tag. The framework throws an error where a control does not know this scope.
   *
   * @param value the empty value when left out
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  public static tag(key: string, value: string = ''): ControlScope {
    return new ControlScope({ Tags: [{ Key: key, Value: value }] });
  }

  /**
   * Resources of these types. The framework throws an error where a control does not know this scope. It warns of a
   * type that AWS Backup Audit Manager does not evaluate.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  public static resourceTypes(...types: BackupResourceType[]): ControlScope {
    return new ControlScope({ ComplianceResourceTypes: types.map((type) => type.resourceType) });
  }

  /**
   * One resource. The framework throws an error where a control does not know this scope.
   *
   * @param resourceId as AWS Config knows it: the name of a table or bucket, the id of a volume
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  public static resource(resourceType: BackupResourceType, resourceId: string): ControlScope {
    return new ControlScope({ ComplianceResourceTypes: [resourceType.resourceType], ComplianceResourceIds: [resourceId] });
  }

  /**
   * One plan, for the control of frequency and retention. The framework throws an error where a control does not know this
   * scope.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  public static plan(plan: aws_backup.IBackupPlanRef): ControlScope {
    return new ControlScope({ ComplianceResourceTypes: [PLAN_TYPE], ComplianceResourceIds: [plan.backupPlanRef.backupPlanId] });
  }

  /**
   * One vault, for the control of manual deletion. The framework throws an error where a control does not know this scope.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ControlScope.html
   */
  public static vault(vault: aws_backup.IBackupVaultRef): ControlScope {
    return new ControlScope({ ComplianceResourceTypes: [VAULT_TYPE], ComplianceResourceIds: [vault.backupVaultRef.backupVaultName] });
  }

  private constructor(
    /** @internal */
    public readonly _rendered: RenderedScope,
  ) {}

  /**
   * Whether it narrows a control to nothing.
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
