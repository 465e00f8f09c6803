import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { ROOT, folderWith, run } from './binary';
import { FAULTY_JSON, FAULTY_YAML, MESSAGE, ONE_RULE, OPEN_YAML } from './templates';

const jsonOf = (...path: string[]): object => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as object;
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const isReport = ajv.compile(jsonOf('schemas', 'check.json'));
const draft4 = new AjvDraft4({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(draft4 as unknown as Ajv);
const isSarif = draft4.compile(jsonOf('node_modules', '@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'));

const cwd = folderWith({
  'a b.yaml': FAULTY_YAML,
  'open.yaml': OPEN_YAML,
  'other/template.json': FAULTY_JSON,
});

function parsed(args: readonly string[]): Record<string, any> {
  const { out, err } = run(['check', ...args], { cwd });
  expect(err).toBe('');
  return JSON.parse(out) as Record<string, any>;
}

describe('json', () => {
  test('matches its schema', () => {
    const report = parsed(['a b.yaml', 'open.yaml', 'other', ...ONE_RULE, '--format', 'json']);
    expect([isReport(report), isReport.errors]).toEqual([true, null]);
    expect(report.summary).toEqual({ templates: 3, resources: 6, errors: 2, warnings: 0, unknown: 1, known: 0, fixed: 0 });
    expect(report.findings).toEqual([expect.objectContaining({
      rule: 'Backup-RuleFitsVaultLock',
      level: 'error',
      message: MESSAGE,
      file: 'a b.yaml',
      line: 14,
      column: 15,
      resource: 'Plan',
      type: 'AWS::Backup::BackupPlan',
      path: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
    }), expect.objectContaining({ file: 'other/template.json', line: 13, column: 51 })]);
    expect(report.unknown).toEqual([expect.objectContaining({ file: 'open.yaml', line: 14, column: 15 })]);
  });

  test('its schema rejects other properties', () => {
    const report = parsed(['a b.yaml', ...ONE_RULE, '--format', 'json']);
    expect(isReport({ ...report, findings: [{ ...report.findings[0], line: 0 }] })).toBe(false);
    expect(isReport({ ...report, more: 1 })).toBe(false);
  });

  test.each([[], ['--strict'], ['--pack', 'BackupChecks'], ['--pack', 'ResilienceChecks']])('is valid with %j too', (...args) => {
    expect(isReport(parsed(['a b.yaml', 'open.yaml', '--format', 'json', ...args]))).toBe(true);
  });
});

describe('sarif', () => {
  const sarif = (...args: string[]) => parsed([...args, '--format', 'sarif']);

  test('is valid', () => {
    expect([isSarif(sarif('a b.yaml', 'open.yaml', 'other')), isSarif.errors]).toEqual([true, null]);
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('has positions, rules with help, and fingerprints', () => {
    const [{ tool, results }] = sarif('a b.yaml', ...ONE_RULE).runs;
    const [rule] = tool.driver.rules;
    expect(rule).toMatchObject({
      id: 'Backup-RuleFitsVaultLock',
      shortDescription: { text: 'The retention of a rule is within the lock of its vault.' },
      help: { text: expect.stringContaining('Fix: Change the retention') },
      helpUri: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
      defaultConfiguration: { level: 'error' },
    });
    expect(results).toEqual([expect.objectContaining({
      ruleId: rule.id,
      ruleIndex: 0,
      level: 'error',
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 14, startColumn: 15 } },
        logicalLocations: [{ name: 'Plan', fullyQualifiedName: 'Plan.BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays', kind: 'resource' }],
      }],
      partialFingerprints: { 'backupFinding/v2': expect.stringMatching(/^[0-9a-f]{32}$/) },
    })]);
  });

  test('a file outside of the folder has the whole path', () => {
    const { out } = run(['check', '../a b.yaml', ...ONE_RULE, '--format', 'sarif'], { cwd: join(cwd, 'other') });
    expect(out).toMatch(/"uri": "file:\/\/\/.*a%20b\.yaml"/);
  });
});
