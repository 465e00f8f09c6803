import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnParameter, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { BackupVault, CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import { binary, folderWith, run } from './binary';
import { MESSAGE, ONE_RULE, VAULT_YAML, planYaml } from './templates';

interface Found { readonly level: string; readonly file: string; readonly resource: string; readonly message: string }

interface Answer {
  readonly findings: readonly Found[];
  readonly summary: { readonly templates: number; readonly resources: number; readonly unknown: number };
  readonly templates: readonly { readonly file: string }[];
}

function check(cwd: string, ...args: string[]): Answer {
  const { out, err } = run(['check', ...args, '--format', 'json'], { cwd });
  expect(err).toBe('');
  return JSON.parse(out) as Answer;
}

const PLAN = planYaml('orders', '!Ref Days');

const stackOf = (logicalId: string, url: string, days: string) => (
  `  ${logicalId}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url}, Parameters: { Days: ${days} } } }\n`
);

describe('one template in two nested stacks is read with the parameters of each:', () => {
  test.each([['first', 1, 35], ['second', 35, 1]])('the %s is wrong', (_, one, two) => {
    const cwd = folderWith({ 'root.yaml': VAULT_YAML + stackOf('One', 'plan.yaml', String(one)) + stackOf('Two', 'plan.yaml', String(two)), 'plan.yaml': PLAN });

    for (const paths of [['root.yaml', 'plan.yaml'], ['plan.yaml', 'root.yaml'], ['.']]) {
      const { findings, summary, templates } = check(cwd, ...paths, ...ONE_RULE);
      expect(findings).toMatchObject([{ file: 'plan.yaml', resource: 'Plan', message: expect.stringContaining('got 1 day. ') }]);
      expect(summary).toMatchObject({ templates: 2, resources: 4 });
      expect(templates).toHaveLength(2);
    }
  });

  test('both are wrong, and the finding appears once', () => {
    const both = (one: string, two: string) => folderWith({ 'root.yaml': VAULT_YAML + stackOf('One', 'plan.yaml', one) + stackOf('Two', 'plan.yaml', two), 'plan.yaml': PLAN });
    const messages = (cwd: string) => check(cwd, '.', ...ONE_RULE).findings.map(({ message }) => /got \d/.exec(message)?.[0]);

    expect(messages(both('1', '2'))).toEqual(['got 1', 'got 2']);
    expect(messages(both('1', '1'))).toEqual(['got 1']);
  });

  test.each([['One', 1, 35], ['Two', 35, 1]])('of two parents, %s', (_, one, two) => {
    const cwd = folderWith({
      'vault.yaml': VAULT_YAML,
      'one.yaml': `Resources:\n${stackOf('Nested', 'plan.yaml', String(one))}`,
      'two.yaml': `Resources:\n${stackOf('Nested', 'plan.yaml', String(two))}`,
      'plan.yaml': PLAN,
    });

    for (const paths of [['vault.yaml', 'one.yaml', 'two.yaml', 'plan.yaml'], ['plan.yaml', 'two.yaml', 'one.yaml', 'vault.yaml']]) {
      expect(check(cwd, ...paths, ...ONE_RULE).findings).toMatchObject([{ file: 'plan.yaml', message: expect.stringContaining('got 1 day. ') }]);
    }
  });

  test('of parents that are nested themselves', () => {
    const middle = `Parameters:\n  Days: { Type: Number }\nResources:\n${stackOf('Inner', 'plan.yaml', '!Ref Days')}`;
    const cwd = folderWith({ 'root.yaml': VAULT_YAML + stackOf('One', 'middle.yaml', '1') + stackOf('Two', 'middle.yaml', '2'), 'middle.yaml': middle, 'plan.yaml': PLAN });

    expect(check(cwd, '.', ...ONE_RULE).findings.map(({ message }) => /got \d/.exec(message)?.[0])).toEqual(['got 1', 'got 2']);
  });

  test.each([['first', 1, 35], ['second', 35, 1]])('in a cdk.out directory, the %s', (_, one, two) => {
    const cwd = folderWith({});
    const app = new App({ outdir: join(cwd, 'cdk.out'), analyticsReporting: false });
    const top = new Stack(app, 'Top');
    new BackupVault(top, 'Vault', { backupVaultName: 'orders', lockConfiguration: { minRetention: Duration.days(30) } });
    for (const [id, days] of [['One', one], ['Two', two]] as const) {
      const nested = new NestedStack(top, id, { parameters: { Days: String(days) } });
      const deleteAfterDays = new CfnParameter(nested, 'Days', { type: 'Number' }).valueAsNumber;
      new CfnBackupPlan(nested, 'Plan', { backupPlan: { backupPlanName: 'plan', backupPlanRule: [{ ruleName: 'daily', targetBackupVault: 'orders', lifecycle: { deleteAfterDays } }] } })
        .overrideLogicalId('Plan');
    }
    app.synth();

    const { findings, templates } = check(cwd, 'cdk.out', ...ONE_RULE);
    expect(findings).toMatchObject([{ message: expect.stringContaining('got 1 day. ') }]);
    expect(templates).toHaveLength(2);
  });
});

test('templates that nest each other twice in every step end', () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [
    `t${index}.yaml`, `Resources:\n${stackOf('One', `t${index + 1}.yaml`, '1')}${stackOf('Two', `t${index + 1}.yaml`, '1')}`,
  ]));

  expect(run(['check', '.'], { cwd: folderWith(files) }))
    .toEqual({ code: 2, out: '', err: expect.stringMatching(/^At most 10000 nested stacks can be read together, got more at 't\d+\.yaml'\. Check fewer templates together\.\n$/) });
});

