import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, run } from './binary';
import { type Mistake, type Template, MISTAKES, RISKS, UNSAFE } from './mistakes';
import { evaluate, type Finding } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { rulesOf } from '../../src/checks/rules-of-packs';
import { yamlDocument } from '../../src/cli/input/yaml-document';
import { BackupInventory } from '../../src/inventory';

const YAML = readFileSync(join(__dirname, 'valid-template.yaml'), 'utf8');
const VALID = yamlDocument(YAML, 'valid.yaml').value as Template;
const valid = () => structuredClone(VALID);

/** A mistake that depends on defaults is not an error. */
const PARAMETERS = { Stage: 'prod', Retention: 35 };

const PLACE = { account: '111122223333', region: 'eu-west-1' };

function findingsIn(template: Template, rules = rulesOf('ValidityChecks'), parameters = {}, { options = {}, region = PLACE.region }: Partial<Mistake> = {}): readonly Finding[] {
  return evaluate(BackupInventory.of([{ id: 'Stack', template, parameters: { ...PARAMETERS, ...parameters }, ...PLACE, region }]), rules, options).findings;
}

/** Reported if a role names the account. */
const NEED_ACCOUNT = [
  'a copy to the default vault of another account', 'an air-gapped target in another account', 'a topic of another account',
  'a policy that lets another account restore',
];

/** Reported only with `--region`. */
const NEED_REGION = ['a copy to China', 'a copy to GovCloud', 'an air-gapped target in another Region', 'a topic of another Region', 'a key of another Region', 'a framework in Israel'];

const errorsOf = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error').map(({ rule, address }) => `${rule.id} ${address.logicalId}`);

/** The same value, as templates write it. */
const SPELLINGS: readonly (readonly [string, (value: string | number, template: Template) => unknown])[] = [
  ['as a text', String],
  ['by Sub', (value) => ({ 'Fn::Sub': String(value) })],
  ['by Join', (value) => ({ 'Fn::Join': ['', [value]] })],
  ['by Select', (value) => ({ 'Fn::Select': ['1', ['other', value]] })],
  ['by FindInMap', (value, template) => {
    template.Mappings.Given = { the: { value } };
    return { 'Fn::FindInMap': ['Given', 'the', 'value'] };
  }],
  ['by If', (value, template) => {
    template.Conditions.Holds = { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }] };
    return { 'Fn::If': ['Holds', value, { Ref: 'AWS::NoValue' }] };
  }],
  ['by a parameter', (_, template) => {
    template.Parameters.Given = { Type: 'String' };
    return { Ref: 'Given' };
  }],
];

test('a template with all kinds of resources has no error, and only mistakes that are warnings', () => {
  expect(findingsIn(valid()).map(({ message }) => message)).toEqual([]);
  expect(errorsOf(findingsIn(valid(), RULES))).toEqual([]);
});

describe.each(MISTAKES.map((mistake): [string, string, Mistake] => [mistake.rule, mistake.name, mistake]))('%s, %s', (_, __, mistake) => {
  const expected = `${mistake.rule} ${mistake.resource}`;

  test('is an error that names the resource', () => {
    const template = valid();
    mistake.make(template);
    expect(errorsOf(findingsIn(template, undefined, {}, mistake))).toContain(expected);
  });

  test('also with the template alone, if possible', () => {
    const template = valid();
    mistake.make(template);
    if (NEED_ACCOUNT.includes(mistake.name)) { template.Resources.Tagged.Properties.BackupSelection.IamRoleArn = 'arn:aws:iam::111122223333:role/backup'; }
    const errors = errorsOf(evaluate(BackupInventory.of([{ id: 'Stack', template }]), rulesOf('ValidityChecks'), {}).findings);
    expect(errors.includes(expected)).toBe(!NEED_REGION.includes(mistake.name));
  });

  const { written } = mistake;
  if (written !== undefined) {
    test('is one in every spelling', () => {
      const missed = SPELLINGS.filter(([, spelled]) => {
        const template = valid();
        mistake.make(template, spelled(written, template));
        return !errorsOf(findingsIn(template, RULES.filter(({ id }) => id === mistake.rule), { Given: written })).includes(expected);
      });
      expect(missed.map(([way]) => way)).toEqual([]);
    });
  }
});

