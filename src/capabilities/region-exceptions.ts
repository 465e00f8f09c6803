import { type RegionId, LISTED_REGIONS } from './regions';
import type { Feature, ResourceTypeId } from './resource-types';
import { type Certainty, type Source, developerGuide } from './source';

/** `backup` is the protection of a resource type itself; a copy to a Region and an account at once is missing where either is. */
export type RegionFeature = Feature | 'backup' | 'crossAccountManagement' | 'airGappedVaultCopy';

/** Regions in which a feature is missing that AWS Backup has elsewhere. */
export interface RegionException {
  readonly feature: RegionFeature;
  /** Ids of the resource types it concerns; absent: all of them. */
  readonly types?: readonly ResourceTypeId[];
  readonly missingIn: readonly RegionId[];
  readonly certainty: Certainty;
  readonly note?: string;
  readonly source: Source;
}

/** The day of the table of Regions. */
export const REGIONS_AS_OF = '2026-08-27';
const GUIDE = developerGuide('backup-feature-availability', REGIONS_AS_OF);
const VERIFIED = { certainty: 'verified', source: GUIDE } as const;

const CHINA = ['cn-north-1', 'cn-northwest-1'] as const;
const GOVCLOUD = ['us-gov-east-1', 'us-gov-west-1'] as const;
const SOVEREIGN = ['eusc-de-east-1'] as const;
/** Calgary, Malaysia, Mexico, New Zealand, Taipei, Thailand. */
const YOUNGEST = ['ca-west-1', 'ap-southeast-5', 'mx-central-1', 'ap-southeast-6', 'ap-east-2', 'ap-southeast-7'] as const;
/** Regions with neither SAP HANA nor VMware. */
const WITHOUT_HOSTS = [
  ...YOUNGEST, 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'eu-south-2', 'eu-central-2', 'il-central-1', 'me-central-1',
] as const;
const BAHRAIN_AND_UAE = ['me-south-1', 'me-central-1'] as const;
const NEPTUNE_COPIES_FROM = ['af-south-1', 'ap-east-1', 'ap-southeast-3', 'il-central-1', ...BAHRAIN_AND_UAE] as const;

const OPT_IN = LISTED_REGIONS.filter((region) => region.optIn).map((region) => region.id);

function except(...these: readonly RegionId[]): readonly RegionId[] {
  return LISTED_REGIONS.map((region) => region.id).filter((id) => !these.includes(id));
}

