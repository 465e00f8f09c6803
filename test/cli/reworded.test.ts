import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { Baseline } from '../../src/cli/baseline';
import { fingerprintOf, findingIdentity } from '../../src/cli/fingerprint';
import type { Report, ReportedFinding } from '../../src/cli/report/report';
import { sarifReport } from '../../src/cli/report/sarif';
import { Problem } from '../../src/values/problem';

const RULE = RULES.find(({ id }) => id === RuleId.PLAN_NAME)!;

function reported({ key, message }: Problem): ReportedFinding {
  const identity = findingIdentity({ rule: RULE.id, address: { logicalId: 'Plan', path: 'BackupPlan.BackupPlanName' }, key }, 'a.yaml');
  return {
    ...identity,
    fingerprint: fingerprintOf(identity),
    message,
    level: 'error',
    of: RULE,
    type: 'AWS::Backup::BackupPlan',
    path: 'BackupPlan.BackupPlanName',
    line: 1,
    column: 1,
    known: false,
  };
}

const reportOf = (finding: ReportedFinding): Report => ({ version: '0.0.0', packs: [], rules: [RULE], templates: [], findings: [finding], unknown: [] });

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly partialFingerprints: object }[] }[];
}

const fingerprintsIn = (finding: ReportedFinding) =>
  (JSON.parse([...sarifReport(reportOf(finding))].join('')) as Sarif).runs[0].results.map(({ partialFingerprints }) => partialFingerprints);

const ORIGINAL = reported(new Problem('maximum', 'One sentence.'));
const REWORDED = reported(new Problem('maximum', 'Another sentence.'));
const OTHER = reported(new Problem('pattern', 'One sentence.'));

test('a reworded finding is in the baseline, and one with another key is not', () => {
  const { findings, fixed } = Baseline.of([ORIGINAL]).compare([REWORDED]);
  expect(findings.map(({ known }) => known)).toEqual([true]);
  expect(fixed).toEqual([]);
  expect(Baseline.of([ORIGINAL]).compare([OTHER]).findings.map(({ known }) => known)).toEqual([false]);
});

test('a reworded finding has the same fingerprint in SARIF, and one with another key has not', () => {
  expect(fingerprintsIn(REWORDED)).toEqual(fingerprintsIn(ORIGINAL));
  expect(fingerprintsIn(OTHER)).not.toEqual(fingerprintsIn(ORIGINAL));
});
