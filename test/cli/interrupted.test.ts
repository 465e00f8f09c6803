import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { binary, folderWith, run } from './binary';
import { FAULTY_JSON, ONE_RULE } from './templates';

/** Many findings, so that writing them needs time. */
const LARGE = JSON.stringify({
  Resources: {
    V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', LockConfiguration: { MinRetentionDays: 30 } } },
    ...Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`P${index}`, {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: { BackupPlanName: `p${index}`, BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: 'V' }, Lifecycle: { DeleteAfterDays: 7 } }] },
      },
    }])),
  },
});
const BASELINE = ['check', 'a.json', ...ONE_RULE, '--baseline', 'base.json', '--update-baseline'];
const BOTH = [...BASELINE, '--format', 'json', '--output', 'report.json'];

function start(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [binary(), ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => { err += String(text); });
  const end = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, err }));
  return { child, end };
}

function parsed(cwd: string, file: string): unknown {
  return JSON.parse(readFileSync(join(cwd, file), 'utf8'));
}

/** Waits until a file whose name matches exists, or the process has ended. */
async function appears(cwd: string, name: RegExp, child: { readonly exitCode: number | null }) {
  while (child.exitCode === null && !readdirSync(cwd).some((file) => name.test(file))) { await wait(1); }
}

describe.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('%s', (signal) => {
  test('before anything is written leaves the files as they were', async () => {
    const cwd = folderWith({ 'a.json': LARGE, 'base.json': 'old', 'report.json': 'old' });
    const { child, end } = start(cwd, BOTH);
    await wait(60);
    child.kill(signal);
    expect(await end).toEqual({ code: null, signal, err: '' });
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'base.json', 'report.json']);
    expect([readFileSync(join(cwd, 'base.json'), 'utf8'), readFileSync(join(cwd, 'report.json'), 'utf8')]).toEqual(['old', 'old']);
  }, 30_000);

  test.each<[string, RegExp]>([
    ['the baseline', /^\.base\.json\..*\.tmp$/],
    ['the report', /^\.report\.json\..*\.tmp$/],
  ])('while %s is written leaves whole files, and no temporary file', async (_, temporary) => {
    const cwd = folderWith({ 'a.json': LARGE });
    const { child, end } = start(cwd, BOTH);
    await appears(cwd, temporary, child);
    child.kill(signal);
    expect(await end).toMatchObject({ code: null, signal });
    const files = readdirSync(cwd).filter((file) => file !== 'a.json');
    expect(files.filter((file) => !['base.json', 'report.json'].includes(file))).toEqual([]);
    for (const file of files) { expect(parsed(cwd, file)).toMatchObject({ findings: { length: 5_000 } }); }
  }, 30_000);
});

test('runs at once that write the same baseline and report leave whole files', async () => {
  const cwd = folderWith({ 'a.json': LARGE });
  const ends = await Promise.all([1, 2, 3].map(() => start(cwd, BOTH).end));
  for (const { code, signal } of ends) { expect({ code, signal }).toEqual({ code: 0, signal: null }); }
  expect(readdirSync(cwd).sort()).toEqual(['a.json', 'base.json', 'report.json']);
  expect(parsed(cwd, 'base.json')).toMatchObject({ findings: { length: 5_000 } });
  expect(parsed(cwd, 'report.json')).toMatchObject({ summary: { errors: 0 } });
  expect(run(['check', 'a.json', ...ONE_RULE, '--baseline', 'base.json'], { cwd }).code).toBe(0);
}, 60_000);

test('a file that changes while it is checked is reported in a sentence', () => {
  const cwd = folderWith({ 'a.json': FAULTY_JSON });
  // The file is changed when it has been read once
  writeFileSync(join(cwd, 'change.cjs'), `
    const fs = require('fs');
    const close = fs.closeSync;
    const open = fs.openSync;
    let file;
    fs.openSync = (path, ...others) => {
      const opened = open(path, ...others);
      if (String(path).endsWith('a.json')) { file ??= opened; }
      return opened;
    };
    fs.closeSync = (closed) => {
      close(closed);
      if (closed === file) { file = -1; fs.appendFileSync(${JSON.stringify(join(cwd, 'a.json'))}, ' '); }
    };
  `);
  const { code, out, err } = run(['check', 'a.json', ...ONE_RULE], { cwd, node: ['--require', join(cwd, 'change.cjs')] });
  expect({ code, err }).toEqual({ code: 2, err: '\'a.json\' changed while it was checked. Run the command again.\n' });
  expect(out).toContain('Backup-RuleFitsVaultLock');
}, 30_000);
