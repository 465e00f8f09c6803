import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PARTITION_KEY, TAG, app, backups, gold, planIn, protect, selecting, service, start, table, tagsOf } from './protecting';
import { type TagBasedSelectionProps, AuditFramework, BackupChecks, BackupResourceType, ConfigRecorder, RuleId, TagBasedSelection } from '../../src';
import { RESOURCE_TYPES } from '../../src/capabilities/resource-types';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

beforeEach(() => { start(); });

const NONE = { Key: 'backup', Value: 'none' };
const BUCKET = 'AWS::S3::Bucket';

/** Both orders of two steps. */
const ORDERS: [string, (protecting: () => void, other: () => void) => void][] = [
  ['before', (protecting, other) => { protecting(); other(); }],
  ['after', (protecting, other) => { other(); protecting(); }],
];

describe.each([true, false])('a tag nearer to a resource takes precedence (Aspects of tags mutate: %p)', (flag) => {
  beforeEach(() => start({ '@aws-cdk/core:aspectPrioritiesMutating': flag }));

  describe.each(ORDERS)('that is set %s protect', (_, inOrder) => {
    const cfnTypes = [...new Set(RESOURCE_TYPES.flatMap((row) => row.cfnTypes))].filter((type) => type !== 'AWS::DynamoDB::GlobalTable' && type !== 'AWS::CloudFormation::Stack');

    test.each(cfnTypes)('for %s', (cfnType) => {
      const [near, plain] = ['Near', 'Plain'].map((id) => l1Of(cfnType, service, id));
      inOrder(() => protect(), () => cdk.Tags.of(near).add('backup', 'none'));
      app.synth({ skipValidation: true });

      expect(cdk.TagManager.of(near)?.tagValues()).toEqual({ backup: 'none' });
      expect(cdk.TagManager.of(plain)?.tagValues()).toEqual(cfnType === BUCKET ? {} : { backup: 'gold' });
    });

    test('for TableV2 and its replicas', () => {
      const near = new dynamodb.TableV2(service, 'Near', { partitionKey: PARTITION_KEY, replicas: [{ region: 'eu-central-1' }] });
      new dynamodb.TableV2(service, 'Plain', { partitionKey: PARTITION_KEY, replicas: [{ region: 'eu-central-1' }] });
      inOrder(() => protect(), () => cdk.Tags.of(near).add('backup', 'none'));

      const replicas = Object.values(Template.fromStack(service).findResources('AWS::DynamoDB::GlobalTable')).map((each) => each.Properties.Replicas as { readonly Tags: unknown }[]);
      expect(replicas.map((each) => each.map(({ Tags: tags }) => tags))).toEqual([[[NONE], [NONE]], [[TAG], [TAG]]]);
    });

    test('for TableV2 in a construct that has the tag', () => {
      const inner = new Construct(service, 'Inner');
      new dynamodb.TableV2(inner, 'Table', { partitionKey: PARTITION_KEY });
      inOrder(() => protect(), () => cdk.Tags.of(inner).add('backup', 'none'));

      Template.fromStack(service).hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [{ Tags: [NONE] }] });
    });
  });

  test('for TableV2, with a tag farther away', () => {
    new dynamodb.TableV2(service, 'Table', { partitionKey: PARTITION_KEY });
    cdk.Tags.of(app).add('backup', 'bronze');
    expect(protect().tagged).toEqual([{ path: 'Service/Table/Resource', cfnType: 'AWS::DynamoDB::GlobalTable' }]);

    Template.fromStack(service).hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [{ Tags: [TAG] }] });
  });
});

describe('tags that the replica of a global table sets itself', () => {
  test('count as nearer than those of TableV2', () => {
    new dynamodb.TableV2(service, 'Table', { partitionKey: PARTITION_KEY, tags: [{ key: 'backup', value: 'none' }] });

    expect(protect().leftOut.map(({ reason }) => reason)).toEqual(['A tag nearer to it sets \'backup\' to \'none\'. Change that tag.']);
    Template.fromStack(service).hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [{ Tags: [NONE] }] });
  });

  test('protect it where nothing else can', () => {
    const replica = (value: string) => ({ region: 'eu-west-1', tags: [{ key: 'backup', value }] });
    const global = (id: string, value: string) =>
      new dynamodb.CfnGlobalTable(service, id, { attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }], keySchema: [], replicas: [replica(value)] });
    global('Own', 'gold');
    global('Other', 'none');

    expect(protect()).toMatchObject({
      tagged: [{ path: 'Service/Own' }],
      leftOut: [{ path: 'Service/Other', reason: 'CloudFormation cannot tag it from outside. Set its tags where you create it, or name its ARN in \'resources\'.' }],
    });
  });

  test('do not reach the stack that has the table as its default child', () => {
    new dynamodb.CfnGlobalTable(service, 'Resource', { attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }], keySchema: [], replicas: [{ region: 'eu-west-1' }] });
    protect();
    app.synth();

    expect(service.tags.tagValues()).toEqual({});
  });
});

