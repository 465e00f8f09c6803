import type { Property } from '../../../inventory';

/** What AWS Backup accepts once. */
export interface Kind {
  readonly inWords: string;
  readonly cfnTypes: readonly string[];
  readonly property: string;
  /** What bears the value, where that is something else. */
  readonly subject?: string;
  /** What is called so, where the value is no name. */
  readonly name?: (properties: Property) => Property;
  /** Within what there is one, where that is less than an account and Region. */
  readonly within?: string;
  readonly fix?: string;
}

/**
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html for a plan that already exists
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-frameworks.html for frameworks with the same controls and parameters
 */
export const KINDS: readonly Kind[] = [
  { inWords: 'vault', cfnTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'], property: 'BackupVaultName' },
  { inWords: 'plan', cfnTypes: ['AWS::Backup::BackupPlan'], property: 'BackupPlan', name: (properties) => properties.get('BackupPlan').get('BackupPlanName') },
  { inWords: 'framework', cfnTypes: ['AWS::Backup::Framework'], property: 'FrameworkName' },
  {
    inWords: 'framework',
    cfnTypes: ['AWS::Backup::Framework'],
    property: 'FrameworkControls',
    name: (properties) => properties.get('FrameworkName'),
    fix: 'leave one out, or narrow one by its scope',
  },
  { inWords: 'report plan', cfnTypes: ['AWS::Backup::ReportPlan'], property: 'ReportPlanName' },
  { inWords: 'restore testing plan', cfnTypes: ['AWS::Backup::RestoreTestingPlan'], property: 'RestoreTestingPlanName' },
  {
    inWords: 'restore testing selection', cfnTypes: ['AWS::Backup::RestoreTestingSelection'], property: 'RestoreTestingSelectionName', within: 'RestoreTestingPlanName',
  },
  { inWords: 'tiering configuration', cfnTypes: ['AWS::Backup::TieringConfiguration'], property: 'TieringConfigurationName' },
  { inWords: 'tiering configuration', cfnTypes: ['AWS::Backup::TieringConfiguration'], property: 'BackupVaultName', subject: 'tiering of vault', fix: 'join the two' },
];
