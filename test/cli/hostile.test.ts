import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binary, folderWith, run } from './binary';
import { FAULTY_YAML, MESSAGE, ONE_RULE, VAULT_YAML } from './templates';
import { readBytes } from '../../src/cli/input/read-text';

/** Runs the command with a text on its standard input. */
function piped(input: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary(), ...args], { cwd: folderWith({}), input, encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, err: stderr };
}

const EMPTY = (flag: string) => `'${flag}' must have a value, got none. Write one, or leave the option out.\n`;

test.each<[readonly string[], string]>([
  [['--include', ''], EMPTY('--include')],
  [['--exclude', ','], EMPTY('--exclude')],
  [['--pack', ','], EMPTY('--pack')],
  [['--level', ''], EMPTY('--level')],
  [['--protected-type', ''], EMPTY('--protected-type')],
  [['--include', 'Backup-RuleFitsVaultLock', '--exclude', 'Backup-RuleFitsVaultLock'],
    'The options must leave at least one rule, got none. Exclude fewer rules, or include one of the packs.\n'],
])('the empty selection %j is an error', (args, err) => {
  expect(run(['check', 'a.yaml', ...args], { cwd: folderWith({ 'a.yaml': FAULTY_YAML }) })).toEqual({ code: 2, out: '', err });
});

test('an empty name of a pack does not list all rules', () => {
  expect(run(['rules', '--pack', ','])).toEqual({ code: 2, out: '', err: EMPTY('--pack') });
});

test('an empty path is an error', () => {
  const cwd = folderWith({ 'a.yaml': FAULTY_YAML });
  expect(run(['check', ''], { cwd })).toEqual({ code: 2, out: '', err: 'A path must not be empty. Write \'.\' for the working directory.\n' });
});

describe('the standard input', () => {
  test('is a template', () => {
    const { code, out, err } = piped(FAULTY_YAML, ['check', '-', ...ONE_RULE]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`  error Backup-RuleFitsVaultLock -:14:15\n    ${MESSAGE}\n`);
  });

  test('is one of several inputs, and is read once', () => {
    expect(piped(VAULT_YAML, ['check', '-', '-', ...ONE_RULE]).out).toContain('in 1 resource of 1 template;');
  });

  test('is an error if it is empty', () => {
    expect(piped('', ['check', '-'])).toEqual({ code: 2, out: '', err: '\'-\' is empty.\n' });
  });

  test('is an error if it is too large', () => {
    expect(piped(`${VAULT_YAML}#${' '.repeat(5 * 1024 * 1024)}`, ['check', '-'])).toEqual({
      code: 2, out: '', err: '\'-\' must not be larger than 5 MiB, got more than 5 MiB. CloudFormation accepts templates of at most 1 MiB.\n',
    });
  });
});

describe('a file that cannot be read', () => {
  const cwd = folderWith({ 'a.yaml': FAULTY_YAML, 'broken.yaml': 'AWS::: [', 'dir/a.yaml': FAULTY_YAML, 'dir/x is not a CloudFormation template.yaml': 'Resources:\n  A: { Type: AWS::X\n' });

  test('does not hide the findings of others', () => {
    const { code, out, err } = run(['check', 'a.yaml', 'missing.yaml', ...ONE_RULE], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: '\'missing.yaml\' does not exist.\n' });
    expect(out).toContain(MESSAGE);
  });

  test('makes the command fail, regardless of its name', () => {
    const { code, out, err } = run(['check', 'dir', ...ONE_RULE], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('\'dir/x is not a CloudFormation template.yaml\' is not valid YAML: ') });
    expect(out).toContain(MESSAGE);
  });

  test('might contain the selection of a table', () => {
    const table = folderWith({ 't.json': '{"Resources":{"T":{"Type":"AWS::DynamoDB::Table"}}}' });
    const coverage = ['--include', 'Backup-ResourceInPlan', '--level', 'Backup-ResourceInPlan=error'];
    expect(run(['check', 't.json', ...coverage], { cwd: table }).out).toContain('1 error');
    expect(run(['check', 't.json', 'missing.yaml', ...coverage], { cwd: table }).out).toContain('0 errors, 0 warnings in 1 resource of 1 template; 1 unknown value');
  });

  test('does not change the baseline, and its findings are not fixed', () => {
    const own = folderWith({ 'a.yaml': FAULTY_YAML, 'b.yaml': FAULTY_YAML });
    const baseline = ['--baseline', 'base.json', ...ONE_RULE];
    expect(run(['check', 'a.yaml', 'b.yaml', ...baseline, '--update-baseline'], { cwd: own }).code).toBe(0);
    writeFileSync(join(own, 'b.yaml'), '[');
    const { code, out } = run(['check', 'a.yaml', 'b.yaml', ...baseline], { cwd: own });
    expect({ code, out }).toEqual({ code: 2, out: '0 errors, 0 warnings in 2 resources of 1 template; 0 unknown values; 1 in the baseline\n' });
    expect(run(['check', 'a.yaml', 'b.yaml', ...baseline, '--update-baseline'], { cwd: own })).toMatchObject({ code: 2, out: '' });
    writeFileSync(join(own, 'b.yaml'), FAULTY_YAML);
    expect(run(['check', 'a.yaml', 'b.yaml', ...baseline], { cwd: own }).out).toContain('2 in the baseline');
  });
});

