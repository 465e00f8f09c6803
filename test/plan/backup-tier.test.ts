import { type Stack, CfnParameter, Duration, TimeZone } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import {
  type BackupTierOptions, type CustomTierProps, type SnapshotTierProps, BackupResourceType, BackupTier, CompliantVault, MalwareScanMode,
  TieredBackupPlan,
} from '../../src';
import { errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const days = Duration.days;
const planOf = (...tiers: BackupTier[]) => new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers });
const problemsOf = (...tiers: BackupTier[]) => errorOf(() => planOf(...tiers)).replace('TieredBackupPlan \'Stack/Plan\': ', '');
const daily = (props: Partial<SnapshotTierProps> = {}) => BackupTier.daily({ retention: days(35), ...props });
const custom = (props: Partial<CustomTierProps>) => BackupTier.custom({ name: 'own', schedule: events.Schedule.expression('cron(0 5 ? * * *)'), ...props });
const rules = () => Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupPlan'))[0].Properties.BackupPlan.BackupPlanRule;
/** Without the warning that nothing selects the plan, which every plan in these tests has. */
const warningIds = () => warningIdsOf(stack).filter((id) => id !== 'noSelection');
const warnings = () => warningsOf(stack).filter((text) => !text.includes('no selection of this app'));

test('the default tiers start at different times, with windows of an hour, so that each of them creates backups', () => {
  planOf(
    BackupTier.continuous({ retention: days(14) }),
    BackupTier.hourly({ retention: days(7) }),
    BackupTier.daily({ retention: days(35) }),
    BackupTier.weekly({ retention: days(90) }),
    BackupTier.monthly({ retention: days(365) }),
    BackupTier.yearly({ retention: days(2557) }),
  );

  expect(rules()).toEqual([
    ['continuous', 'cron(0 3 ? * * *)', 14],
    ['hourly', 'cron(0 * ? * * *)', 7],
    ['daily', 'cron(0 5 ? * * *)', 35],
    ['weekly', 'cron(0 7 ? * SUN *)', 90],
    ['monthly', 'cron(0 9 1 * ? *)', 365],
    ['yearly', 'cron(0 11 1 1 ? *)', 2557],
  ].map(([RuleName, ScheduleExpression, DeleteAfterDays]) => ({
    RuleName,
    ScheduleExpression,
    StartWindowMinutes: 60,
    Lifecycle: { DeleteAfterDays },
    TargetBackupVault: { Ref: expect.stringMatching(/^Vault/) },
    ...RuleName === 'continuous' ? { EnableContinuousBackup: true } : {},
  })));
  expect(warningIds()).toEqual([]);
});

test.each([
  ['daily', 35], ['weekly', 35], ['monthly', 35], ['yearly', 35],
] as const)('an hourly tier that keeps backups longer shadows the %s tier', (kind, retention) => {
  planOf(BackupTier.hourly({ retention: days(90) }), BackupTier[kind]({ retention: days(retention) }));

  expect(warnings()).toEqual([`Tier '${kind}' never creates a backup. Each of its start windows overlaps one of tier 'hourly', and AWS Backup then creates `
    + 'only the backup with the longer retention. Move the \'schedule\' or shorten the \'startWindow\' of one tier.']);
});

test('a tier renders all of its properties', () => {
  planOf(custom({
    name: 'nightly.full_1-a',
    schedule: events.Schedule.cron({ minute: '30', hour: '2', weekDay: 'MON-FRI' }),
    timeZone: TimeZone.EUROPE_BERLIN,
    startWindow: Duration.hours(2),
    completionWindow: Duration.hours(8),
    retention: days(200),
    moveToColdStorageAfter: days(30),
    archiveEbsSnapshots: true,
    recoveryPointTags: { origin: 'plan' },
    indexResourceType: BackupResourceType.S3,
    malwareScan: MalwareScanMode.INCREMENTAL_SCAN,
    logicallyAirGappedVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:airgapped',
  }));

  expect(rules()).toEqual([{
    RuleName: 'nightly.full_1-a',
    ScheduleExpression: 'cron(30 2 ? * MON-FRI *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    StartWindowMinutes: 120,
    CompletionWindowMinutes: 480,
    Lifecycle: { DeleteAfterDays: 200, MoveToColdStorageAfterDays: 30, OptInToArchiveForSupportedResources: true },
    RecoveryPointTags: { origin: 'plan' },
    IndexActions: [{ ResourceTypes: ['S3'] }],
    ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'INCREMENTAL_SCAN' }],
    TargetBackupVault: { Ref: expect.stringMatching(/^Vault/) },
    TargetLogicallyAirGappedBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:airgapped',
  }]);
});

