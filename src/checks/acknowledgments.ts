import { CfnElement, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Address, resourceKey } from '../inventory';

/** The CDK adds this prefix to an id without one. */
const ANNOTATION = /^annotation::/i;

/** The rules that users have acknowledged, with the constructs that they acknowledged them for. A construct includes everything under it. */
export class Acknowledgments {
  /** The acknowledged addresses, by rule id. An id can have the name of a pack before it. */
  private readonly addresses = new Map<string, Set<string>>();

  /** Call it for every construct. */
  public visit(construct: IConstruct): void {
    const ids = acknowledgedAt(construct);
    if (ids.length === 0) { return; }
    const elements = construct.node.findAll().filter((each) => CfnElement.isCfnElement(each)).map(addressOf);
    for (const id of ids) { this.addresses.set(id, new Set([...this.addresses.get(id) ?? [], ...elements])); }
  }

  public get any(): boolean {
    return this.addresses.size > 0;
  }

  public has(ruleId: string, address: Address): boolean {
    return this.addresses.get(ruleId)?.has(resourceKey(address)) ?? false;
  }
}

function acknowledgedAt({ node }: IConstruct): string[] {
  const entries = node.metadata.filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && typeof data === 'object' && data !== null);
  return entries.flatMap(({ data }) => Object.keys(data as object)).map((id) => id.replace(ANNOTATION, ''));
}

function addressOf(element: CfnElement): string {
  const { stack, logicalId } = element;
  return resourceKey({ sourceId: stack.node.path, logicalId: String(stack.resolve(logicalId)) });
}
