import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type PolicyValidationPluginReport, App, CfnParameter, Duration, NestedStack, Stack, Stage, Token, Validations } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct } from 'constructs';
import { ACCOUNT, REGION } from './rule-cases';
import { type PackProps, BackupChecks, RetentionChecks, RuleId, RuleLevel, ValidityChecks } from '../../src';
import { rulesOf } from '../../src/checks/rules-of-packs';
import { errorOf } from '../stacks';

const ID = RuleId.RULE_FITS_VAULT_LOCK;
const ENV = { account: ACCOUNT, region: REGION };

/** A plan whose rule fits no lock. */
function faulty(scope: Construct, name = 'orders', retention = 7): backup.CfnBackupPlan {
  const vault = new backup.CfnBackupVault(scope, 'Vault', { backupVaultName: name, lockConfiguration: { minRetentionDays: 30 } });
  return new backup.CfnBackupPlan(scope, 'Plan', {
    backupPlan: { backupPlanName: 'gold', backupPlanRule: [{ ruleName: 'daily', targetBackupVault: vault.ref, lifecycle: { deleteAfterDays: retention } }] },
  });
}

function inStack(app: App = new App(), id = 'Stack'): backup.CfnBackupPlan {
  return faulty(new Stack(app, id, { env: ENV }));
}

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Report {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: readonly Violation[];
  readonly suppressedViolations?: readonly (Violation & { readonly reason: string })[];
  readonly metadata?: object;
}

/** The report of a synthesis, and whether it failed. */
function synthesize(app: App): { readonly failed: boolean; readonly reports: readonly Report[] } {
  let failed = false;
  try { app.synth(); } catch (error) {
    expect(String(error)).toContain('ValidationFailed');
    failed = true;
  }
  const { pluginReports: reports } = JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as { pluginReports: Report[] };
  return { failed, reports };
}

const foundBy = ({ reports }: ReturnType<typeof synthesize>) => reports.flatMap(({ pluginName, violations }) =>
  violations.flatMap(({ ruleName, violatingConstructs }) => violatingConstructs.map(({ constructPath }) => `${pluginName} ${ruleName} ${constructPath}`)));
