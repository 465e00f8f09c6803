import { execFile } from 'child_process';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { cycleIn } from './cycles';
import { validateTemplate } from '../scripts/engine';
import { EXAMPLES } from '../scripts/examples';
import { readProtection } from '../scripts/protected';
import type { SynthesisedStack, TemplateResource } from '../scripts/synthesis';
import { synthesise } from '../scripts/synthesis';

const FOLDER = join(__dirname, '..', 'examples');
const SERVICE_ACCOUNT = '111122223333';
const BACKUP_ACCOUNT = '444455556666';

const synthesised = new Map<string, SynthesisedStack[]>();

function stacksOf(example: string): SynthesisedStack[] {
  const stacks = synthesised.get(example) ?? synthesise(EXAMPLES[example]);
  synthesised.set(example, stacks);
  return stacks;
}

function stackOf(example: string, name: string): Template {
  return Template.fromJSON(stacksOf(example).find((stack) => stack.name === name)!.template);
}

function resourcesOf(example: string): TemplateResource[] {
  return stacksOf(example).flatMap(({ template }) => Object.values(template.Resources));
}

function only(template: Template, type: string): Readonly<Record<string, unknown>> {
  const [resource, ...others] = Object.values(template.findResources(type));
  expect(others).toEqual([]);
  return resource.Properties;
}

interface Rule {
  readonly RuleName: string;
  readonly Lifecycle: { readonly DeleteAfterDays: number };
  readonly CopyActions?: readonly { readonly DestinationBackupVaultArn: unknown }[];
}

function rulesOf(template: Template): Rule[] {
  const plans = Object.values(template.findResources('AWS::Backup::BackupPlan'));
  return plans.flatMap((plan) => plan.Properties.BackupPlan.BackupPlanRule as Rule[]);
}

interface Vault {
  readonly BackupVaultName: string;
  readonly EncryptionKeyArn: { readonly 'Fn::GetAtt': readonly [string, 'Arn'] };
  readonly LockConfiguration?: object;
  readonly AccessPolicy: { readonly Statement: readonly { readonly Effect: string }[] };
}

function vaultOf(template: Template): Vault {
  return only(template, 'AWS::Backup::BackupVault') as unknown as Vault;
}

