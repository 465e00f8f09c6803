import { type App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as later from 'aws-cdk-lib-latest';
import * as laterEvents from 'aws-cdk-lib-latest/aws-events';
import { type Call, type Input, publicCalls } from './public-calls';
import { errorOf } from './stacks';
import * as ours from '../src';

const { calls, structs } = publicCalls();

/** JavaScript can pass it where a value is only written to the template. */
const TOKEN = Lazy.any({ produce: () => 'x' });

/** What JavaScript can pass. Each is of the right kind for some types. */
const VALUES: readonly (readonly [label: string, value: unknown])[] = [
  ['undefined', undefined], ['null', null], ['a string', 'x'], ['a number', 7], ['true', true], ['an empty list', []], ['a list of undefined', [undefined]],
  ['a list of null', [null]], ['a list of a string', ['x']], ['a list of a number', [7]], ['a list of an object', [{}]], ['an empty object', {}],
  ['an object of undefined', { key: undefined }], ['an object of a number', { key: 7 }], ['an object of a string', { key: 'x' }],
  ['a function', () => 'x'], ['an instance of a class', new (class Other {})()], ['a map', new Map([['key', 'x']])], ['a token', TOKEN],
];

/** Whether a value is of the type. Members of an enum are strings, and none is tried. */
function isOf(type: string, value: unknown): boolean {
  if (type === 'any') { return true; }
  if (type === 'string' || type === 'boolean') { return typeof value === type; }
  if (type.endsWith('[]')) { return Array.isArray(value) && value.every((each) => isOf(type.slice(0, -2), each)); }
  const [, ofMap] = /^\{ \[\w+: string\]: (\w+) \}$/.exec(type) ?? [];
  if (ofMap !== undefined) { return isPlain(value) && Object.values(value).every((each) => isOf(ofMap, each)); }
  const properties = structs.get(type);
  if (properties) { return isPlain(value) && properties.every(({ name, optional }) => optional || name in value); }
  return type === 'IPolicyValidationContext' && typeof value === 'object' && value !== null && !Array.isArray(value); // 'appConstruct' is what is checked
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What a call accepts, and the object of a method. */
interface Valid {
  readonly of?: object;
  readonly given: readonly unknown[];
}

const RETENTION = { retention: Duration.days(35) };
const vaultIn = (stack: Stack) => new ours.CompliantVault(stack, 'Vault');
const planIn = (stack: Stack) => new ours.TieredBackupPlan(stack, 'Plan', { vault: vaultIn(stack), tiers: [ours.BackupTier.daily(RETENTION)] });
const selectionIn = (stack: Stack) => new ours.TagBasedSelection(stack, 'Selection', { plan: planIn(stack), conditions: [ours.TagCondition.equalTo('key', 'value')] });
const roleIn = (stack: Stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
const packs = Object.entries(ours).filter(([name]) => name.endsWith('Checks')) as unknown as [string, new () => ours.BackupChecks][];

function contextOf(stack: Stack): object {
  const app = stack.node.root as App;
  app.synth();
  return { appConstruct: app };
}

const VALID: Readonly<Record<string, (stack: Stack) => Valid>> = {
  ...Object.fromEntries(packs.flatMap(([name, Pack]) => [
    [`new ${name}`, (stack: Stack) => ({ given: [stack, {}] })],
    [`${name}.validate`, (stack: Stack) => ({ of: new Pack(), given: [contextOf(stack)] })],
    [`${name}.validateScope`, (stack: Stack) => ({ of: new Pack(), given: [stack] })],
  ])),
  'new AuditFramework': (stack) => ({ given: [stack, 'New', { controls: [ours.AuditControl.recoveryPointsEncrypted()] }] }),
  'AuditControl.restoreTime': () => ({ given: [{ maxRestoreTime: Duration.hours(1) }] }),
  'ControlScope.tag': () => ({ given: ['key', 'value'] }),
  'ControlScope.resourceTypes': () => ({ given: [ours.BackupResourceType.EBS] }),
  'ControlScope.resource': () => ({ given: [ours.BackupResourceType.EBS, 'vol-1'] }),
  'ControlScope.plan': (stack) => ({ given: [planIn(stack)] }),
  'ControlScope.vault': (stack) => ({ given: [vaultIn(stack)] }),
  'BackupEvent.vaultEvent': () => ({ given: ['COPY_JOB_STARTED'] }),
  'new NotificationWiring': (stack) => ({ given: [stack, 'New', { vaults: [vaultIn(stack)] }] }),
  ...Object.fromEntries(['continuous', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'].map((tier) => [`BackupTier.${tier}`, () => ({ given: [RETENTION] })])),
  'BackupTier.custom': () => ({ given: [{ ...RETENTION, name: 'own', schedule: Schedule.expression('cron(0 5 ? * * *)') }] }),
  'CopyTarget.vault': (stack) => ({ given: [ours.CompliantVault.fromBackupVaultArn(stack, 'Other', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:other'), {}] }),
  'CopyTarget.arn': () => ({ given: ['arn:aws:backup:eu-west-1:111122223333:backup-vault:other', {}] }),
  'CopyTarget.region': () => ({ given: ['eu-central-1', {}] }),
  'new TieredBackupPlan': (stack) => ({ given: [stack, 'New', { vault: vaultIn(stack), tiers: [ours.BackupTier.daily(RETENTION)] }] }),
  'TieredBackupPlan.fromPlanDocument': (stack) => ({
    given: [stack, 'New', {
      document: { BackupPlanName: 'plan', Rules: [{ RuleName: 'rule', TargetBackupVaultName: 'vault' }] }, vaults: { vault: vaultIn(stack) },
    }],
  }),
  'BackupResourceType.of': () => ({ given: ['New', '*'] }),
  'new TagBasedSelection': (stack) => ({ given: [stack, 'New', { plan: planIn(stack), conditions: [ours.TagCondition.equalTo('key', 'value')] }] }),
  'TagBasedSelection.protect': (stack) => ({ of: selectionIn(stack), given: [stack, {}] }),
  ...Object.fromEntries(['equalTo', 'equals', 'notEquals', 'like', 'notLike'].map((condition) => [`TagCondition.${condition}`, () => ({ given: ['key', 'value'] })])),
  'new CompliantVault': (stack) => ({ given: [stack, 'New', {}] }),
  'CompliantVault.fromBackupVaultArn': (stack) => ({ given: [stack, 'New', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:other'] }),
  'CompliantVault.fromBackupVaultName': (stack) => ({ given: [stack, 'New', 'other'] }),
  'CompliantVault.addToAccessPolicy': (stack) => ({ of: vaultIn(stack), given: [new iam.PolicyStatement()] }),
  'CompliantVault.allowCopiesFrom': (stack) => ({ of: vaultIn(stack), given: [ours.CopySource.account('111122223333')] }),
  'CompliantVault.grant': (stack) => ({ of: vaultIn(stack), given: [roleIn(stack), 'backup:StartBackupJob'] }),
  'CompliantVault.grantStartBackup': (stack) => ({ of: vaultIn(stack), given: [roleIn(stack)] }),
  'CompliantVault.grantStartRestore': (stack) => ({ of: vaultIn(stack), given: [roleIn(stack)] }),
  'CompliantVault.shareKeyWith': (stack) => ({ of: vaultIn(stack), given: ['111122223333'] }),
  'CopySource.account': () => ({ given: ['111122223333'] }),
  'CopySource.organization': () => ({ given: ['o-abc1234567'] }),
  'CopySource.organizationalUnit': () => ({ given: ['o-abc1234567/r-ab12/ou-ab12-11111111'] }),
  'DeletionGuard.exempting': (stack) => ({ given: [roleIn(stack)] }),
  'DeletionGuard.deployedBy': (stack) => ({ given: ['arn:aws:iam::111122223333:role/deployer', roleIn(stack)] }),
  'DeletionGuard.sealed': () => ({ given: [{ acknowledgeIrreversible: true }] }),
  'VaultLock.governance': () => ({ given: [{ minRetention: Duration.days(7) }] }),
  'VaultLock.compliance': () => ({ given: [{ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true }] }),
};

/** Every factory of a control or a recorder whose properties are all optional. */
const NOTHING: Valid = { given: [{}] };

/** A value of a class carries what it was given: the construct that receives it reports what is wrong. */
function use(value: unknown, stack: Stack): void {
  if (value instanceof ours.BackupTier) { new ours.TieredBackupPlan(stack, 'Used', { vault: new ours.CompliantVault(stack, 'UsedVault'), tiers: [value] }); }
  if (value instanceof ours.CopyTarget) { use(ours.BackupTier.daily({ ...RETENTION, copyTo: [value] }), stack); }
  if (value instanceof ours.VaultLock) { new ours.CompliantVault(stack, 'Used', { lock: value }); }
  if (value instanceof ours.DeletionGuard) { new ours.CompliantVault(stack, 'Used', { guard: value }); }
  if (value instanceof ours.CopySource) { new ours.CompliantVault(stack, 'Used', { allowCopiesFrom: [value] }); }
  if (value instanceof ours.TagCondition) { new ours.TagBasedSelection(stack, 'Used', { plan: planIn(stack), conditions: [value] }); }
  if (value instanceof ours.BackupResourceType) { new ours.TagBasedSelection(stack, 'Used', { plan: planIn(stack), resourceTypes: [value] }); }
  if (value instanceof ours.BackupEvent) { new ours.NotificationWiring(stack, 'Used', { vaults: [new ours.CompliantVault(stack, 'UsedVault')], events: [value] }); }
  if (value instanceof ours.AuditControl) { new ours.AuditFramework(stack, 'Used', { controls: [value] }); }
  if (value instanceof ours.ControlScope) { useScope(value, stack); }
  if (value instanceof ours.ConfigRecorder) { new ours.AuditFramework(stack, 'Used', { controls: [ours.AuditControl.recoveryPointsEncrypted()], configRecorder: value }); }
}

/** Of these controls, one supports the scope. */
function useScope(controlScope: ours.ControlScope, stack: Stack): void {
  const { planMinFrequencyAndRetention, manualDeletionDisabled, resourcesProtectedByBackupPlan } = ours.AuditControl;
  const problems = [planMinFrequencyAndRetention, manualDeletionDisabled, resourcesProtectedByBackupPlan].map((control) => {
    try {
      new ours.AuditFramework(stack, 'Used', { controls: [control({ controlScope })] });
      return undefined;
    } catch (error) {
      return error;
    }
  });
  if (!problems.includes(undefined)) { throw problems[0]; }
}

/** A call with one argument or one property that is replaced. */
interface Attempt {
  readonly call: Call;
  readonly input: Input;
  /** The parameter that has the property. */
  readonly holder?: Input;
}

const attempts = calls.flatMap((call) => call.parameters.flatMap((parameter): Attempt[] => [
  { call, input: parameter },
  ...(structs.get(parameter.type) ?? []).map((input) => ({ call, input, holder: parameter })),
]));

function attempt({ call, input, holder }: Attempt, value: unknown): unknown {
  const stack = new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const { of, given } = VALID[call.name]?.(stack) ?? NOTHING;
  const index = call.parameters.indexOf(holder ?? input);
  const replaced = [...given];
  replaced[index] = holder ? { ...given[index] as object, [input.name]: value } : value;
  try {
    use(invoke(call, of, replaced), stack);
    return undefined;
  } catch (error) {
    return error;
  }
}

function invoke({ name }: Call, of: object | undefined, given: readonly unknown[]): unknown {
  const [owner, method] = name.replace('new ', '').split('.');
  const type = (ours as unknown as Record<string, new (...all: readonly unknown[]) => object>)[owner];
  if (method === undefined) { return new type(...given); }
  const receiver = (of ?? type) as Record<string, (...all: readonly unknown[]) => unknown>;
  return receiver[method](...given);
}

/** Whether a message has a name in quotes: `'retention'`, `'tiers[0].retention'`, `'tags.key'`. */
function quotes(message: string, name: string): boolean {
  return [...message.matchAll(/'([\w.[\]]+)'/g)].some(([, path]) => path.split(/[.[\]]/).includes(name));
}

/** Instead of props, the error can name what they must have. */
function namesOf({ name, type }: Input): string[] {
  return [name, ...(structs.get(type) ?? []).map((property) => property.name)];
}

/** What is wrong with the answer to a value, or undefined. */
function faultOf(one: Attempt, value: unknown): string | undefined {
  const { input } = one;
  const error = attempt(one, value);
  if (error !== undefined && !(error instanceof Error && error.name !== 'TypeError' && error.name !== 'RangeError')) { return `raw ${String(error)}`; }
  if (value === TOKEN || isOf(input.type, value) || (value === undefined && input.optional)) { return undefined; }
  if (error === undefined) { return 'accepted'; }
  return namesOf(input).some((name) => quotes((error as Error).message, name)) ? undefined : `no name in: ${(error as Error).message}`;
}

test('every call has arguments that are accepted', () => {
  const wrong = calls.flatMap((call) => {
    const [input] = call.parameters;
    const stack = new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    const { of, given } = VALID[call.name]?.(stack) ?? NOTHING;
    try {
      use(invoke(call, of, given), stack);
      return [];
    } catch (error) {
      return [`${call.name}(${input.name}): ${String(error)}`];
    }
  });
  expect(calls.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test('some thousand combinations are tried', () => {
  expect(attempts.length * VALUES.length).toBeGreaterThan(3000);
});

test.each(calls.map((call) => [call.name, call] as const))('%s reports values of the wrong kind', (_, call) => {
  const faults = attempts.filter((each) => each.call === call).flatMap((each) => VALUES.flatMap(([label, value]) => {
    const fault = faultOf(each, value);
    return fault === undefined ? [] : [`${each.input.name}, ${label}: ${fault}`];
  }));
  expect(faults).toEqual([]);
});

/** What a JavaScript user passes. */
const untyped = (value: unknown) => value as never;
const stackOf = () => new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
const plan = (stack: Stack, tier: ours.BackupTier) => new ours.TieredBackupPlan(stack, 'New', { vault: vaultIn(stack), tiers: [tier] });
const selection = (stack: Stack, props: Partial<ours.TagBasedSelectionProps>) => new ours.TagBasedSelection(stack, 'New', { plan: planIn(stack), resources: ['*'], ...props });

test.each<[string, (stack: Stack) => unknown, string]>([
  ['a schedule', (stack) => plan(stack, ours.BackupTier.daily({ ...RETENTION, schedule: untyped('cron(0 5 ? * * *)') })),
    'TieredBackupPlan \'Stack/New\': tier \'daily\': \'schedule\' must be a Schedule, got the string \'cron(0 5 ? * * *)\'. Write events.Schedule.expression(\'cron(0 5 ? * * *)\').'],
  ['a time zone', (stack) => plan(stack, ours.BackupTier.daily({ ...RETENTION, timeZone: untyped('Europe/Berlin') })),
    'TieredBackupPlan \'Stack/New\': tier \'daily\': \'timeZone\' must be a TimeZone, got the string \'Europe/Berlin\'. Write TimeZone.of(\'Europe/Berlin\').'],
  ['a tier without props', (stack) => plan(stack, ours.BackupTier.daily(untyped(undefined))),
    'TieredBackupPlan \'Stack/New\': tier \'daily\': \'retention\' must be set. Set how long a recovery point is kept, or use BackupTier.custom(…) for recovery points that never expire.'],
  ['a vault that is copied to', (stack) => plan(stack, ours.BackupTier.daily({ ...RETENTION, copyTo: untyped([new ours.CompliantVault(stack, 'Other')]) })),
    'TieredBackupPlan \'Stack/New\': tier \'daily\': \'copyTo[0]\' must be a CopyTarget, got the CompliantVault \'Stack/Other\'. Write CopyTarget.vault(…).'],
  ['one tier in place of a list', (stack) => new ours.TieredBackupPlan(stack, 'New', { vault: vaultIn(stack), tiers: untyped(ours.BackupTier.daily(RETENTION)) }),
    'TieredBackupPlan \'Stack/New\': \'tiers\' must be a list, got a BackupTier. Write it in brackets.'],
  ['no props', (stack) => new ours.TieredBackupPlan(stack, 'New', untyped(undefined)),
    'TieredBackupPlan \'Stack/New\' has 2 problems:\n  - \'vault\' must be set. Write new CompliantVault(…).\n  - \'tiers\' must be set. Write at least one tier in brackets.'],
  ['an event', (stack) => new ours.NotificationWiring(stack, 'New', { vaults: [vaultIn(stack)], events: untyped(['BACKUP_JOB_FAILED']) }),
    'NotificationWiring \'Stack/New\': \'events[0]\' must be a BackupEvent, got the string \'BACKUP_JOB_FAILED\'. Write BackupEvent.BACKUP_JOB_FAILED.'],
  ['a boundary', (stack) => selection(stack, { permissionsBoundary: untyped('arn:aws:iam::111122223333:policy/x') }),
    'TagBasedSelection \'Stack/New\': \'permissionsBoundary\' must be a managed policy, got the string \'arn:aws:iam::111122223333:policy/x\'. '
    + 'Write iam.ManagedPolicy.fromManagedPolicyArn(this, \'Policy\', \'arn:aws:iam::111122223333:policy/x\').'],
  ['a condition without a key', (stack) => selection(stack, { conditions: [ours.TagCondition.equalTo(untyped(undefined), 'gold')] }),
    'TagBasedSelection \'Stack/New\': \'conditions[0].key\' must be set. Write it in quotes.'],
  ['null', (stack) => selection(stack, { role: untyped(null) }), 'TagBasedSelection \'Stack/New\': \'role\' must be a role, got null. Leave it out.'],
  ['a tag without a value', (stack) => new ours.CompliantVault(stack, 'New', { tags: untyped({ owner: undefined }) }),
    'CompliantVault \'Stack/New\': \'tags.owner\' must be a string, got none. Write it in quotes.'],
  ['roles in a list', (stack) => new ours.CompliantVault(stack, 'New', { guard: ours.DeletionGuard.exempting(untyped([roleIn(stack)])) }),
    'CompliantVault \'Stack/New\': \'guard.roles[0]\' must be a role, got a list. Pass each element as a separate argument.'],
  ['an enum', (stack) => new ours.CompliantVault(stack, 'New', { removalPolicy: untyped('DESTROY') }),
    'CompliantVault \'Stack/New\': \'removalPolicy\' must be a member of RemovalPolicy, got the string \'DESTROY\'. Write RemovalPolicy.DESTROY.'],
  ['a control', (stack) => new ours.AuditFramework(stack, 'New', { controls: [ours.AuditControl.restoreTime({ maxRestoreTime: untyped(30) })] }),
    'AuditFramework \'Stack/New\': control RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: \'maxRestoreTime\' must be a Duration, got 30. Write Duration.minutes(…).'],
  ['props in place of the app', () => new ours.BackupChecks(untyped({ strict: true })),
    'BackupChecks: \'scope\' must be a construct, got an object. Pass the app, and the props after it.'],
  ['no scope', () => new ours.CompliantVault(untyped(undefined), 'New'), 'CompliantVault \'New\': \'scope\' must be set. Pass a stack, or another construct.'],
])('the sentence for %s', (_, make, sentence) => {
  expect(errorOf(() => make(stackOf()))).toBe(sentence);
});

test('everything of the wrong kind is in one error, and nothing is created', () => {
  const stack = stackOf();
  expect(errorOf(() => new ours.TieredBackupPlan(stack, 'New', {
    vault: untyped('vault'),
    tiers: [ours.BackupTier.daily(untyped({ retention: 35, startWindow: 60 })), ours.BackupTier.custom(untyped({ name: 'own' }))],
    planName: untyped(7),
  }))).toBe([
    'TieredBackupPlan \'Stack/New\' has 5 problems:',
    '  - \'planName\' must be a string, got 7. Write it in quotes.',
    '  - \'vault\' must be a backup vault, got the string \'vault\'. Write CompliantVault.fromBackupVaultName(this, \'Vault\', \'vault\').',
    '  - tier \'daily\': \'startWindow\' must be a Duration, got 60. Write Duration.minutes(…).',
    '  - tier \'daily\': \'retention\' must be a Duration, got 35. Write Duration.days(…).',
    '  - tier \'own\': \'schedule\' must be set. Write events.Schedule.expression(…).',
  ].join('\n'));
  expect(stack.node.children).toEqual([]);
});

test('values of another copy of the CDK are accepted', () => {
  const stack = stackOf();
  plan(stack, ours.BackupTier.daily({
    retention: untyped(later.Duration.days(35)),
    schedule: untyped(laterEvents.Schedule.expression('cron(0 6 ? * * *)')),
    timeZone: untyped(later.TimeZone.EUROPE_BERLIN),
  }));
  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', {
    BackupPlan: { BackupPlanRule: [{ Lifecycle: { DeleteAfterDays: 35 }, ScheduleExpression: 'cron(0 6 ? * * *)', ScheduleExpressionTimezone: 'Europe/Berlin' }] },
  });
});

test('an object with a class of its own is accepted as props', () => {
  class Props implements ours.CompliantVaultProps {
    public get vaultName(): string { return 'own-vault'; }
  }
  const stack = stackOf();
  new ours.CompliantVault(stack, 'New', new Props());
  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupVault', { BackupVaultName: 'own-vault' });
});

test('a token is accepted in place of a value that is only written to the template', () => {
  const stack = stackOf();
  plan(stack, ours.BackupTier.daily({ ...RETENTION, recoveryPointTags: untyped(Lazy.any({ produce: () => ({ owner: 'me' }) })) }));
  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: [{ RecoveryPointTags: { owner: 'me' } }] } });
});
