import { type Stack, App, Duration, Fn, NestedStack, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BackupTier, CompliantVault, TieredBackupPlan, VaultLock } from '../../src';
import { evaluate } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const VAULT = 'AWS::Backup::BackupVault';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

describe('the name', () => {
  test.each(['ab', 'a'.repeat(50), 'Orders_backup-1'])('accepts %p', (vaultName) => {
    new CompliantVault(stack, 'Vault', { vaultName });

    Template.fromStack(stack).hasResourceProperties(VAULT, { BackupVaultName: vaultName });
  });

  test.each(['a', 'a'.repeat(51), 'orders.backup', 'orders backup', ''])('fails on %p', (vaultName) => {
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { vaultName })))
      .toBe(`CompliantVault 'Stack/Vault': 'vaultName' must be 2 to 50 letters, digits, hyphens, or underscores, got '${vaultName}'. Choose another name.`);
  });

  test('is a readable part and a hash by default', () => {
    new CompliantVault(stack, 'Vault');

    Template.fromStack(stack).hasResourceProperties(VAULT, { BackupVaultName: Match.stringLikeRegexp('^Stack-Vault-[0-9a-f]{8}$') });
  });

  test('stays within 50 characters, with the end of the path in it', () => {
    const long = stackIn('eu-west-1', { id: 'A'.repeat(80) });
    new CompliantVault(long, `${'b'.repeat(60)}Orders`);

    Template.fromStack(long).hasResourceProperties(VAULT, { BackupVaultName: Match.stringLikeRegexp('^A{20}-b{14}Orders-[0-9a-f]{8}$') });
  });

  test('is a reference in its own stack, and literal elsewhere without an export', () => {
    const app = new App();
    const [own, other] = [stackIn('eu-west-1', { app, id: 'Own' }), stackIn('us-east-1', { app, id: 'Other' })];
    const vault = new CompliantVault(own, 'Vault', { vaultName: 'orders' });
    for (const each of [own, other]) {
      new iam.ManagedPolicy(each, 'Policy', { statements: [new iam.PolicyStatement({ actions: [vault.backupVaultName], resources: [vault.backupVaultArn] })] });
    }

    const logicalId = own.getLogicalId(vault.node.defaultChild as backup.CfnBackupVault);
    const statement = (template: Template) => Object.values(template.findResources('AWS::IAM::ManagedPolicy'))[0].Properties.PolicyDocument.Statement[0];
    expect(statement(Template.fromStack(own))).toMatchObject({ Action: { Ref: logicalId }, Resource: { 'Fn::GetAtt': [logicalId, 'BackupVaultArn'] } });
    expect(statement(Template.fromStack(other))).toMatchObject({
      Action: 'orders',
      Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:backup:eu-west-1:${ACCOUNT}:backup-vault:orders`]] },
    });
    expect(Template.fromStack(own).findOutputs('*')).toEqual({});
  });
});

describe('the key', () => {
  test('is created with rotation, an alias, and retention', () => {
    new CompliantVault(stack, 'Vault', { vaultName: 'orders' });

    const template = Template.fromStack(stack);
    template.hasResource('AWS::KMS::Key', { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    template.hasResourceProperties('AWS::KMS::Alias', { AliasName: 'alias/backup-vault/orders' });
    template.hasResourceProperties(VAULT, { EncryptionKeyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^VaultKey'), 'Arn'] } });
  });

  test('lets the service-linked role of AWS Backup use it, named by a condition because it might not exist yet', () => {
    new CompliantVault(stack, 'Vault');

    const root = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${ACCOUNT}:root`]] };
    const role = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${ACCOUNT}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`]] };
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' },
          Match.objectLike({ Effect: 'Deny', Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'] }),
          {
            Effect: 'Allow',
            Principal: { AWS: root },
            Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
            Resource: '*',
            Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
          },
          {
            Effect: 'Allow',
            Principal: { AWS: root },
            Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
            Resource: '*',
            Condition: { ArnEquals: { 'aws:PrincipalArn': role }, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
          },
        ],
      },
    });
  });

  test('is shared with another account once, on request', () => {
    const vault = new CompliantVault(stack, 'Vault');
    vault.shareKeyWith(OTHER_ACCOUNT);
    vault.shareKeyWith(OTHER_ACCOUNT);

    const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    expect(key.Properties.KeyPolicy.Statement).toHaveLength(6);
    expect(JSON.stringify(key.Properties.KeyPolicy.Statement[4])).toContain(`:iam::${OTHER_ACCOUNT}:root`);
    expect(errorOf(() => vault.shareKeyWith('x'))).toBe('CompliantVault \'Stack/Vault\': \'accountId\' must be an account ID of 12 digits, got \'x\'. Write all digits as a string.');
  });

  test('fails if it is an alias, or in another Region', () => {
    const [alias, far] = [kms.Alias.fromAliasName(stack, 'Alias', 'alias/orders'), kms.Key.fromKeyArn(stack, 'Far', `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`)];

    expect(errorOf(() => new CompliantVault(stack, 'Vault', { encryptionKey: alias }))).toBe('CompliantVault \'Stack/Vault\': \'encryptionKey\' must be a key, got the alias at '
      + '\'Stack/Alias\'. Use the key itself, or Key.fromKeyArn(…). AWS Backup accepts only the ARN of a key.');
    const owned = new kms.Key(stack, 'Key').addAlias('orders');
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { encryptionKey: owned })))
      .toContain('\'encryptionKey\' must be a key, got the alias at \'Stack/Key/Alias\'');
    expect(errorOf(() => new CompliantVault(stack, 'Vault', { encryptionKey: far })))
      .toBe('CompliantVault \'Stack/Vault\': \'encryptionKey\' must be in the Region of the vault (\'eu-west-1\'), got a key in \'us-east-1\'. Create a key in the Region of the vault.');
  });

  test('can be a value of Systems Manager', () => {
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', Fn.sub('{{resolve:ssm:/${AWS::Region}/k}}'));
    new CompliantVault(stack, 'Vault', { encryptionKey });

    const template = Template.fromStack(stack).toJSON();
    const { findings } = evaluate(BackupInventory.of([{ id: 'Stack', template, region: 'eu-west-1', account: ACCOUNT }]), RULES, {});
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('has a warning if it is deleted with its stack and the vault is not', () => {
    const key = (id: string, removalPolicy: RemovalPolicy) => new kms.Key(stack, id, { removalPolicy });
    new CompliantVault(stack, 'Kept', { encryptionKey: key('KeptKey', RemovalPolicy.RETAIN) });
    new CompliantVault(stack, 'Rolled', { encryptionKey: key('RolledKey', RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE) });
    const later = key('LaterKey', RemovalPolicy.DESTROY);
    new CompliantVault(stack, 'Later', { encryptionKey: later });
    later.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new CompliantVault(stack, 'Both', { encryptionKey: key('BothKey', RemovalPolicy.DESTROY), removalPolicy: RemovalPolicy.DESTROY });
    expect(warningsOf(stack)).toEqual([]);
    new CompliantVault(stack, 'Lost', { encryptionKey: key('LostKey', RemovalPolicy.DESTROY) });
    new CompliantVault(stack, 'Plain', { encryptionKey: kms.Key.fromCfnKey(new kms.CfnKey(stack, 'PlainKey', { keyPolicy: { Version: '2012-10-17', Statement: [] } })) });
    expect(warningsOf(stack)).toEqual(['LostKey', 'PlainKey/@FromCfnKey'].map((id) => '\'encryptionKey\' should be a key that is retained when its stack is '
      + `deleted, got the key 'Stack/${id}', which is deleted. Give it RemovalPolicy.RETAIN. Without the key, nobody can restore the recovery points that it encrypts.`));
    expect(warningIdsOf(stack)).toEqual(['keyDeletedWithStack', 'keyDeletedWithStack']);
  });

  test('can be the user\'s own', () => {
    const key = kms.Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/12345678-1234-1234-1234-123456789012`);
    const vault = new CompliantVault(stack, 'Vault', { encryptionKey: key });

    Template.fromStack(stack).hasResourceProperties(VAULT, { EncryptionKeyArn: key.keyArn });
    Template.fromStack(stack).resourceCountIs('AWS::KMS::Key', 0);
    expect(vault.encryptionKey).toBe(key);
  });
});

