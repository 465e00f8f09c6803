import type { Coverage } from './coverage/coverage';
import type { Entity, Plan, PlanRule, Protectable, Role, Selection, Topic, Vault } from './entities';
import type { TemplateSource } from './template-source';

/** Everything about backups in a set of templates. Read once; every rule and report asks it. */
export class BackupInventory {
  /** Never throws: what has not the expected shape is `UNKNOWN`. */
  public static of(sources: readonly TemplateSource[]): BackupInventory {
    return new BackupInventory(sources);
  }

  public readonly vaults: readonly Vault[] = [];
  public readonly plans: readonly Plan[] = [];
  public readonly selections: readonly Selection[] = [];
  public readonly protectables: readonly Protectable[] = [];
  public readonly roles: readonly Role[] = [];
  public readonly topics: readonly Topic[] = [];

  private constructor(public readonly sources: readonly TemplateSource[]) {}

  /** All rules of all plans whose rules are known. */
  public get rules(): readonly PlanRule[] {
    return [];
  }

  /** Resources of a CloudFormation type: any of `AWS::Backup`, and those that backups rely on, such as keys. */
  public ofType(_cfnType: string): readonly Entity[] {
    return [];
  }

  /** Which selections take the resource, of all that see its account and Region. */
  public coverageOf(_resource: Protectable): Coverage {
    return { covered: 'no', reaches: [] };
  }

  /** The resources that a selection takes or may take. */
  public takenBy(_selection: Selection): readonly Protectable[] {
    return [];
  }
}