test('the archive opt-in is left out unless it is set, because some Regions reject even false', () => {
  planOf(daily({ retention: days(120), moveToColdStorageAfter: days(30), archiveEbsSnapshots: false }));

  expect(rules()[0].Lifecycle).toEqual({ DeleteAfterDays: 120, MoveToColdStorageAfterDays: 30 });
});

test('recovery points of a custom tier without a retention never expire', () => {
  planOf(custom({}));

  expect(rules()[0].Lifecycle).toBeUndefined();
});

describe('the name', () => {
  test.each(['a', 'a'.repeat(50), 'daily_1.full-b'])('accepts %p', (name) => {
    planOf(daily({ name }));

    expect(rules()[0].RuleName).toBe(name);
  });

  test.each(['', 'a'.repeat(51), 'daily full', 'täglich'])('fails on %p', (name) => {
    expect(problemsOf(daily({ name })))
      .toBe(`tier '${name}': 'name' must be 1 to 50 letters, digits, hyphens, underscores, or dots, got '${name}'. Choose another name.`);
  });

  test('has a warning if two tiers share it', () => {
    planOf(daily(), daily({ schedule: events.Schedule.expression('cron(0 17 ? * * *)') }));

    expect(warnings()).toEqual(['Several tiers are named \'daily\'. Recovery points and reports identify a rule by its name. Give each tier its own name.']);
    expect(warningIdsOf(stack)).toContain('duplicateTierName');
  });
});