export const REGION_EXCEPTIONS: readonly RegionException[] = [
  // for every resource type
  { feature: 'crossRegionCopy', missingIn: SOVEREIGN, ...VERIFIED },
  { feature: 'crossAccountCopy', missingIn: SOVEREIGN, ...VERIFIED },
  {
    feature: 'crossAccountManagement',
    missingIn: ['ap-southeast-6', 'ap-east-2', 'ap-southeast-7', 'mx-central-1', ...SOVEREIGN],
    note: 'management of backups across an organization',
    ...VERIFIED,
  },
  { feature: 'auditManager', missingIn: [...YOUNGEST, 'il-central-1', ...CHINA, ...SOVEREIGN], note: 'nor the jobs dashboard', ...VERIFIED },
  { feature: 'restoreTesting', missingIn: [...CHINA, ...GOVCLOUD, ...SOVEREIGN], ...VERIFIED },
  { feature: 'airGappedVault', missingIn: [...CHINA, ...GOVCLOUD, ...SOVEREIGN], ...VERIFIED },
  {
    feature: 'airGappedVault',
    missingIn: YOUNGEST,
    certainty: 'conflict',
    note: 'yes in the feature table, no on the page of the vault',
    source: developerGuide('logicallyairgappedvault', '2026-01-01'),
  },
  { feature: 'airGappedVaultCopy', missingIn: [...CHINA, ...GOVCLOUD, ...SOVEREIGN], ...VERIFIED },
  {
    feature: 'airGappedVaultCopy',
    missingIn: YOUNGEST,
    certainty: 'conflict',
    note: 'cross-Region and cross-account copies into such a vault: no in a footnote, although the vault is in the table',
    source: GUIDE,
  },
  { feature: 'searchIndex', missingIn: ['ap-southeast-6', 'ap-east-2', ...CHINA, ...SOVEREIGN], ...VERIFIED },
  { feature: 'malwareScan', missingIn: ['ap-southeast-6', ...CHINA, ...SOVEREIGN], ...VERIFIED },
  {
    feature: 'accessPoint',
    missingIn: [...YOUNGEST, 'eu-central-2', ...BAHRAIN_AND_UAE, ...CHINA, ...GOVCLOUD, ...SOVEREIGN],
    ...VERIFIED,
  },

  // copies and air-gapped vaults of a type
  { feature: 'crossRegionCopy', types: ['FSX_LUSTRE', 'FSX_WINDOWS', 'FSX_ONTAP', 'FSX_OPENZFS'], missingIn: BAHRAIN_AND_UAE, ...VERIFIED },
  { feature: 'crossRegionCopy', types: ['FSX_ONTAP'], missingIn: ['ap-southeast-6', ...CHINA], ...VERIFIED },
  { feature: 'crossAccountCopy', types: ['FSX_ONTAP'], missingIn: ['ap-southeast-6', ...CHINA], ...VERIFIED },
  { feature: 'crossAccountCopy', types: ['NEPTUNE', 'TIMESTREAM'], missingIn: OPT_IN, note: 'opt-in Regions', ...VERIFIED },
  {
    feature: 'crossAccountCopy',
    types: ['DOCUMENTDB'],
    missingIn: OPT_IN,
    certainty: 'conflict',
    note: 'an older version of the page excludes opt-in Regions, the current one does not',
    source: GUIDE,
  },
  {
    feature: 'crossAccountCopy',
    types: ['S3'],
    missingIn: CHINA,
    certainty: 'conflict',
    note: 'a footnote on S3 excludes what a later footnote on China includes',
    source: GUIDE,
  },
  {
    feature: 'crossRegionCopy',
    types: ['NEPTUNE'],
    missingIn: OPT_IN.filter((id) => !(NEPTUNE_COPIES_FROM as readonly string[]).includes(id)),
    certainty: 'unverified',
    note: 'the guide lists some opt-in Regions as supported, and does not mention these',
    source: GUIDE,
  },
  { feature: 'airGappedVault', types: ['NEPTUNE'], missingIn: ['ap-southeast-3'], ...VERIFIED },
  { feature: 'airGappedVault', types: ['EKS'], missingIn: BAHRAIN_AND_UAE, ...VERIFIED },

  // protection of a type at all
  {
    feature: 'backup',
    types: ['DSQL'],
    missingIn: [
      ...YOUNGEST.filter((id) => id !== 'ca-west-1'), 'us-west-1', 'af-south-1', 'ap-south-2', 'ap-southeast-3', 'eu-south-1', 'eu-central-2',
      'il-central-1', ...BAHRAIN_AND_UAE, ...CHINA, ...GOVCLOUD, ...SOVEREIGN,
    ],
    ...VERIFIED,
  },
  {
    feature: 'backup',
    types: ['TIMESTREAM'],
    missingIn: except(
      'us-east-1', 'us-east-2', 'us-west-2', 'ap-south-1', 'ap-southeast-2', 'ap-northeast-1', 'eu-central-1', 'eu-west-1', 'us-gov-west-1',
    ),
    ...VERIFIED,
  },
  {
    feature: 'backup',
    types: ['DOCUMENTDB'],
    missingIn: ['us-west-1', 'ap-east-2', 'ca-west-1', 'me-south-1', 'us-gov-east-1', ...SOVEREIGN],
    ...VERIFIED,
  },
  { feature: 'backup', types: ['FSX_LUSTRE', 'FSX_WINDOWS', 'FSX_ONTAP', 'FSX_OPENZFS'], missingIn: ['ap-southeast-6', ...SOVEREIGN], ...VERIFIED },
  { feature: 'backup', types: ['FSX_ONTAP'], missingIn: CHINA, ...VERIFIED },
  { feature: 'backup', types: ['FSX_OPENZFS'], missingIn: ['ap-southeast-4', ...CHINA, ...GOVCLOUD], ...VERIFIED },
  { feature: 'backup', types: ['EKS'], missingIn: CHINA, ...VERIFIED },
  {
    feature: 'backup',
    types: ['NEPTUNE'],
    missingIn: ['ap-south-2', 'ap-southeast-6', 'ap-east-2', 'ap-southeast-7', 'eu-south-1', 'mx-central-1', ...SOVEREIGN],
    ...VERIFIED,
  },
  {
    feature: 'backup',
    types: ['RDS_MULTI_AZ_CLUSTER'],
    missingIn: ['us-west-1', 'ap-southeast-6', 'ap-east-2', 'ap-southeast-7', 'mx-central-1', ...GOVCLOUD, ...SOVEREIGN],
    ...VERIFIED,
  },
  { feature: 'backup', types: ['REDSHIFT_SERVERLESS'], missingIn: ['ca-west-1', 'me-south-1', ...GOVCLOUD, ...SOVEREIGN], ...VERIFIED },
  { feature: 'backup', types: ['SAP_HANA'], missingIn: [...WITHOUT_HOSTS, ...CHINA, ...GOVCLOUD, ...SOVEREIGN], ...VERIFIED },
  { feature: 'backup', types: ['VIRTUAL_MACHINE'], missingIn: [...WITHOUT_HOSTS, ...CHINA, ...SOVEREIGN], ...VERIFIED },
  { feature: 'backup', types: ['STORAGE_GATEWAY'], missingIn: SOVEREIGN, ...VERIFIED },
];

/** True only for a verified fact. Without `type`: missing for every resource type. */
export function certainlyMissingIn(region: string, feature: RegionFeature, type?: ResourceTypeId): boolean {
  return REGION_EXCEPTIONS.some((row) =>
    row.certainty === 'verified'
    && row.feature === feature
    && (!row.types || (type !== undefined && row.types.includes(type)))
    && (row.missingIn as readonly string[]).includes(region));
}
