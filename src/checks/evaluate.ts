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
  const { fault: found, unknown } = findingsOf(inventory, chosen, options);
  const faults = certainOrNot(found, inventory, options)
    .map((finding) => ({ ...finding, level: settings.levels?.[finding.rule.id] ?? finding.level }));
  return { findings: settings.strict ? [...faults, ...unknown] : faults, unknown };
}

function findingsOf(inventory: BackupInventory, rules: readonly Rule[], options: CheckOptions): Record<Outcome['kind'], Finding[]> {
  const found: Record<Outcome['kind'], Finding[]> = { fault: [], unknown: [] };
  for (const rule of rules) {
    for (const { kind, level = rule.level, address, message } of rule.evaluate(inventory, options)) {
      found[kind].push({ rule, level, address, message });
    }
  }
  return found;
}

/** What is found only because of defaults of parameters is no error: a deployment may give other values. */
function certainOrNot(findings: readonly Finding[], inventory: BackupInventory, options: CheckOptions): readonly Finding[] {
  const certainly = findings.length > 0 ? inventory.withoutDefaults : undefined;
  if (!certainly) { return findings; }
  const certain = new Set(findingsOf(certainly, [...new Set(findings.map(({ rule }) => rule))], options).fault.map(placeOf));
  return findings.map((finding) => (certain.has(placeOf(finding))
    ? finding
    : { ...finding, level: 'warning', message: `${finding.message} (by defaults of parameters, in place of which a deployment may give other values)` }));
}

/** The message may name what only a default tells, and is left out. */
function placeOf({ rule, level, address: { sourceId, logicalId, path } }: Finding): string {
  return JSON.stringify([rule.id, level, sourceId, logicalId, path]);
}
