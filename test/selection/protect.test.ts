import { CfnParameter, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PARTITION_KEY, TABLE, TAG, app, backups, gold, planIn, protect, selecting, service, start, table, tagsOf } from './protecting';
import { type TagBasedSelectionProps, BackupResourceType, TagBasedSelection, TagCondition } from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

beforeEach(() => { start(); });

describe('values that are unknown before deployment are not compared', () => {
  const parameter = () => new CfnParameter(service, 'Given').valueAsString;
  const bucket = () => new s3.Bucket(service, 'Bucket', { versioned: true });

  test('in a condition', () => {
    bucket();
    const { tagged, leftOut } = selecting({ conditions: [TagCondition.equals('backup', parameter()), TagCondition.like('backup', 'g*')] }).protect(service);
    expect(tagged).toHaveLength(1);
    expect(leftOut).toEqual([]);
  });

  test('in a tag closer to the resource', () => {
    Tags.of(bucket()).add('backup', parameter());
    expect(protect().leftOut).toEqual([]);
  });
});

test('the tags of a stack count, because CloudFormation applies them to resources', () => {
  const sandbox = new Stack(app, 'Sandbox', { env: { account: ACCOUNT, region: 'eu-west-1' }, tags: { stage: 'sandbox' } });
  new s3.Bucket(sandbox, 'Bucket', { versioned: true });
  const { leftOut } = selecting({ conditions: [gold, TagCondition.notEquals('stage', 'sandbox')] }).protect(sandbox);
  expect(leftOut.map(({ reason }) => reason)).toEqual(['The condition on the tag \'stage\' excludes it, got \'sandbox\'. Change that tag.']);
});

