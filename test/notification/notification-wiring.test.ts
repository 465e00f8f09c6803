import { type Stack, App, NestedStack, Stage } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as sns from 'aws-cdk-lib/aws-sns';
import { KEY, POLICY, ROLE, RULE, TOPIC, VAULT, leftOf, ofType, only, templateOf, vaultIn, wire } from './wiring';
import { BackupEvent, CompliantVault, NotificationWiring } from '../../src';
import { cycleIn, waitsFor } from '../cycles';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const DEFAULT_VAULT_EVENTS = [
  'CONTINUOUS_BACKUP_INTERRUPTED', 'S3_BACKUP_OBJECT_FAILED', 'S3_RESTORE_OBJECT_FAILED', 'EKS_BACKUP_OBJECT_FAILED', 'EKS_RESTORE_OBJECT_FAILED',
];

const arnOf = (name: string, region: unknown = 'eu-west-1', account: unknown = ACCOUNT) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:backup:${String(region)}:${String(account)}:backup-vault:${name}`]],
});

describe('the vaults', () => {
  test('of every kind receive the topic, and depend on its policy', () => {
    const vaults = [
      vaultIn(stack),
      new backup.BackupVault(stack, 'L2', { backupVaultName: 'second' }),
      new backup.CfnBackupVault(stack, 'L1', { backupVaultName: 'third' }),
    ];
    wire(stack, { vaults });

    const template = templateOf(stack);
    const [topic] = Object.keys(template.Resources).filter((id) => template.Resources[id].Type === TOPIC);
    const [policy] = Object.keys(template.Resources).filter((id) => template.Resources[id].Type === POLICY);
    for (const vault of ofType(stack, VAULT)) {
      expect(vault.Properties.Notifications).toEqual({ BackupVaultEvents: DEFAULT_VAULT_EVENTS, SNSTopicArn: { Ref: topic } });
      expect(vault.DependsOn).toEqual([policy]);
    }
    expect(ofType(stack, VAULT)).toHaveLength(3);
  });

  test('of two Regions or accounts, or of another Region than the topic, are rejected if the wiring has no environment', () => {
    const app = new App();
    const agnostic = stackIn(undefined, { app, id: 'Anywhere' });
    const [one, two, other] = [['One', 'eu-west-1', ACCOUNT], ['Two', 'us-east-1', ACCOUNT], ['Other', 'eu-west-1', OTHER_ACCOUNT]]
      .map(([id, region, account]) => vaultIn(stackIn(region, { app, id, account }), id.toLowerCase()));
    const fails = (props: Parameters<typeof wire>[1]) => errorOf(() => wire(agnostic, props));
    expect(fails({ vaults: [one, two] })).toContain("'vaults' must be in the Region of the wiring ('eu-west-1'), got the vault 'two' of 'us-east-1'");
    expect(fails({ vaults: [one, other] })).toContain(`'vaults' must be in the account of the wiring ('${ACCOUNT}'), got the vault 'other' of '${OTHER_ACCOUNT}'`);
    const topic = sns.Topic.fromTopicArn(agnostic, 'Far', `arn:aws:sns:us-east-1:${ACCOUNT}:far`);
    expect(fails({ vaults: [one], topic })).toContain("'topic' must be in the Region of the wiring ('eu-west-1')");
    expect(() => wire(agnostic, { vaults: [one] })).not.toThrow();
  });

  test('and everything else have no cycle', () => {
    wire(stack, { vaults: [vaultIn(stack), vaultIn(stack, 'second')] });

    const template = templateOf(stack);
    expect(cycleIn(template)).toBeUndefined();
    const vaults = Object.values(template.Resources).filter(({ Type: type }) => type === VAULT);
    const reach = (id: string): string[] => [id, ...waitsFor(template.Resources[id], template.Resources).flatMap(reach)];
    for (const vault of vaults) {
      const types = waitsFor(vault, template.Resources).flatMap(reach).map((id) => template.Resources[id].Type);
      expect(types).toEqual(expect.arrayContaining([TOPIC, POLICY, KEY]));
      expect(types).not.toContain(VAULT);
    }
  });

  test('of another stack are deployed after the topic, and name it without an export', () => {
    const app = new App();
    const [backups, alerts] = [stackIn('eu-west-1', { app, id: 'Backups' }), stackIn('eu-west-1', { app, id: 'Monitoring' })];
    wire(alerts, { vaults: [vaultIn(backups)] });

    app.synth();
    expect(backups.dependencies).toEqual([alerts]);
    expect(alerts.dependencies).toEqual([]);
    const { TopicName: topicName } = only(alerts, TOPIC).Properties;
    expect(ofType(backups, VAULT)[0].Properties.Notifications.SNSTopicArn)
      .toEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:sns:eu-west-1:${ACCOUNT}:${topicName}`]] });
    expect(only(alerts, POLICY).Properties.PolicyDocument.Statement[1].Condition.ArnEquals).toEqual({ 'aws:SourceArn': [arnOf('orders')] });
    expect(JSON.stringify([templateOf(backups), templateOf(alerts)])).not.toMatch(/ImportValue|"Export"|GetStackOutput/);
  });

  test('of a nested stack are watched too', () => {
    const nested = new NestedStack(stack, 'Nested');
    wire(stack, { vaults: [vaultIn(nested)] });

    expect(cycleIn(templateOf(stack))).toBeUndefined();
    expect(ofType(nested, VAULT)[0].Properties.Notifications.BackupVaultEvents).toEqual(DEFAULT_VAULT_EVENTS);
    const [holder] = ofType(stack, 'AWS::CloudFormation::Stack');
    expect(holder.DependsOn).toEqual([expect.stringMatching(/^AlertsTopicPolicy/)]);
  });

  test('stay unchanged if EventBridge reports everything', () => {
    wire(stack, { events: [BackupEvent.BACKUP_JOB_FAILED] });

    expect(ofType(stack, VAULT)[0].Properties.Notifications).toBeUndefined();
    expect(ofType(stack, VAULT)[0].DependsOn).toBeUndefined();
    expect(JSON.stringify(only(stack, POLICY))).not.toContain('backup.amazonaws.com');
    expect(JSON.stringify(only(stack, KEY).Properties.KeyPolicy)).not.toContain('backup.amazonaws.com');
  });
});