describe('a name that an object has twice', () => {
  const sentence = (file: string, first: string, second: string) =>
    `'${file}' has 'V' twice in one object (${first}, and ${second}). The command uses the last one. Delete the other one.\n`;

  test.each<[string, string, string]>([
    ['a.yaml', 'Resources:\n  V: { Type: AWS::SNS::Topic }\n  V: { Type: AWS::SNS::Topic }\n', sentence('a.yaml', 'line 2, column 3', 'line 3, column 3')],
    ['b.json', '{"Resources":{"V":{"Type":"AWS::SNS::Topic"},\n"\\u0056" : {"Type":"AWS::SNS::Topic","V":["V","V"]}}}', sentence('b.json', 'line 1, column 15', 'line 2, column 1')],
    ['c.yaml', 'X: &x { V: 1 }\nResources:\n  A: { <<: *x, V: 2, Type: AWS::SNS::Topic }\n  B: { V: 1 }\n', ''],
    ['d.json', '{"Resources":{"A":{"V":1},"B":{"V":{"V":"\\"V\\":"}}}}', ''],
  ])('in %s is reported with both positions', (file, text, err) => {
    expect(run(['check', file, ...ONE_RULE], { cwd: folderWith({ [file]: text }) })).toMatchObject({ code: 0, err });
  });

  test('is reported ten times for a file', () => {
    const text = `Resources:\n${'  V: { Type: AWS::SNS::Topic }\n'.repeat(13)}`;
    const { err } = run(['check', 'a.yaml', ...ONE_RULE], { cwd: folderWith({ 'a.yaml': text }) });
    expect(err.split('\n')).toHaveLength(12);
    expect(err).toMatch(/'a\.yaml' has 2 more such names\.\n$/);
  });
});

describe('a cloud assembly', () => {
  const stack = (templateFile: string) => JSON.stringify({ version: '1', artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile } } } });

  test.each([
    ['{"version":"36.0.0","artifacts":{"S":{'],
    ['{"vers'],
    [''],
  ])('with the damaged manifest %j is an error', (manifest) => {
    const cwd = folderWith({ 'out/manifest.json': manifest, 'out/cdk.out': '{}', 'out/a.json': '{"Resources":{}}' });
    const err = manifest === '' ? '\'out/manifest.json\' is empty.\n' : '\'out/manifest.json\' is not valid JSON. Synthesize the app again.\n';
    expect(run(['check', 'out'], { cwd })).toEqual({ code: 2, out: '', err });
    expect(run(['check', 'out/manifest.json'], { cwd })).toEqual({ code: 2, out: '', err });
  });

  test('is not a directory with another manifest', () => {
    const cwd = folderWith({ 'out/manifest.json': '{"name":', 'out/a.yaml': FAULTY_YAML });
    expect(run(['check', 'out', ...ONE_RULE], { cwd }).code).toBe(1);
  });

  test.each(['../a.yaml', '../../../../../../etc/passwd', 'link.yaml'])('does not read %s', (file) => {
    const cwd = folderWith({ 'a.yaml': FAULTY_YAML, 'out/manifest.json': stack(file) });
    symlinkSync('../a.yaml', join(cwd, 'out', 'link.yaml'));
    expect(run(['check', 'out'], { cwd })).toEqual({
      code: 2, out: '', err: `'out/manifest.json' must name files inside 'out', got '${file}'. Synthesize the app again.\n`,
    });
  });
});

