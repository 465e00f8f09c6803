import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, folderWith, run } from './binary';
import { DEFAULT_YAML, FAULTY_JSON, FAULTY_YAML, MESSAGE, ONE_RULE, OPEN_YAML, VAULT_YAML, planYaml } from './templates';
import { PACK_OPTIONS } from '../../src/checks/check-options';
import { rulesOf } from '../../src/checks/rules-of-packs';

const FLAGS = [...PACK_OPTIONS.values()].map(({ flag }) => flag.slice('--'.length).split(' ')[0]);

const cwd = folderWith({
  'faulty.yaml': FAULTY_YAML,
  'faulty.json': FAULTY_JSON,
  'vault.yaml': VAULT_YAML,
  'long.yaml': FAULTY_YAML.replace('DeleteAfterDays: 7', 'DeleteAfterDays: 35'),
  'open.yaml': OPEN_YAML,
});

describe('text', () => {
  test('states what is wrong, where, why, and how to fix it', () => {
    expect(run(['check', 'faulty.yaml', ...ONE_RULE], { cwd })).toEqual({
      code: 1,
      err: '',
      out: `Plan AWS::Backup::BackupPlan
  error Backup-RuleFitsVaultLock faulty.yaml:14:15
    ${MESSAGE}
    Why: The lock of a vault rejects recovery points whose retention is below its minimum or above its maximum.
    Fix: Change the retention, or back up into a vault with another lock.
    https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html

1 error, 0 warnings in 2 resources of 1 template; 0 unknown values
`,
    });
  });

  test('has positions in JSON', () => {
    expect(run(['check', 'faulty.json', ...ONE_RULE], { cwd }).out).toContain('error Backup-RuleFitsVaultLock faulty.json:13:51\n');
  });

  test('reports no findings, and exits with 0', () => {
    expect(run(['check', 'long.yaml', ...ONE_RULE], { cwd })).toEqual({
      code: 0, err: '', out: '0 errors, 0 warnings in 2 resources of 1 template; 0 unknown values\n',
    });
  });

  test('reads an application of two templates', () => {
    const both = folderWith({ 'plan.yaml': planYaml('orders'), 'vault.yaml': VAULT_YAML });
    expect(run(['check', 'plan.yaml', ...ONE_RULE], { cwd: both }).code).toBe(0);
    expect(run(['check', 'plan.yaml', 'vault.yaml', ...ONE_RULE], { cwd: both }).out).toContain('plan.yaml:14:15');
    expect(run(['check', '.', ...ONE_RULE], { cwd: both }).out).toContain('1 error, 0 warnings in 2 resources of 2 templates');
  });

  test('a warning does not fail', () => {
    const { code, out } = run(['check', 'faulty.yaml', ...ONE_RULE, '--level', 'Backup-RuleFitsVaultLock=warning'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('  warning Backup-RuleFitsVaultLock faulty.yaml:14:15\n');
    expect(out).toContain('0 errors, 1 warning in');
  });

  test.each([
    ['warning', ['--level', 'Backup-RuleFitsVaultLock=warning'], 1],
    ['error', ['--level', 'Backup-RuleFitsVaultLock=warning'], 0],
    ['error', [], 1],
  ])('--fail-on %s with %j exits with %i', (level, args, code) => {
    expect(run(['check', 'faulty.yaml', ...ONE_RULE, ...args, '--fail-on', level], { cwd }).code).toBe(code);
  });

  test('--fail-on warning exits with 0 without findings', () => {
    expect(run(['check', 'long.yaml', ...ONE_RULE, '--fail-on', 'warning'], { cwd }).code).toBe(0);
  });

  test('writes into a file', () => {
    const folder = folderWith({ 'a.yaml': FAULTY_YAML });
    const { code, out, err } = run(['check', 'a.yaml', ...ONE_RULE, '--output', 'report.txt'], { cwd: folder });
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: '1 error, 0 warnings in 2 resources of 1 template; 0 unknown values; written to \'report.txt\'\n' });
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain(MESSAGE);
  });
});