describe('tags of a stack apply to its nested stacks:', () => {
  const selection = `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties: { BackupPlan: { BackupPlanName: plan, BackupPlanRule: [{ RuleName: daily, TargetBackupVault: orders }] } }
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !Ref Plan
      BackupSelection:
        SelectionName: gold
        IamRoleArn: arn:aws:iam::111122223333:role/backup
        ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: gold }]
`;
  const table = 'Resources:\n  Table: { Type: AWS::DynamoDB::Table }\n';
  const found = (resource: string, files = {}) => check(folderWith({ 'root.yaml': selection + resource, 'data.yaml': table, ...files }), '.', '--include', 'Backup-ResourceInPlan').findings;

  test.each([
    ['a nested stack', '  Data: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: data.yaml, Tags: [{ Key: backup, Value: gold }] } }\n'],
    ['an application of SAM', '  Data: { Type: AWS::Serverless::Application, Properties: { Location: ./data.yaml, Tags: { backup: gold } } }\n'],
  ])('%s', (_, resource) => {
    expect(found(resource)).toEqual([]);
    expect(found(resource.replace('gold', 'none'))).toMatchObject([{ file: 'data.yaml', resource: 'Table' }]);
  });

  test('one in another, where the closer tag has priority', () => {
    const middle = 'Resources:\n  Data: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: data.yaml } }\n';
    const root = '  Middle: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: middle.yaml, Tags: [{ Key: backup, Value: gold }] } }\n';

    expect(found(root, { 'middle.yaml': middle })).toEqual([]);
    expect(found(root, { 'middle.yaml': middle.replace('data.yaml', 'data.yaml, Tags: [{ Key: backup, Value: none }]') })).toMatchObject([{ file: 'data.yaml' }]);
  });
});

