import type { CheckOptions } from './check-options';
import type { Level, Outcome, Rule } from './rule';
import type { RuleId } from './rule-id';
import type { Address, BackupInventory } from '../inventory';
import { now } from '../values/now';

/** Settings for the evaluation of any rules. */
export interface RuleSettings {
  /** If set, only these rules are applied. */
  readonly include?: readonly RuleId[];
  readonly exclude?: readonly RuleId[];
  /** Levels that replace those of the rules. */
  readonly levels?: Readonly<Partial<Record<RuleId, Level>>>;
  /** Whether unknown values are findings. */
  readonly strict?: boolean;
  /** @default - now */
  readonly moment?: Date;
}

export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly address: Address;
  readonly key: string;
  readonly message: string;
}

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Unknown values, whether or not they are findings. */
  readonly unknown: readonly Finding[];
}

/** Applies rules to an inventory. Constructs and the command line both use it. */
export function evaluate(inventory: BackupInventory, rules: readonly Rule[], options: CheckOptions, settings: RuleSettings = {}): Evaluation {
  const chosen = rules.filter(({ id }) => (settings.include?.includes(id) ?? true) && !settings.exclude?.includes(id));
  const moment = settings.moment ?? now();
  const apply: Apply = (given, applied) => findingsOf(given, applied, options, moment);
  const { fault: found, unknown } = apply(inventory, chosen);
  const faults = withLevels(certainOrNot(found, inventory, apply), settings.levels);
  return { findings: settings.strict ? [...faults, ...unknown] : faults, unknown };
}

function withLevels(findings: readonly Finding[], levels: RuleSettings['levels'] = {}): readonly Finding[] {
  return findings.map((finding) => {
    const level = levels[finding.rule.id];
    return level === undefined ? finding : { ...finding, level };
  });
}

type Found = Readonly<Record<Outcome['kind'], Finding[]>>;

/** Applies rules to an inventory, with the same options. */
type Apply = (inventory: BackupInventory, rules: readonly Rule[]) => Found;

function findingsOf(inventory: BackupInventory, rules: readonly Rule[], options: CheckOptions, moment: Date): Found {
  const found: Found = { fault: [], unknown: [] };
  for (const rule of rules) {
    for (const { kind, level = rule.level, address, key, message } of rule.evaluate(inventory, options, moment)) {
      found[kind].push({ rule, level, address, key, message });
    }
  }
  return found;
}

const BY_DEFAULTS = ' This depends on defaults of parameters, which a deployment can override.';

/** A finding that depends on defaults of parameters states it. The finding is a warning if a default is a placeholder. */
function certainOrNot(findings: readonly Finding[], inventory: BackupInventory, apply: Apply): readonly Finding[] {
  if (findings.length === 0) { return findings; }
  const certain = placesIn(findings, inventory.withoutDefaults, apply);
  const uncertain = findings.filter((finding) => !certain.has(findingKey(finding)));
  if (uncertain.length === 0) { return findings; }
  const meant = placesIn(uncertain, inventory.withoutPlaceholders, apply);
  return findings.map((finding) => (certain.has(findingKey(finding)) ? finding : {
    ...finding,
    level: meant.has(findingKey(finding)) ? finding.level : 'warning',
    message: finding.message + BY_DEFAULTS,
  }));
}

/** The findings that an inventory without some defaults has too. Without an inventory, all of them. */
function placesIn(findings: readonly Finding[], inventory: BackupInventory | undefined, apply: Apply): ReadonlySet<string> {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return new Set((inventory ? apply(inventory, rules).fault : findings).map(findingKey));
}

/** Identifies a finding in a run. Its message does not. */
export function findingKey({ rule, level, address: { sourceId, logicalId, path }, key }: Finding): string {
  return JSON.stringify([rule.id, level, sourceId, logicalId, path, key]);
}

/** The findings of several evaluations. If two of them report the same finding, it appears once, as in a report of the CDK. */
export function joined(evaluations: readonly Evaluation[]): Evaluation {
  const [only, ...others] = evaluations;
  if (others.length === 0) { return only; }
  return { findings: eachFromFirst(evaluations.map(({ findings }) => findings)), unknown: eachFromFirst(evaluations.map(({ unknown }) => unknown)) };
}

function eachFromFirst(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const first = new Map<string, readonly Finding[]>();
  return lists.flatMap((findings) => findings.filter((finding) => {
    const key = findingKey(finding);
    if (!first.has(key)) { first.set(key, findings); }
    return first.get(key) === findings;
  }));
}
