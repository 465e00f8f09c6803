import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { appSpec, buildApp, Refusal } from './arbitraries/apps';
import { Deployment, vaultArn, type Deployed } from './arbitraries/deployments';
import { cycleIn } from './cycles';

const RUNS = 2000;
const LEAST_SHARE = 0.4;
const LEAST_SEEN = 20;

jest.setTimeout(600_000);

/** AWS's validation engine, which aws-cdk-lib does not export. */
interface Engine {
  validateTemplate(content: object, options: object): { readonly diagnostics: readonly object[] };
  free(): void;
}
interface Validation {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateContent: new (content: string, name: string) => object;
}

const load = createRequire(__filename);
const { CompositeEngine, TemplateContent } = load(path.join(
  path.dirname(load.resolve('aws-cdk-lib-latest/package.json')), 'node_modules/@aws/cloudformation-validate',
)) as Validation;
let engine: Engine;
beforeAll(() => { engine = new CompositeEngine(); });
afterAll(() => engine.free());

interface Lifecycle { readonly DeleteAfterDays?: number; readonly MoveToColdStorageAfterDays?: number }
interface Copy { readonly DestinationBackupVaultArn: string; readonly Lifecycle?: Lifecycle }
interface Rule {
  readonly RuleName: string;
  readonly TargetBackupVault: string;
  readonly Lifecycle?: Lifecycle;
  readonly EnableContinuousBackup?: boolean;
  readonly StartWindowMinutes?: number;
  readonly RecoveryPointTags?: object;
  readonly CopyActions?: readonly Copy[];
}
interface Plan { readonly BackupPlan: { readonly BackupPlanName: string; readonly BackupPlanRule: readonly Rule[] } }
interface Statement { readonly Effect: string; readonly Principal: string | { readonly AWS?: string | string[] }; readonly Condition?: object }
interface Policy { readonly Statement: readonly Statement[] }
interface Lock { readonly MinRetentionDays: number; readonly MaxRetentionDays?: number; readonly ChangeableForDays?: number }
interface Notifications { readonly BackupVaultEvents: readonly string[]; readonly SNSTopicArn: string }
interface Vault {
  readonly BackupVaultName: string;
  readonly LockConfiguration?: Lock;
  readonly AccessPolicy?: Policy;
  readonly Notifications?: Notifications;
}
interface Selection {
  readonly BackupPlanId: string;
  readonly BackupSelection: {
    readonly SelectionName: string;
    readonly Resources?: readonly string[];
    readonly NotResources?: readonly string[];
    readonly ListOfTags?: readonly object[];
    readonly Conditions?: { readonly [operator: string]: readonly object[] };
  };
}

interface Framework {
  readonly FrameworkName: string;
  readonly FrameworkControls: readonly {
    readonly ControlInputParameters?: readonly { readonly ParameterValue: string }[];
    readonly ControlScope?: { readonly Tags?: readonly object[] };
  }[];
}

/** How often each invariant was checked. */
const seen = {
  locks: 0, coldStorage: 0, copies: 0, guards: 0, wildcardAllows: 0, foreignKeyUsers: 0, selections: 0, frameworks: 0, notifications: 0, rules: 0,
};

const DOTTED_NAME = /^[a-zA-Z0-9\-_.]{1,50}$/;
const VAULT_NAME = /^[a-zA-Z0-9\-_]{2,50}$/;

function within(value: number, min: number, max: number): void {
  expect(value).toBeGreaterThanOrEqual(min);
  expect(value).toBeLessThanOrEqual(max);
}

function checkLifecycle(lifecycle: Lifecycle | undefined, continuous = false): void {
  const { DeleteAfterDays: retention, MoveToColdStorageAfterDays: cold } = lifecycle ?? {};
  if (continuous) {
    within(retention ?? Infinity, 1, 35);
    expect(cold).toBeUndefined();
  }
  if (retention !== undefined) { within(retention, 1, 36500); }
  if (cold !== undefined && retention !== undefined) {
    seen.coldStorage++;
    expect(retention).toBeGreaterThanOrEqual(cold + 90);
  }
}

