import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, CfnOutput, CfnResource, Duration, Fn, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, warningIdsOf, warningsOf } from './stacks';
import {
  AuditControl, AuditFramework, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, NotificationWiring, TagBasedSelection,
  TagCondition, TieredBackupPlan,
} from '../src';

const ENV = { account: ACCOUNT, region: 'eu-west-1' };
const VAULT = 'AWS::Backup::BackupVault';
const NESTED = 'AWS::CloudFormation::Stack';

let app: App;
beforeEach(() => { app = new App(); });

const stackNamed = (id: string, region = 'eu-west-1') => new Stack(app, id, { env: { account: ACCOUNT, region } });
const vaultIn = (scope: Construct, vaultName = 'orders', props = {}) => new CompliantVault(scope, 'Vault', { vaultName, ...props });
const resourceOf = (vault: CompliantVault) => vault.node.defaultChild as CfnBackupVault;
const wiringIn = (scope: Construct, vaults: CompliantVault[], topic?: sns.ITopic) => new NotificationWiring(scope, 'Alerts', { vaults, topic, emails: ['oncall@example.com'] });

function planIn(scope: Construct, vault: CompliantVault, copyTo: CopyTarget[] = []): TieredBackupPlan {
  const plan = new TieredBackupPlan(scope, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(35), copyTo })] });
  new TagBasedSelection(scope, 'Selection', { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });
  return plan;
}

/** The types in `DependsOn` of the only resource of a type. */
function waitedFor(stack: Stack, type: string, like = ''): string[] {
  const template = Template.fromStack(stack);
  const [[, resource]] = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(like));
  const { Resources: resources } = template.toJSON() as { readonly Resources: Readonly<Record<string, { readonly Type: string }>> };
  return ((resource as { readonly DependsOn?: string[] }).DependsOn ?? []).map((id) => resources[id].Type);
}

const planWarning = (vaultStack: string, cause: string) => `'vault' must be deployed before the plan, got the vault 'orders' of the stack '${vaultStack}' after it, since ${cause}. Create the plan in `
  + `the stack '${vaultStack}', or create the resources that the vault depends on, such as its NotificationWiring, in that stack. Until the vault exists, backup jobs fail, and AWS Backup might reject the plan.`;
const wiringError = (wiring: string, vaultStack: string, cause: string, fix = `Create the NotificationWiring and its topic in the stack '${vaultStack}'.`) => (
  `NotificationWiring '${wiring}': 'vaults' must be deployed after the policy of the topic, without which AWS Backup rejects their notifications, got the vault 'orders' of the stack `
  + `'${vaultStack}' before it, since ${cause}. ${fix}`
);
const failed = (...messages: string[]) => `Validation failed with the following errors:${messages.map((message) => `\n  ${message}`).join('')}`;

