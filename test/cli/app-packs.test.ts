import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration, type IPolicyValidationPlugin, Stack, Stage, Tags, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupVault } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { folderWith, run } from './binary';
import { BackupChecks, CoverageChecks, RetentionChecks, RuleId, RuleLevel, ValidityChecks } from '../../src';

const REPORT = 'cdk.out/validation-report.json';

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly cloudFormationResource: { readonly logicalId: string } }[];
}

/** An app with a short retention, a table without a plan, and packs. */
function synthesized(...packs: readonly ((app: App) => IPolicyValidationPlugin)[]) {
  const cwd = folderWith({});
  const app = new App({ outdir: join(cwd, 'cdk.out'), analyticsReporting: false });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const vault = new BackupVault(stack, 'Vault', { backupVaultName: 'orders', lockConfiguration: { minRetention: Duration.days(7) } });
  new BackupPlan(stack, 'Plan', { backupVault: vault, backupPlanRules: [new BackupPlanRule({ ruleName: 'daily', deleteAfter: Duration.days(5) })] });
  new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  const other = new Stack(new Stage(app, 'Prod', { env: { account: '111122223333', region: 'eu-west-1' } }), 'Data');
  Tags.of(new Table(other, 'Exempt', { partitionKey: { name: 'id', type: AttributeType.STRING } })).add('backup', 'none');
  Validations.of(app).addPlugins(...packs.map((pack) => pack(app)));
  jest.spyOn(console, 'error').mockImplementation(() => {});
  try { app.synth(); } catch (error) { expect(String(error)).toContain('ValidationFailed'); }
  return cwd;
}

/** The findings of the packs in the report of the CDK. */
function reportedBy(cwd: string): string[] {
  const { pluginReports } = JSON.parse(readFileSync(join(cwd, REPORT), 'utf8')) as { pluginReports: { pluginName: string; violations: Violation[] }[] };
  return pluginReports.filter(({ pluginName }) => pluginName.endsWith('Checks')).flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, severity, description, violatingConstructs }) =>
      violatingConstructs.map(({ cloudFormationResource: { logicalId } }) => [severity, ruleName, logicalId, description].join(' '))).sort();
}

interface Finding { readonly rule: string; readonly level: string; readonly resource: string; readonly message: string }

function checked(cwd: string, ...args: string[]) {
  const { code, out, err } = run(['check', 'cdk.out', '--format', 'json', ...args], { cwd });
  if (out === '') { return { code, err, findings: [], packs: [] }; }
  const { findings, packs } = JSON.parse(out) as { findings: Finding[]; packs: string[] };
  return { code, err, findings: findings.map(({ rule, level, resource, message }) => [level, rule, resource, message].join(' ')).sort(), packs };
}

const applies = (packs: string) => `The command applies ${packs} with the options of the app, from '${REPORT}'.\n`;
const idsIn = (findings: readonly string[]) => findings.map((each) => each.split(' ').slice(0, 2).join(' ')).sort();

const coverageOf = (type: string) => (app: App) => new CoverageChecks(app, { protectedTypes: [type], exemptTagKey: 'backup', exemptTagValue: 'none' });
const retention = (app: App) => new RetentionChecks(app, {
  minRetention: Duration.days(10), include: [RuleId.RULE_MIN_RETENTION], levels: { RULE_MIN_RETENTION: RuleLevel.WARNING },
});

