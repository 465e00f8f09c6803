import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { folderWith, run } from './binary';
import { FAULTY_YAML, MESSAGE, ONE_RULE } from './templates';
import { Baseline } from '../../src/cli/baseline';
import type { ReportedFinding } from '../../src/cli/report/report';

function recorded(): { readonly cwd: string; readonly check: (...args: string[]) => ReturnType<typeof run> } {
  const cwd = folderWith({ 'a.yaml': FAULTY_YAML });
  const check = (...args: string[]) => run(['check', 'a.yaml', ...ONE_RULE, '--baseline', 'baseline.json', ...args], { cwd });
  expect(check('--update-baseline')).toEqual({ code: 0, err: '\'baseline.json\' accepts 1 error and 0 warnings.\n', out: '0 errors, 0 warnings in 2 resources of 1 template; 0 unknown values; 1 in the baseline\n' });
  return { cwd, check };
}

test('a recorded finding does not fail, even if it moves', () => {
  const { cwd, check } = recorded();
  writeFileSync(join(cwd, 'a.yaml'), `# more\n# lines\n${FAULTY_YAML}`);
  expect(check()).toEqual({ code: 0, err: '', out: '0 errors, 0 warnings in 2 resources of 1 template; 0 unknown values; 1 in the baseline\n' });
});

test('only new findings fail and are listed', () => {
  const { cwd, check } = recorded();
  const again = FAULTY_YAML.slice(FAULTY_YAML.indexOf('  Plan:'), FAULTY_YAML.indexOf('  Vault:')).replace('Plan:', 'Another:');
  writeFileSync(join(cwd, 'a.yaml'), FAULTY_YAML + again);
  const { code, out } = check();
  expect(code).toBe(1);
  expect(out).toMatch(/^Another AWS::Backup::BackupPlan\n/);
  expect(out).not.toMatch(/^Plan /m);
  expect(out).toContain('1 error, 0 warnings in 3 resources of 1 template; 0 unknown values; 1 in the baseline\n');
  const findings = (JSON.parse(check('--format', 'json').out) as { findings: { resource: string; baseline: string }[] }).findings;
  expect(findings.map(({ resource, baseline }) => [resource, baseline])).toEqual([['Plan', 'known'], ['Another', 'new']]);
});

test('the same finding twice must be recorded twice', () => {
  const { cwd, check } = recorded();
  const rule = /          - RuleName[^]*?: 7\n/.exec(FAULTY_YAML)![0];
  writeFileSync(join(cwd, 'a.yaml'), FAULTY_YAML.replace(rule, rule + rule));
  expect(check()).toMatchObject({ code: 1, out: expect.stringContaining('1 error, 0 warnings') });
});

test('fixed findings are listed', () => {
  const { cwd, check } = recorded();
  writeFileSync(join(cwd, 'a.yaml'), FAULTY_YAML.replace('DeleteAfterDays: 7', 'DeleteAfterDays: 35'));
  expect(check()).toEqual({
    code: 0,
    err: '',
    out: `fixed a.yaml Plan: Backup-RuleFitsVaultLock ${MESSAGE}\n\n0 errors, 0 warnings in 2 resources of 1 template; 0 unknown values; 1 fixed\n`,
  });
  const { runs: [{ results }] } = JSON.parse(check('--format', 'sarif').out) as { runs: { results: { baselineState: string }[] }[] };
  expect(results.map(({ baselineState }) => baselineState)).toEqual(['absent']);
});

test('the file is stable, so that it can be committed', () => {
  const { cwd, check } = recorded();
  const first = readFileSync(join(cwd, 'baseline.json'), 'utf8');
  check('--update-baseline');
  expect(readFileSync(join(cwd, 'baseline.json'), 'utf8')).toBe(first);
  expect(JSON.parse(first)).toEqual({
    version: 2,
    findings: [{
      rule: 'Backup-RuleFitsVaultLock',
      file: 'a.yaml',
      resource: 'Plan',
      property: 'BackupPlan.BackupPlanRule[].Lifecycle.DeleteAfterDays',
      key: expect.any(String),
      message: MESSAGE,
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    }],
  });
});

test.each<[string, string | undefined, string]>([
  ['is not there', undefined, 'The baseline \'b.json\' does not exist. Use \'--update-baseline\' to record today\'s findings.\n'],
  ['has an older format', '{"version": 1, "findings": []}',
    'The baseline \'b.json\' must have format 2, got format 1. Use \'--update-baseline\' to record it again.\n'],
  ['is something else', '{"version": 2}', '\'b.json\' is not a baseline. Use \'--update-baseline\' to record one.\n'],
  ['is not JSON', 'x', '\'b.json\' is not a baseline. Use \'--update-baseline\' to record one.\n'],
])('fails if the baseline %s', (_, text, message) => {
  const cwd = folderWith({ 'a.yaml': FAULTY_YAML, ...text !== undefined && { 'b.json': text } });
  expect(run(['check', 'a.yaml', '--baseline', 'b.json'], { cwd })).toEqual({ code: 2, out: '', err: message });
});

describe('every baseline that is written is read', () => {
  /** Records findings, and returns how many of them the file accepts. */
  function accepted(findings: readonly ReportedFinding[]): number {
    const path = join(folderWith({ 'b.json': [...Baseline.of(findings).parts()].join('') }), 'b.json');
    return Baseline.read(path, 'b.json').compare(findings).findings.filter(({ known }) => known).length;
  }

  const hostile = fc.constantFrom('\ud800', '\udfff', '\u0000', '\u001b', '\u202e', '\ufeff', '\u2028', '"', '\\', '\n', ' ', '__proto__');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hostile }));
  const recordedFinding = fc.record({ rule: text, file: text, resource: text, property: text, key: text, message: text, fingerprint: text });
  const finding = recordedFinding as fc.Arbitrary<unknown> as fc.Arbitrary<ReportedFinding>;

  test('with any names', () => {
    fc.assert(fc.property(fc.array(finding, { maxLength: 5 }), (findings) => {
      expect(accepted(findings)).toBe(findings.length);
    }), { seed: 20261129, numRuns: 200 });
  });

  test('with more text than a template can have', () => {
    const findings = Array.from({ length: 20 }, (_, index) => (
      { rule: 'r', file: 'f', resource: 'R', property: 'p', key: 'k', message: 'x'.repeat(300_000), fingerprint: String(index) }
    )) as readonly unknown[] as readonly ReportedFinding[];
    expect(accepted(findings)).toBe(20);
  });
});
