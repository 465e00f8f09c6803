import { CfnElement, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Address } from '../inventory';

/** CDK puts this before an id without a prefix. */
const ANNOTATION = /^annotation::/i;

/** Which rules users have acknowledged, and where: for that construct and what is below it. */
export class Acknowledgements {
  /** The acknowledged addresses, by rule id with or without the name of a pack. */
  private readonly addresses = new Map<string, Set<string>>();

  /** @param root what is looked at; nothing above it counts */
  constructor(root: IConstruct) {
    for (const construct of below(root)) {
      const ids = acknowledgedAt(construct);
      if (ids.length === 0) { continue; }
      const elements = [...below(construct)].filter((each) => CfnElement.isCfnElement(each)).map(addressOf);
      for (const id of ids) { this.addresses.set(id, new Set([...this.addresses.get(id) ?? [], ...elements])); }
    }
  }

  public has(ruleId: string, { sourceId, logicalId }: Address): boolean {
    return this.addresses.get(ruleId)?.has(key(sourceId, logicalId)) ?? false;
  }
}

function acknowledgedAt({ node }: IConstruct): string[] {
  const entries = node.metadata.filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && typeof data === 'object' && data !== null);
  return entries.flatMap(({ data }) => Object.keys(data as object)).map((id) => id.replace(ANNOTATION, ''));
}

function addressOf(element: CfnElement): string {
  const { stack, logicalId } = element;
  return key(stack.node.path, String(stack.resolve(logicalId)));
}

function key(sourceId: string, logicalId: string): string {
  return `${sourceId}|${logicalId}`;
}

function* below(root: IConstruct): Generator<IConstruct> {
  const pending = [root];
  for (let construct = pending.pop(); construct; construct = pending.pop()) {
    yield construct;
    pending.push(...construct.node.children);
  }
}
