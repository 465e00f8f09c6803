import { type Stack, Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CompliantVault, TieredBackupPlan, VaultLock } from '../../src';
import { ACCOUNT, errorOf, stackIn } from '../stacks';

let stack: Stack;
let vault: CompliantVault;
beforeEach(() => {
  stack = stackIn('eu-west-1');
  vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders' });
});

const DR = `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:orders-dr`;
const RULE = { RuleName: 'daily', TargetBackupVaultName: 'primary' };
const FULL_RULE = {
  ...RULE,
  ScheduleExpression: 'cron(0 5 ? * * *)',
  ScheduleExpressionTimezone: 'Europe/Berlin',
  StartWindowMinutes: 480,
  CompletionWindowMinutes: 10080,
  Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365, OptInToArchiveForSupportedResources: true },
  RecoveryPointTags: { origin: 'cli' },
  CopyActions: [{ DestinationBackupVaultArn: DR, Lifecycle: { DeleteAfterDays: 400 } }],
  TargetLogicallyAirGappedBackupVaultArn: `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:airgapped`,
  IndexActions: [{ ResourceTypes: ['EBS'] }],
  ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }],
};
const FULL_PLAN = {
  BackupPlanName: 'orders',
  Rules: [FULL_RULE, { ...RULE, RuleName: 'continuous', EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 } }],
  AdvancedBackupSettings: [
    { ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } },
    { ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'disabled' } },
  ],
  ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS', 'S3'], ScannerRoleArn: `arn:aws:iam::${ACCOUNT}:role/scanner` }],
};

const fromDocument = (document: object, vaults: { [name: string]: CompliantVault } = { primary: vault }) => TieredBackupPlan.fromPlanDocument(stack, 'Plan', { document: { ...document }, vaults });
const fromRule = (rule: object) => fromDocument({ BackupPlanName: 'orders', Rules: [{ ...RULE, ...rule }] });
const problemsOf = (document: object) => errorOf(() => fromDocument(document)).split('\n').slice(1).map((line) => line.replace(/^ {2}- /, ''));

describe('reports what it cannot keep', () => {
  test('scan settings that no rule uses', () => {
    expect(problemsOf({ BackupPlanName: 'orders', Rules: [RULE], ScanSettings: FULL_PLAN.ScanSettings }))
      .toEqual(['\'document.ScanSettings\' has no effect without \'ScanActions\' in a rule, and the plan would lose it. Remove it.']);
  });

  test('no scan settings if the document has none', () => {
    fromDocument({ BackupPlanName: 'orders', Rules: [RULE], ScanSettings: [] });
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupPlan', 1);
  });

  test('and creates nothing, if the plan is rejected', () => {
    const before = stack.node.children.length;
    expect(errorOf(() => fromDocument({ ...FULL_PLAN, Rules: [{ ...FULL_RULE, Lifecycle: { DeleteAfterDays: 0 } }] }))).toContain('\'retention\' must be at least 1 day');
    expect(stack.node.children).toHaveLength(before);
    fromDocument(FULL_PLAN);
  });
});

describe('lifecycles without expiry', () => {
  const lifecycleOf = (lifecycle: object, rule: object = {}) => {
    fromRule({ ...rule, Lifecycle: { DeleteAfterDays: 200 }, CopyActions: [{ DestinationBackupVaultArn: DR, Lifecycle: lifecycle }] });
    const [resource] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupPlan'));
    return resource.Properties.BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle;
  };

  test('of a copy, by -1, are those of the original', () => {
    expect(lifecycleOf({ DeleteAfterDays: -1, MoveToColdStorageAfterDays: 30 })).toEqual({ DeleteAfterDays: 200, MoveToColdStorageAfterDays: 30 });
  });

  test('of a copy, left out, stay without one', () => {
    expect(lifecycleOf({ MoveToColdStorageAfterDays: 30 })).toEqual({ MoveToColdStorageAfterDays: 30 });
  });

  test('the opt-in to the archive alone is kept', () => {
    expect(lifecycleOf({ OptInToArchiveForSupportedResources: true })).toEqual({ OptInToArchiveForSupportedResources: true });
  });
});

