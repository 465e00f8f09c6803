import type { Property, Vault } from '../../../inventory';
import type { BoundProblems, RetentionBounds } from '../../../validation/vault/vault-lock';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, faults, unknown } from '../../rule';

/** The properties of CloudFormation. */
export const BOUND_PROPERTIES = { minRetention: 'MinRetentionDays', maxRetention: 'MaxRetentionDays', changeableFor: 'ChangeableForDays' } as const;

type Bound = keyof typeof BOUND_PROPERTIES;

/** The problems of each bound at its property, and one doubt for all values that are unknown. */
export function boundOutcomes(
  vault: Vault, holder: Property, bounds: RetentionBounds, problems: BoundProblems<Bound> | BoundProblems<keyof RetentionBounds>,
): Outcome[] {
  const subject = `vault ${vault.label}`;
  return [
    ...(Object.keys(problems) as (keyof typeof problems)[]).flatMap((bound) =>
      faults(at(vault.address, holder.get(BOUND_PROPERTIES[bound])), problems[bound].map((problem) => problem.of(subject)))),
    ...Object.values(bounds).includes(UNKNOWN)
      ? [unknown(at(vault.address, holder), `${subject}: whether AWS Backup accepts its retention is unknown.`)]
      : [],
  ];
}
