import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { binary, folderWith, run } from './binary';
import { FAULTY_YAML, MESSAGE, ONE_RULE, VAULT_YAML } from './templates';

const FILES = { 'a.yaml': FAULTY_YAML, 'v.yaml': VAULT_YAML, 'p.json': '{}' };

/** Runs the command in a shell, for what only a shell can set up. */
function shell(script: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', process.execPath, binary(), ...ONE_RULE], { cwd, encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, err: stderr };
}

describe('a file is written as a whole', () => {
  test('a baseline that cannot be written stays unchanged', () => {
    const cwd = folderWith(FILES);
    run(['check', 'a.yaml', ...ONE_RULE, '--baseline', 'b.json', '--update-baseline'], { cwd });
    const before = readFileSync(join(cwd, 'b.json'), 'utf8');
    const { code, err } = shell('ulimit -f 0; trap "" XFSZ; "$1" "$2" check a.yaml "${@:3}" --baseline b.json --update-baseline', cwd);

    expect({ code, err }).toEqual({ code: 2, err: '\'b.json\' cannot be written (EFBIG).\n' });
    expect(readFileSync(join(cwd, 'b.json'), 'utf8')).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'b.json', 'p.json', 'v.yaml']);
  });

  test('behind a symbolic link, with its mode', () => {
    const cwd = folderWith({ ...FILES, 'real/report.txt': 'old' });
    symlinkSync('real/report.txt', join(cwd, 'link.txt'));
    chmodSync(join(cwd, 'real/report.txt'), 0o640);
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--output', 'link.txt'], { cwd }).code).toBe(1);

    expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real/report.txt'), 'utf8')).toContain(MESSAGE);
    expect(statSync(join(cwd, 'real/report.txt')).mode.toString(8)).toBe('100640');
    expect(readdirSync(join(cwd, 'real'))).toEqual(['report.txt']);
  });
});

test.each<[readonly string[], string]>([
  [['--output', 'a.yaml'], '\'a.yaml\' is also an input. Write to another file.\n'],
  [['--output', './v.yaml'], '\'./v.yaml\' is also an input. Write to another file.\n'],
  [['--output', 'link.yaml'], '\'link.yaml\' is also an input. Write to another file.\n'],
  [['--output', 'p.json', '--params', 'p.json'], '\'p.json\' is also an input. Write to another file.\n'],
  [['--baseline', 'a.yaml', '--update-baseline'], '\'a.yaml\' is also an input. Write to another file.\n'],
  [['--output', 'folder'], '\'folder\' must be a file, got a directory, a device, or a pipe.\n'],
  [['--output', '/dev/null'], '\'/dev/null\' must be a file, got a directory, a device, or a pipe.\n'],
  [['--output', 'pipe'], '\'pipe\' must be a file, got a directory, a device, or a pipe.\n'],
])('%j overwrites nothing', (args, message) => {
  const cwd = folderWith(FILES);
  mkdirSync(join(cwd, 'folder'));
  symlinkSync('a.yaml', join(cwd, 'link.yaml'));
  spawnSync('mkfifo', [join(cwd, 'pipe')]);
  const { code, out, err } = run(['check', 'a.yaml', 'v.yaml', ...ONE_RULE, ...args], { cwd });

  expect({ code, out, err }).toEqual({ code: 2, out: '', err: message });
  expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(FAULTY_YAML);
  expect(readFileSync(join(cwd, 'v.yaml'), 'utf8')).toBe(VAULT_YAML);
  expect(readFileSync(join(cwd, 'p.json'), 'utf8')).toBe('{}');
});

test('a report does not overwrite the baseline', () => {
  const cwd = folderWith(FILES);
  const { code, err } = run(['check', 'a.yaml', ...ONE_RULE, '--baseline', 'b.json', '--update-baseline', '--output', 'b.json'], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: '\'b.json\' accepts 1 error and 0 warnings.\n\'b.json\' is also an input. Write to another file.\n' });
});

describe('the standard output', () => {
  (existsSync('/dev/full') ? test : test.skip)('that is full ends with a sentence', () => {
    const { code, err } = shell('"$1" "$2" check a.yaml "${@:3}" > /dev/full', folderWith(FILES));
    expect({ code, err }).toEqual({ code: 2, err: 'The command cannot write to the standard output (ENOSPC).\n' });
  });

  (existsSync('/dev/full') ? test : test.skip)('and the error output that is full end with the code', () => {
    expect(shell('"$1" "$2" check nowhere.yaml 2> /dev/full', folderWith(FILES)).code).toBe(2);
  });

  test('of a deleted working directory ends with a message', () => {
    const cwd = folderWith({ ...FILES, 'sub/a.yaml': FAULTY_YAML });
    const { code, err } = shell('cd sub; rm -r ../sub; "$1" "$2" check a.yaml', cwd);
    expect({ code, err }).toEqual({ code: 2, err: 'The working directory does not exist.\n' });
  });
});

describe('names of a template', () => {
  const HOSTILE = '::error::x\n::set-output name=a::b\u001b[31m\u202e';
  const text = FAULTY_YAML.replace('  Plan:', `  ${JSON.stringify(HOSTILE)}:`);

  test('are escaped in the report', () => {
    const { out } = run(['check', 'h.yaml', ...ONE_RULE], { cwd: folderWith({ 'h.yaml': text }) });
    expect(out.split('\n')[0]).toBe('\\::error::x\\u000a::set-output name=a::b\\u001b[31m\\u202e AWS::Backup::BackupPlan');
    expect(out.split('\n').filter((line) => /^(?:::|##)/.test(line))).toEqual([]);
  });

  test('stay unchanged for programs', () => {
    const { out } = run(['check', 'h.yaml', ...ONE_RULE, '--format', 'json'], { cwd: folderWith({ 'h.yaml': text }) });
    expect((JSON.parse(out) as { findings: readonly { resource: string }[] }).findings[0].resource).toBe(HOSTILE);
  });

  test('are not links in SARIF', () => {
    const linked = FAULTY_YAML.replace('  Plan:', '  "[x](https://example.com)":');
    const { out } = run(['check', 'h.yaml', ...ONE_RULE, '--format', 'sarif'], { cwd: folderWith({ 'h.yaml': linked }) });
    const { runs: [{ results: [{ message }] }] } = JSON.parse(out) as { runs: [{ results: [{ message: { text: string } }] }] };
    expect(message.text).toMatch(/^\\\[x\\\]\(https:\/\/example\.com\): /);
  });
});

test('names of files are escaped in sentences', () => {
  const cwd = folderWith(FILES);
  const { code, err } = run(['check', '::error::no\n::warning::such'], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: '\'::error::no\n\\::warning::such\' does not exist.\n' });
});
