import { type Source, developerGuide } from './source';

/** A value that AWS Backup accepts once. It rejects a second resource with the same value. */
export interface UniqueValue {
  /** Resources of these types, in words and by their names in CloudFormation. */
  readonly label: string;
  readonly cfnTypes: readonly string[];
  readonly property: string;
  /** The properties with the name of the resource, if the property is not a name. The values are then compared as a whole. */
  readonly namedBy?: readonly string[];
  /** Within what there is one, where that is less than an account and Region. */
  readonly within?: string;
  /** For messages: what the value is of, if that is not the resource. */
  readonly subject?: string;
  /** For messages. */
  readonly fix: string;
  readonly source: Source;
}

const RENAME = 'Choose another name.';

function api(page: string): Source {
  return developerGuide(`API_${page}`, '2026-01-01');
}

const VAULT: UniqueValue = {
  label: 'vault',
  cfnTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  property: 'BackupVaultName',
  fix: RENAME,
  source: api('CreateBackupVault'),
};

/** Of the same name and different rules there can be several. */
const PLAN: UniqueValue = {
  label: 'plan',
  cfnTypes: ['AWS::Backup::BackupPlan'],
  property: 'BackupPlan',
  namedBy: ['BackupPlan', 'BackupPlanName'],
  fix: RENAME,
  source: developerGuide('creating-a-backup-plan', '2026-01-01'),
};

const FRAMEWORK: UniqueValue = {
  label: 'framework', cfnTypes: ['AWS::Backup::Framework'], property: 'FrameworkName', fix: RENAME, source: api('CreateFramework'),
};

const FRAMEWORK_CONTROLS: UniqueValue = {
  label: 'framework',
  cfnTypes: FRAMEWORK.cfnTypes,
  property: 'FrameworkControls',
  namedBy: ['FrameworkName'],
  fix: 'Leave one out, or narrow one by its scope.',
  source: developerGuide('working-with-audit-frameworks', '2026-01-01'),
};

/** By what the constructs make. */
export const UNIQUE = { vault: VAULT, plan: PLAN, framework: FRAMEWORK, frameworkControls: FRAMEWORK_CONTROLS } as const;

export const UNIQUE_VALUES: readonly UniqueValue[] = [
  ...Object.values(UNIQUE),
  { label: 'report plan', cfnTypes: ['AWS::Backup::ReportPlan'], property: 'ReportPlanName', fix: RENAME, source: api('CreateReportPlan') },
  {
    label: 'restore testing plan',
    cfnTypes: ['AWS::Backup::RestoreTestingPlan'],
    property: 'RestoreTestingPlanName',
    fix: RENAME,
    source: api('CreateRestoreTestingPlan'),
  },
  {
    label: 'restore testing selection',
    cfnTypes: ['AWS::Backup::RestoreTestingSelection'],
    property: 'RestoreTestingSelectionName',
    within: 'RestoreTestingPlanName',
    fix: RENAME,
    source: api('CreateRestoreTestingSelection'),
  },
  {
    label: 'tiering configuration',
    cfnTypes: ['AWS::Backup::TieringConfiguration'],
    property: 'TieringConfigurationName',
    fix: RENAME,
    source: api('CreateTieringConfiguration'),
  },
  {
    label: 'tiering configuration',
    cfnTypes: ['AWS::Backup::TieringConfiguration'],
    property: 'BackupVaultName',
    subject: 'tiering of vault',
    fix: 'Join the two.',
    source: api('CreateTieringConfiguration'),
  },
];