describe('the command applies the packs of an app', () => {
  const cwd = synthesized(coverageOf('DynamoDB'), retention, (app) => new ValidityChecks(app));

  test('with their options and levels, and has the findings of the synthesis', () => {
    const { findings, ...others } = checked(cwd);
    expect(findings).toEqual(reportedBy(cwd));
    expect(others).toEqual({ code: 1, err: applies('CoverageChecks, RetentionChecks, ValidityChecks'), packs: ['CoverageChecks', 'RetentionChecks', 'ValidityChecks'] });
    expect(idsIn(findings)).toEqual(['error Backup-ResourceInPlan', 'error Backup-RuleFitsVaultLock', 'warning Backup-RuleMinRetention']);
  });

  test('and options of the command line replace theirs', () => {
    expect(idsIn(checked(cwd, '--min-retention', '5').findings)).toEqual(['error Backup-ResourceInPlan', 'error Backup-RuleFitsVaultLock']);
    expect(idsIn(checked(cwd, '--level', 'RuleMinRetention=error', '--exclude', 'RuleFitsVaultLock').findings))
      .toEqual(['error Backup-ResourceInPlan', 'error Backup-RuleMinRetention']);
    expect(checked(cwd, '--max-retention', '6')).toMatchObject({
      code: 2, err: `${applies('CoverageChecks, RetentionChecks, ValidityChecks')}'--max-retention' must not be less than 'minRetention' of '${REPORT}' (10 days), got 6 days. Raise it, or leave it out.\n`,
    });
  });

  test('and a rule of the command line must be one of any of them', () => {
    expect(checked(cwd, '--exclude', 'CopyElsewhere', '--level', 'RuleMinRetention=error')).toMatchObject({
      code: 2,
      err: `${applies('CoverageChecks, RetentionChecks, ValidityChecks')}'--exclude' must contain rules of CoverageChecks or RetentionChecks or ValidityChecks, got 'Backup-CopyElsewhere'. Leave it out.\n`,
    });
  });

  test('unless packs or rules are chosen', () => {
    const config = join(cwd, 'config.yaml');
    writeFileSync(config, 'include: [RuleFitsVaultLock]');
    for (const args of [['--include', 'RuleFitsVaultLock'], ['--pack', 'DynamoDbChecks'], ['--config', 'config.yaml']]) {
      expect(checked(cwd, ...args).err).toBe('');
    }
  });

  test('unless other templates are checked too', () => {
    writeFileSync(join(cwd, 'other.json'), '{"Resources":{}}');
    const { code, err } = run(['check', 'cdk.out', 'other.json'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('and does not overwrite the report or a manifest', () => {
    for (const file of [REPORT, 'cdk.out/manifest.json', 'cdk.out/assembly-Prod/manifest.json']) {
      const before = readFileSync(join(cwd, file), 'utf8');
      expect(checked(cwd, '--output', file)).toMatchObject({ code: 2, err: `${applies('CoverageChecks, RetentionChecks, ValidityChecks')}'${file}' is also an input. Write to another file.\n` });
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
    }
  });
});

test('an exclusion of the command line adds to those of a pack', () => {
  const cwd = synthesized((app) => new BackupChecks(app, { exclude: [RuleId.RULE_FITS_VAULT_LOCK] }));
  const all = checked(cwd).findings;
  expect(all).toEqual(reportedBy(cwd));
  expect(idsIn(all)).not.toContain('error Backup-RuleFitsVaultLock');
  expect(checked(cwd, '--exclude', 'ResourceInPlan').findings).toEqual(all.filter((each) => !each.includes('Backup-ResourceInPlan')));
});

test('a pack that finds nothing is applied too', () => {
  const cwd = synthesized((app) => new CoverageChecks(app, { exclude: [RuleId.RESOURCE_IN_PLAN] }), coverageOf('Neptune'));
  expect(reportedBy(cwd)).toEqual([]);
  expect(checked(cwd)).toEqual({ code: 0, err: applies('CoverageChecks'), findings: [], packs: ['CoverageChecks'] });
});

test('two packs that report the same finding report it once, and another level is another finding', () => {
  const include = [RuleId.RULE_FITS_VAULT_LOCK];
  const cwd = synthesized(
    (app) => new ValidityChecks(app, { include }),
    (app) => new ValidityChecks(app, { include, strict: true }),
    (app) => new BackupChecks(app, { include, levels: { RULE_FITS_VAULT_LOCK: RuleLevel.WARNING } }),
  );
  const { findings, err } = checked(cwd);
  expect(findings).toEqual(reportedBy(cwd));
  expect(idsIn(findings)).toEqual(['error Backup-RuleFitsVaultLock', 'warning Backup-RuleFitsVaultLock']);
  expect(err).toBe(applies('ValidityChecks, BackupChecks'));
});

describe('without options in the report, the command applies all rules', () => {
  const cwd = synthesized();
  const all = checked(cwd);

  test('of an app without packs', () => {
    expect(all).toMatchObject({ code: 1, err: '', packs: ['BackupChecks'] });
    expect(all.findings.length).toBeGreaterThan(3);
  });

  test('of an app without a report', () => {
    rmSync(join(cwd, REPORT), { force: true });
    expect(checked(cwd)).toEqual(all);
  });

  test.each<[string, unknown]>([
    ['of another plugin', { pluginName: 'Others', metadata: { options: '{"include":["RuleFitsVaultLock"]}' } }],
    ['of an older version', { pluginName: 'BackupChecks', metadata: { unknown: '0' } }],
    ['of a pack that failed', { pluginName: 'BackupChecks' }],
    ['of nothing', null],
  ])('of a report %s', (_, plugin) => {
    writeFileSync(join(cwd, REPORT), JSON.stringify({ pluginReports: [plugin] }));
    expect(checked(cwd)).toEqual(all);
  });
});

test.each<[string, string]>([
  ['{"pluginReports":[{"plugin', `'${REPORT}' is not valid JSON. Synthesize the app again.\n`],
  ['', `'${REPORT}' is empty.\n`],
  ['{"title":"x"}', `'${REPORT}' is not a report of the CDK. Synthesize the app again.\n`],
  [JSON.stringify({ pluginReports: [{ pluginName: 'BackupChecks', metadata: { options: '{"inc' } }] }), `'${REPORT}' is not valid JSON. Synthesize the app again.\n`],
  [JSON.stringify({ pluginReports: [{ pluginName: 'BackupChecks', metadata: { options: '{"minRetention":"7"}' } }] }),
    `'${REPORT}': 'minRetention' must be a whole number of days from 1 to 999999, got "7".\n`],
  [JSON.stringify({ pluginReports: [{ pluginName: 'BackupChecks', metadata: { options: '{"exclude":["Nope"]}' } }] }),
    `${applies('BackupChecks')}'${REPORT}': Unknown rule 'Nope'. Run "cdk-compliant-backup rules" to list the rules.\n`],
])('the report %j is an error', (report, err) => {
  const cwd = synthesized();
  writeFileSync(join(cwd, REPORT), report);
  expect(run(['check', 'cdk.out'], { cwd })).toEqual({ code: 2, out: '', err });
});