test('a Stage that is added later has no tags, which is a warning', () => {
  protect(app);
  const later = new Stage(app, 'Later', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  new Stack(new Stage(app, 'Empty'), 'Stack');
  table(new Stack(later, 'Stack'));
  expect(warningsOf(backups).filter((warning) => warning.startsWith('The Stage')))
    .toEqual(['The Stage \'Later\' was created after protect(\'\') and gets no tags. Call protect after you create the Stage.']);
  expect(warningIdsOf(backups)).toContain('stageNotProtected');
  expect(warningsOf(backups)).toContain('protect(\'\') protects nothing. It leaves out \'Later/Stack/Table\'. Its Stage was created after the call. Call protect after you create the Stage.');
});

test('AWS reserves tags', () => {
  expect(errorOf(() => selecting({ conditions: [TagCondition.equals('aws:cloudformation:stack-name', 'x')] }).protect(service)))
    .toContain('\'tags\' must not use the prefix \'aws:\', which AWS reserves, got \'aws:cloudformation:stack-name\'. Choose another key.');
});

describe('tags everything protectable, and nothing else', () => {
  test('in the form of each type', () => {
    const vpc = new ec2.Vpc(service, 'Vpc', { restrictDefaultSecurityGroup: false });
    table();
    new dynamodb.TableV2(service, 'TableV2', { partitionKey: PARTITION_KEY });
    new s3.Bucket(service, 'Bucket', { versioned: true });
    new efs.FileSystem(service, 'Files', { vpc });
    new ec2.Volume(service, 'Volume', { availabilityZone: 'eu-west-1a', size: { toGibibytes: () => 8 } as never });
    new rds.DatabaseInstance(service, 'Postgres', { vpc, engine: rds.DatabaseInstanceEngine.POSTGRES });
    new rds.DatabaseCluster(service, 'Aurora', {
      vpc, engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 }), writer: rds.ClusterInstance.serverlessV2('Writer'),
    });
    new sqs.Queue(service, 'Queue');

    const { tagged, leftOut } = protect();

    expect(tagged.map((each) => each.cfnType).sort()).toEqual([
      'AWS::DynamoDB::GlobalTable', TABLE, 'AWS::EC2::Volume', 'AWS::EFS::FileSystem', 'AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::S3::Bucket',
    ]);
    expect(tagged).toContainEqual({ path: 'Service/Postgres/Resource', cfnType: 'AWS::RDS::DBInstance' });
    expect(leftOut).toEqual([]);

    const resources = Object.values(Template.fromStack(service).toJSON().Resources as Record<string, { Type: string; Properties?: object }>);
    const carrying = resources.filter((each) => JSON.stringify(each.Properties ?? {}).includes(JSON.stringify(TAG)));
    expect(carrying.map((each) => each.Type).sort()).toEqual(tagged.map((each) => each.cfnType).sort());
    Template.fromStack(service).hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [{ Tags: [TAG] }] });
    Template.fromStack(service).hasResourceProperties('AWS::EFS::FileSystem', { FileSystemTags: [TAG, { Key: 'Name', Value: 'Service/Files' }] });
  });

  test('that is added later too', () => {
    protect();
    table();

    expect(tagsOf(TABLE)).toEqual([[TAG]]);
  });

  test('below the scope only', () => {
    const [inside, outside] = [new Construct(service, 'Inside'), new Construct(service, 'Outside')];
    table(inside);
    table(outside);

    expect(protect(inside).tagged).toEqual([{ path: 'Service/Inside/Table/Resource', cfnType: TABLE }]);
    expect(tagsOf(TABLE)).toEqual([[TAG], undefined]);
  });

  test.each([true, false])('unless a closer tag has another value (tag aspects mutate: %p)', (flag) => {
    start({ '@aws-cdk/core:aspectPrioritiesMutating': flag });
    Tags.of(app).add('backup', 'bronze');
    Tags.of(table()).add('backup', 'silver');
    table(service, 'Plain');
    const result = protect();

    expect(result).toEqual({
      unsharedKeys: [],
      tagged: [{ path: 'Service/Plain/Resource', cfnType: TABLE }],
      leftOut: [{ path: 'Service/Table/Resource', cfnType: TABLE, reason: 'A tag nearer to it sets \'backup\' to \'silver\'. Change that tag.' }],
    });
    expect(tagsOf(TABLE)).toEqual([[{ Key: 'backup', Value: 'silver' }], [TAG]]);
  });

  test('unless a closer tag is removed', () => {
    Tags.of(table()).remove('backup');

    expect(protect().leftOut)
      .toEqual([{ path: 'Service/Table/Resource', cfnType: TABLE, reason: 'A tag nearer to it removes \'backup\'. Change that tag.' }]);
    expect(tagsOf(TABLE)).toEqual([undefined]);
  });

  test('regardless of tags for other types, or of lower priority', () => {
    const made = table();
    Tags.of(made).add('backup', 'silver', { includeResourceTypes: ['AWS::S3::Bucket'] });
    Tags.of(made).add('backup', 'bronze', { priority: 50 });

    expect(protect().tagged).toHaveLength(1);
    expect(tagsOf(TABLE)).toEqual([[TAG]]);
  });

  test('and warns if two selections protect one scope differently', () => {
    table();
    const first = selecting();
    first.protect(service);
    first.protect(service);
    const silver = new TagBasedSelection(backups, 'Silver', { plan: planIn(backups), conditions: [TagCondition.equals('backup', 'silver')] });
    silver.protect(service);

    expect(warningsOf(backups)).toEqual(['\'Service\' is protected twice. An earlier call sets the tag \'backup\' to \'gold\', and this call sets it to \'silver\'. The '
      + 'later call takes precedence. Remove one of the calls.']);
    expect(warningIdsOf(backups)).toEqual(['protectedTwice']);
  });

  test('not a nested stack, whose tags would reach all its resources, unless stacks are selected', () => {
    const nested = new NestedStack(service, 'Nested');
    table(nested);
    const result = protect();

    expect(result).toEqual({ unsharedKeys: [], tagged: [{ path: 'Service/Nested/Table/Resource', cfnType: TABLE }], leftOut: [] });
    expect(tagsOf('AWS::CloudFormation::Stack')).toEqual([undefined]);
  });

  test('a nested stack if stacks are selected', () => {
    new NestedStack(service, 'Nested');
    const { tagged } = selecting({ conditions: [gold], resourceTypes: [BackupResourceType.CLOUDFORMATION] }).protect(service);

    expect(tagged.map((each) => each.cfnType)).toEqual(['AWS::CloudFormation::Stack']);
    expect(tagsOf('AWS::CloudFormation::Stack')).toEqual([[TAG]]);
  });
});

