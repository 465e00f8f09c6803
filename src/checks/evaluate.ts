import type { CheckOptions } from './check-options';
import type { Level, Outcome, Rule } from './rule';
import type { RuleId } from './rule-id';
import type { Address, BackupInventory } from '../inventory';

/** How rules are applied, whichever they are. */
export interface RuleSettings {
  /** Only these. */
  readonly include?: readonly RuleId[];
  readonly exclude?: readonly RuleId[];
  /** Other levels than those of the rules. */
  readonly levels?: Readonly<Partial<Record<RuleId, Level>>>;
  /** Whether what cannot be known is a finding. */
  readonly strict?: boolean;
}

export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly address: Address;
  readonly message: string;
}

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** What could not be known, whether or not it is a finding. */
  readonly unknown: readonly Finding[];
}

/** The one way from an inventory to findings. */
export function evaluate(inventory: BackupInventory, rules: readonly Rule[], options: CheckOptions, settings: RuleSettings = {}): Evaluation {
  const chosen = rules.filter(({ id }) => (settings.include?.includes(id) ?? true) && !settings.exclude?.includes(id));
  const outcomes = chosen.flatMap((rule) => rule.evaluate(inventory, options).map((outcome) => ({ rule, outcome })));
  const findingsOf = (kind: Outcome['kind']) => outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ rule, outcome }): Finding => ({
    rule,
    level: settings.levels?.[rule.id] ?? outcome.level ?? rule.level,
    address: outcome.address,
    message: outcome.message,
  }));
  const [faults, unknown] = [findingsOf('fault'), findingsOf('unknown')];
  return { findings: settings.strict ? [...faults, ...unknown] : faults, unknown };
}
