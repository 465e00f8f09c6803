import * as fc from 'fast-check';
import { evaluate } from '../../../../src/checks/evaluate';
import { RuleId } from '../../../../src/checks/rule-id';
import { PLAN_RULES } from '../../../../src/checks/rules/plan';
import { BackupInventory } from '../../../../src/inventory';
import { templateSource } from '../../../inventory/templates';
import { sourceOf } from '../../rule-cases';

const OPTIONS = { minRetention: 35, maxRetention: 365 };

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>({ Ref: 'Given' }, { Ref: 'AWS::NoValue' }, { 'Fn::If': ['C', 1, 'x'] }, 'true', true, '35', -1, 'cron(0 5 ? * * *)', 'rate(1 day)'),
  fc.array(fc.constantFrom<unknown>('*', 'arn:aws:s3:::*', 'arn:aws:rds:*:*:cluster:*', { Ref: 'Given' }, null), { maxLength: 3 }),
);
const some = (...names: string[]) => fc.oneof(
  { weight: 8, arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) },
  { weight: 1, arbitrary: value },
);
const lifecycle = some('DeleteAfterDays', 'MoveToColdStorageAfterDays', 'OptInToArchiveForSupportedResources');
const listOf = (item: fc.Arbitrary<unknown>) => fc.oneof(fc.array(item, { maxLength: 3 }), value);
const vaultArn = fc.oneof(fc.constant({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }), value);

const RULE = fc.record({
  RuleName: value,
  TargetBackupVault: fc.oneof(fc.constant({ Ref: 'Vault' }), value),
  TargetLogicallyAirGappedBackupVaultArn: vaultArn,
  ScheduleExpression: value,
  ScheduleExpressionTimezone: value,
  StartWindowMinutes: value,
  CompletionWindowMinutes: value,
  EnableContinuousBackup: value,
  Lifecycle: lifecycle,
  RecoveryPointTags: value,
  CopyActions: listOf(fc.record({ DestinationBackupVaultArn: vaultArn, Lifecycle: lifecycle }, { requiredKeys: [] })),
  IndexActions: listOf(some('ResourceTypes')),
  ScanActions: listOf(some('MalwareScanner', 'ScanMode')),
}, { requiredKeys: [] });

const RESOURCES = fc.record({
  Plan: fc.record({
    Type: fc.constant('AWS::Backup::BackupPlan'),
    Properties: fc.record({ BackupPlan: fc.record({ BackupPlanName: value, BackupPlanRule: listOf(RULE), ScanSettings: listOf(some('ResourceTypes')) }) }),
  }),
  Selection: fc.record({
    Type: fc.constant('AWS::Backup::BackupSelection'),
    Properties: fc.record({ BackupPlanId: fc.constant({ Ref: 'Plan' }), BackupSelection: some('SelectionName', 'Resources', 'ListOfTags', 'Conditions') }),
  }),
  Vault: fc.record({
    Type: fc.constantFrom('AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'),
    Properties: fc.record({
      BackupVaultName: value, LockConfiguration: some('MinRetentionDays', 'MaxRetentionDays', 'ChangeableForDays'), MinRetentionDays: value, MaxRetentionDays: value,
    }),
  }),
  Bucket: fc.constant({ Type: 'AWS::S3::Bucket' }),
  Cluster: fc.record({ Type: fc.constantFrom('AWS::Redshift::Cluster', 'AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'), Properties: some('Engine', 'DBClusterIdentifier') }),
});

test('random JSON in the properties of plans never makes a rule throw', () => {
  fc.assert(fc.property(RESOURCES, (resources) => {
    const { findings, unknown } = evaluate(BackupInventory.of([sourceOf(resources)]), PLAN_RULES, OPTIONS);
    for (const { message, address } of [...findings, ...unknown]) { expect([typeof message, typeof address.path]).toEqual(['string', 'string']); }
  }), { seed: 20261128, numRuns: 300 });
});

test('random templates never make a rule throw', () => {
  fc.assert(fc.property(fc.array(templateSource, { minLength: 1, maxLength: 3 }), (sources) => {
    evaluate(BackupInventory.of(sources), PLAN_RULES, OPTIONS);
  }), { seed: 20261128, numRuns: 300 });
});

test('each rule has an id of its own', () => {
  const ids = PLAN_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.values(RuleId)).toEqual(expect.arrayContaining(ids));
});