describe('gives the same plan', () => {
  // Properties that CloudFormation names differently from the API.
  const rendered = ({ TargetBackupVaultName, ...rule }: typeof RULE) => ({ ...rule, TargetBackupVault: { Ref: expect.stringMatching(/^Vault/) } });

  test.each([
    ['bare', FULL_PLAN],
    ['in the envelope of create-backup-plan', { BackupPlan: FULL_PLAN, BackupPlanTags: { team: 'orders' }, CreatorRequestId: 'x' }],
  ])('%s', (_, document) => {
    fromDocument(document);

    const [resource] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupPlan'));
    expect(resource.Properties.BackupPlan).toEqual({
      BackupPlanName: FULL_PLAN.BackupPlanName,
      BackupPlanRule: FULL_PLAN.Rules.map(rendered),
      AdvancedBackupSettings: FULL_PLAN.AdvancedBackupSettings,
      ScanSettings: FULL_PLAN.ScanSettings,
    });
    expect(resource.Properties.BackupPlanTags).toEqual('BackupPlanTags' in document ? { team: 'orders' } : undefined);
  });

  test('without properties that it leaves out, for which AWS Backup has defaults', () => {
    fromRule({});

    expect(Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupPlan'))[0].Properties.BackupPlan.BackupPlanRule)
      .toEqual([rendered(RULE)]);
  });

  test('with -1 as no expiry', () => {
    fromRule({ Lifecycle: { DeleteAfterDays: -1, MoveToColdStorageAfterDays: -1 } });

    Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: [{ Lifecycle: Match.absent() }] } });
  });

  test('with a vault of the app as the destination of a copy', () => {
    const dr = new CompliantVault(stackIn('eu-central-1', { id: 'Dr' }), 'Vault', { vaultName: 'new-dr' });
    fromDocument({ BackupPlanName: 'orders', Rules: [FULL_RULE] }, { primary: vault, [DR]: dr });

    Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: { 'Fn::Join': ['', ['arn:', Match.anyValue(), `:backup:eu-central-1:${ACCOUNT}:backup-vault:new-dr`]] } }] }],
      },
    });
  });
});

test('is checked like any other plan', () => {
  const locked = new CompliantVault(stack, 'Locked', { vaultName: 'locked', lock: VaultLock.governance({ minRetention: Duration.days(30) }) });

  expect(errorOf(() => fromDocument({ BackupPlanName: 'orders', Rules: [{ ...RULE, Lifecycle: { DeleteAfterDays: 7 } }] }, { primary: locked })))
    .toContain('tier \'daily\': \'retention\' must be at least 30 days, the minimum of the lock of the vault \'locked\', got 7 days. ');
});

test.each([
  [{ StartWindowMinutes: 59 }, '\'startWindow\' must be at least 60 minutes, got 59 minutes. Raise it, or leave it out for AWS Backup\'s default of 480 minutes (8 hours).'],
  [{ ScheduleExpression: '0 5 ? * * *' }, 'got \'0 5 ? * * *\'. Write \'cron(0 5 ? * * *)\'.'],
])('names the defaults and the notation of a document: %j', (rule, problem) => {
  expect(errorOf(() => fromDocument({ BackupPlanName: 'orders', Rules: [{ ...RULE, ...rule }] }))).toContain(problem);
});

