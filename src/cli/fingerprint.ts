import { createHash } from 'crypto';

/** What identifies a finding from one run to the next. Its message can be reworded, and its position in the file can change. */
export interface Identity {
  readonly rule: string;
  readonly file: string;
  readonly resource: string;
  /** The path of the property, without indices of lists. */
  readonly property: string;
  /** Empty where the rule can fault the property in one way only. */
  readonly key: string;
}

export function identityOf(rule: string, file: string, { logicalId, path }: { readonly logicalId: string; readonly path: string }, key = ''): Identity {
  return { rule, file, resource: logicalId, property: path.replace(/\[\d+\]/g, '[]'), key };
}

export function fingerprintOf({ rule, file, resource, property, key }: Identity): string {
  return createHash('sha256').update(JSON.stringify([rule, file, resource, property, key])).digest('hex').slice(0, 32);
}
