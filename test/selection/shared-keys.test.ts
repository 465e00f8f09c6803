import { type Stack, App, Duration, Stack as CdkStack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import {
  type ProtectOptions, type TagBasedSelectionProps, BackupTier, CompliantVault, CopyTarget, TagBasedSelection, TagCondition,
  TieredBackupPlan,
} from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, stackIn, warningIdsOf, warningsOf } from '../stacks';

const gold = TagCondition.equals('backup', 'gold');

describe('keys of protected resources, for copies to another account', () => {
  let app: App;
  let backups: Stack;
  let service: Stack;
  beforeEach(() => {
    app = new App();
    backups = stackIn('eu-west-1', { app, id: 'Backups' });
    service = stackIn('eu-west-1', { app, id: 'Service' });
  });

  const protect = (options?: ProtectOptions, account = OTHER_ACCOUNT) => {
    const central = new CompliantVault(stackIn('eu-west-1', { app, id: 'Central', account }), 'Vault');
    const plan = new TieredBackupPlan(backups, 'Plan', {
      vault: new CompliantVault(backups, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.vault(central)] })],
    });
    return new TagBasedSelection(backups, 'Selection', { plan, conditions: [gold] }).protect(service, options);
  };
  const database = (props: Partial<rds.CfnDBInstanceProps>, id = 'Database') =>
    new rds.CfnDBInstance(service, id, { engine: 'postgres', dbInstanceClass: 'db.t4g.micro', storageEncrypted: true, ...props });
  const sharedIn = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key')).map(({ Properties: { KeyPolicy: { Statement: statements } } }) =>
    (statements as { readonly Principal: unknown }[]).filter(({ Principal: principal }) => JSON.stringify(principal).includes(OTHER_ACCOUNT)).length);
  const STATEMENTS = 'Allow kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey*, kms:ReEncrypt* and, with the condition \'kms:GrantIsForAWSResource\' true, '
    + `kms:CreateGrant, kms:ListGrants, kms:RevokeGrant to the role AWSServiceRoleForBackup of the account '${OTHER_ACCOUNT}'.`;
  const warningOf = (key: string, reason: string) => `The key '${key}' of 'Service/Database' is not shared with the account '${OTHER_ACCOUNT}'. Copies to that account fail. ${reason}${key.startsWith('alias/aws/') ? '' : ` ${STATEMENTS}`}`;
  const SET = 'Set \'shareKeys\' to true, or change the policy of the key.';

  test.each([true, false])('are shared with shareKeys, once for all resources (key in another stack: %p)', (elsewhere) => {
    const key = new kms.Key(elsewhere ? backups : service, 'DataKey');
    database({ kmsKeyId: key.keyArn });
    const { unsharedKeys } = protect({ shareKeys: true });
    database({ kmsKeyId: key.keyArn }, 'Later');

    expect(unsharedKeys).toEqual([]);
    expect(sharedIn(key.stack).filter((count) => count > 0)).toEqual(elsewhere ? [2, 2] : [2]); // that of the vault too
    expect(warningsOf(backups)).toEqual([]);
  });

  test('are named in a warning otherwise', () => {
    database({ kmsKeyId: new kms.Key(service, 'DataKey').keyArn });

    expect(protect().unsharedKeys).toEqual([{ key: 'Service/DataKey', accountId: OTHER_ACCOUNT, resources: ['Service/Database'], reason: SET }]);
    expect(warningsOf(backups)).toEqual([warningOf('Service/DataKey', SET)]);
    expect(warningIdsOf(backups)).toEqual(['resourceKeyNotShared']);
  });

  test('are not named if their policy names the account', () => {
    const key = new kms.Key(service, 'DataKey');
    key.grantEncryptDecrypt(new iam.AccountPrincipal(OTHER_ACCOUNT));
    database({ kmsKeyId: key.keyArn });

    expect(protect().unsharedKeys).toEqual([]);
    expect(warningsOf(backups)).toEqual([]);
  });

  const IMPORTED = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
  test.each<[string, () => Partial<rds.CfnDBInstanceProps>, string, string]>([
    ['imported', () => ({ kmsKeyId: IMPORTED }), IMPORTED, 'This app does not own the key. Change its policy where it is created.'],
    ['managed by AWS', () => ({}), 'alias/aws/rds', 'AWS managed keys cannot be shared. Use a customer managed key.'],
    ['managed by AWS, by name', () => ({ kmsKeyId: 'alias/aws/rds' }), 'alias/aws/rds', 'AWS managed keys cannot be shared. Use a customer managed key.'],
    ['an L1', () => ({ kmsKeyId: new kms.CfnKey(service, 'L1', {}).attrArn }), 'Service/L1', 'The library does not change the policy of a CfnKey. Change its \'keyPolicy\', or use a Key.'],
  ])('that cannot be shared are returned (%s)', (_, props, key, reason) => {
    database(props());

    expect(protect({ shareKeys: true }).unsharedKeys).toEqual([{ key, accountId: OTHER_ACCOUNT, resources: ['Service/Database'], reason }]);
    expect(warningsOf(backups)).toEqual([warningOf(key, reason)]);
  });

  test.each<[string, () => void]>([
    ['not encrypted', () => { database({ storageEncrypted: false }); }],
    ['created from a snapshot', () => { database({ dbSnapshotIdentifier: 'orders' }); }],
    ['fully managed by AWS Backup', () => { new dynamodb.Table(service, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, encryptionKey: new kms.Key(service, 'DataKey') }); }],
  ])('are not needed for a resource that is %s', (_, make) => {
    make();
    expect(protect().unsharedKeys).toEqual([]);
  });

  test('are not needed in the same account', () => {
    database({ kmsKeyId: new kms.Key(service, 'DataKey').keyArn });
    expect(protect({}, ACCOUNT).unsharedKeys).toEqual([]);
  });

  test('of the volumes of an instance count too', () => {
    const [own, attached] = ['Own', 'Attached'].map((id) => new kms.Key(service, id));
    const instance = new ec2.CfnInstance(service, 'Server', { imageId: 'ami-1', blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { encrypted: true, kmsKeyId: own.keyArn } }] });
    const volume = new ec2.CfnVolume(service, 'Volume', { availabilityZone: 'eu-west-1a', size: 8, encrypted: true, kmsKeyId: attached.keyArn });
    new ec2.CfnVolumeAttachment(service, 'Attachment', { volumeId: volume.ref, instanceId: instance.ref, device: '/dev/sdf' });

    expect(protect().unsharedKeys.map(({ key, resources }) => [key, resources])).toEqual([['Service/Own', ['Service/Server']], ['Service/Attached', ['Service/Server']]]);
  });
});