describe('the schedule', () => {
  const at = (expression: string) => daily({ schedule: events.Schedule.expression(expression) });

  test.each(['cron(0 5 ? * * *)', 'cron(0 0/12 * * ? *)', 'cron(0 8 1 * ? *)', 'cron(0 8 ? * 2#1 *)', 'cron(0 8 L * ? *)', 'cron(0 0 29 2 ? *)'])('accepts %p', (expression) => {
    planOf(at(expression));

    expect(rules()[0].ScheduleExpression).toBe(expression);
  });

  const form = 'must be an AWS cron expression of the form \'cron(minutes hours day-of-month month day-of-week year)\'';
  const questionMark = 'must have \'?\' in exactly one of day-of-month and day-of-week';
  test.each([
    ['rate(1 day)', `${form}, got 'rate(1 day)'. AWS Backup does not support rate expressions. Write events.Schedule.expression('cron(0 5 ? * * *)').`],
    ['0 5 ? * * *', `${form}, got '0 5 ? * * *'. Write events.Schedule.expression('cron(0 5 ? * * *)').`],
    ['cron(0 5 * * *)', 'must have six fields (minutes hours day-of-month month day-of-week year), got 5 in \'cron(0 5 * * *)\'. For example, write events.Schedule.expression(\'cron(0 5 ? * * *)\').'],
    ['cron(0 5 * * * *)', `${questionMark}, got '*' and '*'. Write events.Schedule.expression('cron(0 5 * * ? *)').`],
    ['cron(0 5 ? * ? *)', `${questionMark}, got '?' and '?'. Write events.Schedule.expression('cron(0 5 * * ? *)').`],
    ['cron(60 5 ? * * *)', 'must have a valid minutes field, got \'60\'. Write 0 to 59.'],
    ['cron(0 24 ? * * *)', 'must have a valid hours field, got \'24\'. Write 0 to 23.'],
    ['cron(0 5 32 * ? *)', 'must have a valid day-of-month field, got \'32\'. Write 1 to 31.'],
    ['cron(0 5 ? 13 * *)', 'must have a valid month field, got \'13\'. Write 1 to 12 or JAN to DEC.'],
    ['cron(0 5 ? * 8 *)', 'must have a valid day-of-week field, got \'8\'. Write 1 to 7 or SUN to SAT.'],
    ['cron(0 5 30 2 ? *)', 'must run at least once, got 30 February, which does not exist. Write a day that the month has, or \'L\' for its last day.'],
  ])('fails on %p', (expression, problem) => {
    expect(problemsOf(at(expression))).toBe(`tier 'daily': 'schedule' ${problem}`);
  });

  test.each([
    [BackupTier.continuous, 'rate(1 day)', 'Write events.Schedule.expression(\'cron(0 3 ? * * *)\').'],
    [BackupTier.weekly, 'rate(7 days)', 'Write events.Schedule.expression(\'cron(0 7 ? * SUN *)\').'],
    [BackupTier.hourly, 'rate(1 day)', 'Write events.Schedule.expression(\'cron(0 5 ? * * *)\').'],
    [BackupTier.monthly, 'at(2027-01-01)', 'For example, write events.Schedule.expression(\'cron(0 9 1 * ? *)\').'],
  ])('names the time of the tier (%#)', (tier, expression, fix) => {
    expect(problemsOf(tier({ retention: Duration.days(14), schedule: events.Schedule.expression(expression) })).endsWith(`. ${fix}`)).toBe(true);
  });

  test('fails on years that are over', () => {
    jest.useFakeTimers({ now: new Date('2026-06-15T12:00:00Z') });
    try {
      expect(problemsOf(at('cron(0 5 ? * * 2025)'))).toBe('tier \'daily\': \'schedule\' must run at least once, got year \'2025\', which is before 2026. Write \'*\' or a later year.');
      expect(() => at('cron(0 5 ? * * 2026)')).not.toThrow();
    } finally {
      jest.useRealTimers();
    }
  });

  test.each([
    ['cron(0 * ? * * *)', []],
    ['cron(0/30 * ? * * *)', ['finerThanHourly']],
    ['cron(0,59 5 ? * * *)', ['finerThanHourly']],
  ])('%p warns if it is more frequent than hourly', (expression, ids) => {
    planOf(at(expression));

    expect(warningIds()).toEqual(ids);
  });

  test.each(['UTC', 'Europe/Berlin', 'Etc/UTC', 'US/Pacific'])('accepts the time zone %p', (zone) => {
    planOf(daily({ timeZone: TimeZone.of(zone) }));

    expect(rules()[0].ScheduleExpressionTimezone).toBe(zone);
  });

  test.each(['Mars/Olympus', '+02:00', ''])('fails on the time zone %p', (zone) => {
    expect(problemsOf(daily({ timeZone: TimeZone.of(zone) })))
      .toBe(`tier 'daily': 'timeZone' must be an IANA time zone, got '${zone}'. For example, write 'Europe/Berlin' or 'UTC'.`);
  });
});

