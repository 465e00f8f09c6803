import type { Part, VaultTarget } from '../../inventory';
import { vaultArnProblems } from '../../validation/plan/copies';
import type { Problem } from '../../values/problem';
import { UNKNOWN, isKnown } from '../../values/unknown';

/**
 * Problems with the form of the ARN of a vault. Parts that a parameter, an import or an attribute decides are not checked.
 * A reference to a vault of the templates has none.
 */
export function targetArnProblems(name: string, { text, vault }: VaultTarget): Problem[] {
  if (!isKnown(text) || text.key === vault?.arn.key || !text.parts.every(isPlain)) { return []; }
  return vaultArnProblems(name, text.toString(), text.literal === undefined);
}

/** A literal, or a reference to a piece without a colon. */
function isPlain(part: Part): boolean {
  return part !== UNKNOWN && (typeof part === 'string' || part.kind === 'resource' || part.kind === 'pseudo');
}
