import { RegionInfo } from 'aws-cdk-lib/region-info';
import { LISTED_REGIONS, PARTITIONS, REGIONS, copyRefusal, partitionOf } from '../../src/capabilities/regions';

const byId = REGIONS.map((region) => [region.id as string, region] as const);

describe('every Region', () => {
  test('is here once', () => {
    expect(new Set(REGIONS.map((region) => region.id)).size).toBe(REGIONS.length);
    expect(new Set(REGIONS.map((region) => region.name)).size).toBe(REGIONS.length);
  });

  test('that is public and that the CDK has is here', () => {
    const partitions: readonly string[] = PARTITIONS.map((partition) => partition.id);
    const known = RegionInfo.regions.filter((region) => partitions.includes(region.partition ?? '')).map((region) => region.name);
    expect(REGIONS.map((region) => region.id)).toEqual(expect.arrayContaining(known));
  });

  test.each([...PARTITIONS, ...REGIONS].map((row) => [row.id, row.source] as const))('%s has source and date', (_id, source) => {
    expect(source.page).toMatch(/^https:\/\/\S+$/);
    expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  // the oldest supported CDK does not have the newest Region
  const knownToCdk = byId.filter(([id]) => RegionInfo.regions.some((region) => region.name === id));

  test.each(knownToCdk)('%s is in the same partition as in the CDK', (id, region) => {
    expect(region.partition).toBe(RegionInfo.get(id).partition);
  });

  test.each(knownToCdk.filter(([, region]) => region.optIn !== undefined))('%s requires an opt-in as in the CDK', (id, region) => {
    expect(region.optIn).toBe(RegionInfo.get(id).isOptInRegion);
  });

  test.each(byId)('%s matches the names of its partition, and of no other', (id, region) => {
    expect(PARTITIONS.filter((partition) => partition.regionPattern.test(id)).map((partition) => partition.id)).toEqual([region.partition]);
  });

  test('is listed by the guide, except one', () => {
    const listed = LISTED_REGIONS.map((region) => region.id);
    expect(REGIONS.map((region) => region.id).filter((id) => !listed.includes(id))).toEqual(['me-west-1']);
  });
});

describe('the partition', () => {
  test.each([
    ['eu-west-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['ap-southeast-99', 'aws'],
    ['cn-south-99', 'aws-cn'],
    ['us-gov-north-99', 'aws-us-gov'],
    ['eusc-de-west-99', 'aws-eusc'],
  ])('of %s is %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });

  test.each(['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'moon-sea-1', 'xeu-west-1', 'eu-west-1x', ''])('of %j is unknown', (region) => {
    expect(partitionOf(region)).toBeUndefined();
  });
});

describe('a copy', () => {
  test.each([
    ['eu-west-1', 'eu-west-1'],
    ['eu-west-1', 'us-east-1'],
    ['eu-west-1', 'me-west-1'],
    ['cn-north-1', 'cn-northwest-1'],
    ['cn-northwest-1', 'cn-north-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
    ['us-gov-west-1', 'us-gov-east-1'],
    ['eusc-de-east-1', 'eusc-de-east-1'],
  ])('from %s to %s is not rejected', (source, destination) => {
    expect(copyRefusal(source, destination)).toBeUndefined();
  });

  test.each([
    ['cn-north-1', 'cn-south-99'],
    ['us-gov-north-99', 'us-gov-west-1'],
    ['us-iso-east-1', 'us-east-1'],
    ['us-east-1', 'moon-sea-1'],
    ['', 'cn-north-1'],
  ])('from %j to %j, one of them unknown, is not rejected', (source, destination) => {
    expect(copyRefusal(source, destination)).toBeUndefined();
  });

  test.each([
    ['cn-north-1', 'us-east-1', 'Backups in China can be copied only between cn-north-1 and cn-northwest-1.'],
    ['us-east-1', 'cn-north-1', 'Backups can be copied only within the partition aws.'],
    [
      'us-gov-west-1', 'us-west-2',
      'Backups in GovCloud can be copied only between us-gov-east-1 and us-gov-west-1.',
    ],
    ['us-west-2', 'us-gov-west-1', 'Backups can be copied only within the partition aws.'],
    [
      'eusc-de-east-1', 'eu-central-1',
      'Backups in the European Sovereign Cloud cannot be copied to another Region.',
    ],
    ['eu-central-1', 'eusc-de-east-1', 'Backups can be copied only within the partition aws.'],
    [
      'cn-north-1', 'us-gov-east-1',
      'Backups in China can be copied only between cn-north-1 and cn-northwest-1.',
    ],
    ['ap-southeast-99', 'cn-north-1', 'Backups can be copied only within the partition aws.'],
  ])('fails from %s to %s', (source, destination, why) => {
    expect(copyRefusal(source, destination)).toBe(why);
  });
});
