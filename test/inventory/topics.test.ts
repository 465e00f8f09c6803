import { inventoryOf, source } from './sources';
import { Text, sameArn } from '../../src/inventory';
import { UNKNOWN } from '../../src/values/unknown';

const ARN = 'arn:aws:sns:eu-central-1:111122223333:backups';
const notifying = (SNSTopicArn: unknown) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn } } });
const topic = (properties: object = {}) => ({ Type: 'AWS::SNS::Topic', Properties: properties });

function targetOf(arn: unknown, others: Record<string, object> = {}) {
  const inventory = inventoryOf(source({ Vault: notifying(arn), ...others }));
  return inventory.topicOf(inventory.vaults[0])!;
}

describe('the topic of a vault', () => {
  test.each<[string, unknown, object]>([
    ['by a reference', { Ref: 'Topic' }, {}],
    ['by its ARN', ARN, { TopicName: 'backups' }],
    ['by its ARN in pieces', { 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:backups' }, { TopicName: 'backups' }],
  ])('is found %s', (_how, arn, properties) => {
    expect(targetOf(arn, { Topic: topic(properties) })).toMatchObject({ otherAccount: false, otherRegion: false, label: 'Topic' });
  });

  test.each<[string, unknown, object]>([
    ['another Region', ARN.replace('eu-central-1', 'eu-west-1'), { otherAccount: false, otherRegion: true }],
    ['another account', ARN.replace('111122223333', '444455556666'), { otherAccount: true, otherRegion: false }],
    ['an account that is not known', { 'Fn::Sub': 'arn:aws:sns:eu-central-1:${Account}:backups' }, { otherAccount: UNKNOWN, otherRegion: false }],
    ['nothing that is known', { 'Fn::ImportValue': 'topic' }, { otherAccount: UNKNOWN, otherRegion: UNKNOWN }],
  ])('can be of %s', (_where, arn, expected) => {
    expect(targetOf(arn)).toMatchObject({ topic: undefined, ...expected });
  });

  test('does not exist', () => {
    const inventory = inventoryOf(source({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }));

    expect(inventory.topicOf(inventory.vaults[0])).toBeUndefined();
  });
});

test('a policy names its topic by an ARN of any partition if the Region is unknown', () => {
  const inventory = inventoryOf({
    id: 'Stack',
    template: {
      Resources: {
        Topic: topic({ TopicName: 'backups' }),
        Policy: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: { Topics: [{ 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:backups' }], PolicyDocument: {} },
        },
      },
    },
  });

  expect(inventory.topics[0].policies).toHaveLength(1);
});

test('two ARNs are of one resource, of two, or it is unknown', () => {
  const open = Text.of('arn:aws:s3:::', { kind: 'parameter', key: 'Open', name: 'Open' });
  const created = Text.of('arn:aws:s3:::', { kind: 'resource', key: '0 Bucket', name: 'Bucket' });

  expect(sameArn(Text.of('arn:aws:s3:::a'), Text.of('arn:aws-cn:s3:::a'))).toBe(true);
  expect(sameArn(Text.of('arn:aws:s3:::a'), created)).toBe(false);
  expect(sameArn(created, open)).toBe(UNKNOWN);
});