describe('the windows', () => {
  test.each([60, 52_560_000])('start within %p minutes', (minutes) => {
    planOf(daily({ startWindow: Duration.minutes(minutes), completionWindow: Duration.minutes(52_560_000) }));

    expect(rules()[0].StartWindowMinutes).toBe(minutes);
  });

  test.each([
    [{ startWindow: Duration.minutes(59) }, '\'startWindow\' must be at least 60 minutes, got 59 minutes. Raise it, or leave it out for the default of 60 minutes (1 hour).'],
    [{ startWindow: Duration.minutes(52_560_001) }, '\'startWindow\' must be at most 52560000 minutes, got 52560001 minutes. Lower it, or leave it out for the default of 60 minutes (1 hour).'],
    [{ startWindow: Duration.seconds(3610) }, '\'startWindow\' must be a whole number of minutes, got 1 hour 10 seconds. Round it.'],
    [{ completionWindow: Duration.minutes(52_560_001) }, '\'completionWindow\' must be at most 52560000 minutes, got 52560001 minutes. Lower it, or leave it out for AWS Backup\'s default of 10080 minutes (7 days).'],
  ] as [BackupTierOptions, string][])('fail on %p', (props, problem) => {
    expect(problemsOf(daily(props))).toBe(`tier 'daily': ${problem}`);
  });

  test.each([[121, []], [120, ['completionWindow']], [60, ['completionWindow']]])('warn if completion (%p) is not after start', (minutes, ids) => {
    planOf(daily({ startWindow: Duration.minutes(120), completionWindow: Duration.minutes(minutes) }));

    expect(warningIds()).toEqual(ids);
  });

  test('state the reason', () => {
    planOf(daily({ startWindow: Duration.minutes(120), completionWindow: Duration.minutes(120) }));

    expect(warnings()).toEqual(['tier \'daily\': \'completionWindow\' should be longer than \'startWindow\' (120 minutes), got 120 minutes. Raise it. Otherwise AWS Backup might cancel a job that starts late in its window before it can complete.']);
  });
});

describe('the lifecycle', () => {
  test.each([1, 36500])('keeps for %p days', (retention) => {
    planOf(daily({ retention: days(retention) }));

    expect(rules()[0].Lifecycle).toEqual({ DeleteAfterDays: retention });
  });

  test.each([
    [0, '\'retention\' must be at least 1 day, got 0 days. Raise it.'],
    [36501, '\'retention\' must be at most 36500 days, got 36501 days. Lower it.'],
  ])('fails on %p days', (retention, problem) => {
    expect(problemsOf(daily({ retention: days(retention) }))).toBe(`tier 'daily': ${problem}`);
  });

  test('stays 90 days in cold storage', () => {
    planOf(daily({ retention: days(120), moveToColdStorageAfter: days(30) }));

    expect(rules()[0].Lifecycle).toEqual({ DeleteAfterDays: 120, MoveToColdStorageAfterDays: 30 });
  });

  test('fails on 89 days in cold storage', () => {
    expect(problemsOf(daily({ retention: days(119), moveToColdStorageAfter: days(30) }))).toBe('tier \'daily\': \'retention\' must be at least 90 days more than \'moveToColdStorageAfter\' (30 days), got 119 days. Raise it to 120 days or more, or leave out \'moveToColdStorageAfter\'.');
  });

  test.each([[8, []], [7, ['shortWarmStorage']]])('warns if warm storage (%p days) is short', (warm, ids) => {
    planOf(daily({ retention: days(120), moveToColdStorageAfter: days(warm) }));

    expect(warningIds()).toEqual(ids);
  });

  test('states the reason', () => {
    planOf(daily({ retention: days(120), moveToColdStorageAfter: days(7) }));

    expect(warnings()).toEqual(['tier \'daily\': \'moveToColdStorageAfter\' should be at least 8 days, got 7 days. Raise it. Otherwise AWS Backup creates another full backup in warm storage, which costs more than cold storage saves.']);
  });

  test('warns of an archive without cold storage', () => {
    planOf(daily({ archiveEbsSnapshots: true }));

    expect(warningIds()).toEqual(['archiveWithoutColdStorage']);
  });
});

