import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { writeSection } from './results';

const FILES = 112;
/** In characters. */
const SIZE = 750_000;
const ROOT = join(__dirname, '..');
const BIN = join(ROOT, 'bin', 'cdk-compliant-backup');

/** A role, three functions, and a table, as an application has them. */
function resourcesOf(index: number, tag: string): Record<string, object> {
  const statement = { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], Resource: { 'Fn::GetAtt': [`Table${index}`, 'Arn'] } };
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }] };
  const code = { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: `${'0123456789abcdef'.repeat(4)}.zip` };
  const lambda = { Handler: 'index.handler', Runtime: 'nodejs20.x', Role: { 'Fn::GetAtt': [`Role${index}`, 'Arn'] }, Code: code, Environment: { Variables: { TABLE: { Ref: `Table${index}` } } } };
  return {
    [`Table${index}`]: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: `table-${index}`, Tags: [{ Key: 'backup', Value: tag }] } },
    [`Role${index}`]: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'table', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }] },
    },
    ...Object.fromEntries(['Get', 'Put', 'List'].map((name) => [`${name}${index}`, { Type: 'AWS::Lambda::Function', Properties: lambda }])),
  };
}

const SELECTION = {
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: 'orders', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'orders', Lifecycle: { DeleteAfterDays: 35 } }] } },
  },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: 'gold',
        IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }],
      },
    },
  },
};

function templateOf(tag: string, others: object): string {
  const resources: Record<string, object> = { ...others as Record<string, object> };
  for (let [index, size] = [0, 0]; size < SIZE; index++) {
    const more = resourcesOf(index, tag);
    Object.assign(resources, more);
    size += JSON.stringify(more, undefined, 1).length;
  }
  return JSON.stringify({ Resources: resources }, undefined, 1);
}

/** The largest memory of a process, in MB. */
function memoryOf(args: readonly string[]): string {
  const script = 'import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n'
    + 'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)';
  const { stdout } = spawnSync('python3', ['-c', script, process.execPath, BIN, ...args], { cwd: ROOT, encoding: 'utf8' });
  return Number(stdout).toFixed(0);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const rows = [['no findings', 'gold'], ['a finding for each table', 'none']].map(([label, tag]) => {
    const text = templateOf(tag, {});
    writeFileSync(join(folder, 't0.json'), templateOf(tag, SELECTION));
    for (let file = 1; file < FILES; file++) { writeFileSync(join(folder, `t${file}.json`), text); }
    return `| ${label} | ${(text.length * FILES / 1e6).toFixed(0)} MB | ${memoryOf(['check', folder])} MB |`;
  });
  writeSection('Memory of the command line', 'bench:memory', `The largest memory of a process that checks ${FILES} templates in JSON, all packs.

| templates | size | memory |
| --- | --: | --: |
${rows.join('\n')}
`);
} finally {
  rmSync(folder, { recursive: true });
}
