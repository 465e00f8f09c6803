import { RULES } from '../../src/checks/rules';
import type { PackName } from '../../src/checks/rules-of-packs';
import { PACK_NAMES, rulesOf } from '../../src/checks/rules-of-packs';

/** A change of this list is a change for everybody who has registered the pack. */
const RULES_OF: Readonly<Record<Exclude<PackName, 'BackupChecks'>, readonly string[]>> = {
  ValidityChecks: [
    'Backup-AccessPoint',
    'Backup-AdvancedSettings',
    'Backup-AirGappedVaultRetention',
    'Backup-BucketVersioned',
    'Backup-ControlScope',
    'Backup-CopyDestination',
    'Backup-CopyFitsVaultLock',
    'Backup-CopyIntoAirGappedVault',
    'Backup-CopySupported',
    'Backup-FrameworkControls',
    'Backup-FrameworkName',
    'Backup-LegalHold',
    'Backup-MissingInRegion',
    'Backup-NameGivenTwice',
    'Backup-OrganizationPolicy',
    'Backup-PlanName',
    'Backup-PlanQuotas',
    'Backup-ReportBucketPolicy',
    'Backup-ReportPlanFormat',
    'Backup-ResourceProperties',
    'Backup-RestoreTestingFsx',
    'Backup-RestoreTestingName',
    'Backup-RestoreTestingOverrides',
    'Backup-RestoreTestingRecoveryPoints',
    'Backup-RestoreTestingResources',
    'Backup-RestoreTestingSchedule',
    'Backup-RestoreTestingType',
    'Backup-RestoreTestingWindows',
    'Backup-RuleAirGappedTarget',
    'Backup-RuleContinuous',
    'Backup-RuleFitsVaultLock',
    'Backup-RuleIndexesAndScans',
    'Backup-RuleLifecycle',
    'Backup-RuleSchedule',
    'Backup-RuleStartWindow',
    'Backup-RuleTarget',
    'Backup-RuleTimeZone',
    'Backup-S3BackupsInOneVault',
    'Backup-SelectionArns',
    'Backup-SelectionName',
    'Backup-SelectionNotEmpty',
    'Backup-SelectionQuotas',
    'Backup-SelectionRoleForS3',
    'Backup-SelectionTagKeys',
    'Backup-TieringConfiguration',
    'Backup-TopicKey',
    'Backup-TopicPlace',
    'Backup-TopicPolicy',
    'Backup-TopicStandard',
    'Backup-VaultEvents',
    'Backup-VaultKey',
    'Backup-VaultLockBounds',
    'Backup-VaultName',
    'Backup-VaultPolicyActions',
  ],
  RetentionChecks: [
    'Backup-KeptForEver',
    'Backup-OneContinuousRule',
    'Backup-PointInTimeRecovery',
    'Backup-RuleColdStorageUnsupported',
    'Backup-RuleCompletionWindow',
    'Backup-RuleContinuousUnsupported',
    'Backup-RuleInterval',
    'Backup-RuleMaxRetention',
    'Backup-RuleMinRetention',
    'Backup-RuleShadowed',
    'Backup-RuleShortWarmStorage',
    'Backup-VaultLocked',
  ],
  EncryptionChecks: [
    'Backup-CopyDestinationKey',
    'Backup-CopySourceKey',
    'Backup-TopicEncrypted',
    'Backup-TopicKey',
    'Backup-VaultCustomerManagedKey',
  ],
  DynamoDbChecks: [
    'Backup-DynamoDbColdStorage',
    'Backup-DynamoDbCrossAccountCopy',
    'Backup-DynamoDbCrossRegionCopy',
    'Backup-DynamoDbVaultKey',
  ],
  CoverageChecks: [
    'Backup-BucketEvents',
    'Backup-BucketVersioned',
    'Backup-ResourceInPlan',
    'Backup-SelectionNotEmpty',
    'Backup-SelectionUnion',
  ],
  ResilienceChecks: [
    'Backup-ControlScopeTypes',
    'Backup-CopyElsewhere',
    'Backup-FrameworkQuotas',
    'Backup-RequiredCopies',
    'Backup-RestoreTested',
    'Backup-VaultDeletionGuard',
    'Backup-VaultGuardRemovable',
    'Backup-VaultLocked',
    'Backup-VaultNotifies',
  ],
};

test.each(Object.entries(RULES_OF))('%s has exactly these rules', (pack, ids) => {
  expect(rulesOf(pack as PackName).map(({ id }) => String(id)).sort()).toEqual(ids);
});

test('BackupChecks has all rules, and each of them is in another pack', () => {
  expect(rulesOf('BackupChecks')).toEqual(RULES);
  expect([...new Set(Object.values(RULES_OF).flat())].sort()).toEqual(RULES.map(({ id }) => String(id)).sort());
  expect(PACK_NAMES).toEqual([...Object.keys(RULES_OF), 'BackupChecks']);
});