function checkVaults(deployment: Deployment): Map<string, Lock | undefined> {
  const locks = new Map<string, Lock | undefined>();
  for (const { at, properties } of deployment.propertiesOf<Vault>('AWS::Backup::BackupVault')) {
    const { BackupVaultName: name, LockConfiguration: lock, AccessPolicy: policy } = properties;
    expect(name).toMatch(VAULT_NAME);
    const arn = vaultArn(at, name);
    expect([...locks.keys()]).not.toContain(arn);
    locks.set(arn, lock);
    if (lock) {
      within(lock.MinRetentionDays, 1, 36500);
      within(lock.MaxRetentionDays ?? lock.MinRetentionDays, lock.MinRetentionDays, 36500);
      within(lock.ChangeableForDays ?? 3, 3, 36500);
    }
    checkGuard(policy?.Statement ?? []);
  }
  return locks;
}

function checkGuard(statements: readonly Statement[]): void {
  const effects = statements.map(({ Effect }) => Effect);
  expect(effects).toEqual([...effects].sort((one, other) => Number(one === 'Allow') - Number(other === 'Allow')));
  if (effects.includes('Deny')) { seen.guards++; }
  for (const { Condition } of statements.filter((each) => each.Effect === 'Allow' && principalsOf(each).includes('*'))) {
    seen.wildcardAllows++;
    expect(Object.keys(Condition ?? {})).not.toEqual([]);
  }
}

function principalsOf({ Principal: principal }: Statement): string[] {
  return typeof principal === 'string' ? [principal] : [principal.AWS ?? []].flat();
}

function checkKeys(deployment: Deployment): void {
  for (const { at, properties } of deployment.propertiesOf<{ KeyPolicy: Policy }>('AWS::KMS::Key')) {
    for (const statement of properties.KeyPolicy.Statement.filter(({ Effect }) => Effect === 'Allow')) {
      const foreign = principalsOf(statement).filter((principal) => !principal.includes(`:iam::${at.account}:`));
      if (foreign.length === 0) { continue; }
      seen.foreignKeyUsers++;
      expect(Object.keys(statement.Condition ?? {})).not.toEqual([]);
    }
  }
}

function checkPlans(deployment: Deployment, locks: Map<string, Lock | undefined>, given: string[]): void {
  for (const { at, properties } of deployment.propertiesOf<Plan>('AWS::Backup::BackupPlan')) {
    const { BackupPlanName: name, BackupPlanRule: rules } = properties.BackupPlan;
    expect(name).toMatch(DOTTED_NAME);
    within(rules.length, 1, 10);
    for (const rule of rules) { checkRule(rule, at, locks, given); }
  }
}

function checkRule(rule: Rule, at: Deployed, locks: Map<string, Lock | undefined>, given: string[]): void {
  expect(rule.RuleName).toMatch(DOTTED_NAME);
  within(rule.StartWindowMinutes ?? 60, 60, 52_560_000);
  within(Object.keys(rule.RecoveryPointTags ?? {}).length, 0, 10);
  within(rule.CopyActions?.length ?? 0, 0, 5);
  checkLifecycle(rule.Lifecycle, rule.EnableContinuousBackup);
  checkLock(rule.Lifecycle, locks.get(vaultArn(at, rule.TargetBackupVault)));
  for (const { DestinationBackupVaultArn: arn, Lifecycle: lifecycle } of rule.CopyActions ?? []) {
    seen.copies++;
    expect([...locks.keys(), ...given]).toContain(arn);
    checkLifecycle(lifecycle);
    checkLock(lifecycle ?? rule.Lifecycle, locks.get(arn));
  }
}

function checkLock(lifecycle: Lifecycle | undefined, lock: Lock | undefined): void {
  if (!lock) { return; }
  seen.locks++;
  within(lifecycle?.DeleteAfterDays ?? Infinity, lock.MinRetentionDays, lock.MaxRetentionDays ?? Infinity);
}

interface Topic { readonly TopicName?: string; readonly KmsMasterKeyId?: string }
interface TopicPolicy { readonly PolicyDocument: Policy }
interface EventRule { readonly Name: string; readonly EventPattern: object; readonly Targets: readonly { readonly RoleArn?: string }[] }

