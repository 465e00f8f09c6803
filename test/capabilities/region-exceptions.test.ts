import { type RegionFeature, REGION_EXCEPTIONS, certainlyMissingIn } from '../../src/capabilities/region-exceptions';
import { type RegionId, LISTED_REGIONS } from '../../src/capabilities/regions';
import { type ResourceTypeId, FEATURES, RESOURCE_TYPES } from '../../src/capabilities/resource-types';

const rows = REGION_EXCEPTIONS.map((row) => [`${row.feature} of ${row.types?.join(', ') ?? 'all'}, ${row.certainty}`, row] as const);

describe('every exception', () => {
  test('is here once', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });

  test.each(rows)('%s has source and date', (_name, { source }) => {
    expect(source.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  test.each(rows)('%s names Regions that the guide lists, each once, and not all of them', (_name, { missingIn }) => {
    const listed = LISTED_REGIONS.map((region) => region.id);
    expect(missingIn).not.toHaveLength(0);
    expect(new Set(missingIn).size).toBe(missingIn.length);
    expect(missingIn.filter((id) => !listed.includes(id))).toEqual([]);
    expect(missingIn.length).toBeLessThan(listed.length);
  });

  test.each(rows.filter(([, row]) => row.certainty !== 'verified'))('%s explains the doubt', (_name, { note }) => {
    expect(note).toMatch(/\w{3}/);
  });
});

describe('a feature', () => {
  const missingRegions = (feature: RegionFeature, type?: ResourceTypeId) =>
    LISTED_REGIONS.map((region) => region.id).filter((id) => certainlyMissingIn(id, feature, type)).sort();

  test.each<[RegionFeature, RegionId[]]>([
    ['crossRegionCopy', ['eusc-de-east-1']],
    ['crossAccountCopy', ['eusc-de-east-1']],
    ['crossAccountManagement', ['ap-east-2', 'ap-southeast-6', 'ap-southeast-7', 'eusc-de-east-1', 'mx-central-1']],
    ['auditManager', [
      'ap-east-2', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1',
      'il-central-1', 'mx-central-1',
    ]],
    ['restoreTesting', ['cn-north-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-gov-east-1', 'us-gov-west-1']],
    ['airGappedVault', ['cn-north-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-gov-east-1', 'us-gov-west-1']],
    ['airGappedVaultCopy', ['cn-north-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-gov-east-1', 'us-gov-west-1']],
    ['searchIndex', ['ap-east-2', 'ap-southeast-6', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1']],
    ['malwareScan', ['ap-southeast-6', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1']],
    ['accessPoint', [
      'ap-east-2', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1', 'cn-north-1', 'cn-northwest-1', 'eu-central-2',
      'eusc-de-east-1', 'me-central-1', 'me-south-1', 'mx-central-1', 'us-gov-east-1', 'us-gov-west-1',
    ]],
    ['tiering', []],
    ['backup', []],
  ])('%s is missing, for all types, in %j only', (feature, regions) => {
    expect(missingRegions(feature)).toEqual(regions);
  });

  test.each<[ResourceTypeId, RegionId[]]>([
    ['DOCUMENTDB', ['ap-east-2', 'ca-west-1', 'eusc-de-east-1', 'me-south-1', 'us-gov-east-1', 'us-west-1']],
    ['FSX_LUSTRE', ['ap-southeast-6', 'eusc-de-east-1']],
    ['FSX_ONTAP', ['ap-southeast-6', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1']],
    ['FSX_OPENZFS', ['ap-southeast-4', 'ap-southeast-6', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-gov-east-1', 'us-gov-west-1']],
    ['EKS', ['cn-north-1', 'cn-northwest-1']],
    ['NEPTUNE', ['ap-east-2', 'ap-south-2', 'ap-southeast-6', 'ap-southeast-7', 'eu-south-1', 'eusc-de-east-1', 'mx-central-1']],
    ['RDS_MULTI_AZ_CLUSTER', [
      'ap-east-2', 'ap-southeast-6', 'ap-southeast-7', 'eusc-de-east-1', 'mx-central-1', 'us-gov-east-1', 'us-gov-west-1', 'us-west-1',
    ]],
    ['REDSHIFT_SERVERLESS', ['ca-west-1', 'eusc-de-east-1', 'me-south-1', 'us-gov-east-1', 'us-gov-west-1']],
    ['SAP_HANA', [
      'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1',
      'cn-north-1', 'cn-northwest-1', 'eu-central-2', 'eu-south-2', 'eusc-de-east-1', 'il-central-1', 'me-central-1', 'mx-central-1',
      'us-gov-east-1', 'us-gov-west-1',
    ]],
    ['VIRTUAL_MACHINE', [
      'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1',
      'cn-north-1', 'cn-northwest-1', 'eu-central-2', 'eu-south-2', 'eusc-de-east-1', 'il-central-1', 'me-central-1', 'mx-central-1',
    ]],
    ['DSQL', [
      'af-south-1', 'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'cn-north-1',
      'cn-northwest-1', 'eu-central-2', 'eu-south-1', 'eusc-de-east-1', 'il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1',
      'us-gov-east-1', 'us-gov-west-1', 'us-west-1',
    ]],
    ['STORAGE_GATEWAY', ['eusc-de-east-1']],
    ['S3', []],
  ])('backup of %s is missing in %j only', (type, regions) => {
    expect(missingRegions('backup', type)).toEqual(regions);
  });

  test('backup of TIMESTREAM is missing in all except nine Regions', () => {
    const missing = missingRegions('backup', 'TIMESTREAM');
    expect(LISTED_REGIONS.map((region) => region.id).filter((id) => !missing.includes(id))).toEqual([
      'us-east-1', 'us-east-2', 'us-west-2', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-2', 'eu-central-1', 'eu-west-1', 'us-gov-west-1',
    ]);
  });

  test.each<[string, RegionFeature, ResourceTypeId, boolean]>([
    ['me-south-1', 'crossRegionCopy', 'FSX_LUSTRE', true],
    ['me-south-1', 'crossAccountCopy', 'FSX_LUSTRE', false],
    ['me-south-1', 'crossRegionCopy', 'EFS', false],
    ['ap-southeast-6', 'crossAccountCopy', 'FSX_ONTAP', true],
    ['ap-southeast-6', 'crossRegionCopy', 'FSX_ONTAP', true],
    ['ap-southeast-6', 'crossAccountCopy', 'FSX_WINDOWS', false],
    ['af-south-1', 'crossAccountCopy', 'NEPTUNE', true],
    ['eu-west-1', 'crossAccountCopy', 'NEPTUNE', false],
    ['ap-southeast-3', 'airGappedVault', 'NEPTUNE', true],
    ['me-central-1', 'airGappedVault', 'EKS', true],
    ['me-central-1', 'airGappedVault', 'EFS', false],
    ['eusc-de-east-1', 'crossAccountCopy', 'EFS', true],
  ])('in %s: %s of %s is missing: %s', (region, feature, type, missing) => {
    expect(certainlyMissingIn(region, feature, type)).toBe(missing);
  });

  test.each<[RegionId, RegionFeature, ResourceTypeId | undefined]>([
    ['ca-west-1', 'airGappedVault', undefined],
    ['ca-west-1', 'airGappedVaultCopy', undefined],
    ['cn-north-1', 'crossAccountCopy', 'S3'],
    ['ap-east-1', 'crossAccountCopy', 'DOCUMENTDB'],
    ['eu-south-2', 'crossRegionCopy', 'NEPTUNE'],
  ])('is not missing in %s if sources disagree or do not state it: %s %s', (region, feature, type) => {
    const told = REGION_EXCEPTIONS.filter((row) =>
      row.feature === feature && row.missingIn.includes(region) && (!row.types || row.types[0] === type));
    expect(told.map((row) => row.certainty)).not.toContain('verified');
    expect(told).toHaveLength(1);
    expect(certainlyMissingIn(region, feature, type)).toBe(false);
  });

  test('is not missing in an unknown Region', () => {
    expect(REGION_EXCEPTIONS.some((row) => certainlyMissingIn('moon-sea-1', row.feature, row.types?.[0]))).toBe(false);
  });

  const excepted = FEATURES.flatMap((feature) => {
    const types: readonly string[] = REGION_EXCEPTIONS.filter((row) => row.feature === feature).flatMap((row) => row.types ?? []);
    return RESOURCE_TYPES.filter((row) => types.includes(row.id)).map((row) => [feature, row.id, row] as const);
  });

  test.each(excepted)('%s is missing somewhere for %s, which has it elsewhere', (feature, _id, row) => {
    expect(row.features[feature].supported).toBe(true);
  });
});
