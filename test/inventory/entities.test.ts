import { inventoryOf, source } from './sources';
import type { Perhaps, PolicyDocument } from '../../src/iam';
import { UNKNOWN } from '../../src/values/unknown';

const vault = (name: unknown, properties: object = {}) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: name, ...properties } });
const planWith = (...rules: object[]) => ({ Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } } });
const copyTo = (arn: unknown) => planWith({ RuleName: 'daily', TargetBackupVault: 'vault', CopyActions: [{ DestinationBackupVaultArn: arn }] });
const ARN = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:copies';

test('a vault with its lock, key, policy and notifications', () => {
  const { vaults: [read] } = inventoryOf(source({
    Vault: vault('orders', {
      LockConfiguration: { MinRetentionDays: '7', MaxRetentionDays: { Ref: 'Open' } },
      EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
      AccessPolicy: { Statement: [{ Effect: 'Deny' }] },
      Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['COPY_JOB_FAILED'] },
    }),
    Key: { Type: 'AWS::KMS::Key' },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } },
  }, { sections: { Parameters: { Open: { Type: 'Number' } } } }));

  expect(read).toMatchObject({
    kind: 'standard',
    name: 'orders',
    label: '\'orders\'',
    lock: { minRetention: 7, maxRetention: UNKNOWN, changeableFor: undefined },
    keyKind: 'customerManaged',
    events: ['COPY_JOB_FAILED'],
    address: { sourceId: 'Stack', logicalId: 'Vault', cfnType: 'AWS::Backup::BackupVault', path: '' },
  });
  expect(String(read.arn)).toBe('arn:aws:backup:eu-central-1:111122223333:backup-vault:orders');
  expect(String(read.topic)).toBe('arn:aws:sns:eu-central-1:111122223333:alerts');
  expect(read.accessPolicy.json()).toEqual({ Statement: [{ Effect: 'Deny' }] });
});

test('a vault without lock and key, and an air-gapped one', () => {
  const { vaults } = inventoryOf(source({
    Vault: vault('orders'),
    AirGapped: { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: { BackupVaultName: 'safe', MinRetentionDays: 7, MaxRetentionDays: 30 } },
  }));

  expect(vaults).toMatchObject([
    { lock: undefined, keyKind: 'awsManaged', topic: undefined, events: undefined },
    { kind: 'airGapped', lock: { minRetention: 7, maxRetention: 30, changeableFor: undefined }, keyKind: 'awsOwned' },
  ]);
});

test('a rule, and the paths of its values', () => {
  const { rules: [rule], plans } = inventoryOf(source({
    Plan: planWith({
      RuleName: 'daily',
      TargetBackupVault: { Ref: 'Vault' },
      ScheduleExpression: 'cron(0 5 ? * * *)',
      StartWindowMinutes: '60',
      EnableContinuousBackup: 'true',
      Lifecycle: { DeleteAfterDays: 35, OptInToArchiveForSupportedResources: false },
    }),
    Vault: vault('orders'),
  }));

  expect(rule).toMatchObject({
    name: 'daily',
    schedule: 'cron(0 5 ? * * *)',
    timezone: undefined,
    startWindow: 60,
    completionWindow: undefined,
    continuous: true,
    lifecycle: { deleteAfter: 35, moveToColdStorageAfter: undefined, optInToArchive: false },
    airGappedTarget: undefined,
    copies: undefined,
    target: { kind: 'inApp', vaultName: 'orders' },
  });
  expect(rule.plan).toBe(plans[0]);
  expect(rule.address.path).toBe('BackupPlan.BackupPlanRule[0]');
  expect(rule.properties.get('Lifecycle').get('DeleteAfterDays').path).toBe('BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays');
});

test.each<[string, unknown, string]>([
  ['by Ref', { Ref: 'Vault' }, 'inApp'],
  ['by attribute', { 'Fn::GetAtt': ['Vault', 'BackupVaultName'] }, 'inApp'],
  ['by name', 'orders', 'inApp'],
  ['by another name', 'Orders', 'outside'],
  ['by a parameter', { Ref: 'Open' }, 'unknown'],
  ['by nothing', undefined, 'unknown'],
])('the vault of a rule %s', (_name, target, kind) => {
  const { rules: [rule] } = inventoryOf(source(
    { Plan: planWith({ RuleName: 'daily', TargetBackupVault: target }), Vault: vault('orders') },
    { sections: { Parameters: { Open: { Type: 'String' } } } },
  ));

  expect(rule.target.kind).toBe(kind);
});