describe('in a Stage, which aspects do not cross', () => {
  test('everything under the scope is tagged', () => {
    const inner = new Stack(new Stage(app, 'Prod', { env: { account: ACCOUNT, region: 'eu-west-1' } }), 'Data');
    table(inner);

    expect(protect(app).tagged).toEqual([{ path: 'Prod/Data/Table/Resource', cfnType: TABLE }]);
    expect(tagsOf(TABLE, inner)).toEqual([[TAG]]);
  });

  test('tags from outside do not count', () => {
    const inner = new Stack(new Stage(app, 'Prod', { env: { account: ACCOUNT, region: 'eu-west-1' } }), 'Data');
    table(inner);
    Tags.of(app).add('backup', 'none', { priority: 300 });

    expect(protect(inner).tagged).toHaveLength(1);
    expect(tagsOf(TABLE, inner)).toEqual([[TAG]]);
  });
});

describe('reports resources that are left out', () => {
  test('because the bucket has no versioning', () => {
    new s3.Bucket(service, 'Bucket');
    new s3.Bucket(service, 'Versioned', { versioned: true });

    expect(protect()).toEqual({
      unsharedKeys: [],
      tagged: [{ path: 'Service/Versioned/Resource', cfnType: 'AWS::S3::Bucket' }],
      leftOut: [{ path: 'Service/Bucket/Resource', cfnType: 'AWS::S3::Bucket', reason: 'AWS Backup protects only buckets with versioning. Turn on versioning.' }],
    });
    expect(tagsOf('AWS::S3::Bucket')).toEqual([undefined, [TAG]]);
  });

  test('because the selection selects other types', () => {
    table();
    new s3.Bucket(service, 'Bucket', { versioned: true });

    expect(selecting({ conditions: [gold], resourceTypes: [BackupResourceType.S3] }).protect(service)).toEqual({
      unsharedKeys: [],
      tagged: [{ path: 'Service/Bucket/Resource', cfnType: 'AWS::S3::Bucket' }],
      leftOut: [{ path: 'Service/Table/Resource', cfnType: TABLE, reason: 'The selection names other resource types only. Add the type to \'resourceTypes\'.' }],
    });
    expect(tagsOf(TABLE)).toEqual([undefined]);
  });

  test('because another condition leaves it out', () => {
    new dynamodb.CfnTable(service, 'Sandbox', { keySchema: [], tags: [{ key: 'stage', value: 'sandbox' }] });
    table();

    expect(selecting({ conditions: [gold, TagCondition.notEquals('stage', 'sandbox')] }).protect(service)).toEqual({
      unsharedKeys: [],
      tagged: [{ path: 'Service/Table/Resource', cfnType: TABLE }],
      leftOut: [{ path: 'Service/Sandbox', cfnType: TABLE, reason: 'The condition on the tag \'stage\' excludes it, got \'sandbox\'. Change that tag.' }],
    });
  });

  test.each([
    ['us-east-1', ACCOUNT, 'The Region is \'us-east-1\', and the selection selects only in \'eu-west-1\'. Create a plan and a selection there.'],
    ['eu-west-1', OTHER_ACCOUNT, `The account is '${OTHER_ACCOUNT}', and the selection selects only in '${ACCOUNT}'. Create a plan and a selection there.`],
  ])('because it is elsewhere (%s, %s)', (region, account, reason) => {
    const far = stackIn(region, { app, id: 'Far', account });
    table(far);

    expect(protect(far)).toEqual({ unsharedKeys: [], tagged: [], leftOut: [{ path: 'Far/Table/Resource', cfnType: TABLE, reason }] });
    expect(tagsOf(TABLE, far)).toEqual([undefined]);
  });

  test('because it has no tags of its own', () => {
    new dynamodb.CfnGlobalTable(service, 'Global', { attributeDefinitions: [], keySchema: [], replicas: [{ region: 'eu-west-1' }] });

    expect(protect().leftOut).toEqual([{
      path: 'Service/Global', cfnType: 'AWS::DynamoDB::GlobalTable', reason: 'CloudFormation cannot tag it from outside. Set its tags where you create it, or name its ARN in \'resources\'.',
    }]);
  });
});