describe('fails on', () => {
  const fails = (props: Parameters<typeof wire>[1]) => errorOf(() => wire(stack, props)).replace('NotificationWiring \'Stack/Alerts\'', '');

  test('no vault', () => {
    expect(fails({ vaults: [] })).toBe(': \'vaults\' must name a vault, got none. Pass at least one.');
  });

  test('an imported vault', () => {
    expect(fails({ vaults: [CompliantVault.fromBackupVaultName(stack, 'Imported', 'central')] }))
      .toBe(': \'vaults\' must be vaults of this app, got \'central\', which is imported. Its notifications belong to the template that creates it. Create a '
        + 'NotificationWiring there.');
  });

  test('a vault twice, under any name', () => {
    const vault = vaultIn(stack);
    expect(fails({ vaults: [vault, vault.node.defaultChild as backup.CfnBackupVault] }))
      .toBe(': \'vaults\' must name each vault once, got \'orders\' twice. Leave one out.');
  });

  const HAS_NOTIFICATIONS = ': \'vaults\' must have no notifications yet, got some on the vault \'orders\'. AWS Backup supports one topic per vault. Remove '
    + 'them, or use one NotificationWiring for all.';

  test('a vault with notifications', () => {
    const vault = new backup.BackupVault(stack, 'Vault', { backupVaultName: 'orders', notificationTopic: new sns.Topic(stack, 'Other') });
    expect(fails({ vaults: [vault] })).toBe(HAS_NOTIFICATIONS);
  });

  test('a vault with notifications that are written over', () => {
    const vault = vaultIn(stack);
    (vault.node.defaultChild as backup.CfnBackupVault).addPropertyOverride('Notifications', { BackupVaultEvents: [], SNSTopicArn: 'arn' });
    expect(fails({ vaults: [vault] })).toBe(HAS_NOTIFICATIONS);
  });

  test('a vault that another wiring watches', () => {
    const vault = vaultIn(stack);
    new NotificationWiring(stack, 'First', { vaults: [vault] });
    expect(fails({ vaults: [vault] })).toBe(HAS_NOTIFICATIONS);
    expect(() => wire(stack, { vaults: [vault], events: [BackupEvent.BACKUP_JOB_FAILED] })).not.toThrow();
  });

  test.each([
    ['Region', 'us-east-1', ACCOUNT, 'eu-west-1', 'us-east-1'],
    ['account', 'eu-west-1', OTHER_ACCOUNT, ACCOUNT, OTHER_ACCOUNT],
  ])('vaults of two: %s', (part, region, account, here, there) => {
    const app = new App();
    const [near, far] = [stackIn('eu-west-1', { app, id: 'Near' }), stackIn(region, { app, id: 'Far', account })];
    expect(errorOf(() => wire(near, { vaults: [vaultIn(near), vaultIn(far, 'orders-dr')] })))
      .toBe(`NotificationWiring 'Near/Alerts': 'vaults' must be in the ${part} of the wiring ('${here}'), got the vault 'orders-dr' of '${there}'. A `
        + 'vault and its topic share account and Region. Create one NotificationWiring for each Region, in a stack of that Region, and repeat the '
        + 'subscribers.');
  });

  test('a vault of another Stage', () => {
    const app = new App();
    const [blue, green] = ['Blue', 'Green'].map((name) => new Stage(app, name, { env: { account: ACCOUNT, region: 'eu-west-1' } }));
    const [here, there] = [blue, green].map((stage) => stackIn('eu-west-1', { app: stage as App, id: 'Data' }));
    expect(errorOf(() => wire(here, { vaults: [vaultIn(there)] }))).toBe('NotificationWiring \'Blue/Data/Alerts\': \'vaults\' must be in the Stage of the '
      + 'wiring (\'Blue\'), got the vault \'orders\' of \'Green\'. Create a NotificationWiring in that Stage.');
  });

  test('an invalid address, or one twice', () => {
    expect(fails({ emails: ['oncall', 'on call@example.com', 'a@b', 'a@b'] })).toBe(' has 3 problems:\n'
      + '  - \'emails\' must contain email addresses, got \'oncall\'. Write them as \'name@example.com\'.\n'
      + '  - \'emails\' must contain email addresses, got \'on call@example.com\'. Write them as \'name@example.com\'.\n'
      + '  - \'emails\' must contain each address once, got \'a@b\' twice. Leave one out.');
  });

  test('no event, or one twice', () => {
    expect(fails({ events: [] })).toBe(': \'events\' must name an event, got none. Leave it out to be notified of all failures.');
    expect(errorOf(() => new NotificationWiring(stack, 'Twice', {
      vaults: [vaultIn(stack, 'second')], events: [BackupEvent.COPY_JOB_STARTED, BackupEvent.vaultEvent('COPY_JOB_STARTED')],
    }))).toBe('NotificationWiring \'Stack/Twice\': \'events\' must contain each event once, got \'COPY_JOB_STARTED\' twice. Leave one out.');
  });

  test('all of these at once, and creates nothing', () => {
    const topic = new sns.Topic(stack, 'Fifo', { fifo: true });
    const error = fails({ vaults: [], topic, emails: ['x'], events: [] });
    expect(error.split('\n  - ').map((line) => /^'(\w+)'/.exec(line)?.[1])).toEqual([undefined, 'vaults', 'topic', 'events', 'emails']);
    expect(leftOf(stack, 'Alerts')).toEqual([]);
  });
});