describe.each([
  ...UNSAFE.map((mistake): [string, string, string, Mistake] => [mistake.rule, mistake.name, 'error', mistake]),
  ...RISKS.map((mistake): [string, string, string, Mistake] => [mistake.rule, mistake.name, 'warning', mistake]),
])('%s, %s', (_, __, level, mistake) => {
  const levelsIn = (template: Template) => findingsIn(template, RULES, {}, mistake)
    .filter(({ rule, address }) => rule.id === mistake.rule && address.logicalId === mistake.resource).map((finding) => finding.level);

  test(`is a finding of level ${level} that names the resource`, () => {
    const template = valid();
    expect(levelsIn(template)).toEqual([]);
    mistake.make(template);
    expect(levelsIn(template)).toEqual([level]);
  });
});

test('each rule has a mistake', () => {
  const found = [...MISTAKES, ...UNSAFE, ...RISKS].map(({ rule }) => rule);
  expect(RULES.map(({ id }) => id).filter((id) => !found.includes(id))).toEqual([]);
});

describe('the command', () => {
  const check = (name: string, text: string) => {
    const { code, out, err } = run(['check', name, '--pack', 'ValidityChecks', '--format', 'json', '--account', PLACE.account, '--region', PLACE.region, '--params', 'values/p.json'], {
      cwd: folderWith({ [name]: text, 'values/p.json': JSON.stringify(PARAMETERS) }),
    });
    const { findings } = JSON.parse(out) as { findings: readonly { readonly level: string; readonly rule: string; readonly resource: string }[] };
    return { code, err, errors: findings.filter(({ level }) => level === 'error').map(({ rule, resource }) => `${rule} ${resource}`) };
  };

  test.each([
    ['valid.yaml', YAML],
    ['valid.json', JSON.stringify(VALID)],
    ['valid.template', JSON.stringify(VALID, undefined, 2)],
  ])('reports nothing for %s', (name, text) => {
    expect(check(name, text)).toEqual({ code: 0, err: '', errors: [] });
    expect(run(['check', name], { cwd: folderWith({ [name]: text }) })).toMatchObject({ code: 0, err: '' });
  });

  // One of each type, and each in another short form of YAML
  test.each<[string, string, string]>([
    ['Backup-VaultName Vault', 'BackupVaultName: orders\n', 'BackupVaultName: !Join [".", [orders, !Ref Stage]]\n'],
    ['Backup-AirGappedVaultRetention AirGappedVault', 'MinRetentionDays: 7, MaxRetentionDays: 400 }\n\n  # Plans', 'MinRetentionDays: !Select [0, ["6", "7"]], MaxRetentionDays: 400 }\n\n  # Plans'],
    ['Backup-RuleSchedule Plan', '{ Schedule: cron(0 2 * * ? *) }', '{ Schedule: cron(0 2 * * * *) }'],
    ['Backup-RuleFitsVaultLock Plan', 'DeleteAfterDays: !Ref Retention }\n', 'DeleteAfterDays: !If [IsProduction, "6", 35] }\n'],
    ['Backup-SelectionTagKeys Tagged', 'ConditionKey: backup,', 'ConditionKey: !Sub "aws:ResourceTag/${Stage}",'],
    ['Backup-FrameworkName Framework', 'orders_framework', '!Sub "${AWS::StackName}-framework"'],
    ['Backup-ReportPlanFormat JobReport', 'Formats: [CSV]', 'Formats: !Split [",", "CSV,JSON"]'],
    ['Backup-RestoreTestingWindows RestoreTests', 'StartWindowHours: 8', 'StartWindowHours: !FindInMap [Stages, !Ref Stage, Hours]'],
    ['Backup-RestoreTestingType TestedInstances', 'ProtectedResourceType: EC2', 'ProtectedResourceType: AWS::EC2::Instance'],
    ['Backup-TieringConfiguration Tiering', 'TieringDownSettingsInDays: 60', 'TieringDownSettingsInDays: "59"'],
    ['Backup-LegalHold Hold', 'FromDate: \'2024-01-01T00:00:00Z\'', 'FromDate: "1.1.2024"'],
    ['Backup-AccessPoint AccessPoint', 'Name: orders-backup', 'Name: !Sub "${Stage}_orders"'],
    ['Backup-ResourceProperties AirGappedPlan', '- RuleName: weekly', '- RuleName: !Ref AWS::NoValue'],
  ])('finds %s', (expected, was, is) => {
    expect(YAML).toContain(was);
    const text = YAML.replace(was, is).replace('prod: { Schedule:', 'prod: { Hours: 0, Schedule:');
    expect(check('a.yaml', text)).toEqual({ code: 1, err: '', errors: [expected] });
  });
});