describe.each([true, false])('an Aspect that turns on versioning (Aspects of tags mutate: %p)', (flag) => {
  beforeEach(() => start({ '@aws-cdk/core:aspectPrioritiesMutating': flag }));
  const versioning = (status: 'Enabled' | 'Suspended') => {
    cdk.Aspects.of(service).add({ visit: (node) => { if (s3.CfnBucket.isCfnBucket(node)) { node.versioningConfiguration = { status }; } } });
  };
  const bucket = (versioned = false) => new s3.Bucket(service, 'Bucket', { versioned });

  test.each(ORDERS)('is honored, added %s protect', (_, inOrder) => {
    bucket();
    inOrder(() => protect(), () => { versioning('Enabled'); });

    expect(tagsOf(BUCKET)).toEqual([[TAG]]);
    expect(warningsOf(backups)).toEqual([]);
  });

  test.each(ORDERS)('and one that suspends it, added %s protect', (_, inOrder) => {
    bucket(true);
    inOrder(() => protect(), () => { versioning('Suspended'); });

    expect(tagsOf(BUCKET)).toEqual([undefined]);
    expect(warningIdsOf(backups)).toEqual(['protectsNothing']);
  });

  test.each(ORDERS)('leaves a nearer tag, added %s protect', (_, inOrder) => {
    const near = bucket();
    cdk.Tags.of(near).add('backup', 'none');
    inOrder(() => protect(), () => { versioning('Enabled'); });

    expect(tagsOf(BUCKET)).toEqual([[NONE]]);
  });

  test('that is missing restores the tag that is farther away, of two calls too', () => {
    bucket();
    cdk.Tags.of(app).add('backup', 'bronze');
    const selection = selecting();
    selection.protect(service);
    selection.protect(service);

    expect(tagsOf(BUCKET)).toEqual([[{ Key: 'backup', Value: 'bronze' }]]);
  });
});

describe('warns when the app is complete', () => {
  const NOTHING = 'protect(\'Service\') protects nothing, because the scope contains no resource that AWS Backup can protect. Protect another scope. An imported '
    + 'resource cannot be tagged: name its ARN in \'resources\'.';

  test.each<[string, () => unknown]>([
    ['an empty stack', () => undefined],
    ['an imported table', () => dynamodb.Table.fromTableName(service, 'Table', 'orders')],
  ])('of a call that protects nothing (%s)', (_, make) => {
    make();
    protect();
    expect(warningsOf(backups)).toEqual([NOTHING]);
    expect(warningIdsOf(backups)).toEqual(['protectsNothing']);
  });

  test('not of resources that come later', () => {
    protect();
    table();
    expect(warningsOf(backups)).toEqual([]);
  });

  test('of a stack of another account', () => {
    const far = stackIn('eu-west-1', { app, id: 'Far', account: OTHER_ACCOUNT });
    table(far);
    protect(far);
    expect(warningsOf(backups)).toEqual([`protect('Far') protects nothing. It leaves out 'Far/Table'. The account is '${OTHER_ACCOUNT}', and the selection selects only in '${ACCOUNT}'. `
      + 'Create a plan and a selection there.']);
  });

  test('not of a stack that another selection protects', () => {
    const far = stackIn('eu-central-1', { app, id: 'Far' });
    table(far);
    table();
    protect(app);
    selecting({ conditions: [gold] }, stackIn('eu-central-1', { app, id: 'FarBackups' })).protect(app);
    expect(warningsOf(backups)).toEqual([]);
    expect(warningsOf(app.node.findChild('FarBackups') as cdk.Stack)).toEqual([]);
  });

  test('of buckets without versioning, and how to change it', () => {
    table();
    for (let index = 1; index <= 7; index++) { new s3.Bucket(service, `Bucket${index}`); }
    protect();
    expect(warningsOf(backups)).toEqual(['protect(\'Service\') leaves out \'Service/Bucket1\', \'Service/Bucket2\', \'Service/Bucket3\', \'Service/Bucket4\', \'Service/Bucket5\', 2 more. '
      + 'AWS Backup protects only buckets with versioning. Turn on versioning.']);
    expect(warningIdsOf(backups)).toEqual(['leftOut']);
  });

  test.each<[string, () => void]>([
    ['a nearer tag', () => { cdk.Tags.of(table(service, 'Other')).add('backup', 'none'); }],
    ['another type', () => { new s3.Bucket(service, 'Bucket'); }],
  ])('not of what the user leaves out (%s)', (_, make) => {
    table();
    make();
    selecting({ conditions: [gold], resourceTypes: [BackupResourceType.DYNAMODB] }).protect(service);
    expect(warningsOf(backups)).toEqual([]);
  });

  test('not of a resource that a selection names', () => {
    table();
    const bucket = new s3.Bucket(service, 'Bucket');
    new TagBasedSelection(backups, 'Named', { plan: planIn(backups), resources: [bucket.bucketArn] });
    protect();
    expect(warningsOf(backups)).toEqual([]);
  });

  test.each([
    [() => { /* an empty stack */ }, NOTHING],
    [() => { table(); new s3.Bucket(service, 'Bucket'); }, 'protect(\'Service\') leaves out \'Service/Bucket\'. AWS Backup protects only buckets with versioning. Turn on versioning.'],
  ])('with an error if it is required (%#)', (make, message) => {
    make();
    protect(service, { required: true });
    expect(errorOf(() => app.synth())).toContain(`[Backups/Selection] TagBasedSelection 'Backups/Selection': ${message}`);
  });

  test('and without one if everything is protected', () => {
    table();
    protect(service, { required: true });
    app.synth();
    expect(warningsOf(backups)).toEqual([]);
  });

  test('what is in a Stage inside', () => {
    const stage = new cdk.Stage(app, 'Prod', { env: { account: ACCOUNT, region: 'eu-west-1' } });
    new s3.Bucket(new cdk.Stack(stage, 'Data'), 'Bucket');
    protect(app);
    expect(warningsOf(backups)).toEqual(['protect(\'\') protects nothing. It leaves out \'Prod/Data/Bucket\'. AWS Backup protects only buckets with versioning. Turn on versioning.']);
  });
});

