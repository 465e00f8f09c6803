import type { Fact } from './aws/fact';
import { ADVANCED_SETTINGS, ADVANCED_SETTING_VALUES } from '../../src/capabilities/advanced-settings';
import { EVENT_BRIDGE_EVENTS, VAULT_EVENTS, type EventDetailType } from '../../src/capabilities/backup-events';
import { type Limit, type NamePattern, LIMITS, NAMES } from '../../src/capabilities/limits';
import { ACCOUNT_ID } from '../../src/capabilities/principals';
import { REPORT_FORMATS, REPORT_TEMPLATES } from '../../src/capabilities/reports';
import { type Feature, RESOURCE_TYPES, resourceTypeNames } from '../../src/capabilities/resource-types';
import { RESTORABLE_RESOURCE_TYPES, RESTORE_TESTING_ALGORITHMS, RESTORE_TESTING_RECOVERY_POINT_TYPES } from '../../src/capabilities/restore-testing';
import { MALWARE_SCANNERS, SCAN_MODES } from '../../src/capabilities/scans';

/** The facts of one of our tables about one shape or property. */
export interface Held {
  readonly table: string;
  readonly facts: readonly Fact[];
}

/** One of our patterns, and the patterns of AWS with the same name. AWS states a pattern and bounds of the length, which our pattern combines. */
export interface HeldName {
  readonly table: string;
  readonly name: NamePattern;
  readonly of: readonly string[];
}

function values(of: string, table: string, held: readonly string[]): Held {
  return { table, facts: [...new Set(held)].map((value) => ({ of, kind: 'value', value })) };
}

function bounds(of: string, name: keyof typeof LIMITS): Held {
  const { min, max }: Limit = LIMITS[name];
  const facts = Object.entries({ min, max }).flatMap(([kind, value]) => value === undefined ? [] : [{ of, kind: kind as Fact['kind'], value: `${value}` }]);
  return { table: `LIMITS.${name}`, facts };
}

function states(of: string, detailType: EventDetailType, ...keys: readonly string[]): Held {
  const event = EVENT_BRIDGE_EVENTS.find((each) => each.detailType === detailType)!;
  const held = event.states.filter(({ key }) => keys.includes(key));
  return values(of, `EVENT_BRIDGE_EVENTS, '${detailType}'`, held.flatMap((each) => [...each.states, ...each.apiStates]));
}

function typesWith(feature: Feature): string[] {
  return RESOURCE_TYPES.filter(({ features }) => features[feature].supported).map(({ resourceType }) => resourceType);
}

/** The types whose schemas bound the lengths of tags. */
const TAGGED = ['AWS::Backup::Framework', 'AWS::Backup::ReportPlan', 'AWS::Backup::RestoreTestingPlan'];