test('a rule names the vault of its own Region', () => {
  const { rules: [rule] } = inventoryOf(
    source({ Vault: vault('orders') }, { id: 'West', region: 'eu-west-1' }),
    source({ Plan: planWith({ RuleName: 'daily', TargetBackupVault: 'orders' }) }),
  );

  expect(rule.target.kind).toBe('outside');
});

test.each<[string, unknown, object]>([
  ['a vault of the app', ARN, { destination: { kind: 'inApp', vaultName: 'copies', region: 'eu-west-1' }, crossRegion: true, crossAccount: false }],
  ['the same by Sub', { 'Fn::Sub': 'arn:${AWS::Partition}:backup:eu-west-1:${AWS::AccountId}:backup-vault:copies' }, { destination: { kind: 'inApp' } }],
  ['another vault', ARN.replace('copies', 'others'), { destination: { kind: 'outside', vaultName: 'others' }, crossRegion: true, crossAccount: false }],
  ['another account', ARN.replace('111122223333', '444455556666'), { destination: { kind: 'outside', account: '444455556666' }, crossRegion: true, crossAccount: true }],
  ['an open name', { 'Fn::Sub': 'arn:aws:backup:${AWS::Region}:444455556666:backup-vault:${Open}' }, { destination: { kind: 'unknown', vaultName: UNKNOWN }, crossRegion: false, crossAccount: true }],
  ['an open Region', { 'Fn::Sub': 'arn:aws:backup:${Open}:111122223333:backup-vault:copies' }, { destination: { kind: 'unknown' }, crossRegion: UNKNOWN, crossAccount: UNKNOWN }],
  ['an open ARN', { Ref: 'Open' }, { destination: { kind: 'unknown' }, crossRegion: UNKNOWN, crossAccount: UNKNOWN }],
  ['no ARN', 'copies', { destination: { kind: 'unknown' }, crossRegion: UNKNOWN, crossAccount: UNKNOWN }],
])('a copy to %s', (_name, arn, expected) => {
  const { copies } = inventoryOf(
    source({ Plan: copyTo(arn) }, { sections: { Parameters: { Open: { Type: 'String' } } } }),
    source({ Vault: vault('copies') }, { id: 'West', region: 'eu-west-1' }),
  );

  expect(copies).toMatchObject([expected]);
});

test('a copy within a stack for any place stays there', () => {
  const { copies } = inventoryOf(source({ Plan: copyTo({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }), Vault: vault('copies') }, { account: undefined, region: undefined }));

  expect(copies).toMatchObject([{ destination: { kind: 'inApp' }, crossRegion: false, crossAccount: false }]);
});

test('rules that are not resolved have unknown properties', () => {
  const sections = { Parameters: { Open: { Type: 'String' } }, Conditions: { Perhaps: { 'Fn::Equals': [{ Ref: 'Open' }, 'x'] } } };
  const { rules } = inventoryOf(source({ Plan: planWith({ 'Fn::If': ['Perhaps', { RuleName: 'a' }, { RuleName: 'b' }] }) }, { sections }));

  expect(rules).toMatchObject([{ name: UNKNOWN, schedule: UNKNOWN, lifecycle: { deleteAfter: UNKNOWN }, copies: UNKNOWN }]);
});

const allow = (action: string) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, Resource: '*' } });
const actionsIn = (document: Perhaps<PolicyDocument>) => (
  document === UNKNOWN ? document : document.statements.map((statement) => statement !== UNKNOWN && [statement.effect, ...statement.actions.items])
);

