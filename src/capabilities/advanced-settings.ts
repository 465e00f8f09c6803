import { type Certainty, type Source, apiModel } from './source';

/** What a plan can say of the backups of a type in `AdvancedBackupSettings`. */
export interface AdvancedSetting {
  readonly resourceType: string;
  readonly options: readonly string[];
  /** Whether CloudFormation rejects what the API accepts. */
  readonly rejectedByCloudFormation?: { readonly certainty: Certainty; readonly source: Source };
  readonly source: Source;
}

const SETTING = apiModel('AdvancedBackupSetting');

export const ADVANCED_SETTINGS: readonly AdvancedSetting[] = [
  { resourceType: 'EC2', options: ['WindowsVSS'], source: SETTING },
  {
    resourceType: 'S3',
    options: ['BackupACLs', 'BackupObjectTags'],
    rejectedByCloudFormation: {
      certainty: 'unverified',
      source: { page: 'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2507', asOf: '2026-05-11' },
    },
    source: SETTING,
  },
];

/** The values of every option. */
export const ADVANCED_SETTING_VALUES: readonly string[] = ['enabled', 'disabled'];
