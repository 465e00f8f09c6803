import { createHash } from 'crypto';

/** What identifies a finding from one run to the next, wherever it moves in the file. */
export interface Identity {
  readonly rule: string;
  readonly file: string;
  readonly resource: string;
  /** The path of the property, without indices of lists. */
  readonly property: string;
  /** The key of the fault. A fault without a key is known by its message, without indices of lists. */
  readonly key: string;
}

interface Fault {
  readonly rule: string;
  readonly address: { readonly logicalId: string; readonly path: string };
  readonly key?: string;
  readonly message: string;
}

export function identityOf({ rule, address: { logicalId, path }, key, message }: Fault, file: string): Identity {
  return { rule, file, resource: logicalId, property: withoutIndices(path), key: key ?? withoutIndices(message) };
}

function withoutIndices(text: string): string {
  return text.replace(/\[\d+\]/g, '[]');
}

export function fingerprintOf({ rule, file, resource, property, key }: Identity): string {
  return createHash('sha256').update(JSON.stringify([rule, file, resource, property, key])).digest('hex').slice(0, 32);
}