describe('a volume whose instance is backed up', () => {
  const instance = () => new ec2.CfnInstance(service, 'Server', { imageId: 'ami-1' });
  const volume = () => new ec2.CfnVolume(service, 'Volume', { availabilityZone: 'eu-west-1a', size: 8 });
  const attach = (one: ec2.CfnVolume, to: ec2.CfnInstance) => new ec2.CfnVolumeAttachment(service, 'Attachment', { volumeId: one.ref, instanceId: to.ref, device: '/dev/sdf' });
  const VOLUME = 'AWS::EC2::Volume';
  const REASON = 'The backup of the instance \'Service/Server\' contains it. To back it up separately too, tag the volume itself.';

  test.each(ORDERS)('is not tagged too, attached %s protect', (_, inOrder) => {
    const [one, to] = [volume(), instance()];
    inOrder(() => protect(), () => attach(one, to));
    expect(tagsOf(VOLUME)).toEqual([undefined]);
    expect(tagsOf('AWS::EC2::Instance')).toEqual([[TAG]]);
    expect(warningsOf(backups)).toEqual([]);
  });

  test('by an attachment or in the list of the instance', () => {
    const one = volume();
    new ec2.CfnInstance(service, 'Server', { imageId: 'ami-1', volumes: [{ volumeId: one.ref, device: '/dev/sdf' }] });
    expect(protect().leftOut).toEqual([{ path: 'Service/Volume', cfnType: VOLUME, reason: REASON }]);
    expect(tagsOf(VOLUME)).toEqual([undefined]);
  });

  test.each<[string, (to: ec2.CfnInstance) => Partial<TagBasedSelectionProps>]>([
    ['has a nearer tag', (to) => { cdk.Tags.of(to).add('backup', 'none'); return {}; }],
    ['is of a type that the selection does not name', () => ({ resourceTypes: [BackupResourceType.EBS] })],
  ])('is tagged if the instance %s', (_, prepare) => {
    const to = instance();
    attach(volume(), to);
    selecting({ conditions: [gold], ...prepare(to) }).protect(service);
    expect(tagsOf(VOLUME)).toEqual([[TAG]]);
  });

  test('is tagged if it is attached to nothing, or requests it', () => {
    const one = volume();
    protect();
    expect(tagsOf(VOLUME)).toEqual([[TAG]]);
    start();
    const other = volume();
    attach(other, instance());
    cdk.Tags.of(other).add('backup', 'gold');
    protect();
    expect(tagsOf(VOLUME)).toEqual([[TAG]]);
    expect(one.node.path).toBe(other.node.path);
  });
});