describe('in nested stacks', () => {
  let stack: Stack;
  let nested: NestedStack;
  beforeEach(() => {
    stack = stackNamed('Stack');
    nested = new NestedStack(stack, 'Nested');
  });

  test('plan and wiring, with the vault around them: the vault waits, and the plan is warned of', () => {
    const vault = vaultIn(stack);
    planIn(nested, vault);
    wiringIn(nested, [vault]);

    expect(waitedFor(stack, VAULT)).toEqual([NESTED]);
    expect(waitedFor(stack, NESTED)).toEqual([]);
    expect(warningsOf(stack)).toEqual([planWarning('Stack', '\'Stack/Vault\' waits for \'Stack/Nested\'')]);
    expect(warningIdsOf(stack)).toEqual(['deploymentOrder']);
  });

  test('plan and wiring, with the vault in a sibling', () => {
    const sibling = new NestedStack(stack, 'Sibling');
    const vault = vaultIn(sibling);
    planIn(nested, vault);
    wiringIn(nested, [vault]);

    expect(waitedFor(stack, NESTED, 'Sibling')).toEqual([NESTED]);
    expect(waitedFor(stack, NESTED, 'Nested')).toEqual([]);
    expect(warningsOf(stack)).toEqual([planWarning('Stack/Sibling', '\'Stack/Sibling\' waits for \'Stack/Nested\'')]);
  });

  test('plan and wiring, in two of them, with the vault around: a line', () => {
    const [vault, second] = [vaultIn(stack), new NestedStack(stack, 'Second')];
    planIn(second, vault);
    wiringIn(nested, [vault]);

    expect(waitedFor(stack, NESTED, 'Second')).toEqual([VAULT]);
    expect(waitedFor(stack, VAULT)).toEqual([NESTED]);
    expect(waitedFor(stack, NESTED, 'Nested')).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('a plan in a stack that the key of its vault is in', () => {
    planIn(nested, vaultIn(stack, 'orders', { encryptionKey: new kms.Key(nested, 'Key') }));

    expect(waitedFor(stack, NESTED)).toEqual([]);
    expect(warningsOf(stack)).toEqual([planWarning('Stack', '\'Stack/Vault\' waits for \'Stack/Nested\'')]);
  });

  test('what is in their templates is in the hash of these', () => {
    const inner = new NestedStack(nested, 'Inner');
    planIn(nested, vaultIn(inner));

    const { directory } = app.synth();
    const text = readFileSync(path.join(directory, nested.templateFile), 'utf8');
    expect(Object.values((JSON.parse(text) as { Resources: Record<string, { Type: string; DependsOn?: string[] }> }).Resources)
      .filter(({ Type: type }) => type === 'AWS::Backup::BackupPlan').map(({ DependsOn: ids }) => ids)).toEqual([[expect.stringMatching(/^InnerNestedStack/)]]);
    const hash = createHash('sha256').update(JSON.stringify(JSON.parse(text))).digest('hex');
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain(hash);
  });

  test.each<[string, (vault: CfnBackupVault) => void, string]>([
    ['a reference', (vault) => { new CfnOutput(nested, 'Output', { value: vault.attrBackupVaultArn }); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a reference that is made last', (vault) => {
      new CfnResource(nested, 'Reader', { type: 'Custom::Reader', properties: { Arn: Lazy.string({ produce: () => `arn: ${vault.attrBackupVaultArn}` }) } });
    }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a reference in a stack within it', (vault) => { new CfnOutput(new NestedStack(nested, 'Inner'), 'Output', { value: vault.ref }); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a dependency', (vault) => { new sns.CfnTopic(nested, 'Topic').node.addDependency(vault); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a dependency between resources', (vault) => { new sns.CfnTopic(nested, 'Topic').addResourceDependency(vault); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a dependency of the whole', (vault) => { nested.node.addDependency(vault.node.scope!); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a written DependsOn', (vault) => { nested.nestedStackResource!.addOverride('DependsOn', [stack.resolve(vault.logicalId)]); }, '\'Stack/Nested\' waits for \'Stack/Vault\''],
    ['a written reference', (vault) => {
      const reader = new CfnResource(stack, 'Reader', { type: 'Custom::Reader' });
      reader.addPropertyOverride('Arn', Fn.sub(`\${${stack.resolve(vault.logicalId)}.BackupVaultArn}`));
      nested.node.addDependency(reader);
    }, '\'Stack/Nested\' waits for \'Stack/Vault\' (\'Stack/Nested\' → \'Stack/Reader\' → \'Stack/Vault\')'],
  ])('a wiring in a stack that waits for the vault by %s is an error', (_, wait, cause) => {
    const vault = vaultIn(stack);
    wiringIn(nested, [vault]);
    wait(resourceOf(vault));

    expect(errorOf(() => app.synth())).toBe(failed(`[] ${wiringError('Stack/Nested/Alerts', 'Stack', cause)}`));
  });

  test('a Stage is reported on its own', () => {
    const stage = new Stage(app, 'Prod', { env: ENV });
    const inStage = new Stack(stage, 'Stack');
    const [vault, inner] = [vaultIn(inStage), new NestedStack(inStage, 'Nested')];
    wiringIn(inner, [vault]);
    new CfnOutput(inner, 'Output', { value: resourceOf(vault).ref });

    expect(errorOf(() => app.synth())).toBe(failed(`[Prod] ${wiringError('Prod/Stack/Nested/Alerts', 'Prod/Stack', '\'Prod/Stack/Nested\' waits for \'Prod/Stack/Vault\'')}`));
  });
});

describe('in one stack', () => {
  test('a topic whose policy names the vault by an attribute is an error', () => {
    const stack = stackNamed('Stack');
    const [vault, topic] = [vaultIn(stack), new sns.Topic(stack, 'Own')];
    wiringIn(stack, [vault], topic);
    new sns.CfnTopicPolicy(stack, 'Unrelated', { topics: [], policyDocument: { Resource: vault.backupVaultArn } });
    expect(() => app.synth()).not.toThrow();

    app = new App();
    const again = stackNamed('Stack');
    const [named, own] = [vaultIn(again), new sns.Topic(again, 'Own', { displayName: 'own' })];
    wiringIn(again, [named], own);
    (own.node.defaultChild as sns.CfnTopic).displayName = named.backupVaultArn;
    expect(errorOf(() => app.synth())).toBe(failed(`[] ${wiringError('Stack/Alerts', 'Stack', '\'Stack/Own/Policy\' waits for \'Stack/Vault\' (\'Stack/Own/Policy\' → \'Stack/Own\' → \'Stack/Vault\')',
      'Remove the dependency on the vault, or write the name of the vault as a literal where the topic or its key refers to it.')}`));
  });

  test('a framework waits for its recorder, unless that waits for it', () => {
    const frameworkIn = (stack: Stack, bucket?: s3.Bucket) => new AuditFramework(stack, 'Audit', {
      controls: [AuditControl.resourcesProtectedByBackupPlan()], configRecorder: ConfigRecorder.create({ bucket }),
    });
    const [stack, other] = [stackNamed('Stack'), stackNamed('Other', 'eu-central-1')];
    frameworkIn(stack);
    const bucket = new s3.Bucket(other, 'Bucket');
    const framework = frameworkIn(other, bucket);
    bucket.node.defaultChild!.node.addDependency(framework.node.defaultChild!);

    expect(waitedFor(stack, 'AWS::Backup::Framework')).toContain('AWS::Config::ConfigurationRecorder');
    expect(waitedFor(other, 'AWS::Backup::Framework')).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
    expect(warningsOf(other)).toEqual(['\'configRecorder\' must be deployed before the framework, got a recorder that is deployed after it, since \'Other/Audit/ConfigRecorder/Role/DefaultPolicy\' '
      + 'waits for \'Other/Audit\' (\'Other/Audit/ConfigRecorder/Role/DefaultPolicy\' → \'Other/Bucket\' → \'Other/Audit\'). Remove the dependencies of the recorder on the framework. Until the recorder '
      + 'exists, the framework evaluates no control.']);
  });
});

describe('in several stacks', () => {
  test('the vault in one, plan and wiring in the other: the vault waits, and the plan is warned of', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    const vault = vaultIn(a);
    planIn(b, vault);
    wiringIn(b, [vault]);

    expect(app.synth().stacks.map(({ id }) => id)).toEqual(['B', 'A']);
    expect(warningsOf(b)).toEqual([planWarning('A', 'the stack \'A\' waits for the stack \'B\'')]);
    expect(warningsOf(a)).toEqual([]);
  });

  test('the plan in a third: each waits', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((id) => stackNamed(id));
    const vault = vaultIn(a);
    planIn(c, vault);
    wiringIn(b, [vault]);

    expect(app.synth().stacks.map(({ id }) => id)).toEqual(['B', 'A', 'C']);
    expect(warningsOf(c)).toEqual([]);
  });

  test('a path over many is shortened', () => {
    const [a, b, ...others] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((id) => stackNamed(id));
    planIn(b, vaultIn(a));
    [a, ...others].forEach((each, index) => each.addStackDependency([...others, b][index]));

    expect(app.synth().stacks).toHaveLength(8);
    expect(warningsOf(b)).toEqual([planWarning('A', 'the stack \'A\' waits for the stack \'B\' (\'A\' → \'C\' → \'D\' → \'E\' → \'F\' → … → \'B\')')]);
  });

  test('a wiring in a stack that waits for that of the vault is an error', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    wiringIn(b, [vaultIn(a)]);
    b.addStackDependency(a);

    expect(errorOf(() => app.synth())).toBe(failed(`[] ${wiringError('B/Alerts', 'A', 'the stack \'B\' waits for the stack \'A\'')}`));
  });

  test('of two wirings that wait for each other, the second is an error', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    wiringIn(b, [vaultIn(a, 'first')]);
    wiringIn(a, [vaultIn(b)]);

    expect(errorOf(() => app.synth())).toBe(failed(`[] ${wiringError('A/Alerts', 'B', 'the stack \'A\' waits for the stack \'B\'')}`));
  });

  test('two that copy into each other: the second is warned of', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B', 'eu-central-1')];
    const [here, there] = [vaultIn(a, 'here'), vaultIn(b, 'there')];
    planIn(a, here, [CopyTarget.vault(there)]);
    planIn(b, there, [CopyTarget.vault(here)]);

    expect(app.synth().stacks.map(({ id }) => id)).toEqual(['B', 'A']);
    expect(warningsOf(a)).toEqual([]);
    expect(warningsOf(b)).toEqual(['\'copyTo\' must name a vault that is deployed before the plan, got the vault \'here\' of the stack \'A\', which is deployed after it, since the stack \'A\' waits '
      + 'for the stack \'B\'. Create that vault in a stack of its own, or deploy both stacks before the first copy job starts. Until the vault exists, copy jobs fail.']);
  });
});