describe('a nested template that is not given is read from the disk:', () => {
  const parent = (url: string, days = '1') => `${VAULT_YAML}${stackOf('Nested', url, days)}`;
  const got = (answer: Answer) => answer.findings.map(({ file, message }) => `${file}: ${/got \d+/.exec(message)?.[0]}`);

  test.each<[string, string, Record<string, string>, string]>([
    ['beside its parent', parent('./plan.yaml'), { 'plan.yaml': PLAN }, 'plan.yaml'],
    ['below its parent', parent('sub/plan.yaml'), { 'sub/plan.yaml': PLAN }, 'sub/plan.yaml'],
    ['with a name that templates usually do not have', parent('sub/plan.tpl'), { 'sub/plan.tpl': PLAN }, 'sub/plan.tpl'],
    ['by Sub', parent('!Sub "${Folder}/plan.yaml"').replace('Resources', 'Parameters:\n  Folder: { Type: String, Default: sub }\nResources'), { 'sub/plan.yaml': PLAN }, 'sub/plan.yaml'],
    ['by the default of a parameter', parent('!Ref Url').replace('Resources', 'Parameters:\n  Url: { Type: String, Default: ./plan.yaml }\nResources'), { 'plan.yaml': PLAN }, 'plan.yaml'],
    ['in a loop', `${VAULT_YAML}  Fn::ForEach::Each:\n    - Name\n    - [plan]\n    - Nested\${Name}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: !Sub "\${Name}.yaml", Parameters: { Days: 1 } } }\n`, { 'plan.yaml': PLAN }, 'plan.yaml'],
    ['of an application of SAM', `${VAULT_YAML}  Nested: { Type: AWS::Serverless::Application, Properties: { Location: plan.yaml, Parameters: { Days: 1 } } }\n`, { 'plan.yaml': PLAN }, 'plan.yaml'],
    ['in one that is nested', parent('sub/middle.yaml'), {
      'sub/middle.yaml': `Parameters:\n  Days: { Type: Number }\nResources:\n${stackOf('Inner', 'inner/plan.yaml', '!Ref Days')}`, 'sub/inner/plan.yaml': PLAN,
    }, 'sub/inner/plan.yaml'],
    ['in one that is nested, in the directory of the outermost', parent('sub/middle.yaml'), {
      'sub/middle.yaml': `Parameters:\n  Days: { Type: Number }\nResources:\n${stackOf('Inner', '../plan.yaml', '!Ref Days')}`, 'plan.yaml': PLAN,
    }, 'plan.yaml'],
  ])('%s', (_, root, files, file) => {
    const cwd = folderWith({ 'root.yaml': root, ...files });

    expect(got(check(cwd, 'root.yaml', ...ONE_RULE))).toEqual([`${file}: got 1`]);
    expect(got(check(cwd, 'root.yaml', join(file), ...ONE_RULE))).toEqual([`${file}: got 1`]);
    expect(got(check(cwd, '.', ...ONE_RULE))).toEqual([`${file}: got 1`]);
  });

  test('JSON below YAML, and YAML below JSON', () => {
    const json = JSON.stringify({
      Parameters: { Days: { Type: 'Number' } },
      Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'plan.yaml', Parameters: { Days: { Ref: 'Days' } } } } },
    });

    expect(got(check(folderWith({ 'root.yaml': parent('middle.json'), 'middle.json': json, 'plan.yaml': PLAN }), 'root.yaml', ...ONE_RULE))).toEqual(['plan.yaml: got 1']);
  });

  test('by two parents, with the parameters of each', () => {
    const alone = (days: string) => `Resources:\n${stackOf('Nested', 'plan.yaml', days)}`;
    const cwd = folderWith({ 'vault.yaml': VAULT_YAML, 'one.yaml': alone('1'), 'two.yaml': alone('2'), 'three.yaml': alone('35'), 'plan.yaml': PLAN });

    expect(got(check(cwd, 'vault.yaml', 'one.yaml', 'two.yaml', 'three.yaml', ...ONE_RULE))).toEqual(['plan.yaml: got 1', 'plan.yaml: got 2']);
  });

  test('from the standard input, relative to the working directory', () => {
    const cwd = folderWith({ 'plan.yaml': PLAN });
    const { stdout } = spawnSync(process.execPath, [binary(), 'check', '-', '--format', 'json', ...ONE_RULE], { cwd, input: parent('plan.yaml'), encoding: 'utf8' });

    expect(got(JSON.parse(stdout) as Answer)).toEqual(['plan.yaml: got 1']);
  });

  test('with an output that its parent uses', () => {
    const vault = `${VAULT_YAML}Outputs:\n  Name: { Value: !Ref Vault }\n`;
    const root = `${PLAN.replace('orders', '!GetAtt Nested.Outputs.Name').replace('!Ref Days', '1')}  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: vault.yaml } }\n`;

    for (const text of [root, root.replace('AWS::CloudFormation::Stack', 'AWS::Serverless::Application').replace('TemplateURL', 'Location')]) {
      expect(got(check(folderWith({ 'root.yaml': text, 'vault.yaml': vault }), 'root.yaml', ...ONE_RULE))).toEqual(['root.yaml: got 1']);
    }
  });

  test('its defaults are certain, because only its parent has values for it', () => {
    const cwd = folderWith({ 'root.yaml': parent('plan.yaml').replace('Days: 1', 'Other: 1'), 'plan.yaml': PLAN.replace('Type: Number', 'Type: Number, Default: 7'), 'params.json': '{ "Days": 35 }' });
    const { out, err } = run(['check', 'root.yaml', '--params', 'params.json', '--format', 'json', ...ONE_RULE], { cwd });

    expect((JSON.parse(out) as Answer).findings).toMatchObject([{ level: 'error', message: MESSAGE }]);
    expect(err).toBe('\'params.json\' has a value for \'Days\', which is not a parameter of any template. CloudFormation rejects it.\n');
  });

  test('and not overwritten', () => {
    const cwd = folderWith({ 'root.yaml': parent('plan.yaml'), 'plan.yaml': PLAN });

    expect(run(['check', 'root.yaml', '--output', 'plan.yaml'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('plan.yaml') });
  });
});