describe('if the tags are unknown', () => {
  const failure = (props: Partial<TagBasedSelectionProps>, values?: { [key: string]: string }) =>
    errorOf(() => selecting(props).protect(service, { values })).replace('TagBasedSelection \'Backups/Selection\' cannot protect \'Service\': ', '');

  test.each<[string, Partial<TagBasedSelectionProps>, string]>([
    ['like', { conditions: [TagCondition.like('backup', 'gold*')] },
      'The condition like \'gold*\' does not determine a value for the tag \'backup\'. Pass a value in \'values\'.'],
    ['notEquals', { conditions: [TagCondition.notEquals('backup', 'none')] },
      'The selection determines no tag. It has neither TagCondition.equalTo nor a single \'anyOf\'. Pass the tags in \'values\'.'],
    ['several anyOf', { anyOf: [gold, TagCondition.equals('backup', 'silver')] },
      '\'anyOf\' has 2 tags (backup=gold, backup=silver). Choose one in \'values\'.'],
    ['no tags', { resources: ['arn:aws:s3:::orders'] },
      'The selection determines no tag. It has neither TagCondition.equalTo nor a single \'anyOf\'. Pass the tags in \'values\'.'],
  ])('fails (%s)', (_, props, problem) => {
    expect(failure(props)).toBe(problem);
  });

  test.each<[string, Partial<TagBasedSelectionProps>, { [key: string]: string }]>([
    ['like', { conditions: [TagCondition.like('backup', 'gold*')] }, { backup: 'gold-1' }],
    ['notEquals', { conditions: [TagCondition.notEquals('backup', 'none')] }, { backup: 'gold' }],
    ['several anyOf', { anyOf: [gold, TagCondition.equals('backup', 'silver')] }, { backup: 'silver' }],
  ])('accepts a value (%s)', (_, props, values) => {
    table();

    expect(selecting(props).protect(service, { values }).tagged).toHaveLength(1);
    expect(tagsOf(TABLE)).toEqual([Object.entries(values).map(([Key, Value]) => ({ Key, Value }))]);
  });

  test('uses the tag of a single anyOf', () => {
    table();
    selecting({ anyOf: [gold] }).protect(service);

    expect(tagsOf(TABLE)).toEqual([[TAG]]);
  });

  test.each<[Partial<TagBasedSelectionProps>, { [key: string]: string }, string]>([
    [{ conditions: [TagCondition.like('backup', 'gold*')] }, { backup: 'silver' },
      'The tag \'backup\' with the value \'silver\' does not meet the condition StringLike \'gold*\'. Pass another value in \'values\'.'],
    [{ anyOf: [gold, TagCondition.equals('backup', 'silver')] }, { backup: 'bronze' }, '\'values\' must meet one of \'anyOf\' (backup=gold, backup=silver). '
      + 'Pass one of them.'],
    [{ conditions: [gold] }, { backup: 'silver' }, 'The tag \'backup\' with the value \'silver\' does not meet the condition StringEquals \'gold\'. Pass '
      + 'another value in \'values\'.'],
  ])('fails on a value that is not selected (%#)', (props, values, problem) => {
    expect(failure(props, values)).toBe(problem);
  });
});
