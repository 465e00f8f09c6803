import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, binary, folderWith, run } from './binary';
import { FAULTY_YAML, VAULT_YAML } from './templates';

describe('the hook of pre-commit', () => {
  interface Hook { readonly id: string; readonly entry: string; readonly language: string; readonly files: string }
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
  const [command, ...args] = hook.entry.split(' ');
  const checks = (files: Readonly<Record<string, string>>) => run([...args, ...Object.keys(files)], { cwd: folderWith(files) });

  test('runs the command of the package with Node.js', () => {
    expect(hook.language).toBe('node');
    expect(Object.keys((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly bin: object }).bin)).toContain(command);
  });

  test('is passed the files that can be templates', () => {
    const files = new RegExp(hook.files);
    expect(['a.yaml', 'b/c.yml', 'd.json', 'e.template'].filter((name) => !files.test(name))).toEqual([]);
    expect(['a.ts', 'yaml', 'a.yaml.md'].filter((name) => files.test(name))).toEqual([]);
  });

  test('fails for a changed template with an error', () => {
    expect(checks({ 'a.yaml': FAULTY_YAML, 'package.json': '{}' })).toMatchObject({ code: 1, err: '' });
  });

  test('ignores changed files that are not templates', () => {
    const policy = '{ "Statement": [{ "Resource": "AWS::Region" }] }';
    expect(checks({ 'a.yaml': VAULT_YAML, 'package.json': '{}', 'policy.json': policy })).toMatchObject({ code: 0, err: '' });
    expect(checks({ 'package.json': '{}' })).toMatchObject({ code: 0, err: '' });
  });

  test('fails for a changed template that cannot be read', () => {
    expect(checks({ 'a.yaml': `${VAULT_YAML} [` })).toMatchObject({ code: 2 });
  });
});

test('without the option, a file that is not a template is an error', () => {
  expect(run(['check', 'package.json'], { cwd: folderWith({ 'package.json': '{}' }) })).toMatchObject({ code: 2 });
});

describe('the action', () => {
  interface Step { readonly uses?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>> }
  interface Action { readonly inputs: Readonly<Record<string, { readonly default: string }>>; readonly runs: { readonly steps: readonly Step[] } }
  const { inputs, runs: { steps } } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

  /** Runs the script of the action as a runner does, with a folder of templates. */
  function runStep(files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
    const cwd = folderWith({ ...files, 'runner/summary.md': 'before\n', 'runner/output': '' });
    const runner = join(cwd, 'runner');
    writeFileSync(join(runner, 'npx'), `#!/bin/sh\n[ "$1" = --yes ] && [ "$2" = cdk-compliant-backup@latest ] && shift 2\nexec '${process.execPath}' '${binary()}' "$@"\n`);
    chmodSync(join(runner, 'npx'), 0o755);
    const step = steps.find((each) => each.run !== undefined)!;
    const value = (expression: string) => {
      const [, name] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(expression)!;
      return given[name] ?? inputs[name].default;
    };
    const { status, stderr, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run!], {
      cwd,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(Object.entries(step.env!).map(([name, expression]) => [name, value(expression)])),
        PATH: `${runner}:${process.env.PATH}`,
        GITHUB_ACTION_PATH: ROOT,
        RUNNER_TEMP: runner,
        GITHUB_OUTPUT: join(runner, 'output'),
        GITHUB_STEP_SUMMARY: join(runner, 'summary.md'),
      },
      timeout: 60_000,
    });
    const sarif = join(runner, 'cdk-compliant-backup.sarif');
    return {
      code: status,
      log: stdout + stderr,
      output: readFileSync(join(runner, 'output'), 'utf8').replaceAll(runner, ''),
      summary: readFileSync(join(runner, 'summary.md'), 'utf8'),
      results: existsSync(sarif) ? (JSON.parse(readFileSync(sarif, 'utf8')) as { readonly runs: readonly { readonly results: readonly unknown[] }[] }).runs[0].results.length : undefined,
    };
  }

  const ONE_PACK = '--pack=ValidityChecks';

  test('fails for an error, uploads it, and writes it into the summary', () => {
    const { code, output, summary, results } = runStep({ 'templates/a b.yaml': FAULTY_YAML }, { paths: '\n  \ntemplates/a b.yaml\n', options: `${ONE_PACK}\n--account\n111122223333` });
    expect({ code, output, results }).toEqual({ code: 1, output: 'sarif=/cdk-compliant-backup.sarif\n', results: 1 });
    expect(summary).toMatch(/^before\n/);
    expect(summary).toContain('Backup-RuleFitsVaultLock');
  });

  test('succeeds without errors, and uploads that there are none', () => {
    expect(runStep({ 'a.yaml': VAULT_YAML }, { options: ONE_PACK })).toMatchObject({ code: 0, output: 'sarif=/cdk-compliant-backup.sarif\n', results: 0 });
  });

  test('fails for a file that cannot be read, and uploads the findings of the others', () => {
    const { code, results, log } = runStep({ 'a.yaml': FAULTY_YAML, 'b.yaml': `${VAULT_YAML} [` }, { options: ONE_PACK });
    expect({ code, results }).toEqual({ code: 2, results: 1 });
    expect(log).toContain('b.yaml');
  });

  test('uploads nothing if no template can be read', () => {
    expect(runStep({}, { paths: 'nowhere.yaml' })).toMatchObject({ code: 2, output: '', summary: 'before\n', results: undefined });
  });

  test('uses other actions at the commits that were reviewed', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    const workflow = readFileSync(join(ROOT, '.github', 'workflows', 'build.yml'), 'utf8');
    expect(used.filter((uses) => uses.startsWith('actions/') && !workflow.includes(uses))).toEqual([]);
  });
});