describe('events that the guide', () => {
  const warned = (eventName: string) => {
    wire(stack, { events: [BackupEvent.vaultEvent(eventName)] });
    return warningsOf(stack);
  };

  test.each(['BACKUP_PLAN_CREATED', 'BACKUP_PLAN_MODIFIED'])('does not list are a warning: %s', (eventName) => {
    expect(warned(eventName))
      .toEqual([`'events' should contain events that the guide lists as supported, got '${eventName}'. Leave it out. AWS Backup accepts the event, but never sends it.`]);
    expect(warningIdsOf(stack)).toEqual(['unlistedEvent']);
  });

  test('has not listed yet are a warning', () => {
    expect(warned('NEW_EVENT')).toEqual(['\'events\' must contain events of AWS Backup, got \'NEW_EVENT\', which this library does not know. Check its name. The deployment fails if AWS Backup '
      + 'does not know it either.']);
  });

  test('lists are not warnings', () => {
    expect(warned('BACKUP_JOB_FAILED')).toEqual([]);
    expect(ofType(stack, VAULT)[0].Properties.Notifications.BackupVaultEvents).toEqual(['BACKUP_JOB_FAILED']);
  });
});

describe('the default of a Region', () => {
  test('is without Amazon EKS where AWS Backup does not protect it', () => {
    const china = stackIn('cn-north-1');
    wire(china);

    expect(ofType(china, VAULT)[0].Properties.Notifications.BackupVaultEvents).toEqual(DEFAULT_VAULT_EVENTS.filter((event) => !event.startsWith('EKS_')));
    expect(JSON.stringify(templateOf(china))).not.toMatch(/arn:aws[\w-]*:/);
  });

  test('is everything if the Region is unknown, with the ARNs of the environment of the deployment', () => {
    const agnostic = stackIn(undefined);
    wire(agnostic);

    expect(ofType(agnostic, VAULT)[0].Properties.Notifications.BackupVaultEvents).toEqual(DEFAULT_VAULT_EVENTS);
    expect(only(agnostic, POLICY).Properties.PolicyDocument.Statement[1].Condition).toEqual({
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      ArnEquals: {
        'aws:SourceArn': [{
          'Fn::Join': ['', [
            'arn:', { Ref: 'AWS::Partition' }, ':backup:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':backup-vault:orders',
          ]],
        }],
      },
    });
    expect(cycleIn(templateOf(agnostic))).toBeUndefined();
  });
});

test('the same ids in two Stages and two stacks give different names', () => {
  const app = new App();
  const stages = ['Blue', 'Green'].map((name) => new Stage(app, name));
  const stacks = stages.flatMap((stage) => ['One', 'Two'].map((id) => stackIn('eu-west-1', { app: stage as App, id })));
  for (const each of stacks) { wire(each); }

  const names = stacks.flatMap((each) => [
    only(each, TOPIC).Properties.TopicName, only(each, RULE).Properties.Name, only(each, 'AWS::KMS::Alias').Properties.AliasName,
  ]);
  expect(new Set(names).size).toBe(12);
  expect(stacks.flatMap((each) => ofType(each, ROLE)).every(({ Properties: { RoleName: name } }) => name === undefined)).toBe(true);
});