describe('what needs no backup', () => {
  const findings = (scope: Construct) => new BackupChecks(app, { include: [RuleId.RESOURCE_IN_PLAN, RuleId.BUCKET_VERSIONED] }).validateScope(scope)
    .violations.flatMap(({ violatingResources }) => violatingResources.map(({ constructPath }) => constructPath));

  test.each(ORDERS)('is the bucket of a new recorder of AWS Config, created %s protect', (_, inOrder) => {
    table(backups);
    inOrder(() => protect(backups), () => new AuditFramework(backups, 'Audit', { plan: planIn(backups), configRecorder: ConfigRecorder.create() }));

    expect(tagsOf(BUCKET, backups)).toEqual([undefined]);
    expect(warningIdsOf(backups)).toEqual([]);
    expect(findings(backups)).toEqual([]);
  });

  test('are the artifacts of a pipeline, in any Region', () => {
    const tools = stackIn('eu-west-1', { app, id: 'Tools' });
    pipelineIn(tools);
    table(tools);
    protect(app);
    const support = app.node.children.filter((child): child is cdk.Stack => cdk.Stack.isStack(child) && child.stackName === 'Tools-support-us-east-1');

    expect(support).toHaveLength(1);
    expect([...tagsOf(BUCKET, tools), ...tagsOf(BUCKET, support[0])]).toEqual([undefined, undefined]);
    expect(warningsOf(backups)).toEqual([]);
    expect(findings(app)).toEqual([]);
  });

  test('and the reason is reported', () => {
    const tools = stackIn('eu-west-1', { app, id: 'Tools' });
    pipelineIn(tools);
    expect(protect(tools).leftOut.map(({ reason }) => reason)).toEqual(['The pipeline \'Tools/Pipeline\' builds its content again. To back it up, tag the bucket itself.']);
  });
});

function pipelineIn(stack: cdk.Stack): void {
  const pipeline = new codepipeline.Pipeline(stack, 'Pipeline', { crossAccountKeys: true });
  const action = (
    name: string, category: codepipeline.ActionCategory, region?: string, artifact = new codepipeline.Artifact(name),
  ): codepipeline.IAction => ({
    actionProperties: {
      actionName: name,
      category,
      provider: 'Test',
      region,
      artifactBounds: { minInputs: 0, maxInputs: 5, minOutputs: 0, maxOutputs: 5 },
      outputs: category === codepipeline.ActionCategory.SOURCE ? [artifact] : [],
    },
    bind: () => ({ configuration: {} }),
    onStateChange: () => { throw new Error('not used'); },
  });
  pipeline.addStage({ stageName: 'Source', actions: [action('Source', codepipeline.ActionCategory.SOURCE)] });
  pipeline.addStage({ stageName: 'Deploy', actions: [action('Deploy', codepipeline.ActionCategory.BUILD, 'us-east-1')] });
}

/** The L1 of a type with any values for its properties, and nothing in its template. */
function l1Of(cfnType: string, scope: Construct, id: string): cdk.CfnResource {
  const [, serviceName, name] = cfnType.split('::');
  const module = Object.entries(cdk).find(([key]) => key.toLowerCase() === `aws_${serviceName.toLowerCase()}`)![1] as unknown as
    { readonly [name: string]: new (scope: Construct, id: string, props: unknown) => cdk.CfnResource };
  const make = (props: { readonly [name: string]: string }): cdk.CfnResource => {
    try {
      return new module[`Cfn${name}`](scope, id, props);
    } catch (error) {
      const [, required] = /missing required property: (\w+)/.exec((error as Error).message)!;
      scope.node.tryRemoveChild(id);
      return make({ ...props, [required]: 'any' });
    }
  };
  return Object.assign(make({}), { _toCloudFormation: () => ({}) });
}

describe('a file system of Lustre', () => {
  const lustre = (lustreConfiguration?: fsx.CfnFileSystem.LustreConfigurationProperty) => (
    new fsx.CfnFileSystem(service, 'Files', { fileSystemType: 'LUSTRE', subnetIds: ['subnet-1'], lustreConfiguration }));

  test.each([[{ deploymentType: 'SCRATCH_1' }], [{ deploymentType: 'SCRATCH_2' }], [{}], [undefined]])('for scratch data (%j) is left out with a warning', (configuration) => {
    lustre(configuration);
    const reason = 'AWS Backup does not back up scratch file systems of Amazon FSx for Lustre. Use a persistent deployment type.';
    expect(protect().leftOut).toEqual([{ path: 'Service/Files', cfnType: 'AWS::FSx::FileSystem', reason }]);
    expect(warningsOf(backups)).toContain(`protect('Service') protects nothing. It leaves out 'Service/Files'. ${reason}`);
  });

  test('that is persistent is protected', () => {
    lustre({ deploymentType: 'PERSISTENT_2' });
    expect(protect()).toMatchObject({ leftOut: [], tagged: [{ path: 'Service/Files', cfnType: 'AWS::FSx::FileSystem' }] });
  });
});