const foundIn = ({ violations }: PolicyValidationPluginReport) =>
  violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${String(constructPath)}`));

const only = (level?: RuleLevel): PackProps => ({ include: [ID], levels: level && { [ID]: level } });
const withPack = (app: App, props: PackProps = only()) => {
  Validations.of(app).addPlugins(new BackupChecks(app, props));
  return app;
};

describe('a synthesis', () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => {});
  afterAll(() => error.mockRestore());

  test('fails on an error, and reports construct, reason, fix, and page', () => {
    const app = withPack(new App());
    inStack(app);
    const result = synthesize(app);
    expect(result.failed).toBe(true);
    expect(foundBy(result)).toEqual([`BackupChecks ${ID} Stack/Plan`]);
    expect(result.reports[0].violations[0]).toMatchObject({
      description: expect.stringContaining('must be at least 30 days'),
      severity: 'error',
      ruleMetadata: { what: expect.any(String), why: expect.any(String), page: expect.stringContaining('vault-lock.html') },
    });
  });

  test('does not fail on a warning', () => {
    const app = withPack(new App(), only(RuleLevel.WARNING));
    inStack(app);
    const result = synthesize(app);
    expect(result.failed).toBe(false);
    expect(result.reports[0].violations.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('reports the same fault in stacks, nested stacks, Stages, and included templates, each at its place', () => {
    const app = withPack(new App());
    inStack(app);
    faulty(new NestedStack(app.node.findChild('Stack') as Stack, 'Nested'), 'nested');
    for (const name of ['Blue', 'Green']) { faulty(new Stack(new Stage(app, name), 'Stack', { env: ENV }), name.toLowerCase()); }
    const including = new Stack(app, 'Including', { env: ENV });
    new CfnInclude(including, 'Template', { templateFile: path.join(__dirname, 'faulty-template.json') });
    const overridden = faulty(new Stack(app, 'Overridden', { env: ENV }), 'overridden', 30);
    overridden.addPropertyOverride('BackupPlan.BackupPlanRule.0.Lifecycle.DeleteAfterDays', 29);
    expect(foundBy(synthesize(app)).sort()).toEqual([
      'Blue/Stack/Plan', 'Green/Stack/Plan', 'Including/Template/IncludedPlan', 'Overridden/Plan', 'Stack/Nested/Plan', 'Stack/Plan',
    ].map((construct) => `BackupChecks ${ID} ${construct}`));
  });

  test('reports a rule of two packs once', () => {
    const app = new App();
    inStack(app);
    Validations.of(app).addPlugins(new ValidityChecks(app, only()), new BackupChecks(app, only()));
    expect(foundBy(synthesize(app))).toEqual([`ValidityChecks ${ID} Stack/Plan`]);
  });

  test('does not hide a finding that is an error in another pack', () => {
    const levels = { [ID]: RuleLevel.WARNING };
    const app = new App();
    inStack(app);
    Validations.of(app).addPlugins(new ValidityChecks(app, { ...only(), levels }), new BackupChecks(app, only()));
    const result = synthesize(app);
    expect(result.failed).toBe(true);
    expect(result.reports.map(({ pluginName, violations }) => [pluginName, violations.map(({ severity }) => severity)]))
      .toEqual([['ValidityChecks', ['warning']], ['BackupChecks', ['error']]]);
  });

  test('accepts the name of a member of RuleId as its id, because other languages pass that', () => {
    const app = new App();
    inStack(app);
    const [name] = Object.entries(RuleId).find(([, id]) => id === ID)!;
    const { violations } = new ValidityChecks(app, { ...only(), levels: { [name]: RuleLevel.WARNING } }).validateScope(app);
    expect(violations.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('runs every pack with its own options', () => {
    const app = new App();
    inStack(app, 'Stack');
    const include = [RuleId.RULE_MIN_RETENTION];
    Validations.of(app).addPlugins(new BackupChecks(app, { include }), new RetentionChecks(app, { include, minRetention: Duration.days(30) }));
    expect(foundBy(synthesize(app))).toEqual([`RetentionChecks ${RuleId.RULE_MIN_RETENTION} Stack/Plan`]);
  });

  test('counts unknown values, and reports them if the pack is strict', () => {
    for (const strict of [false, true]) {
      const app = withPack(new App(), { ...only(), strict });
      const stack = new Stack(app, 'Stack', { env: ENV });
      faulty(stack, 'orders', new CfnParameter(stack, 'Given', { type: 'Number' }).valueAsNumber);
      expect(synthesize(app).failed).toBe(strict);
    }
  });
});

describe('an acknowledgment', () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => {});
  afterAll(() => error.mockRestore());
  const acknowledge = (scope: Construct, id: string) => Validations.of(scope).acknowledge({ id, reason: 'because' });
  const twoStacks = () => {
    const app = new App();
    return { app, one: inStack(app, 'One'), two: inStack(app, 'Two') };
  };
  const forms = [ID, `BackupChecks::${ID}`, `ValidityChecks::${ID}`];

  test.each(forms)('%s counts in a synthesis for its own path, and for no other', (id) => {
    const { app, one } = twoStacks();
    acknowledge(one, id);
    expect(foundBy(synthesize(withPack(app)))).toEqual([`BackupChecks ${ID} Two/Plan`]);
  });

  test.each(forms)('%s counts in validateScope for its own path, and for no other', (id) => {
    const { app, one } = twoStacks();
    acknowledge(one, id);
    expect(foundIn(new BackupChecks(app, only()).validateScope(app))).toEqual([`${ID} Two/Plan`]);
  });

  test.each(forms)('%s counts for everything under its path', (id) => {
    const { app, one } = twoStacks();
    acknowledge(one.stack, id);
    expect(foundBy(synthesize(withPack(app)))).toEqual([`BackupChecks ${ID} Two/Plan`]);
    acknowledge(app, id);
    expect(foundIn(new BackupChecks(app, only()).validateScope(app))).toEqual([]);
  });

  test('with the name of the pack is recorded in the report', () => {
    const { app, one, two } = twoStacks();
    for (const plan of [one, two]) { acknowledge(plan, `BackupChecks::${ID}`); }
    const { failed, reports } = synthesize(withPack(app));
    expect(failed).toBe(false);
    expect(reports[0].suppressedViolations?.map(({ reason }) => reason)).toEqual(['because', 'because']);
  });

  test('of another rule does not count', () => {
    const { app, one } = twoStacks();
    acknowledge(one, 'Backup-VaultName');
    expect(foundBy(synthesize(withPack(app)))).toHaveLength(2);
  });
});

describe('validateScope', () => {
  test('reports only faults under the scope', () => {
    const app = new App();
    const [one] = [inStack(app, 'One'), inStack(app, 'Two')];
    expect(foundIn(new BackupChecks(app, only()).validateScope(one.stack))).toEqual([`${ID} One/Plan`]);
  });

  test('reports the same for every pack with the rule', () => {
    const app = new App();
    inStack(app);
    const [one, two] = [new ValidityChecks(app, only()), new BackupChecks(app, only())].map((pack) => pack.validateScope(app));
    expect(one).toEqual(two);
    expect(one.success).toBe(false);
  });
});

describe('a pack', () => {
  test('applies included rules, and not excluded ones', () => {
    const app = new App();
    inStack(app);
    expect(new ValidityChecks(app, only()).ruleIds).toEqual([ID]);
    expect(foundIn(new ValidityChecks(app, { exclude: [ID] }).validateScope(app))).toEqual([]);
  });

  test.each<[string, () => unknown, string]>([
    ['a rule that it has not', () => new ValidityChecks(undefined, { include: ['Backup-Nothing' as RuleId] }),
      'ValidityChecks: \'include\' must contain rules of ValidityChecks, got \'Backup-Nothing\'. Leave it out.'],
    ['a rule of another pack', () => new ValidityChecks(undefined, { exclude: [RuleId.COPY_ELSEWHERE] }),
      'ValidityChecks: \'exclude\' must contain rules of ValidityChecks, got \'Backup-CopyElsewhere\'. Leave it out.'],
    ['a level of a rule that it has not', () => new ValidityChecks(undefined, { levels: { 'Backup-Nothing': RuleLevel.ERROR } }),
      `ValidityChecks: 'levels' must name rules of ValidityChecks by their ids, such as '${rulesOf('ValidityChecks')[0].id}', got 'Backup-Nothing'. `
      + 'Name one of them, or leave it out.'],
    ['a level that there is not', () => new ValidityChecks(undefined, { levels: { [ID]: 'fatal' as RuleLevel } }),
      `ValidityChecks: 'levels' must contain 'error' or 'warning', got 'fatal' for '${ID}'. Write one of them, or leave out the rule with 'exclude'.`],
    ['an account id of eleven digits', () => new BackupChecks(undefined, { requiredCopyAccounts: ['11112222333'] }),
      'BackupChecks: \'requiredCopyAccounts\' must be an account ID of 12 digits, got \'11112222333\'. Write all digits as a string.'],
    ['a Region that is mistyped', () => new BackupChecks(undefined, { requiredCopyRegions: ['eu-central-1', 'eu-central1'] }),
      'BackupChecks: \'requiredCopyRegions\' must be the ID of a Region, such as \'eu-central-1\', got \'eu-central1\'. Did you mean \'eu-central-1\'?'],
    ['a Region by its name', () => new BackupChecks(undefined, { requiredCopyRegions: ['Frankfurt'] }),
      'BackupChecks: \'requiredCopyRegions\' must be the ID of a Region, such as \'eu-central-1\', got \'Frankfurt\'. Write it as AWS does.'],
    ['a token', () => new BackupChecks(undefined, { minRetention: Duration.days(Token.asNumber({ Ref: 'Given' })) }),
      'BackupChecks: \'minRetention\' must be known when templates are checked, got a token. Write its value.'],
    ['bounds that exclude each other', () => new BackupChecks(undefined, { minRetention: Duration.days(8), maxRetention: Duration.days(7) }),
      'BackupChecks: \'maxRetention\' must not be less than \'minRetention\' (8 days), got 7 days. Raise it, or leave it out.'],
    ['a type that AWS Backup has not', () => new BackupChecks(undefined, { protectedTypes: ['Dynamo'] }),
      expect.stringContaining('\'protectedTypes\' must be a name of AWS Backup (Aurora, CloudFormation,')],
    ['a value without its tag', () => new BackupChecks(undefined, { exemptTagValue: 'none' }),
      'BackupChecks: \'exemptTagKey\' must be set with \'exemptTagValue\', got none. Set the key of the tag.'],
  ])('rejects %s', (_, make, message) => {
    expect(errorOf(make)).toEqual(message);
  });

  test('rejects every invalid prop in one error', () => {
    const message = errorOf(() => new BackupChecks(undefined, {
      minRetention: Duration.days(Token.asNumber({ Ref: 'Given' })),
      maxRetention: Duration.hours(1),
      requiredCopyAccounts: ['1', '2'],
      exemptTagValue: 'none',
      exclude: ['Backup-Nothing' as RuleId],
    }));
    const faults = ['\'minRetention\' must be known', '\'maxRetention\' must be a whole number of days', 'got \'1\'', 'got \'2\'', '\'exemptTagKey\' must be set', '\'exclude\' must'];
    expect(faults.filter((fault) => !message.includes(fault))).toEqual([]);
  });

  test('needs the construct tree', () => {
    expect(() => new ValidityChecks().validate({ templatePaths: [], stackTemplates: [] } as never))
      .toThrow('ValidityChecks: \'appConstruct\' of the validation context must be set, got none. Use aws-cdk-lib 2.271.0 or later.');
  });
});
