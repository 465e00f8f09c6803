import type { Part, VaultTarget } from '../../inventory';
import { vaultArnProblems } from '../../validation/plan/copies';
import type { Problem } from '../../values/problem';
import { UNKNOWN, isKnown } from '../../values/unknown';

/**
 * What is wrong with the form of a vault's ARN, as far as it does not depend on a parameter, import, or attribute.
 * A vault of the templates is reported by its own rules.
 */
export function targetArnProblems(name: string, { text, vault }: VaultTarget): Problem[] {
  if (!isKnown(text) || text.key === vault?.arn.key || !text.parts.every(isPlain)) { return []; }
  return vaultArnProblems(name, text.toString(), text.literal === undefined);
}

/** A literal, or a reference to a piece without a colon. */
function isPlain(part: Part): boolean {
  return part !== UNKNOWN && (typeof part === 'string' || part.kind === 'resource' || part.kind === 'pseudo');
}