describe('two Stages in one account and Region', () => {
  let app: App;
  beforeEach(() => { app = new App(); });
  const stageOf = (id: string, props: Partial<TagBasedSelectionProps> = {}, region = 'eu-west-1', value = 'gold') => {
    const stack = new CdkStack(new Stage(app, id, { env: { account: ACCOUNT, region } }), 'Data');
    new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    const plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
    new TagBasedSelection(stack, 'Selection', { plan, conditions: [TagCondition.equals('backup', value)], ...props }).protect(stack);
    return stack;
  };
  const warningFor = (other: string) => `The selection also selects '${other}/Data/Table' of the Stage '${other}', which '${other}/Data/Selection' selects too. Both are in the account `
    + `'${ACCOUNT}' and the Region 'eu-west-1'. The resource is backed up twice. Use another tag value in each Stage.`;

  test.each([[['Blue', 'Green']], [['Green', 'Blue']]])('that use the same tag back up each other\'s tables, which is a warning (%p)', (ids) => {
    const stacks = Object.fromEntries(ids.map((id) => [id, stageOf(id)]));
    expect(warningsOf(stacks.Blue)).toEqual([warningFor('Green')]);
    expect(warningsOf(stacks.Green)).toEqual([warningFor('Blue')]);
    expect(warningIdsOf(stacks.Green)).toEqual(['selectsOtherStage']);
  });

  test.each<[string, () => Stack[]]>([
    ['other values', () => [stageOf('Blue'), stageOf('Green', {}, 'eu-west-1', 'silver')]],
    ['other Regions', () => [stageOf('Blue'), stageOf('Green', {}, 'eu-central-1')]],
    ['exclusions', () => { stageOf('Blue'); return [stageOf('Green', { exclude: ['arn:aws:dynamodb:*:*:table/*'] })]; }],
  ])('not with %s', (_, make) => {
    expect(make().flatMap((stack) => warningIdsOf(stack))).toEqual([]);
  });
});
