import type { Property, Vault } from '../../../inventory';
import type { RetentionBounds } from '../../../validation/vault/vault-lock';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome } from '../../rule';
import { fault, unknown } from '../../rule';

/** Each problem at the property that its sentence begins with, and one doubt for all values that cannot be known. */
export function boundOutcomes(
  vault: Vault, holder: Property, bounds: RetentionBounds, names: Readonly<Record<string, string>>, problems: readonly string[],
): Outcome[] {
  const subject = `vault ${vault.inWords}: `;
  const propertyOf = (problem: string) => Object.values(names).find((name) => problem.startsWith(`'${name}'`))!.split('.').pop()!;
  return [
    ...problems.map((problem) => fault(at(vault.address, holder.get(propertyOf(problem))), subject + problem)),
    ...Object.values(bounds).includes(UNKNOWN)
      ? [unknown(at(vault.address, holder), `${subject}whether AWS Backup takes its retention cannot be known`)]
      : [],
  ];
}
