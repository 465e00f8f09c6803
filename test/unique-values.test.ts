import { App, CfnCondition, CfnParameter, Duration, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { ACCOUNT, errorOf, warningIdsOf, warningsOf } from './stacks';
import {
  type AuditFrameworkProps, type TieredBackupPlanProps, AuditControl, AuditFramework, BackupTier, CompliantVault, ConfigRecorder,
  ControlScope, TagBasedSelection, TagCondition, TieredBackupPlan,
} from '../src';

const ENV = { account: ACCOUNT, region: 'eu-west-1' };

let app: App;
let stack: Stack;
beforeEach(() => {
  app = new App();
  stack = new Stack(app, 'Stack', { env: ENV });
});

function planIn(scope: Construct, id: string, props: Partial<TieredBackupPlanProps> = {}): TieredBackupPlan {
  const vault = CompliantVault.fromBackupVaultName(scope, `${id}Vault`, 'orders');
  const plan = new TieredBackupPlan(scope, id, { vault, planName: 'orders', tiers: [BackupTier.daily({ retention: Duration.days(35) })], ...props });
  new TagBasedSelection(scope, `${id}Selection`, { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });
  return plan;
}

const frameworkIn = (scope: Construct, id: string, props: Partial<AuditFrameworkProps> = {}) => new AuditFramework(scope, id, {
  controls: [AuditControl.recoveryPointsEncrypted()], configRecorder: ConfigRecorder.existing(), ...props,
});
const vaultIn = (scope: Construct, id: string, vaultName = 'orders') => new CompliantVault(scope, id, { vaultName });

const unique = (names: string, kind: string, other: string, fix = 'Choose another name.') => (
  `${names} must be unique among the ${kind}s of an account and Region, got the same as '${other}'. ${fix}`
);
const LEAVE_OUT = 'Leave one out, or narrow one by its scope.';
const TOGETHER = '\'planName\' and \'tiers\' together';
const failed = (stage: string, ...messages: string[]) => `Validation failed with the following errors:${messages.map((message) => `\n  [${stage}] ${message}`).join('')}`;

/** A resource that is created twice, and the report for the second. */
const KINDS: readonly [string, (scope: Construct, id: string) => Construct, string, (other: string) => string][] = [
  ['vaults of one name', vaultIn, 'CompliantVault', (other) => unique('\'vaultName\'', 'vault', other)],
  ['plans of one name and the same tiers', planIn, 'TieredBackupPlan', (other) => unique(TOGETHER, 'plan', other)],
  ['frameworks with the same controls', frameworkIn, 'AuditFramework', (other) => unique('\'controls\'', 'framework', other, LEAVE_OUT)],
];

describe.each(KINDS)('two %s', (_, make, construct, message) => {
  test('in one stack are an error', () => {
    make(stack, 'One');
    make(stack, 'Two');
    expect(errorOf(() => app.synth())).toBe(failed('', `${construct} 'Stack/Two': ${message('Stack/One')}`));
  });

  test('in one stack of a Stage are an error of that Stage', () => {
    const inStage = new Stack(new Stage(app, 'Prod', { env: ENV }), 'Stack');
    make(inStage, 'One');
    make(inStage, 'Two');
    expect(errorOf(() => app.synth())).toBe(failed('Prod', `${construct} 'Prod/Stack/Two': ${message('Prod/Stack/One')}`));
  });

  test('in two stacks of one account and Region are a warning', () => {
    const other = new Stack(app, 'Other', { env: ENV });
    make(stack, 'One');
    make(other, 'Two');
    expect(warningsOf(stack)).toEqual([]);
    expect(warningsOf(other)).toEqual([message('Stack/One')]);
    expect(warningIdsOf(other)).toEqual(['givenTwice']);
  });

  test('in two Stages are a warning that distinguishes them', () => {
    const [blue, green] = ['Blue', 'Green'].map((id) => new Stack(new Stage(app, id, { env: ENV }), 'Stack'));
    make(blue, 'Same');
    make(green, 'Same');
    expect(warningsOf(blue)).toEqual([]);
    expect(warningsOf(green)).toEqual([message('Blue/Stack/Same')]);
  });

  test.each<[string, () => Stack]>([
    ['of two Regions', () => new Stack(app, 'Other', { env: { ...ENV, region: 'eu-central-1' } })],
    ['of two accounts', () => new Stack(app, 'Other', { env: { ...ENV, account: '444455556666' } })],
    ['where one can be deployed anywhere', () => new Stack(app, 'Other')],
  ])('in stacks %s are not reported', (__, another) => {
    make(stack, 'One');
    const other = another();
    make(other, 'Two');
    expect([stack, other].flatMap(warningsOf)).toEqual([]);
  });

  test('that depend on conditions are not reported', () => {
    const condition = new CfnCondition(stack, 'Prod', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Name').valueAsString, 'prod') });
    make(stack, 'One');
    (make(stack, 'Two').node.defaultChild as backup.CfnFramework).cfnOptions.condition = condition;
    expect(() => app.synth()).not.toThrow();
  });
});

describe('is not reported:', () => {
  test.each<[string, () => void]>([
    ['vaults of two names', () => ['one', 'two'].forEach((name) => vaultIn(stack, name, name))],
    ['a name that is a parameter', () => {
      const name = new CfnParameter(stack, 'Name').valueAsString;
      ['One', 'Two'].forEach((id) => vaultIn(stack, id, name));
    }],
    ['plans of one name and other tiers', () => [35, 36].forEach((days) => planIn(stack, `Plan${days}`, { tiers: [BackupTier.daily({ retention: Duration.days(days) })] }))],
    ['plans of two names', () => ['one', 'two'].forEach((planName) => planIn(stack, planName, { planName }))],
    ['frameworks of other controls', () => {
      frameworkIn(stack, 'One');
      frameworkIn(stack, 'Two', { controls: [AuditControl.recoveryPointsEncrypted({ controlScope: ControlScope.tag('stage', 'prod') })] });
    }],
    ['two of an L1', () => ['One', 'Two'].forEach((id) => new backup.CfnBackupVault(stack, id, { backupVaultName: 'orders' }))],
  ])('%s', (_, make) => {
    make();
    expect(warningIdsOf(stack)).not.toContain('givenTwice');
  });
});

describe('of several', () => {
  test('a framework of the same name and controls has both problems', () => {
    ['One', 'Two'].forEach((id) => frameworkIn(stack, id, { frameworkName: 'orders' }));
    expect(errorOf(() => app.synth())).toBe(failed('', `AuditFramework 'Stack/Two': ${unique('\'frameworkName\'', 'framework', 'Stack/One')}`,
      `AuditFramework 'Stack/Two': ${unique('\'controls\'', 'framework', 'Stack/One', LEAVE_OUT)}`));
  });

  test('the construct of this library is reported, in either order', () => {
    vaultIn(stack, 'First');
    new backup.CfnBackupVault(stack, 'Second', { backupVaultName: 'orders' });
    expect(errorOf(() => app.synth())).toBe(failed('', `CompliantVault 'Stack/First': ${unique('\'vaultName\'', 'vault', 'Stack/Second')}`));
  });

  test('a resource of the same stack is reported before one of another stack', () => {
    const other = new Stack(app, 'Other', { env: ENV });
    vaultIn(stack, 'One');
    vaultIn(other, 'Two');
    vaultIn(other, 'Three');
    expect(errorOf(() => app.synth())).toBe(failed('', `CompliantVault 'Other/Three': ${unique('\'vaultName\'', 'vault', 'Other/Two')}`));
  });

  test('one in a nested stack is a warning', () => {
    vaultIn(stack, 'One');
    vaultIn(new NestedStack(stack, 'Nested'), 'Two');
    expect(warningsOf(stack)).toEqual([unique('\'vaultName\'', 'vault', 'Stack/One')]);
  });

  test('plans of two stacks whose vaults are attributes of one name are not the same', () => {
    const other = new Stack(app, 'Other', { env: ENV });
    for (const [scope, name] of [[stack, 'one'], [other, 'two']] as const) { planIn(scope, 'Plan', { vault: vaultIn(scope, 'Vault', name) }); }
    expect([stack, other].flatMap(warningsOf)).toEqual([]);
  });
});