describe('rejects by name', () => {
  const outputOnly = 'must not be set, because only AWS Backup writes it. Remove it.';

  test('fields that get-backup-plan adds', () => {
    expect(problemsOf({
      BackupPlan: { BackupPlanName: 'orders', Rules: [{ ...RULE, RuleId: 'a', Lifecycle: { DeleteAfterDays: 7, DeleteAfterEvent: 'DELETE_AFTER_COPY' } }] },
      BackupPlanId: 'a',
      BackupPlanArn: 'a',
      VersionId: 'a',
      CreationDate: 1,
      LastExecutionDate: 1,
    })).toEqual([
      `'document.BackupPlanId' ${outputOnly}`,
      `'document.BackupPlanArn' ${outputOnly}`,
      `'document.VersionId' ${outputOnly}`,
      `'document.CreationDate' ${outputOnly}`,
      `'document.LastExecutionDate' ${outputOnly}`,
      `'document.BackupPlan.Rules[0].RuleId' ${outputOnly}`,
      `'document.BackupPlan.Rules[0].Lifecycle.DeleteAfterEvent' ${outputOnly}`,
    ]);
  });

  test('fields that a plan cannot contain', () => {
    expect(problemsOf({ BackupPlanName: 'orders', Rules: [{ ...RULE, Retention: 7 }], Owner: 'x' })).toEqual([
      '\'document.Rules[0].Retention\' is unknown, and the plan would lose it. Remove it.',
      '\'document.Owner\' is unknown, and the plan would lose it. Remove it.',
    ]);
  });

  test('a vault that is not passed', () => {
    expect(problemsOf({ BackupPlanName: 'orders', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'other' }] }))
      .toEqual(['\'document.Rules[0].TargetBackupVaultName\' must name a vault of \'vaults\', got \'other\'. Add the vault there.']);
  });

  test.each([
    [{ StartWindowMinutes: '60' }, '\'document.Rules[0].StartWindowMinutes\' must be a whole number, got \'60\'. Write 0 or more, without quotes or a fraction.'],
    [{ StartWindowMinutes: 60.5 }, '\'document.Rules[0].StartWindowMinutes\' must be a whole number, got 60.5. Write 0 or more, without quotes or a fraction.'],
    [{ StartWindowMinutes: -1 }, '\'document.Rules[0].StartWindowMinutes\' must be a whole number, got -1. Write 0 or more, without quotes or a fraction.'],
    [{ EnableContinuousBackup: 'true' }, '\'document.Rules[0].EnableContinuousBackup\' must be true or false, got \'true\'. Write it without quotes.'],
    [{ Lifecycle: 35 }, '\'document.Rules[0].Lifecycle\' must be an object, got 35. Write it in braces.'],
    [{ CopyActions: {} }, '\'document.Rules[0].CopyActions\' must be a list, got {}. Write it in brackets.'],
    [{ CopyActions: [{}] }, '\'document.Rules[0].CopyActions[0].DestinationBackupVaultArn\' must be set. Name the vault that receives the copy.'],
    [{ RecoveryPointTags: { a: 1 } }, '\'document.Rules[0].RecoveryPointTags\' must be an object of strings, got {"a":1}. Write it in braces, and each value in quotes.'],
    [{ IndexActions: [{ ResourceTypes: ['EBS', 'S3'] }] }, '\'document.Rules[0].IndexActions\' must have one resource type, got EBS, S3. AWS Backup accepts one per rule. Leave out the others.'],
    [{ ScanActions: [{ MalwareScanner: 'CLAM', ScanMode: 'FULL_SCAN' }] }, '\'document.Rules[0].ScanActions[0].MalwareScanner\' must be \'GUARDDUTY\', got \'CLAM\'. Write that value.'],
    [{ ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'ALL' }] },
      '\'document.Rules[0].ScanActions[0].ScanMode\' must be \'FULL_SCAN\' or \'INCREMENTAL_SCAN\', got \'ALL\'. Write one of them.'],
    [{ ScheduleExpressionTimezone: 1 }, '\'document.Rules[0].ScheduleExpressionTimezone\' must be a string, got 1. Write it in quotes.'],
    [{ IndexActions: [{ ResourceTypes: 'EBS' }] }, '\'document.Rules[0].IndexActions[0].ResourceTypes\' must be a list of strings, got \'EBS\'. Write it in brackets, and each element in quotes.'],
    [{ RuleName: undefined }, '\'document.Rules[0].RuleName\' must be set. Name the rule.'],
  ])('values of the wrong type: %j', (rule, problem) => {
    expect(problemsOf({ BackupPlanName: 'orders', Rules: [{ ...RULE, ...rule }] })).toEqual([problem]);
  });

  test.each<[string, () => unknown, string]>([
    ['a construct', () => vault, 'the CompliantVault \'Stack/Vault\''],
    ['a list of constructs', () => [vault], 'a list'],
    ['an object of constructs', () => ({ a: vault }), 'an object'],
    ['a Duration', () => Duration.days(1), 'a Duration'],
    ['a list', () => ['a'], '["a"]'],
  ])('%s in place of tags', (_, given, got) => {
    expect(problemsOf({ BackupPlanName: 'orders', Rules: [{ ...RULE, RecoveryPointTags: given() }] }))
      .toEqual([`'document.Rules[0].RecoveryPointTags' must be an object of strings, got ${got}. Write it in braces, and each value in quotes.`]);
  });

  test('with the path of the construct', () => {
    expect(errorOf(() => fromDocument({ BackupPlan: 1 }))).toBe('TieredBackupPlan \'Stack/Plan\' has problems in \'document\':\n'
      + '  - \'document.BackupPlan\' must be an object, got 1. Write it in braces.');
  });
});