test('a role with all policies that are attached to it', () => {
  const { roles: [role], selections: [selection] } = inventoryOf(source({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } },
        PermissionsBoundary: { Ref: 'Boundary' },
        Policies: [{ PolicyName: 'inline', PolicyDocument: allow('a:Inline') }],
        ManagedPolicyArns: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/IAMFullAccess' }, { Ref: 'Boundary' }, 'arn:aws:iam::111122223333:policy/mine',
          'arn:aws:iam::aws:policy/NotInTheTable', 'arn:aws:iam::111122223333:policy/elsewhere',
        ],
      },
    },
    Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow('a:Boundary') } },
    Named: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'mine', PolicyDocument: allow('a:Named') } },
    Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow('a:Managed'), Roles: [{ Ref: 'Role' }] } },
    Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: allow('a:Policy'), Roles: [{ Ref: 'Role' }] } },
    OfRole: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyDocument: JSON.stringify(allow('a:OfRole')), RoleName: { Ref: 'Role' } } },
    OfOther: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyDocument: allow('a:OfOther'), RoleName: 'other' } },
    OfAny: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyDocument: allow('a:OfAny'), RoleName: { 'Fn::ImportValue': 'role' } } },
    Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupSelection: { IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } } },
  }));

  expect(role.policies.map(actionsIn)).toEqual([
    [['Allow', 'a:Inline']], [['Allow', 'iam:PassRole']], [['Allow', 'a:Boundary']], [['Allow', 'a:Named']], UNKNOWN, UNKNOWN,
    [['Allow', 'a:Policy']], [['Allow', 'a:OfRole']], [['Allow', 'a:Managed']], [[UNKNOWN, 'a:OfAny']],
  ]);
  expect(actionsIn(role.boundary!)).toEqual([['Allow', 'a:Boundary']]);
  expect(actionsIn(role.trust)).toEqual([['Allow', 'sts:AssumeRole']]);
  expect(selection.role).toBe(role);
});

test('a topic with the policies that name it', () => {
  const { topics } = inventoryOf(source({
    Topic: { Type: 'AWS::SNS::Topic', Properties: { FifoTopic: true, KmsMasterKeyId: 'alias/aws/sns' } },
    Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: [] } } },
  }));

  expect(topics).toMatchObject([{ fifo: true, keyKind: 'awsManaged' }]);
  expect(topics[0].policies.map((policy) => policy.json())).toEqual([{ Statement: [] }]);
});

test.each(['Framework', 'ReportPlan', 'RestoreTestingPlan', 'RestoreTestingSelection', 'TieringConfiguration', 'LegalHold', 'BackupAccessPoint'])('%s is listed', (name) => {
  const [entity] = inventoryOf(source({ It: { Type: `AWS::Backup::${name}`, Properties: { A: { 'Fn::Sub': '${AWS::Region}' } } } })).ofType(`AWS::Backup::${name}`);

  expect(entity.properties.json()).toEqual({ A: 'eu-central-1' });
});

test('-1 days means no expiry, and in a copy is unknown', () => {
  const copy = { DestinationBackupVaultArn: ARN, Lifecycle: { DeleteAfterDays: -1 } };
  const always = { RuleName: 'always', TargetBackupVault: 'vault', Lifecycle: { DeleteAfterDays: -1 } };
  const weekly = { RuleName: 'weekly', TargetBackupVault: 'vault', Lifecycle: { DeleteAfterDays: '7' }, CopyActions: [copy] };
  const { rules } = inventoryOf(source({ Plan: planWith(always, weekly) }));

  expect(rules).toMatchObject([
    { lifecycle: { deleteAfter: undefined } },
    { lifecycle: { deleteAfter: 7 }, copies: [{ lifecycle: { deleteAfter: UNKNOWN } }] },
  ]);
});

test('an air-gapped vault of a rule, and whether it is in the environment of the plan', () => {
  const into = (arn: unknown) => planWith({ RuleName: 'daily', TargetBackupVault: 'vault', TargetLogicallyAirGappedBackupVaultArn: arn });
  const beside = { 'Fn::Sub': 'arn:${AWS::Partition}:backup:${AWS::Region}:${AWS::AccountId}:backup-vault:safe' };
  const { rules } = inventoryOf(source({ Elsewhere: into(ARN), Beside: into(beside) }));

  expect(rules.map(({ airGappedTarget }) => airGappedTarget)).toMatchObject([
    { kind: 'outside', crossRegion: true, crossAccount: false },
    { kind: 'outside', crossRegion: false, crossAccount: false },
  ]);
});