describe('retention', () => {
  test('the vault is retained, but not after a rolled-back create', () => {
    new CompliantVault(stack, 'Vault');

    Template.fromStack(stack).hasResource(VAULT, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test.each([
    [undefined, 'RetainExceptOnCreate', 'Retain'],
    [RemovalPolicy.RETAIN, 'Retain', 'Retain'],
    [RemovalPolicy.DESTROY, 'Delete', 'Delete'],
  ])('applies to the key as to the vault: %s', (removalPolicy, deletion, replacement) => {
    new CompliantVault(stack, 'Vault', { removalPolicy });

    for (const type of [VAULT, 'AWS::KMS::Key']) {
      Template.fromStack(stack).hasResource(type, { DeletionPolicy: deletion, UpdateReplacePolicy: replacement });
    }
  });
});

test('fails on a removal policy that a vault does not support', () => {
  expect(errorOf(() => new CompliantVault(stack, 'Vault', { removalPolicy: RemovalPolicy.SNAPSHOT })))
    .toBe('CompliantVault \'Stack/Vault\': \'removalPolicy\' must not be SNAPSHOT, which vaults do not support, got \'snapshot\'. Leave it out.');
});

test('accepts tags by props and by Tags.of', () => {
  const vault = new CompliantVault(stack, 'Vault', { tags: { team: 'orders' } });
  Tags.of(vault).add('stage', 'prod');

  Template.fromStack(stack).hasResourceProperties(VAULT, { BackupVaultTags: { team: 'orders', stage: 'prod' } });
});

test('has no lock unless one is given', () => {
  new CompliantVault(stack, 'Vault');

  Template.fromStack(stack).hasResourceProperties(VAULT, { LockConfiguration: Match.absent() });
});

describe('grants', () => {
  const policyOf = (template: Template) => Object.values(template.findResources('AWS::IAM::Policy'))[0].Properties.PolicyDocument.Statement;
  let vault: CompliantVault;
  let operator: iam.Role;
  let service: iam.IRole;
  beforeEach(() => {
    vault = new CompliantVault(stack, 'Vault');
    operator = new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
    service = iam.Role.fromRoleArn(stack, 'Service', `arn:aws:iam::${ACCOUNT}:role/backup`);
  });
  const passRole = {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:aws:iam::${ACCOUNT}:role/backup`,
    Condition: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
  };

  test('of single actions, on the vault', () => {
    vault.grant(operator, 'backup:DescribeBackupVault');

    expect(policyOf(Template.fromStack(stack))).toEqual([
      { Effect: 'Allow', Action: 'backup:DescribeBackupVault', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Vault/), 'BackupVaultArn'] } },
    ]);
  });

  test('fail on a wildcard', () => {
    expect(errorOf(() => vault.grant(operator, 'backup:*'))).toBe('CompliantVault \'Stack/Vault\': \'actions\' must name each action, got \'backup:*\'. '
      + 'List the actions. AWS Backup rejects wildcards in the access policy of a vault.');
  });

  test('to start backups, with the role to pass', () => {
    vault.grantStartBackup(operator, service);

    expect(policyOf(Template.fromStack(stack))).toEqual([
      { Effect: 'Allow', Action: 'backup:StartBackupJob', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Vault/), 'BackupVaultArn'] } },
      { Effect: 'Allow', Action: 'backup:DescribeBackupJob', Resource: '*' },
      passRole,
    ]);
  });

  test('to start restores, on recovery points of this account and Region', () => {
    vault.grantStartRestore(operator);

    const [find, start, watch, ...rest] = policyOf(Template.fromStack(stack));
    expect(find.Action).toBe('backup:ListRecoveryPointsByBackupVault');
    expect(start.Action).toEqual(['backup:DescribeRecoveryPoint', 'backup:GetRecoveryPointRestoreMetadata', 'backup:StartRestoreJob']);
    expect(start.Resource).toContainEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:backup:eu-west-1:${ACCOUNT}:recovery-point:*`]] });
    expect(start.Resource).toContainEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ec2:eu-west-1::snapshot/*']] });
    expect(watch).toEqual({ Effect: 'Allow', Action: 'backup:DescribeRestoreJob', Resource: '*' });
    expect(rest).toEqual([]);
  });

  test('to start restores pass the role only to AWS Backup', () => {
    vault.grantStartRestore(operator, service);

    expect(policyOf(Template.fromStack(stack))).toContainEqual(passRole);
  });
});

describe('the access policy', () => {
  test('accepts further statements after the guard', () => {
    new CompliantVault(stack, 'Vault').addToAccessPolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY, principals: [new iam.AccountRootPrincipal()], actions: ['backup:StartRestoreJob'], resources: ['*'],
    }));

    const [vault] = Object.values(Template.fromStack(stack).findResources(VAULT));
    expect(vault.Properties.AccessPolicy.Statement.map((each: { Effect: string }) => each.Effect)).toEqual(['Deny', 'Deny', 'Deny']);
  });

  test.each<[string, object, string]>([
    ['an operator that IAM does not have', { Condition: { StringEqual: { 'aws:PrincipalTag/team': 'backup' } } },
      "'accessPolicy.Statement[2].Condition' must have condition operators of IAM, got 'StringEqual'. Check its spelling."],
    ['a wildcard within a principal', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/*` } },
      `'accessPolicy.Statement[2].Principal.AWS' must have no wildcard within a name, got 'arn:aws:iam::${ACCOUNT}:role/*'. `],
    ['no principal', { Principal: undefined }, "'accessPolicy.Statement[2]' must have 'Principal' or 'NotPrincipal', got neither. Add one."],
  ])('makes synthesis fail with %s', (_, change, message) => {
    new CompliantVault(stack, 'Vault').addToAccessPolicy(iam.PolicyStatement.fromJson({
      Effect: 'Deny', Principal: { AWS: ACCOUNT }, Action: 'backup:StartRestoreJob', Resource: '*', ...change,
    }));

    expect(errorOf(() => (stack.node.root as App).synth())).toContain(`[Stack/Vault] ${message}`);
  });

  test('fails on a wildcard in the actions', () => {
    const vault = new CompliantVault(stack, 'Vault');

    expect(errorOf(() => vault.addToAccessPolicy(new iam.PolicyStatement({ actions: ['backup:Delete*'] }))))
      .toBe('CompliantVault \'Stack/Vault\': \'actions\' must name each action, got \'backup:Delete*\'. List the actions. AWS Backup rejects wildcards in the access policy of a vault.');
  });
});

describe('an imported vault', () => {
  const daily = (days: number, vault: backup.IBackupVault) => () =>
    new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: Duration.days(days) })] });
  const lock = VaultLock.governance({ minRetention: Duration.days(30), maxRetention: Duration.days(60) });

  test.each([
    ['ARN', () => CompliantVault.fromBackupVaultArn(stack, 'Vault', `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:central`, lock)],
    ['name', () => CompliantVault.fromBackupVaultName(stack, 'Vault', 'central', lock)],
  ])('by its %s is checked by its known lock', (_, imported) => {
    const vault = imported();

    expect(errorOf(daily(29, vault))).toContain('\'retention\' must be at least 30 days, the minimum of the lock of the vault \'central\', got 29 days. ');
    daily(30, vault)();
    Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: [{ TargetBackupVault: 'central' }] } });
  });

  test('without a stated lock is not checked', () => {
    daily(1, CompliantVault.fromBackupVaultName(stack, 'Vault', 'central'))();

    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupPlan', 1);
  });

  test.each<[string, (impossible: VaultLock) => backup.IBackupVault]>([
    ['ARN', (impossible) => CompliantVault.fromBackupVaultArn(stack, 'Vault', `arn:aws:backup:eu-west-1:${ACCOUNT}:backup-vault:central`, impossible)],
    ['name', (impossible) => CompliantVault.fromBackupVaultName(stack, 'Vault', 'central', impossible)],
  ])('by its %s fails on an impossible lock', (_, imported) => {
    expect(errorOf(() => imported(VaultLock.governance({ minRetention: Duration.days(0) }))))
      .toBe('CompliantVault \'Stack/Vault\': \'lock.minRetention\' must be at least 1 day, got 0 days. Raise it.');
    expect(stack.node.tryFindChild('Vault')).toBeUndefined();
  });

  test('needs no acknowledgment, because the lock exists already', () => {
    CompliantVault.fromBackupVaultName(stack, 'Vault', 'central', VaultLock.compliance({ minRetention: Duration.days(1), coolingOff: Duration.days(3) }));

    expect(warningIdsOf(stack)).toEqual([]);
  });
});

test('works in a nested stack, with the execution role of the stack above', () => {
  const nested = new NestedStack(stack, 'Nested');
  new CompliantVault(nested, 'Vault');

  const [vault] = Object.values(Template.fromStack(nested).findResources(VAULT));
  expect(vault.Properties.BackupVaultName).toMatch(/^Stack-Nested-Vault-[0-9a-f]{8}$/);
  expect(JSON.stringify(vault.Properties.AccessPolicy)).toContain(`role/cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-eu-west-1`);
});

test('can replace an L2 vault', () => {
  const vault: backup.IBackupVault = new CompliantVault(stack, 'Vault');
  new backup.BackupPlan(stack, 'Plan', { backupVault: vault, backupPlanRules: [backup.BackupPlanRule.daily()] });

  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupPlan', {
    BackupPlan: { BackupPlanRule: [{ TargetBackupVault: { Ref: Match.stringLikeRegexp('^Vault') } }] },
  });
});
