import { LIMITS } from '../../../capabilities/limits';
import type { BackupInventory, Plan, PlanRule, Property } from '../../../inventory';
import { featureProblems } from '../../../validation/plan/features';
import { scanModeProblems, scannerProblems } from '../../../validation/plan/scans';
import { rangeProblems } from '../../../validation/ranges';
import type { Problem } from '../../../values/problem';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';

const ALL_TYPES = 'ALL';

export const ruleIndexesAndScans: Rule = {
  id: RuleId.RULE_INDEXES_AND_SCANS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A rule indexes and scans types that AWS Backup can index and scan, in a way that exists.',
  why: 'AWS Backup refuses other types and more than one. Scans need \'ScanActions\' in a rule and \'ScanSettings\' in its plan: with one of them '
    + 'nothing is scanned, which is a warning.',
  fix: 'Name one type to index, EBS or S3, and give both blocks for scans or none.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html',
  evaluate: (inventory: BackupInventory) => [...inventory.rules.flatMap(ofRule), ...inventory.plans.flatMap(ofPlan)],
};

function ofRule(rule: PlanRule): Outcome[] {
  const { address, properties, plan } = rule;
  const say = (problem: string | Problem) => `${ruleInWords(rule)}: ${String(problem)}`;
  const place = below(address, 'IndexActions');
  const actions = properties.get('IndexActions').items();
  const types = typesIn(actions);
  if (actions === UNKNOWN || types.includes(UNKNOWN)) { return [unknown(place, say('the types of \'IndexActions\' cannot be known')), ...ofScans(rule, plan)]; }
  const name = 'IndexActions.ResourceTypes';
  const problems = [
    ...rangeProblems('IndexActions', actions?.length, { ...LIMITS.indexResourceTypesPerRule, unit: 'entries' }),
    ...rangeProblems(name, types.length, LIMITS.indexResourceTypesPerRule),
    ...types.flatMap((type) => featureProblems(name, type, 'searchIndex')),
  ];
  return [...problems.map((problem) => fault(place, say(problem))), ...ofScans(rule, plan)];
}

function ofScans(rule: PlanRule, { scanSettings }: Plan): Outcome[] {
  const scans = rule.properties.get('ScanActions');
  const place = below(rule.address, 'ScanActions');
  const entries = scans.items();
  const values = (isKnown(entries) ? entries : []).flatMap((entry) => [
    ...scannerProblems('ScanActions.MalwareScanner', entry.get('MalwareScanner').string()), ...scanModeProblems('ScanActions.ScanMode', entry.get('ScanMode').string()),
  ]).map((problem) => fault(place, `${ruleInWords(rule)}: ${problem}`));
  if (values.length > 0 || scans.given === false || scanSettings.given === true) { return values; }
  return [scans.given, scanSettings.given].includes(UNKNOWN)
    ? [unknown(place, `${ruleInWords(rule)}: whether its plan has the 'ScanSettings' that 'ScanActions' need cannot be known`)]
    : [fault(place, `${ruleInWords(rule)}: 'ScanActions' needs 'ScanSettings' in the plan, got none: add them, or nothing is scanned`, 'warning')];
}

function ofPlan({ address, inWords, scanSettings, rules }: Plan): Outcome[] {
  if (scanSettings.given === false) { return []; }
  const name = 'ScanSettings.ResourceTypes';
  const place = below(address, 'BackupPlan.ScanSettings');
  const types = typesIn(scanSettings.items());
  const entries = scanSettings.items();
  const problems = [
    ...types.filter((type) => type !== ALL_TYPES).flatMap((type) => featureProblems(name, type, 'malwareScan')),
    ...(isKnown(entries) ? entries : []).flatMap((entry) => scannerProblems('ScanSettings.MalwareScanner', entry.get('MalwareScanner').string())),
  ];
  const scanned = isKnown(rules) ? rules.map((rule) => rule.properties.get('ScanActions').given) : [UNKNOWN];
  return [
    ...problems.map((problem) => fault(place, `plan ${inWords}: ${problem}`)),
    ...scanned.every((given) => given === false) ? [fault(place, `plan ${inWords}: 'ScanSettings' needs 'ScanActions' in a rule, got none: add them, or nothing is scanned`, 'warning')] : [],
    ...problems.length === 0 && types.includes(UNKNOWN) ? [unknown(place, `plan ${inWords}: the types of 'ScanSettings' cannot be known`)] : [],
  ];
}

/** The types that each entry of a list names. */
function typesIn(entries: Value<readonly Property[]>): Value<string>[] {
  if (!isKnown(entries)) { return entries === UNKNOWN ? [UNKNOWN] : []; }
  return entries.flatMap((entry): Value<string>[] => {
    const types = entry.get('ResourceTypes').items();
    return isKnown(types) ? types.map((type) => type.string()) : types === UNKNOWN ? [types] : [];
  });
}
