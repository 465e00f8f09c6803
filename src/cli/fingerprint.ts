import { createHash } from 'crypto';

/** Identifies a finding across runs. It does not depend on the position in the file. */
export interface FindingIdentity {
  readonly rule: string;
  readonly file: string;
  readonly resource: string;
  /** The path of the property, without list indices. */
  readonly property: string;
  /** The key of the fault, where the rule can fault one property in several ways. */
  readonly key: string;
}

interface Fault {
  readonly rule: string;
  readonly address: { readonly logicalId: string; readonly path: string };
  readonly key: string;
}

export function findingIdentity({ rule, address: { logicalId, path }, key }: Fault, file: string): FindingIdentity {
  return { rule, file, resource: logicalId, property: withoutIndices(path), key };
}

function withoutIndices(text: string): string {
  return text.replace(/\[\d+\]/g, '[]');
}

export function fingerprintOf({ rule, file, resource, property, key }: FindingIdentity): string {
  return createHash('sha256').update(JSON.stringify([rule, file, resource, property, key])).digest('hex').slice(0, 32);
}