export const HELD: readonly Held[] = [
  values('BackupVaultEvent', 'VAULT_EVENTS', VAULT_EVENTS.map(({ name }) => name)),
  states('BackupJobState', 'Backup Job State Change', 'state'),
  states('CopyJobState', 'Copy Job State Change', 'state'),
  states('RestoreJobStatus', 'Restore Job State Change', 'status'),
  states('RecoveryPointStatus', 'Recovery Point State Change', 'status'),
  states('IndexStatus', 'Recovery Point Index State Change', 'indexStatus'),
  states('ScanState', 'Scan Job State Change', 'state'),
  states('ScanResultStatus', 'Scan Job State Change', 'scanResult.scanResultStatus'),
  values('ReportSetting.ReportTemplate', 'REPORT_TEMPLATES', REPORT_TEMPLATES.map(({ name }) => name)),
  values('GetSupportedResourceTypesOutput.ResourceTypes', 'RESOURCE_TYPES', resourceTypeNames()),
  values('RestoreTestingSelectionForCreate.ProtectedResourceType', 'RESTORABLE_RESOURCE_TYPES', RESTORABLE_RESOURCE_TYPES),
  values('RestoreTestingRecoveryPointSelectionAlgorithm', 'RESTORE_TESTING_ALGORITHMS', RESTORE_TESTING_ALGORITHMS),
  values('AWS::Backup::RestoreTestingPlan/RestoreTestingRecoveryPointSelectionAlgorithm', 'RESTORE_TESTING_ALGORITHMS', RESTORE_TESTING_ALGORITHMS),
  values('RestoreTestingRecoveryPointType', 'RESTORE_TESTING_RECOVERY_POINT_TYPES', RESTORE_TESTING_RECOVERY_POINT_TYPES),
  values('AWS::Backup::RestoreTestingPlan/RestoreTestingRecoveryPointType', 'RESTORE_TESTING_RECOVERY_POINT_TYPES', RESTORE_TESTING_RECOVERY_POINT_TYPES),
  values('ReportDeliveryChannel.Formats', 'REPORT_FORMATS', REPORT_FORMATS),
  values('AdvancedBackupSetting.ResourceType', 'ADVANCED_SETTINGS', ADVANCED_SETTINGS.map(({ resourceType }) => resourceType)),
  values('AdvancedBackupSetting.BackupOptions', 'ADVANCED_SETTINGS', ADVANCED_SETTINGS.flatMap(({ options }) => options)),
  values('AdvancedBackupSetting.BackupOptions, values', 'ADVANCED_SETTING_VALUES', ADVANCED_SETTING_VALUES),
  values('IndexAction.ResourceTypes', 'RESOURCE_TYPES, searchIndex', typesWith('searchIndex')),
  values('ScanMode', 'SCAN_MODES', SCAN_MODES),
  values('AWS::Backup::BackupPlan/ScanMode', 'SCAN_MODES', SCAN_MODES),
  values('MalwareScanner', 'MALWARE_SCANNERS', MALWARE_SCANNERS),
  values('AWS::Backup::BackupPlan/MalwareScanner', 'MALWARE_SCANNERS', MALWARE_SCANNERS),
  values('ScanResourceType', 'RESOURCE_TYPES, malwareScan', typesWith('malwareScan')),

  bounds('FrameworkDescription', 'frameworkDescription'),
  bounds('AWS::Backup::Framework/FrameworkDescription', 'frameworkDescription'),
  bounds('ReportPlanDescription', 'reportPlanDescription'),
  bounds('AWS::Backup::ReportPlan/ReportPlanDescription', 'reportPlanDescription'),
  bounds('ComplianceResourceIdList', 'resourceIdsPerControlScope'),
  bounds('TieringDownSettingsInDays', 'tieringDays'),
  bounds('AccessPointPolicy', 'accessPointPolicy'),
  ...['TagMapKeyString', ...TAGGED.map((type) => `${type}/Tag/Key`)].map((of) => bounds(of, 'tagKeyCharacters')),
  ...['TagMapValueString', ...TAGGED.map((type) => `${type}/Tag/Value`)].map((of) => bounds(of, 'tagValueCharacters')),
];

export const HELD_NAMES: readonly HeldName[] = [
  { table: 'NAMES.vault', name: NAMES.vault, of: ['BackupVaultName', 'AWS::Backup::BackupVault/BackupVaultNamePattern', 'AWS::Backup::LogicallyAirGappedBackupVault/BackupVaultNamePattern'] },
  { table: 'NAMES.rule', name: NAMES.rule, of: ['BackupRuleName'] },
  { table: 'NAMES.selection', name: NAMES.selection, of: ['BackupSelectionName', 'AWS::Backup::BackupSelection/BackupSelectionResourceType/SelectionName'] },
  { table: 'NAMES.framework', name: NAMES.framework, of: ['FrameworkName', 'AWS::Backup::Framework/FrameworkName'] },
  { table: 'NAMES.reportPlan', name: NAMES.reportPlan, of: ['ReportPlanName', 'AWS::Backup::ReportPlan/ReportPlanName'] },
  { table: 'ACCOUNT_ID', name: ACCOUNT_ID, of: ['AccountId'] },
  { table: 'NAMES.tieringConfiguration', name: NAMES.tieringConfiguration, of: ['TieringConfigurationName'] },
  { table: 'NAMES.accessPoint', name: NAMES.accessPoint, of: ['AccessPointName'] },
];