/** A policy names every vault, and no policy is open. */
function checkNotifications(deployment: Deployment): void {
  const statements = deployment.propertiesOf<TopicPolicy>('AWS::SNS::TopicPolicy').flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow');
  for (const { Condition } of statements) { expect(Object.keys(Condition ?? {})).toEqual(['StringEquals', 'ArnEquals']); }
  for (const { at, properties } of deployment.propertiesOf<Vault>('AWS::Backup::BackupVault')) {
    if (!properties.Notifications) { continue; }
    seen.notifications++;
    expect(properties.Notifications.BackupVaultEvents.length).toBeGreaterThan(0);
    // The environment of the wiring's stack can be more specific than that of the vault
    const [end] = [vaultArn(at, properties.BackupVaultName)].map((arn) => arn.includes('unknown') ? arn.replace(/^.*(?=:backup-vault:)/, '') : arn);
    const named = JSON.stringify(statements).includes(`${end}"`);
    expect(named || properties.Notifications.SNSTopicArn.startsWith('<ImportedTopic')).toBe(true);
  }
  for (const { properties } of deployment.propertiesOf<Topic>('AWS::SNS::Topic')) {
    if (properties.TopicName?.startsWith('own')) { continue; }
    expect(properties).toEqual({ TopicName: expect.stringMatching(/^[\w-]{1,256}$/), KmsMasterKeyId: expect.stringMatching(/./) });
  }
  for (const { properties } of deployment.propertiesOf<EventRule>('AWS::Events::Rule')) {
    seen.rules++;
    expect(properties.Name).toMatch(/^[\w.-]{1,64}$/);
    expect(JSON.stringify(properties.EventPattern).length).toBeLessThanOrEqual(2048);
    expect(properties.Targets.every(({ RoleArn }) => RoleArn)).toBe(true);
  }
}

function checkSelections(deployment: Deployment): void {
  const perPlan: { [id: string]: { all: number; byTag: number } } = {};
  for (const { at, properties } of deployment.propertiesOf<Selection>('AWS::Backup::BackupSelection')) {
    const { BackupPlanId: plan, BackupSelection: selection } = properties;
    seen.selections++;
    expect(selection.SelectionName).toMatch(DOTTED_NAME);
    const { ListOfTags: tags = [], Conditions: conditions = {} } = selection;
    within(tags.length, 0, 30);
    within(Object.values(conditions).flat().length, 0, 30);
    for (const arns of [selection.Resources ?? [], selection.NotResources ?? []]) {
      const wildcards = arns.filter((arn) => arn.includes('*')).length;
      within(wildcards, 0, 30);
      within(arns.length - wildcards, 0, 500);
    }
    const counted = perPlan[`${at.stack.node.path} ${plan}`] ??= { all: 0, byTag: 0 };
    counted.all++;
    if (tags.length > 0 || Object.keys(conditions).length > 0) { counted.byTag++; }
  }
  for (const { all, byTag } of Object.values(perPlan)) {
    within(all, 1, 100);
    within(byTag, 0, 10);
  }
}

function checkFrameworks(deployment: Deployment): void {
  for (const { properties } of deployment.propertiesOf<Framework>('AWS::Backup::Framework')) {
    seen.frameworks++;
    expect(properties.FrameworkName).toMatch(/^[a-zA-Z][_a-zA-Z0-9]{0,255}$/);
    expect(properties.FrameworkControls.length).toBeGreaterThan(0);
    for (const { ControlInputParameters: parameters = [], ControlScope: scope } of properties.FrameworkControls) {
      for (const { ParameterValue: value } of parameters) { expect(typeof value).toBe('string'); }
      within(scope?.Tags?.length ?? 0, 0, 1);
    }
  }
}