(existsSync('/proc/self/pagemap') ? test : test.skip)('a special file without a size is reported in a sentence', () => {
  const { code, err } = run(['check', '/proc/self/pagemap'], { node: ['--max-old-space-size=100'] });
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/pagemap' (?:must not be larger than 5 MiB, got more than 5 MiB\.|must be text in UTF-8|cannot be read)/) });
});

describe('an input that is not a file', () => {
  const NO_FILE = (name: string) => `'${name}' is neither a file nor a directory.\n`;

  test.each<[string, string]>([
    ['pipe', NO_FILE('pipe')],
    ['pipe.yaml', NO_FILE('pipe.yaml')],
    ['linked', NO_FILE('linked')],
    ['/dev/zero', NO_FILE('/dev/zero')],
    ['itself', '\'itself\' is a symbolic link to itself.\n'],
    ['dir', '\'dir\' must contain CloudFormation templates (.json, .yaml, .yml, .template), got a directory without any. Name another directory.\n'],
  ])('%s is reported in a sentence', (path, err) => {
    const cwd = folderWith({ 'dir/sub/readme.txt': '' });
    spawnSync('mkfifo', [join(cwd, 'pipe'), join(cwd, 'pipe.yaml'), join(cwd, 'dir', 'pipe.yaml')]);
    symlinkSync('/dev/zero', join(cwd, 'linked'));
    symlinkSync('itself', join(cwd, 'itself'));
    symlinkSync('..', join(cwd, 'dir', 'sub', 'loop'));
    expect(run(['check', path], { cwd })).toEqual({ code: 2, out: '', err });
  });

  test.each(['--baseline', '--params'])('is not read for %s', (flag) => {
    const cwd = folderWith({ 'a.yaml': VAULT_YAML });
    spawnSync('mkfifo', [join(cwd, 'pipe')]);
    expect(run(['check', 'a.yaml', flag, 'pipe'], { cwd })).toEqual({ code: 2, out: '', err: NO_FILE('pipe') });
  });

  test.each(['/dev/tty', '/proc/kmsg'].filter((path) => existsSync(path)))('%s does not block the command', (path) => {
    const { code, out, err } = run(['check', path]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^'[^']*${path}' .*\\.\n$`)); // which sentence depends on the system
  });

  test('a file that grows while it is read is read up to the limit', () => {
    const path = join(folderWith({ 'a.yaml': VAULT_YAML }), 'a.yaml');
    expect(readBytes(path, 1_000_000, () => { appendFileSync(path, '#'.repeat(3_000_000)); })).toHaveLength(1_000_000);
  });
});

test.each<[string, number, string]>([
  ['baseline', 256, 'Check fewer templates together, with a baseline for each check.'],
  ['params', 5, 'Delete what the command does not use.'],
  ['config', 5, 'Delete what the command does not use.'],
])('a file for --%s that is too large is not read', (option, most, advice) => {
  const cwd = folderWith({ 'a.yaml': VAULT_YAML, 'large.json': '' });
  truncateSync(join(cwd, 'large.json'), (most + 1) * 1024 * 1024);
  const err = `'large.json' must not be larger than ${most} MiB, got ${most + 1} MiB. ${advice}\n`;
  expect(run(['check', 'a.yaml', `--${option}`, 'large.json'], { cwd })).toEqual({ code: 2, out: '', err });
});

test('half of a character in a baseline is read', () => {
  const cwd = folderWith({ 'a.yaml': VAULT_YAML });
  const finding = { rule: 'Backup-RuleFitsVaultLock', file: 'x\ud800.yaml', resource: 'V', property: '', key: '', message: 'm', fingerprint: 'f' };
  writeFileSync(join(cwd, 'b.json'), JSON.stringify({ version: 2, findings: [finding] }));
  for (const format of ['text', 'json', 'sarif']) {
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--baseline', 'b.json', '--format', format], { cwd })).toMatchObject({ code: 0, err: '' });
  }
});

