import { App, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BackupStack, promisesOf, type Promises } from '../../examples/orders/backup';
import { BackupTier, CopyTarget } from '../../src';

interface RenderedControl {
  readonly ControlName: string;
  readonly ControlInputParameters?: { readonly ParameterName: string; readonly ParameterValue: unknown }[];
}

/** Each parameter of the framework that the order service gets for these promises. */
function parametersOf(change: Partial<Promises> = {}, recoveryRegion = 'eu-west-1'): { [parameter: string]: unknown } {
  const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  const stack = new BackupStack(app, 'OrdersBackup', {
    env: { account: '111122223333', region: 'eu-central-1' }, recoveryRegion, onCall: 'oncall@example.com', promises: { ...promisesOf(recoveryRegion), ...change },
  });
  const [framework] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::Framework'));
  return Object.fromEntries((framework.Properties.FrameworkControls as RenderedControl[]).flatMap(({ ControlName, ControlInputParameters }) =>
    (ControlInputParameters ?? []).map(({ ParameterName, ParameterValue }) => [`${ControlName}.${ParameterName}`, ParameterValue])));
}

const days = Duration.days;
const copyTo = [CopyTarget.region('eu-west-1')];

const FREQUENCY = 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK';
const RETENTION = 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK.requiredRetentionDays';
const LAST = 'BACKUP_LAST_RECOVERY_POINT_CREATED';
const REGIONS = 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION.crossRegionList';

test('the framework of the order service requires what both of its plans promise', () => {
  expect(parametersOf()).toEqual({
    [`${FREQUENCY}.requiredFrequencyUnit`]: 'days',
    [`${FREQUENCY}.requiredFrequencyValue`]: '1',
    [`${FREQUENCY}.requiredRetentionDays`]: '7',
    [RETENTION]: '7',
    'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED.principalArnList': expect.anything(),
    'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK.minRetentionDays': '7',
    'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK.maxRetentionDays': '2557',
    [REGIONS]: 'eu-west-1',
    [`${LAST}.recoveryPointAgeUnit`]: 'hours',
    [`${LAST}.recoveryPointAgeValue`]: '25',
  });
});

test.each<[string, Partial<Promises>, string | undefined, object]>([
  ['a tier that runs less often', { silver: [BackupTier.weekly({ retention: days(35), copyTo })] }, undefined,
    { [`${FREQUENCY}.requiredFrequencyValue`]: '7', [`${LAST}.recoveryPointAgeValue`]: '169' }],
  ['tiers that run more often', { silver: [BackupTier.hourly({ retention: days(35), copyTo })] }, undefined, {
    [`${FREQUENCY}.requiredFrequencyUnit`]: 'hours', [`${FREQUENCY}.requiredFrequencyValue`]: '1', [`${LAST}.recoveryPointAgeValue`]: '2',
  }],
  ['a longer retention of the hourly tier', { gold: [BackupTier.hourly({ retention: days(9), copyTo })] }, undefined,
    { [`${FREQUENCY}.requiredRetentionDays`]: '9', [RETENTION]: '9' }],
  ['a longer start window', { silver: [BackupTier.daily({ retention: days(35), copyTo, startWindow: Duration.hours(3) })] }, undefined,
    { [`${LAST}.recoveryPointAgeValue`]: '27' }],
  ['another Region', {}, 'eu-south-1', { [REGIONS]: 'eu-south-1' }],
])('%s changes the framework, and nothing else in it', (_, change, region, expected) => {
  expect(parametersOf(change, region)).toEqual({ ...parametersOf(), ...expected });
});

test('a plan that no longer copies removes the control', () => {
  const { [REGIONS]: regions, ...others } = parametersOf();
  expect(regions).toBe('eu-west-1');
  expect(parametersOf({ silver: [BackupTier.daily({ retention: days(35) })] })).toEqual({
    ...others, 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED.principalArnList': expect.anything(),
  });
});
