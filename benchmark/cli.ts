import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { stringify } from 'yaml';
import { median } from './median';
import { writeSection } from './results';

const RUNS = 15;
const ROOT = join(__dirname, '..');
const BIN = join(ROOT, 'bin', 'cdk-compliant-backup');

/** Loads the core of the CDK and synthesizes one stack, as the smallest check in an app would. */
const CDK = `const { App, Stack, CfnResource } = require('aws-cdk-lib/core');
const app = new App({ outdir: process.argv[1], treeMetadata: false, analyticsReporting: false });
new CfnResource(new Stack(app, 'Stack'), 'Vault', { type: 'AWS::Backup::BackupVault', properties: { BackupVaultName: 'orders' } });
app.synth();`;

/** User and system time of a process, in milliseconds. */
function cpuOf(command: string, args: readonly string[]): number {
  const script = 'import os, resource, subprocess, sys\n'
    + 'subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n'
    + 'used = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint((used.ru_utime + used.ru_stime) * 1000)';
  const { stdout } = spawnSync('python3', ['-c', script, command, ...args], { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: process.env.HOME, CDK_VALIDATION: 'false' } });
  return Number(stdout);
}

/** Resources of an application: plans that use one vault, tables, and a selection of the tables. */
function templateOf(resources: number): object {
  const plans = Math.max(1, Math.floor(resources / 10));
  const entries: [string, object][] = [['Vault', { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', LockConfiguration: { MinRetentionDays: 7 } } }]];
  for (let index = 0; index < plans; index++) {
    const rule = { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, ScheduleExpression: 'cron(0 5 * * ? *)', Lifecycle: { DeleteAfterDays: 35 } };
    entries.push([`Plan${index}`, { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: `plan-${index}`, BackupPlanRule: [rule] } } }]);
  }
  entries.push(['Selection', {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan0' },
      BackupSelection: {
        SelectionName: 'gold',
        IamRoleArn: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/backup' },
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }],
      },
    },
  }]);
  for (let index = entries.length; index < resources; index++) {
    entries.push([`Table${index}`, { Type: 'AWS::DynamoDB::Table', Properties: { TableName: `table-${index}`, Tags: [{ Key: 'backup', Value: 'gold' }] } }]);
  }
  return { Resources: Object.fromEntries(entries) };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const written = (name: string, resources: number) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(templateOf(resources), undefined, 1));
    return path;
  };
  const small = written('small.json', 10);
  const large = written('large.json', 500);
  const yaml = join(folder, 'small.yaml');
  writeFileSync(yaml, stringify(templateOf(10)));
  const many = Array.from({ length: 100 }, (_, index) => written(`t${index}.json`, 50));
  const contenders: Record<string, readonly [string, readonly string[]]> = {
    'bare `node -e 0`': [process.execPath, ['-e', '0']],
    '`check`, 10 resources, JSON': [process.execPath, [BIN, 'check', small]],
    '`check`, 10 resources, YAML': [process.execPath, [BIN, 'check', yaml]],
    '`check`, 500 resources, JSON': [process.execPath, [BIN, 'check', large]],
    '`check`, 25 templates of 50 resources': [process.execPath, [BIN, 'check', ...many.slice(0, 25)]],
    '`check`, 100 templates of 50 resources': [process.execPath, [BIN, 'check', ...many]],
    '`aws-cdk-lib/core` loaded, one stack synthesized, `CDK_VALIDATION=false`': [process.execPath, ['-e', CDK, join(folder, 'cdk.out')]],
    ...spawnSync('cfn-lint', ['--version']).status === 0 && { 'cfn-lint, 10 resources, JSON': ['cfn-lint', [small]] as const },
  };
  const names = Object.keys(contenders);
  const measured = Object.fromEntries(names.map((name): [string, number[]] => [name, []]));
  // In turns, so that other load on the machine affects all of them
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) { measured[name].push(cpuOf(...contenders[name])); }
  }
  const medians = Object.fromEntries(names.map((name) => [name, median(measured[name])]));
  const [bare, cdk] = [medians[names[0]], medians[names[6]]];
  const beyond = (name: string) => medians[name] - bare;
  writeSection('The command line', 'bench:cli', `CPU (user and system) of a process, median of ${RUNS}, measured in turns; the
compiled package, all packs.

| process | CPU | beyond bare Node.js | relative to the CDK |
| --- | --: | --: | --: |
${names.map((name) => `| ${name} | ${medians[name].toFixed(0)} ms | ${beyond(name).toFixed(0)} ms | ${(beyond(name) / (cdk - bare)).toFixed(2)} |`).join('\n')}
`);
} finally {
  rmSync(folder, { recursive: true });
}
