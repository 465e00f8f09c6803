import { join } from 'node:path';
import { App, CfnParameter, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { BackupVault, CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import { folderWith, run } from './binary';
import { ONE_RULE, VAULT_YAML, planYaml } from './templates';

interface Found { readonly file: string; readonly resource: string; readonly message: string }

interface Answer {
  readonly findings: readonly Found[];
  readonly summary: { readonly templates: number; readonly resources: number };
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
      expect(findings).toMatchObject([{ file: 'plan.yaml', resource: 'Plan', message: expect.stringContaining('got 1. ') }]);
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
      expect(check(cwd, ...paths, ...ONE_RULE).findings).toMatchObject([{ file: 'plan.yaml', message: expect.stringContaining('got 1. ') }]);
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
    expect(findings).toMatchObject([{ message: expect.stringContaining('got 1. ') }]);
    expect(templates).toHaveLength(2);
  });
});

test('templates that nest each other twice in every step end', () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [
    `t${index}.yaml`, `Resources:\n${stackOf('One', `t${index + 1}.yaml`, '1')}${stackOf('Two', `t${index + 1}.yaml`, '1')}`,
  ]));

  expect(run(['check', '.'], { cwd: folderWith(files) }))
    .toEqual({ code: 2, out: '', err: expect.stringMatching(/^At most 10000 nested stacks can be read together, got more at 't\d+\.yaml'\.\n$/) });
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
