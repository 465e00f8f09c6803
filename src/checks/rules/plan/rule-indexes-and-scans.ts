import { LIMITS } from '../../../capabilities/limits';
import { ALL_TYPES } from '../../../capabilities/scans';
import type { BackupInventory, Plan, PlanRule, Property } from '../../../inventory';
import { featureProblems } from '../../../validation/plan/features';
import { scannerCanAssume, untrustingScannerRole } from '../../../validation/plan/scanner-role';
import { scanModeProblems, scannerProblems } from '../../../validation/plan/scans';
import { rangeProblems } from '../../../validation/ranges';
import { allOf, anyOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const INDEXED = 'IndexActions.ResourceTypes';

export const ruleIndexesAndScans: Rule = {
  id: RuleId.RULE_INDEXES_AND_SCANS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A rule indexes and scans only types that AWS Backup can index and scan, with a scanner and mode that exist, and a role that the scanner can assume.',
  why: 'AWS Backup rejects other types, and more than one type to index. A scan requires \'ScanActions\' in a rule and \'ScanSettings\' in its plan. With one of them '
    + 'alone, nothing is scanned, which is a warning. Amazon GuardDuty scans with the role of the plan. If it cannot assume the role, every scan fails.',
  fix: 'Name one type to index, EBS or S3. For scans, set both blocks or neither, and let malware-protection.guardduty.amazonaws.com assume the role.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html',
  evaluate: (inventory: BackupInventory) => [...inventory.rules.flatMap(ofRule), ...inventory.plans.flatMap((plan) => ofPlan(plan, inventory))],
};

function ofRule(rule: PlanRule): Outcome[] {
  const { address, properties, plan } = rule;
  const subject = ruleLabel(rule);
  const place = below(address, 'IndexActions');
  const actions = properties.get('IndexActions').items();
  const types = typesIn(actions);
  if (actions === UNKNOWN || types.includes(UNKNOWN)) { return [unknown(place, `${subject}: the types of 'IndexActions' are unknown.`), ...ofScans(rule, plan)]; }
  const problems = [
    ...rangeProblems('IndexActions', actions?.length, { ...LIMITS.indexResourceTypesPerRule, unit: 'entries' }).map((problem) => problem.ofElement('entries')),
    ...rangeProblems(INDEXED, types.length, LIMITS.indexResourceTypesPerRule).map((problem) => problem.ofElement('types')),
    ...types.flatMap((type) => featureProblems(INDEXED, type, 'searchIndex')),
  ];
  return [...faults(place, problems.map((problem) => problem.of(subject))), ...ofScans(rule, plan)];
}

function ofScans(rule: PlanRule, { scanSettings }: Plan): Outcome[] {
  const scans = rule.properties.get('ScanActions');
  const place = below(rule.address, 'ScanActions');
  const subject = ruleLabel(rule);
  const entries = scans.items();
  const problems = elementsOf(entries).flatMap((entry) => [
    ...scannerProblems('ScanActions.MalwareScanner', entry.get('MalwareScanner').string()), ...scanModeProblems('ScanActions.ScanMode', entry.get('ScanMode').string()),
  ]);
  if (problems.length > 0 || scans.isPresent === false || scanSettings.isPresent === true) {
    return faults(place, problems.map((problem) => problem.of(subject)));
  }
  return [scans.isPresent, scanSettings.isPresent].includes(UNKNOWN)
    ? [unknown(place, `${subject}: whether its plan has the 'ScanSettings' that 'ScanActions' require is unknown.`)]
    : [fault(place, new Problem('no-settings', '\'ScanActions\' requires \'ScanSettings\' in the plan, got none. Add them. Otherwise nothing is scanned.').of(subject), 'warning')];
}

function ofPlan({ address, label, scanSettings, rules, environment }: Plan, inventory: BackupInventory): Outcome[] {
  if (scanSettings.isPresent === false) { return []; }
  const name = 'ScanSettings.ResourceTypes';
  const place = below(address, 'BackupPlan.ScanSettings');
  const subject = `plan ${label}`;
  const entries = scanSettings.items();
  const types = typesIn(entries);
  const problems = [
    ...types.filter((type) => type !== ALL_TYPES).flatMap((type) => featureProblems(name, type, 'malwareScan')),
    ...elementsOf(entries).flatMap((entry) => scannerProblems('ScanSettings.MalwareScanner', entry.get('MalwareScanner').string())),
  ];
  const scans = isKnown(rules) ? anyOf(rules.map((rule) => rule.properties.get('ScanActions').isPresent)) : UNKNOWN;
  const roles = elementsOf(entries).map((entry) => inventory.roleMeantBy(entry.get('ScannerRoleArn'), environment)).filter((role) => role !== undefined);
  const fails = allOf([scans, anyOf(roles.map((role) => (isKnown(role) ? not(scannerCanAssume(role.trust)) : UNKNOWN)))]);
  const noActions = new Problem('no-actions', '\'ScanSettings\' requires \'ScanActions\' in a rule, got none. Add them. Otherwise nothing is scanned.');
  return [
    ...faults(place, [...problems, ...fails === true ? [untrustingScannerRole('ScanSettings.ScannerRoleArn')] : []].map((problem) => problem.of(subject))),
    ...scans === false ? [fault(place, noActions.of(subject), 'warning')] : [],
    ...problems.length === 0 && types.includes(UNKNOWN) ? [unknown(place, `${subject}: the types of 'ScanSettings' are unknown.`)] : [],
    ...fails === UNKNOWN ? [unknown(place, `${subject}: whether Amazon GuardDuty can assume the role in 'ScanSettings' is unknown.`)] : [],
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