function checkTemplates(deployment: Deployment): void {
  for (const { template, region } of deployment.stacks) {
    const text = JSON.stringify(template);
    expect(cycleIn(template)).toBeUndefined();
    expect(text).not.toMatch(/"Custom::|"Fn::ImportValue"|"AWS::CloudFormation::CustomResource"/);
    expect(Object.values(template.Outputs ?? {}).filter((output) => output.Export)).toEqual([]);
    // CloudFormation rejects an empty template, and the CDK does not deploy one
    if (Object.keys(template.Resources ?? {}).length === 0) { continue; }
    const { diagnostics } = engine.validateTemplate(new TemplateContent(text, 'template.json'), {
      severityLevel: 'WARN', detailLevel: 'STANDARD', pseudoParameterOverrides: { region: region === 'unknown' ? 'eu-west-1' : region },
    });
    expect(diagnostics).toEqual([]);
  }
}

const PROPERTIES = [
  'vaultName', 'lock\\.(min|max)Retention', 'lock\\.coolingOff', '(lock|guard)\\.acknowledgeIrreversible', 'guard',
  'allowCopiesFrom\\[\\d+\\]', 'removalPolicy', 'planName', 'tiers', 'vault', 'scanResourceTypes', 'document[\\w.[\\]]*',
  'name', 'schedule', 'timeZone', 'startWindow', 'completionWindow', 'retention', 'moveToColdStorageAfter',
  'logicallyAirGappedVaultArn', 'recoveryPointTags', 'indexResourceType', 'copyTo',
  'env\\.region', 'role', 'frameworkName', 'description', 'controls', 'configRecorder', 'frequency', 'exemptRoleArns', 'regions', 'accounts', '(min|max)Retention', 'maxAge',
  'maxRestoreTime', 'controlScope', 'tags',
  'plan', 'selectionName', 'conditions', 'anyOf', 'resourceTypes', 'resources', 'exclude',
  'vaults', 'topic', 'encryptionKey', 'emails', 'events',
].join('|');

/** The message of an error, without its values. */
function checkRefusal({ path: expectedPath, error, leftBehind }: Refusal): string[] {
  const { name, message } = error as Error;
  const ours = /^(CompliantVault|TieredBackupPlan|TagBasedSelection|AuditFramework|NotificationWiring) '/;
  expect({ name, message }).toEqual({ name: 'Error', message: expect.stringMatching(ours) });
  const [, subject, text] = /^\w+ '([^']*)'(.*)$/s.exec(message) ?? [];
  expect(subject).toBe(expectedPath);
  expect(leftBehind).toEqual([]);

  const lines = text.startsWith(': ') ? [text.slice(2)] : text.split('\n  - ').slice(1);
  expect(lines.length).toBeGreaterThan(0);
  return lines.map((line) => {
    expect(line).toMatch(new RegExp(`'(${PROPERTIES})'`));
    const [complaint] = line.replace(/^(tier '[^']*': |control \w+: )?(copy( \d+)?: )?/, '').split(/, got |: /);
    const withoutValues = complaint.replace(/(?<!\w)'[^']*'(?!\w)/g, (quoted, offset) => offset === 0 ? quoted : '…');
    return withoutValues.replace(/document\..*\./, 'document.').replace(/\d+/g, 'n');
  });
}

test('an app throws one of our errors, or synthesizes a template that AWS Backup accepts', () => {
  let synthesized = 0;
  const complaints = new Set<string>();

  fc.assert(fc.property(appSpec, (spec) => {
    const app = buildApp(spec);
    if (app instanceof Refusal) {
      for (const complaint of checkRefusal(app)) { complaints.add(complaint); }
      return;
    }
    const deployment = new Deployment(app);
    const given = JSON.stringify(spec).match(/arn:[\w-]+:backup:[^"]+/g) ?? [];
    checkTemplates(deployment);
    checkKeys(deployment);
    const locks = checkVaults(deployment);
    checkPlans(deployment, locks, [...given, ...deployment.importedVaultArns()]);
    checkSelections(deployment);
    checkFrameworks(deployment);
    checkNotifications(deployment);
    synthesized++;
  }), { seed: 20261121, numRuns: RUNS });

  const share = synthesized / RUNS;
  process.stdout.write(`${RUNS} apps: ${(100 * share).toFixed(1)} % synthesize, ${complaints.size} different complaints about the others, `
    + `seen ${JSON.stringify(seen)}\n`);
  expect(share).toBeGreaterThanOrEqual(LEAST_SHARE);
  expect(Object.entries(seen).filter(([, times]) => times < LEAST_SEEN)).toEqual([]);
});
