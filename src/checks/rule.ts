import type { CheckOptions } from './check-options';
import type { NamedPack } from './pack-name';
import type { RuleId } from './rule-id';
import type { Address, BackupInventory } from '../inventory';
import type { Problem } from '../values/problem';

/** An error if AWS rejects the template, a job fails, or something is not protected. A warning if it is a risk, or not certain. */
export type Level = 'error' | 'warning';

/** A requirement for the backups of an application. */
export interface Rule {
  readonly id: RuleId;
  readonly level: Level;
  /** The packs that have the rule, without `BackupChecks`. */
  readonly packs: readonly [NamedPack, ...NamedPack[]];
  /** The requirement, such as `The retention of a rule is within the lock of its vault.` */
  readonly what: string;
  /** The consequence of a fault. */
  readonly why: string;
  readonly fix: string;
  /** The AWS page that documents it. */
  readonly page: string;
  /**
   * Never throws, and never reads templates, because the inventory contains everything.
   *
   * @param moment the current time, for dates that must be in the past or in the future
   */
  evaluate(inventory: BackupInventory, options: CheckOptions, moment: Date): readonly Outcome[];
}

/** A result of a rule for one property. A rule has no outcome for what is compliant. */
export interface Outcome {
  /** Unknown values are counted. By default they are not reported. */
  readonly kind: 'fault' | 'unknown';
  readonly address: Address;
  /** Distinguishes several faults that the rule can find in one property. Empty if there is only one. It does not depend on the message. */
  readonly key: string;
  /** The property in quotes, the rule, the value, and the fix. Resources with the same fault have the same message. */
  readonly message: string;
  /** @default - the level of the rule */
  readonly level?: Level;
}

export function fault(address: Address, problem: Problem, level?: Level): Outcome {
  return { kind: 'fault', address, key: problem.key, message: problem.message, ...level && { level } };
}

/** @param entry the unknown entry, where a property can have several */
export function unknown(address: Address, message: string, entry?: string): Outcome {
  return { kind: 'unknown', address, key: entry === undefined ? 'unknown' : `unknown:${entry}`, message };
}

/** A fault for each problem. */
export function faults(address: Address, problems: readonly Problem[], level?: Level): Outcome[] {
  return problems.map((problem) => fault(address, problem, level));
}