describe('a nested template that cannot be read is unknown:', () => {
  const table = '  Table: { Type: AWS::DynamoDB::Table }\n';
  const nested = (url: string) => `Resources:\n${table}  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } }\n`;
  const OPTIONS = ['--include', 'Backup-ResourceInPlan', '--include', 'Backup-NestedStackTemplate', '--strict'];
  const unknownIn = (cwd: string, ...paths: string[]) => {
    const { findings, summary } = check(cwd, ...paths, ...OPTIONS);
    expect(summary.unknown).toBe(findings.length);
    return findings.map(({ message }) => message);
  };
  const sentence = (reason: string) => `nested stack Nested: the resources of its template are unknown. ${reason}`;
  const IN_PLAN = 'DynamoDB table: whether it is in a backup plan is unknown.';

  test.each<[string, string, Record<string, string>, string]>([
    ['missing', './missing.yaml', {}, '\'missing.yaml\' does not exist.'],
    ['a URL', 'https://templates.s3.amazonaws.com/x.yaml', {}, '\'https://templates.s3.amazonaws.com/x.yaml\' is not a file.'],
    ['unknown', '!ImportValue Url', {}, 'Its location is unknown.'],
    ['not a template', 'x.yaml', { 'x.yaml': 'a: 1' }, '\'x.yaml\' is not a CloudFormation template. It has no \'Resources\'.'],
    ['not YAML', 'x.yaml', { 'x.yaml': 'a: [' }, expect.stringContaining('\'x.yaml\' is not valid YAML: ') as unknown as string],
    ['a directory', 'x', { 'x/y.yaml': 'Resources: {}' }, '\'x\' is a directory.'],
    ['elsewhere', '../x.yaml', {}, '\'../x.yaml\' is outside of the directory of its parent. Check it together with its parent.'],
    ['elsewhere, by its full path', '/etc/hostname', {}, expect.stringContaining('is outside of the directory of its parent.') as unknown as string],
    ['its own parent', 'root.yaml', {}, '\'root.yaml\' contains itself.'],
  ])('%s', (_, url, files, reason) => {
    const expected = typeof reason === 'string' ? sentence(reason) : reason;

    expect(unknownIn(folderWith({ 'root.yaml': nested(url), ...files }), 'root.yaml')).toEqual([expected, IN_PLAN]);
  });

  test('an application of the repository', () => {
    const root = nested('x').replace('AWS::CloudFormation::Stack', 'AWS::Serverless::Application').replace('TemplateURL: x', 'Location: { ApplicationId: arn:aws:serverlessrepo:us-east-1:111122223333:applications/x, SemanticVersion: 1.0.0 }');

    expect(unknownIn(folderWith({ 'root.yaml': root }), 'root.yaml')).toEqual([sentence('Its location is unknown.'), IN_PLAN]);
  });

  test('a link out of the directory', () => {
    const [cwd, other] = [folderWith({ 'root.yaml': nested('link.yaml') }), folderWith({ 'x.yaml': 'Resources: {}' })];
    symlinkSync(join(other, 'x.yaml'), join(cwd, 'link.yaml'));

    expect(unknownIn(cwd, 'root.yaml')).toEqual([sentence('\'link.yaml\' is outside of the directory of its parent. Check it together with its parent.'), IN_PLAN]);
  });

  test('a named pipe', () => {
    const cwd = folderWith({ 'root.yaml': nested('pipe.yaml') });
    expect(spawnSync('mkfifo', [join(cwd, 'pipe.yaml')]).status).toBe(0);

    expect(unknownIn(cwd, 'root.yaml')).toEqual([sentence('\'pipe.yaml\' is neither a file nor a directory.'), IN_PLAN]);
  });

  test('not in the directory of the command, or given too', () => {
    const cwd = folderWith({ 'a/root.yaml': nested('../b/x.yaml'), 'b/x.yaml': 'Resources: { Topic: { Type: AWS::SNS::Topic } }' });

    expect(unknownIn(cwd, 'a/root.yaml')).toEqual([sentence('\'b/x.yaml\' is outside of the directory of its parent. Check it together with its parent.'), IN_PLAN]);
    for (const paths of [['.'], ['a/root.yaml', 'b/x.yaml'], ['a/root.yaml', 'b']]) {
      expect(check(cwd, ...paths, '--include', 'Backup-ResourceInPlan').findings).toMatchObject([{ resource: 'Table', level: 'error' }]);
    }
  });

  test('templates that nest each other end', () => {
    const cwd = folderWith({ 'root.yaml': nested('other.yaml'), 'other.yaml': nested('root.yaml') });

    expect(unknownIn(cwd, 'root.yaml').sort()).toEqual([IN_PLAN, IN_PLAN, sentence('\'root.yaml\' contains itself.')]);
    expect(unknownIn(cwd, '.')).toHaveLength(3);
  });
});

test('a nested stack is in no plan, if stacks are checked', () => {
  const cwd = folderWith({ 'root.yaml': `Resources:\n${stackOf('Nested', 'plan.yaml', '1')}`, 'plan.yaml': 'Resources: {}' });

  expect(check(cwd, 'root.yaml', '--protected-type', 'CloudFormation', '--include', 'Backup-ResourceInPlan').findings)
    .toMatchObject([{ resource: 'Nested', message: expect.stringContaining('CloudFormation stack must be in a backup plan') }]);
});
