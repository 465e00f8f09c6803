import type { CheckOptions } from './check-options';
import type { NamedPack } from './pack-name';
import type { RuleId } from './rule-id';
import type { Address, BackupInventory } from '../inventory';
import type { Problem } from '../values/problem';

/** An error: AWS rejects it, the job fails, or something is not protected. A warning: it is risky, or not certain. */
export type Level = 'error' | 'warning';

/** A claim about the backups of an application, and what to say where it does not hold. */
export interface Rule {
  readonly id: RuleId;
  readonly level: Level;
  /** Those that have the rule besides `BackupChecks`. */
  readonly packs: readonly [NamedPack, ...NamedPack[]];
  /** The claim, as in `the retention of a rule fits the lock of its vault`. */
  readonly what: string;
  /** What goes wrong where it does not hold. */
  readonly why: string;
  readonly fix: string;
  /** Where AWS says so. */
  readonly page: string;
  /**
   * Never throws, and never walks templates: everything is in the inventory.
   *
   * @param moment what counts as now, for dates that must not lie in the past or in the future
   */
  evaluate(inventory: BackupInventory, options: CheckOptions, moment: Date): readonly Outcome[];
}

/** What a rule has to say of one place; where all is well it says nothing. */
export interface Outcome {
  /** Where a value cannot be known, it is counted and, by default, not reported. */
  readonly kind: 'fault' | 'unknown';
  readonly address: Address;
  /** Tells apart the ways in which the rule can fault one property; empty if there is one. It stays the same when the message is reworded. */
  readonly key: string;
  /** The property in quotes, the rule, the value got, and what to do; the same for resources that have the same fault. */
  readonly message: string;
  /** @default - that of the rule */
  readonly level?: Level;
}

export function fault(address: Address, problem: Problem, level?: Level): Outcome {
  return { kind: 'fault', address, key: problem.key, message: problem.message, ...level && { level } };
}

/** @param key where the rule can have several doubts about one property */
export function unknown(address: Address, message: string, key = ''): Outcome {
  return { kind: 'unknown', address, key: key === '' ? 'unknown' : `unknown ${key}`, message };
}

/** A fault for each problem that a predicate found. */
export function faults(address: Address, problems: readonly Problem[], level?: Level): Outcome[] {
  return problems.map((problem) => fault(address, problem, level));
}