describe('in several Stages, which the CDK does not order', () => {
  const stackOf = (scope: Construct, id: string, env = ENV) => new Stack(scope, id, { env });
  const stageNamed = (id: string) => new Stage(app, id);
  const across = (rule: string, first: string, [before, stage]: [string, string], [later, other]: [string, string], consequence?: string) => (
    `${rule}, got ${first} in the stack '${before}' of ${stage}, which the CDK does not order before the stack '${later}' of ${other}. Deploy '${before}' before '${later}', or create both in one Stage.`
    + `${consequence ? ` ${consequence}` : ''}`
  );
  const PLAN_RULE = '\'vault\' must be deployed before the plan';
  const PLAN_FAILS = 'Until the vault exists, backup jobs fail, and AWS Backup might reject the plan.';
  const COPY_RULE = '\'copyTo\' must name a vault that is deployed before the plan';
  const COPY_FAILS = 'Until the vault exists, copy jobs fail.';

  test('a plan whose vault is in another is warned of, once for all tiers', () => {
    const [a, b] = [stackOf(stageNamed('Central'), 'Vaults'), stackOf(stageNamed('Orders'), 'Plans')];
    const vault = vaultIn(a);
    const plan = new TieredBackupPlan(b, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(35) }), BackupTier.weekly({ retention: Duration.days(90) })] });
    new TagBasedSelection(b, 'Selection', { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });

    expect(warningsOf(b)).toEqual([across(PLAN_RULE, 'the vault \'orders\'', ['Central/Vaults', 'the Stage \'Central\''], ['Orders/Plans', 'the Stage \'Orders\''], PLAN_FAILS)]);
    expect(warningsOf(a)).toEqual([]);
    expect(b.dependencies).toEqual([]);
  });

  test('a plan in a nested stack that copies to another, one of the two outside of all Stages', () => {
    const [a, b] = [stackOf(app, 'Vaults', { ...ENV, region: 'eu-central-1' }), stackOf(stageNamed('Orders'), 'Plans')];
    planIn(new NestedStack(b, 'Nested'), vaultIn(b), [CopyTarget.vault(vaultIn(a, 'dr'))]);

    expect(warningsOf(b)).toEqual([across(COPY_RULE, 'the vault \'dr\'', ['Vaults', 'no Stage'], ['Orders/Plans', 'the Stage \'Orders\''], COPY_FAILS)]);
  });

  test('two that copy into each other: both are warned of', () => {
    const [a, b] = [stackOf(stageNamed('A'), 'Stack'), stackOf(stageNamed('B'), 'Stack', { ...ENV, region: 'eu-central-1' })];
    const [here, there] = [vaultIn(a, 'here'), vaultIn(b, 'there')];
    planIn(a, here, [CopyTarget.vault(there)]);
    planIn(b, there, [CopyTarget.vault(here)]);

    expect(warningsOf(a)).toEqual([across(COPY_RULE, 'the vault \'there\'', ['B/Stack', 'the Stage \'B\''], ['A/Stack', 'the Stage \'A\''], COPY_FAILS)]);
    expect(warningsOf(b)).toEqual([across(COPY_RULE, 'the vault \'here\'', ['A/Stack', 'the Stage \'A\''], ['B/Stack', 'the Stage \'B\''], COPY_FAILS)]);
  });

  test('a recorder whose bucket is in another has a warning, because the Stages might be deployed in the right order', () => {
    const [a, b] = [stackOf(stageNamed('A'), 'Stack', { ...ENV, account: OTHER_ACCOUNT }), stackOf(stageNamed('B'), 'Stack')];
    const bucket = new s3.Bucket(a, 'Bucket', { bucketName: 'recorded', enforceSSL: true });
    new AuditFramework(b, 'Audit', { controls: [AuditControl.resourcesProtectedByBackupPlan()], configRecorder: ConfigRecorder.create({ bucket }) });

    expect(warningsOf(b).slice(1)).toEqual([across('\'bucket\' must be deployed with its policy before the recorder, or AWS Config cannot write to it', 'the policy \'A/Stack/Bucket/Policy\'',
      ['A/Stack', 'the Stage \'A\''], ['B/Stack', 'the Stage \'B\''])]);
  });

  test('a removed construct has no warning, and neither has an imported vault', () => {
    const [a, b] = [stackOf(stageNamed('A'), 'Stack'), stackOf(stageNamed('B'), 'Stack')];
    const taken = new NestedStack(b, 'Nested');
    planIn(taken, vaultIn(a));
    b.node.tryRemoveChild('Nested');
    b.node.tryRemoveChild('Nested.NestedStack');
    const plan = new TieredBackupPlan(b, 'Plan', { vault: CompliantVault.fromBackupVaultName(b, 'Imported', 'orders'), tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
    new TagBasedSelection(b, 'Selection', { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });

    expect(warningsOf(b)).toEqual([]);
  });
});

