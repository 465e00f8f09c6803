import { type Stack, App, Stage } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { KEY, POLICY, ROLE, RULE, TOPIC, VAULT, ofType, only, templateOf, vaultIn, wire } from './wiring';
import { type NotificationWiringProps, BackupEvent } from '../../src';
import { cycleIn } from '../cycles';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const arnOf = (service: string, resource: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:${service}:eu-west-1:${ACCOUNT}:${resource}`]] });
const ROOT = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${ACCOUNT}:root`]] };
const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/12345678-1234-1234-1234-123456789012`;
const TOPIC_ARN = `arn:aws:sns:eu-west-1:${ACCOUNT}:own`;

const fails = (props: Parameters<typeof wire>[1]) => errorOf(() => wire(stack, props)).replace('NotificationWiring \'Stack/Alerts\': ', '');

describe('a new topic', () => {
  test('is a standard one under a key of its own', () => {
    wire(stack);

    const { Properties: topic } = only(stack, TOPIC);
    expect(topic).toEqual({
      TopicName: expect.stringMatching(/^Stack-Alerts-Topic-[0-9a-f]{8}$/), KmsMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^AlertsKey/), 'Arn'] },
    });
    const key = only(stack, KEY);
    expect(key.Properties.EnableKeyRotation).toBe(true);
    expect(key).toMatchObject({ DeletionPolicy: 'Delete' });
    expect(only(stack, 'AWS::KMS::Alias').Properties.AliasName).toBe(`alias/backup-notifications/${topic.TopicName}`);
  });

  test('accepts messages of AWS Backup for the named vaults of the account, by TLS, and of nobody else', () => {
    wire(stack, { vaults: [vaultIn(stack), vaultIn(stack, 'second')] });

    const topic = { Ref: expect.stringMatching(/^AlertsTopic/) };
    expect(only(stack, POLICY).Properties.PolicyDocument.Statement).toEqual([
      {
        Sid: 'AllowPublishThroughSSLOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: topic,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Sid: expect.anything(), // CDK numbers them
        Effect: 'Allow',
        Principal: { Service: 'backup.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topic,
        Condition: {
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
          ArnEquals: { 'aws:SourceArn': [arnOf('backup', 'backup-vault:orders'), arnOf('backup', 'backup-vault:second')] },
        },
      },
    ]);
  });

  test('has a key that only the account and AWS Backup can use', () => {
    wire(stack);

    expect(only(stack, KEY).Properties.KeyPolicy.Statement).toEqual([
      { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { Service: 'backup.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: '*',
        Condition: { StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } },
      },
    ]);
  });

  test('is published to by the rule with a role that no other rule can assume', () => {
    wire(stack);

    const rule = only(stack, RULE).Properties;
    const topic = { Ref: expect.stringMatching(/^AlertsTopic/) };
    const role = only(stack, ROLE).Properties;
    expect(rule.Name).toMatch(/^Stack-Alerts-Rule-[0-9a-f]{8}$/);
    expect(rule.Targets).toEqual([{ Id: 'Topic', Arn: topic, RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^AlertsRuleRole/), 'Arn'] } }]);
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([{
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT }, ArnLike: { 'aws:SourceArn': [arnOf('events', `rule/${rule.Name}`)] } },
    }]);
    expect(role.Policies.map((each: { PolicyDocument: object }) => each.PolicyDocument)).toEqual([{
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sns:Publish', Resource: topic },
        { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: { 'Fn::GetAtt': [expect.stringMatching(/^AlertsKey/), 'Arn'] } },
      ],
    }]);
    expect(role.ManagedPolicyArns).toBeUndefined();
  });

  test('needs no rule and no role for events that the vaults report', () => {
    wire(stack, { events: [BackupEvent.S3_BACKUP_OBJECT_FAILED] });

    expect([...ofType(stack, RULE), ...ofType(stack, ROLE)]).toEqual([]);
  });
});

describe('a key of the user\'s', () => {
  test('receives the statement, and no new key is created', () => {
    wire(stack, { encryptionKey: new kms.Key(stack, 'Own') });

    expect(Object.keys(templateOf(stack).Resources).filter((id) => id.startsWith('AlertsKey'))).toEqual([]);
    expect(only(stack, KEY, 'Own').Properties.KeyPolicy.Statement).toHaveLength(2);
    expect(only(stack, TOPIC).Properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Own/), 'Arn'] });
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('that is imported is a warning', () => {
    wire(stack, { encryptionKey: kms.Key.fromKeyArn(stack, 'Own', KEY_ARN) });

    expect(warningsOf(stack)).toEqual(['The library cannot change the policy of the key of the topic at \'Stack/Alerts/Topic\'. If the topic is '
      + 'encrypted, the policy must allow \'kms:Decrypt\' and \'kms:GenerateDataKey*\' to \'backup.amazonaws.com\', and in another account to the '
      + '\'eventRole\' of the wiring. Otherwise messages are lost.']);
    expect(warningIdsOf(stack)).toEqual(['topicKeyNotChanged']);
    expect(JSON.stringify(only(stack, ROLE).Properties.Policies)).toContain(KEY_ARN);
  });

  test('can be an alias, by which the role can use its key', () => {
    wire(stack, { encryptionKey: kms.Alias.fromAliasName(stack, 'Own', 'alias/own') });

    expect(only(stack, ROLE).Properties.Policies[0].PolicyDocument.Statement[1]).toEqual({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/own' } },
    });
  });

  test('fails together with a topic, in another Region, or if it is the AWS managed key', () => {
    expect(fails({ topic: new sns.Topic(stack, 'Topic'), encryptionKey: new kms.Key(stack, 'Key') }))
      .toBe('\'encryptionKey\' must not be used together with \'topic\', got both. The key encrypts a new topic. Leave one of them out.');
    stack = stackIn('eu-west-1');
    expect(fails({ encryptionKey: kms.Key.fromKeyArn(stack, 'Far', KEY_ARN.replace('eu-west-1', 'us-east-1')) }))
      .toBe('\'encryptionKey\' must be in the Region of the wiring (\'eu-west-1\'), got a key in \'us-east-1\'. Create a key in the Region of the wiring.');
    stack = stackIn('eu-west-1');
    expect(fails({ encryptionKey: kms.Alias.fromAliasName(stack, 'Managed', 'alias/aws/sns') }))
      .toBe('\'encryptionKey\' must be a customer managed key, got \'alias/aws/sns\' on \'Stack/Managed\'. Create a customer managed key. The policy of the '
        + 'AWS managed key does not allow AWS Backup or EventBridge to use it, and cannot be changed.');
  });
});

describe('a topic of the user\'s', () => {
  test('receives the statements, also on its key, and is set on the vault', () => {
    const key = new kms.Key(stack, 'OwnKey');
    wire(stack, { topic: new sns.Topic(stack, 'Own', { masterKey: key }) });

    expect(ofType(stack, TOPIC)).toHaveLength(1);
    expect(only(stack, POLICY, 'Own').Properties.PolicyDocument.Statement).toEqual([expect.objectContaining({ Principal: { Service: 'backup.amazonaws.com' } })]);
    expect(only(stack, KEY, 'OwnKey').Properties.KeyPolicy.Statement[1].Principal).toEqual({ Service: 'backup.amazonaws.com' });
    expect(ofType(stack, VAULT)[0].Properties.Notifications.SNSTopicArn).toEqual({ Ref: expect.stringMatching(/^Own/) });
    expect(ofType(stack, VAULT)[0].DependsOn).toEqual([expect.stringMatching(/^OwnPolicy/)]);
    expect(cycleIn(templateOf(stack))).toBeUndefined();
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('of another stack is deployed before the vault', () => {
    const app = new App();
    const [backups, alerts] = [stackIn('eu-west-1', { app, id: 'Backups' }), stackIn('eu-west-1', { app, id: 'Monitoring' })];
    wire(backups, { topic: new sns.Topic(alerts, 'Own') });

    app.synth();
    expect(backups.dependencies).toEqual([alerts]);
    expect(only(alerts, POLICY, 'Own').Properties.PolicyDocument.Statement[0].Condition.ArnEquals)
      .toEqual({ 'aws:SourceArn': [arnOf('backup', 'backup-vault:orders')] });
  });

  test('of another stack needs no export if it has a name', () => {
    const app = new App();
    const [backups, alerts] = [stackIn('eu-west-1', { app, id: 'Backups' }), stackIn('eu-west-1', { app, id: 'Monitoring' })];
    wire(alerts, { topic: new sns.Topic(alerts, 'Own', { topicName: 'own' }), vaults: [vaultIn(backups)] });

    app.synth();
    expect(backups.dependencies).toEqual([alerts]);
    expect(ofType(backups, VAULT)[0].Properties.Notifications.SNSTopicArn).toEqual(arnOf('sns', 'own'));
    expect(templateOf(alerts)).not.toHaveProperty('Outputs');
  });

  test('without a key is published to without one', () => {
    wire(stack, { topic: new sns.Topic(stack, 'Own') });

    expect(only(stack, ROLE).Properties.Policies[0].PolicyDocument.Statement).toHaveLength(1);
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('that is imported stays unchanged, with a warning about what it needs', () => {
    wire(stack, { topic: sns.Topic.fromTopicArn(stack, 'Own', TOPIC_ARN) });

    expect(warningsOf(stack)).toEqual([
      `The library cannot change the policy of the topic '${TOPIC_ARN}', because this app does not own the topic. The policy must allow 'sns:Publish' to 'backup.amazonaws.com', where `
        + '\'aws:SourceAccount\' is the account and \'aws:SourceArn\' is one of the vaults. Otherwise the deployment of the vaults fails.',
      `The library cannot change the policy of the key of the topic '${TOPIC_ARN}'. If the topic is encrypted, the policy must allow `
        + '\'kms:Decrypt\' and \'kms:GenerateDataKey*\' to \'backup.amazonaws.com\', and in another account to the \'eventRole\' of the wiring. Otherwise '
        + 'messages are lost.',
    ]);
    expect(warningIdsOf(stack)).toEqual(['topicPolicyNotChanged', 'topicKeyNotChanged']);
    expect(ofType(stack, POLICY)).toEqual([]);
    expect(ofType(stack, VAULT)[0].DependsOn).toBeUndefined();
  });

  const overridden = (change: (topic: sns.CfnTopic) => void) => {
    const topic = new sns.Topic(stack, 'Own');
    change(topic.node.defaultChild as sns.CfnTopic);
    return topic;
  };

  test.each<[string, () => sns.ITopic]>([
    ['imported', () => sns.Topic.fromTopicArn(stack, 'Own', TOPIC_ARN)],
    ['under a key by its L1', () => overridden((topic) => { topic.kmsMasterKeyId = '12345678-1234-1234-1234-123456789012'; })],
  ])('that is %s lets the role use any key that it has, for its own messages', (_, make) => {
    const topic = make();
    wire(stack, { topic, events: [BackupEvent.BACKUP_JOB_FAILED] });

    expect(only(stack, ROLE).Properties.Policies[0].PolicyDocument.Statement[1]).toEqual({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': stack.resolve(topic.topicArn) } },
    });
    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('that is not encrypted needs no key', () => {
    wire(stack, { topic: new sns.Topic(stack, 'Own') });
    expect(only(stack, ROLE).Properties.Policies[0].PolicyDocument.Statement).toHaveLength(1);
  });

  test.each<[string, (key: kms.Key) => Partial<NotificationWiringProps>]>([
    ['of the new topic', (key) => ({ encryptionKey: key.addAlias('mine') })],
    ['of an own topic', (key) => ({ topic: new sns.Topic(stack, 'Own', { masterKey: new kms.Alias(stack, 'Alias', { aliasName: 'alias/mine', targetKey: key }) }) })],
  ])('an alias of the app as the key %s is the key behind it', (_, props) => {
    const key = new kms.Key(stack, 'Key');
    wire(stack, props(key));
    expect(only(stack, ROLE).Properties.Policies[0].PolicyDocument.Statement[1].Resource).toEqual(stack.resolve(key.keyArn));
  });

  const FIFO = (label: string) => `'topic' must be a standard topic, got the FIFO topic ${label}. Create a standard topic. AWS Backup publishes only to standard topics.`;
  const MANAGED = (label: string) => `'topic' must be encrypted with a customer managed key, got 'alias/aws/sns' on the topic ${label}. `
    + 'Set \'masterKey\' of the topic to a customer managed key, or leave out \'topic\'. '
    + 'The policy of the AWS managed key does not allow AWS Backup or EventBridge to use it, and cannot be changed.';

  test.each<[string, () => sns.ITopic, string]>([
    ['FIFO', () => new sns.Topic(stack, 'Own', { fifo: true }), FIFO('at \'Stack/Own\'')],
    ['FIFO by its L1', () => overridden((topic) => { topic.fifoTopic = true; }), FIFO('at \'Stack/Own\'')],
    ['FIFO by its ARN', () => sns.Topic.fromTopicArn(stack, 'Own', `${TOPIC_ARN}.fifo`), FIFO(`'${TOPIC_ARN}.fifo'`)],
    ['under the key of SNS', () => new sns.Topic(stack, 'Own', { masterKey: kms.Alias.fromAliasName(stack, 'Managed', 'alias/aws/sns') }), MANAGED('at \'Stack/Own\'')],
    ['under the key of SNS by its L1', () => overridden((topic) => { topic.kmsMasterKeyId = 'alias/aws/sns'; }), MANAGED('at \'Stack/Own\'')],
    ['in another Region', () => sns.Topic.fromTopicArn(stack, 'Own', TOPIC_ARN.replace('eu-west-1', 'us-east-1')),
      `'topic' must be in the Region of the wiring ('eu-west-1'), got the topic '${TOPIC_ARN.replace('eu-west-1', 'us-east-1')}' of 'us-east-1'. A vault and its topic share `
      + 'account and Region. Create one NotificationWiring for each Region, and repeat the subscribers.'],
    ['in another account', () => sns.Topic.fromTopicArn(stack, 'Own', TOPIC_ARN.replace(ACCOUNT, OTHER_ACCOUNT)),
      `'topic' must be in the account of the wiring ('${ACCOUNT}'), got the topic '${TOPIC_ARN.replace(ACCOUNT, OTHER_ACCOUNT)}' of '${OTHER_ACCOUNT}'. A vault and its topic `
      + 'share account and Region. Create one NotificationWiring for each Region, and repeat the subscribers.'],
  ])('fails if it is %s', (_, topicOf, expected) => {
    expect(fails({ topic: topicOf() })).toBe(expected);
  });

  test.each<[string, () => sns.ITopic]>([
    ['under a key with such a name', () => overridden((topic) => { topic.kmsMasterKeyId = 'alias/aws/sns-own'; })],
    ['by an ARN that ends in fifo', () => sns.Topic.fromTopicArn(stack, 'Own', `${TOPIC_ARN}fifo`)],
  ])('is read %s', (_, topicOf) => {
    expect(() => wire(stack, { topic: topicOf() })).not.toThrow();
  });

  test('fails in another Stage', () => {
    const app = new App();
    const [here, there] = ['Blue', 'Green'].map((name) => stackIn('eu-west-1', { app: new Stage(app, name) as App, id: 'Data' }));
    expect(errorOf(() => wire(here, { topic: new sns.Topic(there, 'Own') }))).toBe('NotificationWiring \'Blue/Data/Alerts\': \'topic\' must be in the Stage of '
      + 'the wiring (\'Blue\'), got the topic at \'Green/Data/Own\' of \'Green\'. Create a topic in each Stage.');
  });
});
