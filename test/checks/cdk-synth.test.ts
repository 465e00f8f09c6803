import { spawnSync } from 'child_process';
import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

jest.setTimeout(60_000);

const CDK = join(dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
const APP = [process.execPath, require.resolve('tsx/cli'), join(__dirname, 'synth-app.ts')].join(' ');

/** Uses the CDK CLI, because its exit code fails a build. */
function synth(level: string, ...options: string[]) {
  const output = mkdtempSync(join(tmpdir(), 'synth-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [CDK, 'synth', '--quiet', '--no-notices', '--app', APP, '--output', output, ...options],
    { encoding: 'utf8', env: { ...process.env, LEVEL: level, CDK_DISABLE_CLI_TELEMETRY: 'true' } });
  return { status, output: stdout + stderr };
}

test.each<[string, string[], number]>([
  ['warning', [], 0],
  ['warning', ['--strict'], 1],
  ['error', [], 1],
])('cdk synth with only a finding of level %s and options %j has the documented exit code', (level, options, status) => {
  expect(synth(level, ...options)).toEqual({ status, output: expect.stringContaining('Backup-VaultName') });
});

test('cdk synth does not print a pack that finds nothing', () => {
  const { status, output } = synth('none', '--strict');
  expect(status).toBe(0);
  expect(output).not.toMatch(/ValidityChecks|nothing/i);
});