describe('unknown values', () => {
  test('are counted, and are not findings', () => {
    const { code, out } = run(['check', 'open.yaml', ...ONE_RULE], { cwd });
    expect(code).toBe(0);
    expect(out).toBe('0 errors, 0 warnings in 2 resources of 1 template; 1 unknown value (--strict lists them)\n');
  });

  test('is a finding with --strict', () => {
    const { code, out } = run(['check', 'open.yaml', ...ONE_RULE, '--strict'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('open.yaml:14:15');
  });
});

describe('values of parameters', () => {
  test.each<[string, string]>([
    ['a list, as CloudFormation accepts it', '[{ "ParameterKey": "Days", "ParameterValue": "7" }]'],
    ['a list of Key=Value', '["Days=7"]'],
    ['as CodePipeline accepts them', '{ "Parameters": { "Days": "7" } }'],
    ['a map', '{ "Days": 7 }'],
    ['a map in YAML', 'Days: 7'],
  ])('%s', (_, text) => {
    const folder = folderWith({ 'a.yaml': OPEN_YAML, 'params': text });
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--params', 'params'], { cwd: folder }).out).toContain(MESSAGE);
  });

  test('take precedence over defaults', () => {
    const folder = folderWith({ 'a.yaml': DEFAULT_YAML, 'p.json': '{ "Days": 40 }', 'same.json': '{ "Days": 7 }' });
    expect(run(['check', 'a.yaml', ...ONE_RULE], { cwd: folder })).toMatchObject({ code: 1, out: expect.stringContaining('depends on defaults of parameters') });
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--params', 'p.json'], { cwd: folder })).toMatchObject({ code: 0, out: expect.stringContaining('0 errors, 0 warnings') });
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--params', 'same.json'], { cwd: folder })).toMatchObject({ code: 1, out: expect.stringContaining('1 error, 0 warnings') });
  });

  test('that no template has are reported, and do not fail', () => {
    const other = OPEN_YAML.slice(0, OPEN_YAML.indexOf('Resources:')).replace('Days', 'Hours') + VAULT_YAML;
    const folder = folderWith({ 'a.yaml': OPEN_YAML, 'b.yaml': other, 'p.json': '{ "Days": 40, "Dayz": 7, "Hours": 1 }' });
    const both = run(['check', 'a.yaml', 'b.yaml', ...ONE_RULE, '--params', 'p.json'], { cwd: folder });
    expect(both).toMatchObject({ code: 0, err: '\'p.json\' has a value for \'Dayz\', which is not a parameter of any template. CloudFormation rejects it.\n' });
    expect(run(['check', 'a.yaml', ...ONE_RULE, '--params', 'p.json'], { cwd: folder }).err)
      .toBe('\'p.json\' has values for \'Dayz\', \'Hours\', which are not parameters of any template. CloudFormation rejects them.\n');
  });

  test.each<[string, string, string]>([
    ['a scalar', '7', '\'p.json\' must be a list of ParameterKey and ParameterValue, an object with \'Parameters\', or a map, got something else.\n'],
    ['a value that is kept', '[{ "ParameterKey": "Days", "UsePreviousValue": true }]', '\'p.json\' must have a value for \'Days\', got UsePreviousValue. Write the value, or leave the parameter out.\n'],
    ['an object as a value', '{ "Days": { "Ref": "X" } }', '\'p.json\' must have a string, a number, or a boolean for \'Days\', or a list of them, got something else.\n'],
  ])('fails on %s', (_, text, message) => {
    const folder = folderWith({ 'a.yaml': FAULTY_YAML, 'p.json': text });
    expect(run(['check', 'a.yaml', '--params', 'p.json'], { cwd: folder })).toEqual({ code: 2, out: '', err: message });
  });
});

describe('the other commands', () => {
  test('--version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(run(['--version'])).toEqual({ code: 0, err: '', out: `${version}\n` });
  });

  test('--help has every option', () => {
    const { code, out } = run(['check', '--help']);
    expect(code).toBe(0);
    const options = ['pack', 'format', 'output', 'params', 'region', 'account', 'baseline', 'update-baseline', 'strict', 'fail-on', ...FLAGS];
    expect(options.filter((option) => !out.includes(`  --${option} `))).toEqual([]);
  });

  test('the pages list every option of the packs', () => {
    const page = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');
    expect(FLAGS.filter((flag) => !page('command-line.md').includes(`\`--${flag}`))).toEqual([]);
    const props = [...PACK_OPTIONS.keys()].map((option) => (option === 'exemptTag' ? 'exemptTagKey' : option));
    expect(props.filter((prop) => !page('checks.md').includes(`\`${prop}\``))).toEqual([]);
  });

  test('rules has a line for each rule', () => {
    const { code, out } = run(['rules', '--pack', 'ValidityChecks']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Backup-RuleFitsVaultLock +error +ValidityChecks$/m);
    expect(out.split('\n').length).toBeLessThanOrEqual(run(['rules']).out.split('\n').length);
  });

  test('explain prints the text of RULES.md', () => {
    const { code, out } = run(['explain', 'rulefitsvaultlock']);
    expect(code).toBe(0);
    const [, section] = /\n## (Backup-RuleFitsVaultLock\n[^#]*)/.exec(readFileSync(join(ROOT, 'RULES.md'), 'utf8'))!;
    expect(out.trim()).toBe(section.replace(/\*\*|`/g, '').trim());
  });
});

describe('invalid arguments', () => {
  test.each<[string[], string]>([
    [['check', 'faulty.yaml', '--pack', 'Nope'], 'Unknown pack \'Nope\'. Choose one of ValidityChecks, RetentionChecks, EncryptionChecks, DynamoDbChecks, CoverageChecks, ResilienceChecks, BackupChecks.\n'],
    [['explain', 'FitsVaultLock'], 'Unknown rule \'FitsVaultLock\'. Did you mean Backup-CopyFitsVaultLock or Backup-RuleFitsVaultLock?'],
    [['explain', 'zzz'], 'Unknown rule \'zzz\'. Run "cdk-compliant-backup rules" to list the rules.\n'],
    [['check', 'faulty.yaml', '--format', 'xml'], 'error: option \'--format <format>\' argument \'xml\' is invalid. Allowed choices are text, json, markdown, sarif.'],
    [['check', 'faulty.yaml', '--min-retention', '1.5'], '\'--min-retention\' must be a whole number of days from 1 to 999999, got \'1.5\'. Write digits only.\n'],
    [['check', 'faulty.yaml', '--min-retention', '30', '--max-retention', '7'], '\'--max-retention\' must not be less than \'--min-retention\' (30 days), got 7 days. Raise it, or leave it out.\n'],
    [['check', 'faulty.yaml', '--account', '123'], '\'--account\' must'],
    [['check', 'faulty.yaml', '--region', 'nowhere'], '\'--region\' must be the ID of a Region, such as \'eu-central-1\', got \'nowhere\'. Write it as AWS does.\n'],
    [['check', 'faulty.yaml', '--region', 'eu-west1'], '\'--region\' must be the ID of a Region, such as \'eu-central-1\', got \'eu-west1\'. Did you mean \'eu-west-1\'?\n'],
    [['check', 'faulty.yaml', '--required-copy-region', 'eu-west1'], '\'--required-copy-region\' must'],
    [['check', 'faulty.yaml', '--required-copy-account', '123'], '\'--required-copy-account\' must'],
    [['check', 'faulty.yaml', '--protected-type', 'Table'], '\'--protected-type\' must be a name of AWS Backup'],
    [['check', 'faulty.yaml', '--exempt-tag', '=x'], '\'--exempt-tag\' must be KEY or KEY=VALUE, got \'=x\'.\n'],
    [['check', 'faulty.yaml', '--level', 'Backup-RuleFitsVaultLock=fatal'], '\'--level\' must be RULE-ID=error or RULE-ID=warning, got \'Backup-RuleFitsVaultLock=fatal\'.\n'],
    [['check', 'faulty.yaml', '--update-baseline'], '\'--update-baseline\' must be used with \'--baseline FILE\', got none. Name the file.\n'],
    [['check', 'faulty.yaml', '--output', 'no/such/report'], '\'no/such/report\' cannot be written, because its directory does not exist.\n'],
    [['check'], 'error: missing required argument \'path\''],
    [['chekc'], 'error: unknown command \'chekc\''],
  ])('fails on %j', (args, message) => {
    const { code, out, err } = run(args, { cwd });
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('a rule that none of the packs has is invalid', () => {
    const args = ['--include', 'Backup-RuleFitsVaultLock,Backup-VaultLocked', '--exclude', 'Backup-CopyElsewhere', '--level', 'Backup-CopyElsewhere=error'];
    expect(run(['check', 'faulty.yaml', '--pack', 'ValidityChecks', ...args], { cwd })).toEqual({
      code: 2,
      out: '',
      err: '\'--include\' must contain rules of ValidityChecks, got \'Backup-VaultLocked\'. Leave it out.\n'
        + '\'--exclude\' must contain rules of ValidityChecks, got \'Backup-CopyElsewhere\'. Leave it out.\n'
        + `'--level' must name rules of ValidityChecks by their ids, such as '${rulesOf('ValidityChecks')[0].id}', got 'Backup-CopyElsewhere'. Name one of them, or leave it out.\n`,
    });
    for (const packs of [['--pack', 'ValidityChecks,ResilienceChecks'], ['--pack', 'BackupChecks'], []]) {
      expect(run(['check', 'faulty.yaml', ...packs, ...args], { cwd })).toMatchObject({ code: 1, err: '' });
    }
  });

  test('every invalid option is a line of one error', () => {
    const { code, out, err } = run(['check', 'faulty.yaml', '--pack', 'Nope', '--exclude', 'zzz', '--level', 'x', '--account', '1', '--min-retention', 'x',
      '--required-copy-account', '1,2', '--protected-type', 'Table'], { cwd });
    const [pack, rule, level, account, days, first, second, type, ...more] = err.split('\n');
    expect([pack, rule, level, account]).toEqual([expect.stringContaining('\'Nope\''), expect.stringContaining('\'zzz\''), expect.stringContaining('\'--level\''),
      expect.stringContaining('\'--account\'')]);
    expect([days, first, second, type]).toEqual([expect.stringContaining('\'--min-retention\''), expect.stringContaining('got \'1\''),
      expect.stringContaining('got \'2\''), expect.stringContaining('\'--protected-type\'')]);
    expect({ code, out, more }).toEqual({ code: 2, out: '', more: [''] });
  });
});

// A build compiles the package before the tests. Without a build, there is nothing to run
(existsSync(join(ROOT, 'lib', 'cli', 'bundle.js')) ? test : test.skip)('the compiled package has the command', () => {
  const { code, out } = run(['check', 'faulty.yaml', ...ONE_RULE], { cwd, bin: join(ROOT, 'bin', 'cdk-compliant-backup') });
  expect(code).toBe(1);
  expect(out).toContain(MESSAGE);
});

describe('with the packs', () => {
  const plan = {
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: { BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'Default', Lifecycle: { DeleteAfterDays: 35 } }] } },
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
  const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', Tags: [{ Key: 'backup', Value: 'gold' }] } };
  const folder = folderWith({
    'backup.json': JSON.stringify({ Resources: plan }),
    'tables.json': JSON.stringify({ Resources: { Orders: table } }),
  });
  const coverage = (...args: string[]) => run(['check', ...args, '--pack', 'CoverageChecks'], { cwd: folder });

  test('a selection in one template covers a table in another', () => {
    expect(coverage('tables.json')).toMatchObject({ code: 1, out: expect.stringContaining('Orders AWS::DynamoDB::Table\n  error Backup-ResourceInPlan tables.json:1:') });
    expect(coverage('tables.json', 'backup.json')).toMatchObject({ code: 0, out: expect.stringContaining('0 errors, 0 warnings in 3 resources of 2 templates') });
  });

  test('options reach the rules', () => {
    expect(coverage('tables.json', '--exempt-tag', 'backup=gold').code).toBe(0);
    expect(coverage('tables.json', '--exempt-tag', 'backup=silver').code).toBe(1);
    expect(coverage('tables.json', '--protected-type', 'S3').code).toBe(0);
    const retention = (days: string) => run(['check', 'backup.json', '--pack', 'RetentionChecks', '--min-retention', days], { cwd: folder });
    expect(retention('36').out).toContain('Backup-RuleMinRetention backup.json:1:');
    expect(retention('35').out).not.toContain('Backup-RuleMinRetention');
  });

  test('account and Region apply to templates that do not state them', () => {
    const copying = structuredClone(plan);
    Object.assign(copying.Plan.Properties.BackupPlan.BackupPlanRule[0], { CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:other' }] });
    const other = folderWith({ 'a.json': JSON.stringify({ Resources: copying }) });
    const required = (...args: string[]) => run(['check', 'a.json', '--pack', 'ResilienceChecks', '--include', 'Backup-CopyElsewhere', ...args], { cwd: other }).out;
    expect(required('--account', '111122223333', '--region', 'eu-west-1')).toContain('Backup-CopyElsewhere');
    expect(required('--account', '111122223333', '--region', 'eu-central-1')).not.toContain('Backup-CopyElsewhere');
  });
});
