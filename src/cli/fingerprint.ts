import { createHash } from 'crypto';

/** What a finding is known by from one run to the next, whatever else in the template moves. */
export interface Identified {
  readonly rule: string;
  readonly file: string;
  readonly resource: string;
  readonly message: string;
}

export function fingerprintOf({ rule, file, resource, message }: Identified): string {
  const withoutPositions = message.replace(/\[\d+\]/g, '[]');
  return createHash('sha256').update(JSON.stringify([rule, file, resource, withoutPositions])).digest('hex').slice(0, 32);
}