const UNKNOWN_RESULTS = 'The results of the other comparisons are unknown. Check fewer templates together.\n';
const TOO_MANY_SELECTIONS = `The command stopped comparing selections with resources, because there are too many. ${UNKNOWN_RESULTS}`;
const TOO_MANY_POLICIES = `The command stopped comparing policies with requests, because the policies have too many values. ${UNKNOWN_RESULTS}`;

describe('ends in time and memory with', () => {
  const vault = (name: unknown) => JSON.stringify({ Resources: { V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: name } } } });
  const selecting = (patterns: readonly string[], tables: readonly string[]) => JSON.stringify({
    Resources: {
      S: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: { BackupPlanId: 'p', BackupSelection: { SelectionName: 's', IamRoleArn: 'arn:aws:iam::123456789012:role/x', Resources: patterns } },
      },
      ...Object.fromEntries(tables.map((TableName, index) => [`T${index}`, { Type: 'AWS::DynamoDB::Table', Properties: { TableName } }])),
    },
  });
  const organization = (Content: string) => JSON.stringify({ Resources: { P: { Type: 'AWS::Organizations::Policy', Properties: { Name: 'n', Type: 'BACKUP_POLICY', Content } } } });
  const restored = (subnets: string) => JSON.stringify({
    Resources: {
      S: {
        Type: 'AWS::Backup::RestoreTestingSelection',
        Properties: {
          IamRoleArn: 'arn:aws:iam::123456789012:role/x',
          ProtectedResourceArns: ['*'],
          ProtectedResourceType: 'EC2',
          RestoreTestingPlanName: 'p',
          RestoreTestingSelectionName: 's',
          RestoreMetadataOverrides: { securityGroupIds: subnets },
        },
      },
    },
  });
  const patterns = (start: string, count: number, length: number) => Array.from({ length: count }, (_, index) => `${start}${'?a*'.repeat(length)}z${index}`);
  const statement = (Action: unknown, Resource: unknown) => ({ Statement: { Effect: 'Allow', Action, Resource } });
  /** The role of a selection, with tables that it selects. */
  const role = (documents: readonly unknown[], tables = 5) => JSON.stringify({
    Resources: {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' } },
          Policies: documents.map((PolicyDocument, index) => ({ PolicyName: `p${index}`, PolicyDocument })),
        },
      },
      P: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'v', ScheduleExpression: 'cron(0 5 ? * * *)' }] } },
      },
      S: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: { BackupPlanId: { Ref: 'P' }, BackupSelection: { SelectionName: 's', IamRoleArn: { 'Fn::GetAtt': ['R', 'Arn'] }, Resources: ['*'] } },
      },
      ...Object.fromEntries(Array.from({ length: tables }, (_, index) => [`T${index}`, { Type: 'AWS::DynamoDB::Table', Properties: { TableName: `${'a'.repeat(240)}${index}` } }])),
    },
  });
  const tagged = (tests: number, tables: number) => JSON.stringify({
    Resources: {
      S: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: 'p',
          BackupSelection: {
            SelectionName: 's',
            IamRoleArn: 'arn:aws:iam::123456789012:role/x',
            Resources: ['*'],
            Conditions: { StringLike: patterns('', tests, 200).map((ConditionValue) => ({ ConditionKey: 'aws:ResourceTag/a', ConditionValue })) },
          },
        },
      },
      ...Object.fromEntries(Array.from({ length: tables }, (_, index) => [`T${index}`, { Type: 'AWS::DynamoDB::Table', Properties: { Tags: [{ Key: 'a', Value: `${'a'.repeat(250)}${index}` }] } }])),
    },
  });
  /** Vaults with a key, and a policy whose statement has many conditions. */
  const guarded = (vaults: number, resourcesWith: (policy: unknown) => object) => JSON.stringify({
    Resources: {
      ...resourcesWith({
        Statement: { ...statement('*', '*').Statement, Effect: 'Deny', Principal: '*', Condition: { StringNotLike: { 'aws:PrincipalArn': patterns('arn:*', 4_500, 320) } } },
      }),
      ...Object.fromEntries(Array.from({ length: vaults }, (_, index) => [`V${index}`, { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `v${index}`, EncryptionKeyArn: { 'Fn::GetAtt': ['K', 'Arn'] } } }])),
    },
  });
  const many = Array.from({ length: 500 }, (_, index) => `${'a'.repeat(200)}${index}`);

  test.each<[name: string, template: string, err?: string]>([
    ['a long delimiter of a long list', vault({ 'Fn::Join': ['x'.repeat(20_000), Array(30_000).fill('a')] })],
    ['a list of 200,000 items', vault({ 'Fn::Join': ['-', { 'Fn::Split': [',', Array(200_000).fill('a').join(',')] }] })],
    ['200,000 variables', vault({ 'Fn::Sub': '${AWS::StackName}'.repeat(200_000) })],
    ['a long pattern and a long name', selecting([`arn:aws:dynamodb:*:*:table/*${'a'.repeat(20_000)}b`], ['a'.repeat(40_000)]), TOO_MANY_SELECTIONS],
    ['many wildcards and many names', selecting(Array.from({ length: 30 }, (_, index) => `arn:aws:dynamodb:*:*:table/*${'a*'.repeat(60)}b${index}`), many), TOO_MANY_SELECTIONS],
    ['long patterns and long names that almost match', selecting(
      Array.from({ length: 200 }, (_, index) => `arn:aws:dynamodb:*:*:table/*${'ab'.repeat(2_000)}*${index}b`),
      Array.from({ length: 200 }, (_, index) => `${'ab'.repeat(5_000)}${index}`),
    ), TOO_MANY_SELECTIONS],
    ['50,000 spaces in a name', vault(`a${' '.repeat(50_000)}b`)],
    ...[5_000, 100_000].flatMap((levels): [string, string][] => [
      [`an organization policy that is ${levels} objects deep`, organization(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)],
      [`an organization policy that is ${levels} lists deep`, organization(`${'['.repeat(levels)}1${']'.repeat(levels)}`)],
      [`a policy in a string that is ${levels} levels deep`, role([`{"Statement":{"Effect":"Allow","Action":"*","Condition":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}}`])],
      [`restore metadata that is ${levels} levels deep`, restored(`${'['.repeat(levels)}1${']'.repeat(levels)}`)],
    ]),
    ['500 action patterns of 9,000 characters', role([statement(patterns('dynamodb:*', 500, 3_000), '*')])],
    ['500 resource patterns of 9,000 characters', role([statement('dynamodb:*', patterns('arn:aws:dynamodb:*:*:table/*', 500, 3_000))])],
    // Each needed more than a minute
    ['4,500 resource patterns of 270 characters', role([statement('dynamodb:*', patterns('arn:aws:dynamodb:*:*:table/*', 4_500, 80))], 200), TOO_MANY_POLICIES],
    ['4,500 resource patterns of 990 characters', role([statement('dynamodb:*', patterns('arn:aws:dynamodb:*:*:table/*', 4_500, 320))], 200), TOO_MANY_POLICIES],
    ['4,500 patterns of a condition', role([{
      Statement: { ...statement('dynamodb:*', '*').Statement, Condition: { StringLike: { 'aws:PrincipalArn': patterns('arn:*', 4_500, 320) } } },
    }], 200), TOO_MANY_POLICIES],
    ['4,500 ARN patterns and 1,000 tables', selecting(
      patterns('arn:aws:dynamodb:*:*:table/*', 4_500, 80), Array.from({ length: 1_000 }, (_, index) => `${'a'.repeat(240)}${index}`),
    ), TOO_MANY_SELECTIONS],
    ['4,500 tests of tags and 1,000 tables', tagged(4_500, 1_000), TOO_MANY_SELECTIONS],
    ['4,500 patterns in the policy of a key', guarded(200, (policy) => ({ K: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy } } })), TOO_MANY_POLICIES],
    ['4,500 patterns in the policies of vaults', guarded(1, (AccessPolicy) => ({ K: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'k', AccessPolicy } } })), TOO_MANY_POLICIES],
    // More elements than a call can have arguments
    ['a policy of 200,000 roles', JSON.stringify({ Resources: { P: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', PolicyDocument: statement('*', '*'), Roles: Array(200_000).fill('r') } } } })],
    ['a policy that is 5,000 levels deep', vault(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)],
  ])('%s', (_, template, expected = '') => {
    const { code, err } = run(['check', 'a.json'], { cwd: folderWith({ 'a.json': template }), node: ['--max-old-space-size=400'] });
    expect(err).toBe(expected);
    expect([0, 1]).toContain(code); // the process is ended after a minute
  }, 90_000);
});