describe('in any case', () => {
  test('a synthesis that leaves out validation leaves out the orders between stacks', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    planIn(a, vaultIn(b));

    expect(app.synth({ skipValidation: true }).stacks.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(app.synth({ force: true }).stacks.map(({ id }) => id)).toEqual(['B', 'A']);
  });

  test('a second synthesis has the same warnings and templates', () => {
    const stack = stackNamed('Stack');
    const [vault, nested] = [vaultIn(stack), new NestedStack(stack, 'Nested')];
    planIn(nested, vault);
    wiringIn(nested, [vault]);
    const written = () => {
      const assembly = app.synth({ force: true });
      return { template: assembly.getStackByName('Stack').template as unknown, messages: assembly.stacks.flatMap(({ messages }) => messages.map(({ entry }) => entry.data)) };
    };

    const first = written();
    expect(first.messages).toHaveLength(1);
    expect(written()).toEqual(first);
  });

  test('what is decided before the app is complete is decided again', () => {
    const stack = stackNamed('Stack');
    const [vault, nested] = [vaultIn(stack), new NestedStack(stack, 'Nested')];
    planIn(nested, vault);
    expect(app.node.dependencies).toEqual([]);
    wiringIn(nested, [vault]);

    expect(waitedFor(stack, NESTED)).toEqual([]);
    expect(waitedFor(stack, VAULT)).toEqual([NESTED]);
  });

  test('nothing depends on a removed construct', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    const nested = new NestedStack(a, 'Nested');
    const vault = vaultIn(a);
    planIn(nested, vault);
    planIn(b, vault);
    a.node.tryRemoveChild('Vault');

    expect(waitedFor(a, NESTED)).toEqual([]);
    expect(b.dependencies).toEqual([]);
  });

  test('an order that is stated twice has one warning', () => {
    const [a, b] = [stackNamed('A'), stackNamed('B')];
    const vault = vaultIn(a);
    const plan = new TieredBackupPlan(b, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(35) }), BackupTier.weekly({ retention: Duration.days(90) })] });
    new TagBasedSelection(b, 'Selection', { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });
    a.addStackDependency(b);

    expect(warningsOf(b)).toEqual([planWarning('A', 'the stack \'A\' waits for the stack \'B\'')]);
  });
});
