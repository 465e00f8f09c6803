import type { ResourceTypeId } from './resource-types';
import { type Source, apiModel, developerGuide } from './source';

/** What can be said of a restore in `RestoreMetadataOverrides`; a dot leads into an object. */
export interface RestoreOverride {
  /** Spelled as in the guide. AWS Backup accepts any case. */
  readonly key: string;
  /** Values are strings. The value of a list is the JSON text of an array. */
  readonly list: boolean;
  /** Whether a restore fails without it: AWS Backup cannot infer it from the recovery point. */
  readonly required: boolean;
}

/** A kind of resource that restore testing restores. */
export interface RestorableType {
  /** As `ProtectedResourceType` accepts it. File systems of all kinds share one name. */
  readonly resourceType: string;
  readonly rows: readonly ResourceTypeId[];
  readonly overrides: readonly RestoreOverride[];
  readonly source: Source;
}

const METADATA = developerGuide('restore-testing-inferred-metadata', '2026-01-01');
const TYPES = apiModel('RestoreTestingSelectionForCreate');
const LISTS = ['availabilityZones', 'enableCloudwatchLogsExports', 'securityGroupIds', 'subnetIds', 'vpcSecurityGroupIds'];

function overrides(names: string, required: readonly string[] = []): readonly RestoreOverride[] {
  return names.split(' ').map((key) => ({ key, list: LISTS.includes(key), required: required.includes(key) }));
}

function within(object: string, names: string): string {
  return names.split(' ').map((name) => `${object}.${name}`).join(' ');
}

const CLUSTER = overrides('availabilityZones databaseName dbClusterParameterGroupName dbSubnetGroupName enableCloudwatchLogsExports enableIamDatabaseAuthentication '
  + 'engine engineMode engineVersion kmskeyId port optionGroupName scalingConfiguration vpcSecurityGroupIds');

const DIRECTORY = 'windowsConfiguration.activeDirectoryId';
const MACHINE = 'ontapConfiguration.storageVirtualMachineId';

/** The types that restore testing supports, and the metadata that a restore accepts. */
export const RESTORABLE_TYPES: readonly RestorableType[] = [
  { resourceType: 'Aurora', rows: ['AURORA'], overrides: CLUSTER, source: METADATA },
  { resourceType: 'DocumentDB', rows: ['DOCUMENTDB'], overrides: CLUSTER, source: METADATA },
  { resourceType: 'DynamoDB', rows: ['DYNAMODB', 'DYNAMODB_ADVANCED'], overrides: overrides('encryptionType kmsMasterKeyArn'), source: METADATA },
  {
    resourceType: 'EBS',
    rows: ['EBS'],
    overrides: overrides('availabilityZone iops kmsKeyId throughput volumesize volumetype'),
    source: METADATA,
  },
  {
    resourceType: 'EC2',
    rows: ['EC2'],
    overrides: overrides('iamInstanceProfileName instanceType requireImdsV2 securityGroupIds subnetId'),
    source: METADATA,
  },
  { resourceType: 'EFS', rows: ['EFS'], overrides: overrides('kmsKeyId performanceMode'), source: METADATA },
  {
    resourceType: 'FSx',
    rows: ['FSX_LUSTRE'],
    overrides: overrides('kmsKeyId lustreConfiguration.logConfiguration securityGroupIds subnetIds', ['subnetIds']),
    source: METADATA,
  },
  {
    resourceType: 'FSx',
    rows: ['FSX_ONTAP'],
    overrides: overrides(
      within('ontapConfiguration', 'junctionPath ontapVolumeType securityStyle sizeInMegabytes storageEfficiencyEnabled storageVirtualMachineId tieringPolicy'),
      [MACHINE],
    ),
    source: METADATA,
  },
  {
    resourceType: 'FSx',
    rows: ['FSX_OPENZFS'],
    overrides: overrides(`kmsKeyId ${within('openZfsConfiguration', 'deploymentType throughputCapacity diskiopsConfiguration')} securityGroupIds subnetIds`),
    source: METADATA,
  },
  {
    resourceType: 'FSx',
    rows: ['FSX_WINDOWS'],
    overrides: overrides(
      `kmsKeyId securityGroupIds subnetIds ${within('windowsConfiguration', 'throughputCapacity activeDirectoryId preferredSubnetId')}`,
      ['subnetIds', DIRECTORY],
    ),
    source: METADATA,
  },
  { resourceType: 'Neptune', rows: ['NEPTUNE'], overrides: CLUSTER, source: METADATA },
  { resourceType: 'RDS', rows: ['RDS_MULTI_AZ_CLUSTER'], overrides: CLUSTER, source: METADATA },
  {
    resourceType: 'RDS',
    rows: ['RDS'],
    overrides: overrides('allocatedStorage availabilityZones dbInstanceClass dbName dbParameterGroupName dbSubnetGroupName domain domainIamRoleName '
      + 'enableCloudwatchLogsExports enableIamDatabaseAuthentication iops licensemodel multiAz optionGroupName port processorFeatures publiclyAccessible '
      + 'storageType vpcSecurityGroupIds'),
    source: METADATA,
  },
  { resourceType: 'S3', rows: ['S3'], overrides: overrides('encryptionType kmsKey restoreACLs'), source: METADATA },
];

/** The values of `ProtectedResourceType`. */
export const RESTORABLE_RESOURCE_TYPES: readonly string[] = [...new Set(RESTORABLE_TYPES.map(({ resourceType }) => resourceType))];

export const RESTORABLE_RESOURCE_TYPES_SOURCE: Source = TYPES;

/** The ways to choose a recovery point. */
export const RESTORE_TESTING_ALGORITHMS: readonly string[] = ['LATEST_WITHIN_WINDOW', 'RANDOM_WITHIN_WINDOW'];
export const RESTORE_TESTING_RECOVERY_POINT_TYPES: readonly string[] = ['SNAPSHOT', 'CONTINUOUS'];

export const RESTORE_TESTING_RECOVERY_POINTS_SOURCE: Source = apiModel('RestoreTestingRecoveryPointSelection');