/** What the templates hold for an ARN of any partition. */
function arn(rest: string): object {
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:${rest}`]] };
}

test('every folder of examples/ is an example', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(Object.keys(EXAMPLES).sort()).toEqual(folders.sort());
});

test('every example is an app that the CDK\'s command line can run', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'apps-'));
  try {
    await Promise.all(Object.keys(EXAMPLES).map((example) => promisify(execFile)(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'examples/tsconfig.json', join(FOLDER, example, 'app.ts')],
      { cwd: join(FOLDER, '..'), env: { ...process.env, CDK_OUTDIR: join(outdir, example) } },
    )));
    expect(Object.keys(EXAMPLES).filter((example) => !readdirSync(join(outdir, example)).includes('manifest.json'))).toEqual([]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}, 60_000);

test('the validation engine tells a mistake in a template', () => {
  const rule = { RuleName: 'daily', TargetBackupVault: 'vault', Surprise: true };
  const findings = validateTemplate({ Resources: { Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [rule] } } } } });
  expect(findings).toEqual([{
    rule: 'F3002',
    severity: 'FATAL',
    logicalId: 'Plan',
    propertyPath: 'Properties.BackupPlan.BackupPlanRule.0.Surprise',
    message: 'Additional properties are not allowed (\'Surprise\' was unexpected)',
  }]);
});

describe.each(Object.keys(EXAMPLES))('%s', (example) => {
  test('has no custom resource', () => {
    expect(resourcesOf(example).filter(({ Type: type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')).toEqual([]);
  });

  test('has no finding of AWS\'s validation engine', () => {
    expect(stacksOf(example).flatMap(({ template, region }) => validateTemplate(template, region))).toEqual([]);
  });

  test('has no warning of a construct', () => {
    expect(stacksOf(example).flatMap(({ annotations }) => annotations)).toEqual([]);
  });

  test('has a plan and a selection for each plan', () => {
    const count = (type: string) => resourcesOf(example).filter((resource) => resource.Type === type).length;
    expect(count('AWS::Backup::BackupPlan')).toBeGreaterThan(0);
    expect(count('AWS::Backup::BackupSelection')).toBe(count('AWS::Backup::BackupPlan'));
  });

  test('protects everything that it could', () => {
    const protection = readProtection(stacksOf(example));
    expect(protection.length).toBeGreaterThan(0);
    expect(protection.filter(({ selections }) => !selections.some(({ takes }) => takes === 'yes'))).toEqual([]);
  });
});

describe('minimal shows', () => {
  const template = () => stackOf('minimal', 'Notes');

  test('a stack for any account and Region', () => {
    expect(stacksOf('minimal').map(({ name, account, region }) => [name, account, region])).toEqual([['Notes', undefined, undefined]]);
  });

  test('two tiers into one vault', () => {
    const [vault] = Object.keys(template().findResources('AWS::Backup::BackupVault'));
    expect(rulesOf(template())).toEqual([
      expect.objectContaining({ RuleName: 'daily', TargetBackupVault: { Ref: vault }, Lifecycle: { DeleteAfterDays: 35 } }),
      expect.objectContaining({ RuleName: 'monthly', TargetBackupVault: { Ref: vault }, Lifecycle: { DeleteAfterDays: 365 } }),
    ]);
  });

  test('a selection by a tag, which the table has', () => {
    expect(only(template(), 'AWS::Backup::BackupSelection').BackupSelection).toMatchObject({
      Resources: ['*'],
      Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'daily' }] },
    });
    expect(only(template(), 'AWS::DynamoDB::Table').Tags).toEqual([{ Key: 'backup', Value: 'daily' }]);
  });
});

describe('cross-region shows', () => {
  const COPIES_STACK = 'Primary-backup-copies-eu-north-1';

  test('the stacks in the order of their deployment', () => {
    expect(stacksOf('cross-region').map(({ name, account, region }) => [name, account, region])).toEqual([
      [COPIES_STACK, SERVICE_ACCOUNT, 'eu-north-1'],
      ['Recovery', SERVICE_ACCOUNT, 'eu-west-1'],
      ['Primary', SERVICE_ACCOUNT, 'eu-central-1'],
    ]);
  });

  test('copies to literal ARNs of the vaults in the other stacks', () => {
    const nameIn = (stack: string) => vaultOf(stackOf('cross-region', stack)).BackupVaultName;
    const recovery = arn(`backup:eu-west-1:${SERVICE_ACCOUNT}:backup-vault:${nameIn('Recovery')}`);
    const made = arn(`backup:eu-north-1:${SERVICE_ACCOUNT}:backup-vault:${nameIn(COPIES_STACK)}`);

    const [daily, monthly] = rulesOf(stackOf('cross-region', 'Primary'));
    expect(daily.CopyActions).toEqual([{ DestinationBackupVaultArn: recovery, Lifecycle: { DeleteAfterDays: 14 } }]);
    expect(monthly.CopyActions).toEqual([{ DestinationBackupVaultArn: recovery }, { DestinationBackupVaultArn: made }]);
  });

  test('the lock of the source on the vault that the plan makes', () => {
    expect(vaultOf(stackOf('cross-region', COPIES_STACK)).LockConfiguration).toEqual({ MinRetentionDays: 7, MaxRetentionDays: 400 });
  });

  test('neither exports nor imports', () => {
    const text = JSON.stringify(stacksOf('cross-region').map(({ template }) => template));
    expect(['Fn::ImportValue', 'Fn::GetStackOutput', '"Export"', '"Outputs"'].filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('cross-account shows', () => {
  test('a service and its backups in two accounts', () => {
    expect(stacksOf('cross-account').map(({ name, account, region }) => [name, account, region])).toEqual([
      ['BackupAccount', BACKUP_ACCOUNT, 'eu-central-1'],
      ['Service', SERVICE_ACCOUNT, 'eu-central-1'],
    ]);
  });

  test('copies of every tier into the other account', () => {
    const destination = arn(`backup:eu-central-1:${BACKUP_ACCOUNT}:backup-vault:organization-backups`);
    expect(rulesOf(stackOf('cross-account', 'Service')).map((rule) => rule.CopyActions?.map((copy) => copy.DestinationBackupVaultArn)))
      .toEqual([[destination], [destination]]);
  });

  test('a vault that lets in the organization and the account of the plan, and nobody else', () => {
    const { Statement: statements } = vaultOf(stackOf('cross-account', 'BackupAccount')).AccessPolicy;
    expect(statements.filter(({ Effect: effect }) => effect === 'Allow')).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'backup:CopyIntoBackupVault',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } },
      },
      { Effect: 'Allow', Principal: { AWS: arn(`iam::${SERVICE_ACCOUNT}:root`) }, Action: 'backup:CopyIntoBackupVault', Resource: '*' },
    ]);
  });

  test('a source vault whose key the backup account may use', () => {
    const service = stackOf('cross-account', 'Service');
    const [keyId] = vaultOf(service).EncryptionKeyArn['Fn::GetAtt'];
    const onlyItsBackupRole = {
      ArnEquals: { 'aws:PrincipalArn': arn(`iam::${BACKUP_ACCOUNT}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`) },
    };
    const shared = { Effect: 'Allow', Principal: { AWS: arn(`iam::${BACKUP_ACCOUNT}:root`) }, Resource: '*' };
    expect(service.findResources('AWS::KMS::Key')[keyId].Properties.KeyPolicy.Statement).toEqual(expect.arrayContaining([
      { ...shared, Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'], Condition: onlyItsBackupRole },
      { ...shared, Action: 'kms:CreateGrant', Condition: { ...onlyItsBackupRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
    ]));
  });

  test('a versioned bucket, and a role that may back it up', () => {
    const service = stackOf('cross-account', 'Service');
    expect(only(service, 'AWS::S3::Bucket').VersioningConfiguration).toEqual({ Status: 'Enabled' });
    service.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.arrayWith([arn('iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup')]) });
  });
});

describe('compliance-lock shows', () => {
  const template = () => stackOf('compliance-lock', 'Records');

  test('a lock that is final after two weeks', () => {
    expect(vaultOf(template()).LockConfiguration).toEqual({ MinRetentionDays: 7, MaxRetentionDays: 2557, ChangeableForDays: 14 });
  });

  test('a guard that lets the deployment and the break-glass role through', () => {
    const roles = template().findResources('AWS::IAM::Role', { Properties: { Description: Match.stringLikeRegexp('^For emergencies') } });
    const exempt = {
      ArnNotLike: {
        'aws:PrincipalArn': [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-central-1' },
          { 'Fn::GetAtt': [Object.keys(roles)[0], 'Arn'] },
        ],
      },
    };
    const { Statement: statements } = vaultOf(template()).AccessPolicy;
    expect(statements).toEqual([
      { Effect: 'Deny', Principal: { AWS: '*' }, Action: expect.arrayContaining(['backup:DeleteRecoveryPoint']), Resource: '*', Condition: exempt },
      { Effect: 'Deny', Principal: { AWS: '*' }, Action: expect.arrayContaining(['backup:DeleteBackupVaultLockConfiguration']), Resource: '*', Condition: exempt },
    ]);
  });

  test('tiers within the bounds of the lock', () => {
    expect(rulesOf(template()).map((rule) => [rule.RuleName, rule.Lifecycle.DeleteAfterDays]))
      .toEqual([['continuous', 35], ['weekly', 90], ['yearly', 2557]]);
  });
});

describe('orders shows', () => {
  const GOLD = ['continuous', 'hourly', 'daily', 'monthly'];

  test('everything that the service remembers, in its tiers', () => {
    const rows = readProtection(stacksOf('orders')).map(({ path, type, selections }) => [path, type, ...selections.flatMap((each) => [each.path, each.tiers])]);
    expect(rows).toEqual(expect.arrayContaining([
      ['OrdersCompute/Worker', 'AWS::EC2::Instance', 'OrdersBackup/silver', ['daily']],
      ['OrdersCompute/Spool', 'AWS::EC2::Volume', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Orders', 'AWS::DynamoDB::GlobalTable', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Carts', 'AWS::DynamoDB::Table', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Invoices', 'AWS::RDS::DBInstance', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Catalogue', 'AWS::RDS::DBCluster', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Labels', 'AWS::EFS::FileSystem', 'OrdersBackup/gold', GOLD],
      ['OrdersData/Documents', 'AWS::S3::Bucket', 'OrdersBackup/gold', GOLD],
    ]));
    expect(rows).toHaveLength(8);
  });

  test('the tag on what is protected, wherever CloudFormation wants it, and on nothing else', () => {
    const tag = (value: string) => Match.arrayWith([{ Key: 'backup', Value: value }]);
    const [data, compute] = [stackOf('orders', 'OrdersData'), stackOf('orders', 'OrdersCompute')];
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [Match.objectLike({ Tags: tag('gold') })] });
    data.hasResourceProperties('AWS::DynamoDB::Table', { Tags: tag('gold') });
    data.hasResourceProperties('AWS::RDS::DBInstance', { Engine: 'postgres', Tags: tag('gold') });
    data.hasResourceProperties('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', Tags: tag('gold') });
    data.hasResourceProperties('AWS::EFS::FileSystem', { FileSystemTags: tag('gold') });
    data.hasResourceProperties('AWS::S3::Bucket', { Tags: tag('gold') });
    compute.hasResourceProperties('AWS::EC2::Volume', { Tags: tag('gold') });
    compute.hasResourceProperties('AWS::EC2::Instance', { Tags: tag('silver') });
    expect(resourcesOf('orders').filter((resource) => JSON.stringify(resource).includes('{"Key":"backup"'))).toHaveLength(8);
  });

  test('a bucket that AWS Backup can follow', () => {
    expect(only(stackOf('orders', 'OrdersData'), 'AWS::S3::Bucket')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  test('a customer managed key wherever there is one to name', () => {
    const [data, compute] = [stackOf('orders', 'OrdersData'), stackOf('orders', 'OrdersCompute')];
    const key = (template: Template) => ({ 'Fn::GetAtt': [Object.keys(template.findResources('AWS::KMS::Key'))[0], 'Arn'] });
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [Match.objectLike({ SSESpecification: { KMSMasterKeyId: key(data) } })] });
    data.hasResourceProperties('AWS::DynamoDB::Table', { SSESpecification: Match.objectLike({ KMSMasterKeyId: key(data) }) });
    data.hasResourceProperties('AWS::RDS::DBInstance', { Engine: 'postgres', KmsKeyId: key(data) });
    data.hasResourceProperties('AWS::RDS::DBCluster', { KmsKeyId: key(data) });
    data.hasResourceProperties('AWS::EFS::FileSystem', { KmsKeyId: key(data) });
    compute.hasResourceProperties('AWS::EC2::Volume', { KmsKeyId: key(compute) });
  });

  test('a vault whose failures somebody hears of', () => {
    const backup = stackOf('orders', 'OrdersBackup');
    const [topic] = Object.keys(backup.findResources('AWS::SNS::Topic'));
    backup.hasResourceProperties('AWS::Backup::BackupVault', { Notifications: { SNSTopicArn: { Ref: topic } } });
    backup.hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ Arn: { Ref: topic } })] });
    backup.hasResourceProperties('AWS::SNS::Subscription', { TopicArn: { Ref: topic }, Protocol: 'email' });
    expect(cycleIn(backup.toJSON())).toBeUndefined();
  });

  test('the recovery points of both plans in a second Region', () => {
    const { BackupVaultName: vault } = vaultOf(stackOf('orders', 'OrdersBackup-backup-copies-eu-west-1'));
    const copies = rulesOf(stackOf('orders', 'OrdersBackup')).flatMap((rule) => (rule.CopyActions ?? []).map((copy) => [rule.RuleName, copy]));
    const copy = ['daily', { DestinationBackupVaultArn: arn(`backup:eu-west-1:${SERVICE_ACCOUNT}:backup-vault:${vault}`) }];
    expect(copies).toEqual([copy, copy]);
  });
});

describe('the demo tells', () => {
  const PLAN = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'daily' }] } } };
  const GOLD = [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'gold' }];

  function stack(name: string, resources: Readonly<Record<string, TemplateResource>>, region?: string): SynthesisedStack {
    return { name, account: undefined, region, template: { Resources: resources }, annotations: [] };
  }

  function table(tags?: object): TemplateResource {
    return { Type: 'AWS::DynamoDB::Table', Properties: { Tags: tags } };
  }

  function selection(content: object, plan: object = { 'Fn::GetAtt': ['Plan', 'BackupPlanId'] }): TemplateResource {
    return { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: plan, BackupSelection: content } };
  }

  function answers(content: object, tags?: object): string[] {
    const [{ selections }] = readProtection([stack('S', { Plan: PLAN, Selection: selection(content), Table: table(tags) })]);
    return selections.map(({ takes }) => takes);
  }

  test('a resource with the path of its construct, else with its logical id', () => {
    const named = { ...table(), Metadata: { 'aws:cdk:path': 'S/Notes/Resource' } };
    expect(readProtection([stack('S', { One: named, Two: table() })]).map(({ path }) => path)).toEqual(['S/Notes', 'S/Two']);
  });

  test.each<[string, object, object | undefined, string[]]>([
    ['a tag that meets the condition', { Resources: ['*'], Conditions: { StringEquals: GOLD } }, [{ Key: 'backup', Value: 'gold' }], ['yes']],
    ['a tag that does not', { Resources: ['*'], Conditions: { StringEquals: GOLD } }, [{ Key: 'backup', Value: 'silver' }], []],
    ['a tag that only the deployment tells', { Resources: ['*'], Conditions: { StringEquals: GOLD } }, [{ Key: 'backup', Value: { Ref: 'Tag' } }], ['unknown']],
    ['no tag', { Resources: ['*'], Conditions: { StringEquals: GOLD } }, undefined, []],
    ['no tag, where that is wanted', { Resources: ['*'], Conditions: { StringNotEquals: GOLD } }, undefined, ['yes']],
    ['tags as a map', { Resources: ['*'], Conditions: { StringEquals: GOLD } }, { backup: 'gold' }, ['yes']],
    ['a tag of the list', { ListOfTags: [{ ConditionKey: 'backup', ConditionValue: 'gold' }] }, [{ Key: 'backup', Value: 'gold' }], ['yes']],
    ['its own ARN named', { Resources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] }, undefined, ['yes']],
    ['the ARN of another resource named', { Resources: [{ 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] }] }, undefined, []],
    ['its type named', { Resources: [arn('dynamodb:*:*:table/*')] }, undefined, ['yes']],
    ['another type named', { Resources: [arn('rds:*:*:db:*')] }, undefined, []],
    ['an ARN named that may be its own', { Resources: [arn('dynamodb:eu-central-1:111122223333:table/notes')] }, undefined, ['unknown']],
    ['its own ARN excluded', { Resources: ['*'], NotResources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] }, undefined, []],
    ['an ARN excluded that may be its own', { Resources: ['*'], NotResources: [arn('dynamodb:*:*:table/n*')] }, undefined, ['unknown']],
  ])('whether a selection takes a resource with %s', (_, content, tags, expected) => {
    expect(answers(content, tags)).toEqual(expected);
  });

  test.each([['eu-west-1', ['yes']], ['eu-central-1', []]])('of a global table the replica in %s, where its stack is', (region, expected) => {
    const replicas = [{ Region: 'eu-central-1' }, { Region: 'eu-west-1', Tags: [{ Key: 'backup', Value: 'gold' }] }];
    const [{ selections }] = readProtection([stack('S', {
      Plan: PLAN,
      Selection: selection({ Resources: ['*'], Conditions: { StringEquals: GOLD } }),
      Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: replicas } },
    }, region)]);
    expect(selections.map(({ takes }) => takes)).toEqual(expected);
  });

  test('nothing of a selection in another Region', () => {
    const [{ selections }] = readProtection([stack('A', { Table: table() }, 'eu-west-1'), stack('B', { Plan: PLAN, Selection: selection({ Resources: ['*'] }) })]);
    expect(selections).toEqual([]);
  });

  test('that the plan is not in the stack of its selection', () => {
    const elsewhere = selection({ Resources: ['*'] }, { 'Fn::ImportValue': 'plan' });
    expect(readProtection([stack('S', { Selection: elsewhere, Table: table() })])[0].selections)
      .toEqual([{ path: 'S/Selection', tiers: ['a plan of another stack'], takes: 'yes' }]);
  });
});
