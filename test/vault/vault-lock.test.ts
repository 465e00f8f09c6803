import { type Stack, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type ComplianceLockProps, type GovernanceLockProps, CompliantVault, VaultLock } from '../../src';
import { errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const governed = (lock: GovernanceLockProps) => () => new CompliantVault(stack, 'Vault', { lock: VaultLock.governance(lock) });
const compliant = (lock: Partial<ComplianceLockProps>) => () => new CompliantVault(stack, 'Vault', {
  lock: VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true, ...lock }),
});

describe('the bounds of a lock', () => {
  test.each([
    [1, 36500], [30, 30], [36500, 36500], [1, undefined],
  ])('accepts %p to %p days', (min, max) => {
    governed({ minRetention: Duration.days(min), maxRetention: max === undefined ? undefined : Duration.days(max) })();

    Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: min, ...max === undefined ? {} : { MaxRetentionDays: max } },
    });
  });

  test.each([
    [0, undefined, '\'lock.minRetention\' must be at least 1 day, got 0 days. Raise it.'],
    [36501, undefined, '\'lock.minRetention\' must be at most 36500 days, got 36501 days. Lower it.'],
    [1, 36501, '\'lock.maxRetention\' must be at most 36500 days, got 36501 days. Lower it.'],
    [30, 29, '\'lock.maxRetention\' must not be less than \'lock.minRetention\' (30 days), got 29 days. Raise it, or leave it out.'],
  ])('fails on %p to %p days', (min, max, problem) => {
    expect(errorOf(governed({ minRetention: Duration.days(min), maxRetention: max === undefined ? undefined : Duration.days(max) })))
      .toBe(`CompliantVault 'Stack/Vault': ${problem}`);
  });

  test('fails on a duration that is not a whole number of days', () => {
    expect(errorOf(governed({ minRetention: Duration.hours(36) })))
      .toBe('CompliantVault \'Stack/Vault\': \'lock.minRetention\' must be a whole number of days, got 1 day 12 hours. Round it.');
  });
});

describe('a compliance lock', () => {
  test.each([3, 36500])('accepts a cooling-off time of %p days', (days) => {
    compliant({ coolingOff: Duration.days(days) })();

    Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: days },
    });
  });

  test.each([
    [2, '\'lock.coolingOff\' must be at least 3 days, got 2 days. Raise it.'],
    [36501, '\'lock.coolingOff\' must be at most 36500 days, got 36501 days. Lower it.'],
  ])('fails on a cooling-off time of %p days', (days, problem) => {
    expect(errorOf(compliant({ coolingOff: Duration.days(days) }))).toBe(`CompliantVault 'Stack/Vault': ${problem}`);
  });

  test.each([undefined, false])('fails without the acknowledgment (%p), and explains it', (acknowledgeIrreversible) => {
    expect(errorOf(compliant({ acknowledgeIrreversible }))).toBe('CompliantVault \'Stack/Vault\': \'lock.acknowledgeIrreversible\' must be true for a '
      + 'compliance lock, got false. 14 days after the deployment, nobody, including AWS, can change or remove the lock, or delete a recovery point before '
      + 'its retention ends. You pay for the storage until then. Set acknowledgeIrreversible: true, or use VaultLock.governance(…).');
  });

  test('does not repeat a cooling-off time that AWS Backup rejects', () => {
    const problems = errorOf(compliant({ coolingOff: Duration.days(2), acknowledgeIrreversible: false }));

    expect(problems).toContain('\'lock.coolingOff\' must be at least 3 days, got 2 days.');
    expect(problems).toContain('got false. After its cooling-off time, nobody, including AWS,');
  });

  test('fails without a cooling-off time, and does not become a governance lock', () => {
    expect(errorOf(compliant({ coolingOff: undefined })))
      .toBe('CompliantVault \'Stack/Vault\': \'lock.coolingOff\' must be set. Set it to at least 3 days.');
  });

  test('accepts only true for the acknowledgment', () => {
    expect(errorOf(compliant({ acknowledgeIrreversible: 'false' as unknown as boolean }))).toContain('\'lock.acknowledgeIrreversible\' must be true');
  });

  test('fails with a removal policy that would delete the vault', () => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', {
      lock: VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true }),
      removalPolicy: RemovalPolicy.DESTROY,
    }))).toBe('CompliantVault \'Stack/Vault\': \'removalPolicy\' must not be DESTROY with a compliance lock, got \'destroy\'. Leave it out. AWS Backup does not delete '
      + 'a vault that contains recovery points.');
  });

  test.each([[3, ['shortCoolingOff']], [4, []]])('warns at the shortest time: %p days', (days, ids) => {
    compliant({ coolingOff: Duration.days(days) })();

    expect(warningIdsOf(stack)).toEqual(ids);
  });

  test('explains the consequence in the warning', () => {
    compliant({ coolingOff: Duration.days(3) })();

    expect(warningsOf(stack)).toEqual(['\'lock.coolingOff\' should be more than 3 days, got 3 days. Set it to the time that you need to find a wrong retention. '
      + 'After that, nobody can correct the lock.']);
  });
});

test('reports all problems in one error, and creates nothing', () => {
  const error = errorOf(() => new CompliantVault(stack, 'Vault', {
    vaultName: 'a',
    lock: VaultLock.compliance({ minRetention: Duration.days(0), maxRetention: Duration.days(36501), coolingOff: Duration.days(1) }),
  }));

  expect(error.split('\n')).toEqual([
    'CompliantVault \'Stack/Vault\' has 5 problems:',
    '  - \'vaultName\' must be 2 to 50 letters, digits, hyphens, or underscores, got \'a\'. Choose another name.',
    '  - \'lock.minRetention\' must be at least 1 day, got 0 days. Raise it.',
    '  - \'lock.maxRetention\' must be at most 36500 days, got 36501 days. Lower it.',
    '  - \'lock.coolingOff\' must be at least 3 days, got 1 day. Raise it.',
    expect.stringMatching(/^ {2}- 'lock.acknowledgeIrreversible' must be true/),
  ]);
  expect(stack.node.tryFindChild('Vault')).toBeUndefined();
  Template.fromStack(stack).resourceCountIs('AWS::KMS::Key', 0);
});
