import {
  type Feature, type ResourceTypeCapability, type ResourceTypeId,
  ARN_SOURCES,
  FEATURES,
  RESOURCE_TYPES,
  certainlyHas,
  certainlyLacks,
  resourceTypeOf,
  rowsOfCfnType,
  rowsOfResourceType,
  sharingArnForm,
} from '../../src/capabilities/resource-types';

const ids = (rows: readonly ResourceTypeCapability[]) => rows.map((row) => row.id);
const featuresWhere = (row: ResourceTypeCapability, holds: (row: ResourceTypeCapability, feature: Feature) => boolean) =>
  FEATURES.filter((feature) => holds(row, feature));
const doubtful = (row: ResourceTypeCapability, feature: Feature) => row.features[feature].certainty !== 'verified';
const byId = RESOURCE_TYPES.map((row) => [row.id, row] as const);

describe('every row', () => {
  test('is here, once', () => {
    expect(ids(RESOURCE_TYPES).sort()).toEqual([
      'AURORA', 'CLOUDFORMATION', 'DOCUMENTDB', 'DSQL', 'DYNAMODB', 'DYNAMODB_ADVANCED', 'EBS', 'EC2', 'EC2_WINDOWS_VSS', 'EFS', 'EKS',
      'FSX_LUSTRE', 'FSX_ONTAP', 'FSX_OPENZFS', 'FSX_WINDOWS', 'NEPTUNE', 'RDS', 'RDS_MULTI_AZ_CLUSTER', 'REDSHIFT', 'REDSHIFT_SERVERLESS',
      'S3', 'SAP_HANA', 'STORAGE_GATEWAY', 'TIMESTREAM', 'VIRTUAL_MACHINE',
    ]);
  });

  test.each(byId)('%s has source and date', (_id, { source }) => {
    expect(source.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  test('has ARN forms with source and date', () => {
    expect(ARN_SOURCES).not.toHaveLength(0);
    for (const source of ARN_SOURCES) {
      expect(source.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
      expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    }
  });

  test.each(byId)('%s has ARN patterns of a service, without partition', (_id, row) => {
    for (const arn of [row.selectionArn, row.recoveryPointArn]) {
      expect(arn).toMatch(/^[a-z][a-z0-9-]*:\*?:\*?:[A-Za-z*]/);
      expect(arn).not.toContain('arn:');
    }
  });

  test.each(byId)('%s has a recovery point of AWS Backup exactly if AWS Backup manages it fully', (_id, row) => {
    const own = row.recoveryPointArn.startsWith('backup:');
    expect(certainlyHas(row, 'fullManagement')).toBe(own && !doubtful(row, 'fullManagement'));
  });

  test.each(byId.filter(([, row]) => FEATURES.some((feature) => doubtful(row, feature))))('%s explains its doubts', (_id, row) => {
    for (const feature of featuresWhere(row, doubtful)) expect(row.features[feature].note).toMatch(/\w{3}/);
  });

  test.each(byId.filter(([, row]) => row.variantOf))('%s is a variant of a row with the same resources', (_id, row) => {
    const base = RESOURCE_TYPES.find((other) => other.id === row.variantOf!.id)!;
    expect([base.resourceType, base.selectionArn, base.cfnTypes]).toEqual([row.resourceType, row.selectionArn, row.cfnTypes]);
    expect(base.variantOf).toBeUndefined();
  });

  test.each(byId)('%s copies to both at once exactly if it copies to each', (_id, row) => {
    expect(certainlyHas(row, 'crossRegionAndAccountCopy')).toBe(certainlyHas(row, 'crossRegionCopy') && certainlyHas(row, 'crossAccountCopy'));
  });

  test('is restore-tested only under a name that the API accepts for a restore testing selection', () => {
    const names = RESOURCE_TYPES.filter((row) => row.features.restoreTesting.supported).map((row) => row.resourceType);
    expect([...new Set(names)].sort()).toEqual(['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'Neptune', 'RDS', 'S3']);
  });
});

describe('CloudFormation types', () => {
  const cfnTypes = [...new Set(RESOURCE_TYPES.flatMap((row) => row.cfnTypes))];
  const decided = RESOURCE_TYPES.filter((row) => row.when).map((row) => [row.id, row] as const);

  function l1(cfnType: string) {
    const [, service, name] = cfnType.split('::');
    // the only service whose L1 classes live in the core module
    const module = service === 'CloudFormation' ? 'aws-cdk-lib' : `aws-cdk-lib/aws-${service.toLowerCase()}`;
    return jest.requireActual<Record<string, { CFN_RESOURCE_TYPE_NAME: string; prototype: object }>>(module)[`Cfn${name}`];
  }

  test.each(cfnTypes)('%s exists', (cfnType) => {
    expect(l1(cfnType)?.CFN_RESOURCE_TYPE_NAME).toBe(cfnType);
  });

  test.each(decided)('have the properties that distinguish %s', (_id, row) => {
    for (const { property } of row.when!) {
      const name = property.split('.')[0].replace(/^[A-Z]+(?=[A-Z])|^[A-Z]/, (upper) => upper.toLowerCase());
      for (const cfnType of row.cfnTypes) expect(l1(cfnType).prototype).toHaveProperty(name);
    }
  });

  const matching = (cfnType: string, property: string, value: string) => ids(rowsOfCfnType(cfnType).filter((row) =>
    row.when!.every((condition) => condition.property !== property || ('matches' in condition && condition.matches.test(value)))));

  test.each<[string, string, string, string[]]>([
    ['AWS::RDS::DBInstance', 'Engine', 'postgres', ['RDS']],
    ['AWS::RDS::DBInstance', 'Engine', 'sqlserver-ee', ['RDS']],
    ['AWS::RDS::DBInstance', 'Engine', 'aurora-mysql', []],
    ['AWS::RDS::DBInstance', 'Engine', 'custom-oracle-ee', []],
    ['AWS::RDS::DBInstance', 'DBClusterIdentifier', 'a-cluster', []],
    ['AWS::RDS::DBCluster', 'Engine', 'aurora-postgresql', ['AURORA']],
    ['AWS::RDS::DBCluster', 'Engine', 'postgres', ['RDS_MULTI_AZ_CLUSTER']],
    ['AWS::RDS::DBCluster', 'Engine', 'mysql', ['RDS_MULTI_AZ_CLUSTER']],
    ['AWS::RDS::DBCluster', 'Engine', 'mysql-of-tomorrow', []],
    ['AWS::FSx::FileSystem', 'FileSystemType', 'LUSTRE', ['FSX_LUSTRE']],
    ['AWS::FSx::FileSystem', 'FileSystemType', 'WINDOWS', ['FSX_WINDOWS']],
    ['AWS::FSx::FileSystem', 'FileSystemType', 'OPENZFS', ['FSX_OPENZFS']],
    ['AWS::FSx::FileSystem', 'FileSystemType', 'ONTAP', []],
    ['AWS::FSx::Volume', 'VolumeType', 'ONTAP', ['FSX_ONTAP']],
    ['AWS::FSx::Volume', 'VolumeType', 'OPENZFS', []],
  ])('%s with %s %s is of %j', (cfnType, property, value, rows) => {
    expect(matching(cfnType, property, value)).toEqual(rows);
  });

  test.each<[string, string[]]>([
    ['AWS::DynamoDB::Table', ['DYNAMODB', 'DYNAMODB_ADVANCED']],
    ['AWS::DynamoDB::GlobalTable', ['DYNAMODB', 'DYNAMODB_ADVANCED']],
    ['AWS::EC2::Instance', ['EC2', 'EC2_WINDOWS_VSS']],
    ['AWS::Neptune::DBCluster', ['NEPTUNE']],
    ['AWS::SQS::Queue', []],
  ])('%s has the rows %j', (cfnType, rows) => {
    expect(ids(rowsOfCfnType(cfnType))).toEqual(rows);
  });

  test('does not confuse a type with one whose name begins with it', () => {
    expect(rowsOfCfnType('AWS::DynamoDB')).toEqual([]);
    expect(rowsOfResourceType('Redshift').map((row) => row.id)).toEqual(['REDSHIFT']);
  });
});

describe('features', () => {
  const copies: Feature[] = ['crossRegionCopy', 'crossAccountCopy', 'crossRegionAndAccountCopy'];

  test.each<[ResourceTypeId, Feature[], Feature[]]>([
    ['DYNAMODB', ['restoreTesting', 'auditManager'], []],
    ['DYNAMODB_ADVANCED', [...copies, 'coldStorage', 'fullManagement', 'airGappedVault', 'restoreTesting', 'auditManager'], []],
    ['RDS', [...copies, 'pointInTimeRecovery', 'incremental', 'restoreTesting', 'auditManager'], []],
    ['RDS_MULTI_AZ_CLUSTER', ['incremental', 'restoreTesting', 'auditManager'], []],
    ['AURORA', [...copies, 'pointInTimeRecovery', 'incremental', 'airGappedVault', 'restoreTesting', 'auditManager'], []],
    ['DOCUMENTDB', [...copies, 'airGappedVault', 'restoreTesting'], []],
    ['DSQL', [...copies, 'coldStorage', 'fullManagement', 'airGappedVault'], []],
    ['FSX_ONTAP', [...copies, 'incremental', 'airGappedVault', 'restoreTesting', 'auditManager'], []],
    ['FSX_OPENZFS', copies, ['coldStorage', 'incremental', 'itemRestore', 'restoreTesting']],
    ['REDSHIFT', ['itemRestore'], ['incremental']],
    ['REDSHIFT_SERVERLESS', ['itemRestore'], []],
    ['CLOUDFORMATION', ['crossRegionCopy', 'coldStorage', 'incremental', 'auditManager'], ['fullManagement']],
    ['SAP_HANA', [...copies, 'coldStorage', 'pointInTimeRecovery', 'incremental', 'fullManagement'], []],
    ['EC2_WINDOWS_VSS', [...copies, 'incremental', 'airGappedVault', 'auditManager'], []],
    ['S3', FEATURES.filter((feature) => feature !== 'coldStorage'), []],
  ])('of %s are %j, in doubt %j, and no others', (id, has, inDoubt) => {
    const row = resourceTypeOf(id);
    expect(featuresWhere(row, certainlyHas)).toEqual(has);
    expect(featuresWhere(row, doubtful)).toEqual(inDoubt);
    expect(featuresWhere(row, certainlyLacks)).toEqual(FEATURES.filter((feature) => !has.includes(feature) && !inDoubt.includes(feature)));
  });

  test.each<[Feature, ResourceTypeId[]]>([
    ['pointInTimeRecovery', ['AURORA', 'RDS', 'S3', 'SAP_HANA']],
    ['coldStorage', ['CLOUDFORMATION', 'DSQL', 'DYNAMODB_ADVANCED', 'EBS', 'EFS', 'SAP_HANA', 'TIMESTREAM', 'VIRTUAL_MACHINE']],
    ['malwareScan', ['EBS', 'EC2', 'S3']],
    ['searchIndex', ['EBS', 'S3']],
    ['tiering', ['S3']],
    ['accessPoint', ['S3']],
  ])('%s is certain for %j only', (feature, rows) => {
    expect(ids(RESOURCE_TYPES.filter((row) => certainlyHas(row, feature))).sort()).toEqual(rows);
  });

  test.each<[string, Feature, boolean | undefined, string]>([
    ['FSX_OPENZFS', 'coldStorage', undefined, 'conflict'],
    ['FSX_OPENZFS', 'itemRestore', undefined, 'unverified'],
    ['FSX_OPENZFS', 'incremental', true, 'conflict'],
    ['FSX_OPENZFS', 'restoreTesting', true, 'conflict'],
    ['CLOUDFORMATION', 'fullManagement', undefined, 'conflict'],
    ['REDSHIFT', 'incremental', undefined, 'unverified'],
  ])('%s %s is %s, %s', (id, feature, supported, certainty) => {
    expect(resourceTypeOf(id as ResourceTypeId).features[feature]).toMatchObject({ supported, certainty });
  });

  test.each(['unverified', 'conflict'] as const)('neither rejects nor promises a feature that is %s', (certainty) => {
    const bucket = resourceTypeOf('S3');
    for (const supported of [true, false, undefined]) {
      const row = { ...bucket, features: { ...bucket.features, tiering: { supported, certainty } } };
      expect(certainlyLacks(row, 'tiering')).toBe(false);
      expect(certainlyHas(row, 'tiering')).toBe(false);
    }
  });
});

describe('sharing an ARN form', () => {
  test.each<[ResourceTypeId, string[]]>([
    ['AURORA', ['RDS_MULTI_AZ_CLUSTER', 'DOCUMENTDB', 'NEPTUNE']],
    ['NEPTUNE', ['RDS_MULTI_AZ_CLUSTER', 'AURORA', 'DOCUMENTDB']],
    ['FSX_LUSTRE', ['FSX_WINDOWS', 'FSX_OPENZFS']],
    ['FSX_ONTAP', []],
    ['RDS', []],
    ['DYNAMODB', []],
    ['DYNAMODB_ADVANCED', []],
    ['EC2_WINDOWS_VSS', []],
  ])('%s shares its form with %j', (id, others) => {
    expect(ids(sharingArnForm(resourceTypeOf(id)))).toEqual(others);
  });
});