describe('a continuous tier', () => {
  test.each([1, 35])('keeps for %p days', (retention) => {
    planOf(BackupTier.continuous({ retention: days(retention) }));

    expect(rules()[0]).toMatchObject({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: retention } });
  });

  test.each([
    [BackupTier.continuous({ retention: days(0) }), 'continuous',
      '\'retention\' of a continuous backup must be 1 to 35 days, got 0 days. For a longer retention, add a daily or monthly backup.'],
    [BackupTier.continuous({ retention: days(36) }), 'continuous',
      '\'retention\' of a continuous backup must be 1 to 35 days, got 36 days. For a longer retention, add a daily or monthly backup.'],
    [custom({ continuous: true }), 'own', '\'retention\' of a continuous backup must be 1 to 35 days, got none. Set it.'],
    [custom({ continuous: true, retention: days(35), moveToColdStorageAfter: days(1) }), 'own',
      '\'moveToColdStorageAfter\' cannot be used with a continuous backup, which has no cold storage. Leave it out.'],
  ])('fails on an invalid continuous backup (%#)', (tier, name, problem) => {
    expect(problemsOf(tier)).toBe(`tier '${name}': ${problem}`);
  });
});

describe('recovery point tags', () => {
  const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value']));

  test('accept ten', () => {
    planOf(daily({ recoveryPointTags: tags(10) }));

    expect(Object.keys(rules()[0].RecoveryPointTags)).toHaveLength(10);
  });

  test.each([
    [tags(11), '\'recoveryPointTags\' must be at most 10 tags, got 11 tags. Leave some out.'],
    [{ 'aws:origin': 'x' }, '\'recoveryPointTags\' must not use the prefix \'aws:\', which AWS reserves, got \'aws:origin\'. Choose another key.'],
  ])('fail on values that AWS rejects (%#)', (recoveryPointTags, problem) => {
    expect(problemsOf(daily({ recoveryPointTags }))).toBe(`tier 'daily': ${problem}`);
  });
});

test.each([BackupResourceType.EBS, BackupResourceType.S3])('%s is indexed', (indexResourceType) => {
  planOf(daily({ indexResourceType }));

  expect(rules()[0].IndexActions).toEqual([{ ResourceTypes: [indexResourceType.resourceType] }]);
});

test('accepts a token for the type of an index', () => {
  planOf(daily({ indexResourceType: BackupResourceType.of(new CfnParameter(stack, 'Type').valueAsString, '*') }));

  expect(rules()[0].IndexActions).toEqual([{ ResourceTypes: [{ Ref: 'Type' }] }]);
});

test('fails on an index of other types', () => {
  expect(problemsOf(daily({ indexResourceType: BackupResourceType.DYNAMODB })))
    .toBe('tier \'daily\': \'indexResourceType\' must be one of the types that AWS Backup indexes (EBS, S3), got \'DynamoDB\'. Choose one of them, or leave it out.');
});

test('fails without a retention, and with a number for one', () => {
  expect(problemsOf(BackupTier.daily({} as SnapshotTierProps)))
    .toBe('tier \'daily\': \'retention\' must be set. Set how long a recovery point is kept, or use BackupTier.custom(…) for recovery points that never expire.');
  stack = stackIn('eu-west-1');
  expect(problemsOf(daily({ retention: 35 as unknown as Duration })))
    .toBe('tier \'daily\': \'retention\' must be a Duration, got 35. Write Duration.days(…).');
});

test('fails on an air-gapped vault of another Region', () => {
  expect(problemsOf(daily({ logicallyAirGappedVaultArn: 'arn:aws:backup:eu-central-1:111122223333:backup-vault:airgapped' }))).toBe('tier \'daily\': '
    + '\'logicallyAirGappedVaultArn\' must be in the Region of the plan (\'eu-west-1\'), got one of \'eu-central-1\'. Copy to it with \'copyTo\' instead.');
});

test('fails on an air-gapped vault that is not an ARN', () => {
  expect(problemsOf(daily({ logicallyAirGappedVaultArn: 'airgapped' }))).toBe('tier \'daily\': \'logicallyAirGappedVaultArn\' must be the ARN of a backup vault, \'arn:<partition>:backup:<region>:<account>:backup-vault:<name>\', got \'airgapped\'. Write the whole ARN.');
});

test('a plan does not render options that are not set', () => {
  planOf(daily());

  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', { BackupPlan: { AdvancedBackupSettings: Match.absent(), ScanSettings: Match.absent() } });
});
