import { type Source, developerGuide } from './source';

/** A partition of AWS, and where backups can be copied in it. */
export interface Partition {
  readonly id: string;
  readonly name: string;
  /** The pattern of its Region names, including Regions without a row. */
  readonly regionPattern: RegExp;
  /** The reason for which a copy to another Region fails. No copy leaves a partition. */
  readonly copyRule: string;
  readonly source: Source;
}

export interface Region {
  readonly id: string;
  readonly name: string;
  readonly partition: string;
  /** Whether an account must enable it. Absent if the source does not state it. */
  readonly optIn?: boolean;
  readonly source: Source;
}

const GUIDE = developerGuide('backup-feature-availability', '2026-08-27');
/** The source of Region names and patterns that are not in the guide. */
const SDK = { page: 'https://github.com/boto/botocore/blob/1.44.5/botocore/data/partitions.json', asOf: '2026-11-20' };

export const PARTITIONS = [
  {
    id: 'aws',
    name: 'AWS',
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    copyRule: 'Backups can be copied only within the partition aws.',
    source: GUIDE,
  },
  {
    id: 'aws-cn',
    name: 'AWS China',
    regionPattern: /^cn-\w+-\d+$/,
    copyRule: 'Backups in China can be copied only between cn-north-1 and cn-northwest-1.',
    source: GUIDE,
  },
  {
    id: 'aws-us-gov',
    name: 'AWS GovCloud (US)',
    regionPattern: /^us-gov-\w+-\d+$/,
    copyRule: 'Backups in GovCloud can be copied only between us-gov-east-1 and us-gov-west-1.',
    source: GUIDE,
  },
  {
    id: 'aws-eusc',
    name: 'AWS European Sovereign Cloud',
    regionPattern: /^eusc-\w+-\w+-\d+$/,
    copyRule: 'Backups in the European Sovereign Cloud cannot be copied to another Region.',
    source: GUIDE,
  },
] as const satisfies readonly Partition[];

const ROWS = [
  { id: 'us-east-1', name: 'US East (N. Virginia)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'us-east-2', name: 'US East (Ohio)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'us-west-1', name: 'US West (N. California)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'us-west-2', name: 'US West (Oregon)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'af-south-1', name: 'Africa (Cape Town)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-east-1', name: 'Asia Pacific (Hong Kong)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-east-2', name: 'Asia Pacific (Taipei)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-northeast-1', name: 'Asia Pacific (Tokyo)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-northeast-2', name: 'Asia Pacific (Seoul)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-northeast-3', name: 'Asia Pacific (Osaka)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-south-1', name: 'Asia Pacific (Mumbai)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-south-2', name: 'Asia Pacific (Hyderabad)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-southeast-1', name: 'Asia Pacific (Singapore)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-southeast-2', name: 'Asia Pacific (Sydney)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ap-southeast-3', name: 'Asia Pacific (Jakarta)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-southeast-4', name: 'Asia Pacific (Melbourne)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-southeast-5', name: 'Asia Pacific (Malaysia)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-southeast-6', name: 'Asia Pacific (New Zealand)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ap-southeast-7', name: 'Asia Pacific (Thailand)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'ca-central-1', name: 'Canada (Central)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'ca-west-1', name: 'Canada West (Calgary)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'eu-central-1', name: 'Europe (Frankfurt)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'eu-central-2', name: 'Europe (Zurich)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'eu-north-1', name: 'Europe (Stockholm)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'eu-south-1', name: 'Europe (Milan)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'eu-south-2', name: 'Europe (Spain)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'eu-west-1', name: 'Europe (Ireland)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'eu-west-2', name: 'Europe (London)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'eu-west-3', name: 'Europe (Paris)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'il-central-1', name: 'Israel (Tel Aviv)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'me-central-1', name: 'Middle East (UAE)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'me-south-1', name: 'Middle East (Bahrain)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'me-west-1', name: 'Middle East (Saudi Arabia)', partition: 'aws', source: SDK },
  { id: 'mx-central-1', name: 'Mexico (Central)', partition: 'aws', optIn: true, source: GUIDE },
  { id: 'sa-east-1', name: 'South America (São Paulo)', partition: 'aws', optIn: false, source: GUIDE },
  { id: 'cn-north-1', name: 'China (Beijing)', partition: 'aws-cn', source: GUIDE },
  { id: 'cn-northwest-1', name: 'China (Ningxia)', partition: 'aws-cn', source: GUIDE },
  { id: 'us-gov-east-1', name: 'AWS GovCloud (US-East)', partition: 'aws-us-gov', source: GUIDE },
  { id: 'us-gov-west-1', name: 'AWS GovCloud (US-West)', partition: 'aws-us-gov', source: GUIDE },
  { id: 'eusc-de-east-1', name: 'AWS European Sovereign Cloud (Germany)', partition: 'aws-eusc', source: GUIDE },
] as const satisfies readonly Region[];

export type RegionId = typeof ROWS[number]['id'];

export const REGIONS: readonly (Region & { readonly id: RegionId })[] = ROWS;

/** The Regions in the feature tables of the guide. */
export const LISTED_REGIONS = REGIONS.filter((region) => region.source === GUIDE);

function partitionRow(region: string): Partition | undefined {
  const id = REGIONS.find((row) => row.id === region)?.partition;
  return PARTITIONS.find((row) => (id ? row.id === id : row.regionPattern.test(region)));
}

/** Undefined if the Region has no row and matches no partition. */
export function partitionOf(region: string): string | undefined {
  return partitionRow(region)?.id;
}

/** The reason for which AWS Backup cannot copy from one Region to the other, as a sentence. Undefined if it can, or if that is unknown. */
export function copyRefusal(sourceRegion: string, destinationRegion: string): string | undefined {
  const source = partitionRow(sourceRegion);
  const destination = partitionRow(destinationRegion);
  if (!source || !destination || source === destination) return undefined;
  return source.copyRule;
}
