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
import { type SynthesizedStack, type TemplateResource, synthesize } from '../scripts/synthesis';

const FOLDER = join(__dirname, '..', 'examples');
const SERVICE_ACCOUNT = '111122223333';
const BACKUP_ACCOUNT = '444455556666';

const synthesized = new Map<string, SynthesizedStack[]>();

function stacksOf(example: string): SynthesizedStack[] {
  const stacks = synthesized.get(example) ?? synthesize(EXAMPLES[example]);
  synthesized.set(example, stacks);
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

function planRules(template: Template): Rule[] {
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

/** An ARN of any partition, as in the templates. */
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

test('the validation engine reports a mistake in a template', () => {
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

  test('protects everything that it can', () => {
    const protection = readProtection(stacksOf(example));
    expect(protection.length).toBeGreaterThan(0);
    expect(protection.filter(({ needsNone, selections }) => needsNone === selections.some(({ selects }) => selects === 'yes'))).toEqual([]);
  });
});

describe('minimal shows', () => {
  const template = () => stackOf('minimal', 'Notes');

  test('a stack for any account and Region', () => {
    expect(stacksOf('minimal').map(({ name, account, region }) => [name, account, region])).toEqual([['Notes', undefined, undefined]]);
  });

  test('two tiers into one vault', () => {
    const [vault] = Object.keys(template().findResources('AWS::Backup::BackupVault'));
    expect(planRules(template())).toEqual([
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
  const COPIES_STACK = 'BackupCopies-111122223333-eu-north-1';

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

    const [daily, monthly] = planRules(stackOf('cross-region', 'Primary'));
    expect(daily.CopyActions).toEqual([{ DestinationBackupVaultArn: recovery, Lifecycle: { DeleteAfterDays: 14 } }]);
    expect(monthly.CopyActions).toEqual([{ DestinationBackupVaultArn: recovery }, { DestinationBackupVaultArn: made }]);
  });

  test('the lock of the source on the vault that the plan creates', () => {
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
    expect(planRules(stackOf('cross-account', 'Service')).map((rule) => rule.CopyActions?.map((copy) => copy.DestinationBackupVaultArn)))
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

  test('a source vault whose key the backup account can use', () => {
    const service = stackOf('cross-account', 'Service');
    const [keyId] = vaultOf(service).EncryptionKeyArn['Fn::GetAtt'];
    const onlyItsBackupRole = {
      ArnEquals: { 'aws:PrincipalArn': arn(`iam::${BACKUP_ACCOUNT}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`) },
    };
    const shared = { Effect: 'Allow', Principal: { AWS: arn(`iam::${BACKUP_ACCOUNT}:root`) }, Resource: '*' };
    expect(service.findResources('AWS::KMS::Key')[keyId].Properties.KeyPolicy.Statement).toEqual(expect.arrayContaining([
      { ...shared, Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'], Condition: onlyItsBackupRole },
      {
        ...shared,
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Condition: { ...onlyItsBackupRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ]));
  });

  test('a versioned bucket, and a role that can back it up', () => {
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

  test('a guard that exempts the deployment and the break-glass role', () => {
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
    expect(planRules(template()).map((rule) => [rule.RuleName, rule.Lifecycle.DeleteAfterDays]))
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

  test('the tag on protected resources only, in the property that CloudFormation requires', () => {
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

  test('a customer managed key for every type that supports one', () => {
    const [data, compute] = [stackOf('orders', 'OrdersData'), stackOf('orders', 'OrdersCompute')];
    const key = (template: Template) => ({ 'Fn::GetAtt': [Object.keys(template.findResources('AWS::KMS::Key'))[0], 'Arn'] });
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [Match.objectLike({ SSESpecification: { KMSMasterKeyId: key(data) } })] });
    data.hasResourceProperties('AWS::DynamoDB::Table', { SSESpecification: Match.objectLike({ KMSMasterKeyId: key(data) }) });
    data.hasResourceProperties('AWS::RDS::DBInstance', { Engine: 'postgres', KmsKeyId: key(data) });
    data.hasResourceProperties('AWS::RDS::DBCluster', { KmsKeyId: key(data) });
    data.hasResourceProperties('AWS::EFS::FileSystem', { KmsKeyId: key(data) });
    compute.hasResourceProperties('AWS::EC2::Volume', { KmsKeyId: key(compute) });
  });

  test('a vault whose failures are reported', () => {
    const backup = stackOf('orders', 'OrdersBackup');
    const [topic] = Object.keys(backup.findResources('AWS::SNS::Topic'));
    backup.hasResourceProperties('AWS::Backup::BackupVault', { Notifications: { SNSTopicArn: { Ref: topic } } });
    backup.hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ Arn: { Ref: topic } })] });
    backup.hasResourceProperties('AWS::SNS::Subscription', { TopicArn: { Ref: topic }, Protocol: 'email' });
    expect(cycleIn(backup.toJSON())).toBeUndefined();
  });

  test('the recovery points of both plans in a second Region', () => {
    const { BackupVaultName: vault } = vaultOf(stackOf('orders', 'BackupCopies-111122223333-eu-west-1'));
    const copies = planRules(stackOf('orders', 'OrdersBackup')).flatMap((rule) => (rule.CopyActions ?? []).map((copy) => [rule.RuleName, copy]));
    const copy = ['daily', { DestinationBackupVaultArn: arn(`backup:eu-west-1:${SERVICE_ACCOUNT}:backup-vault:${vault}`) }];
    expect(copies).toEqual([copy, copy]);
  });
});

describe('pipeline shows', () => {
  const TOOLS_ACCOUNT = '777788889999';
  const STAGES = { Staging: '444455556666', Production: SERVICE_ACCOUNT };
  const stages = Object.keys(STAGES);

  interface Action {
    readonly Name: string;
    readonly RunOrder: number;
    readonly Region?: string;
    readonly Configuration: Readonly<Record<string, string>>;
    readonly ActionTypeId: { readonly Category: string; readonly Provider: string };
  }

  const pipeline = () => stackOf('pipeline', 'NotesPipeline');
  const stagesOfPipeline = () => only(pipeline(), 'AWS::CodePipeline::Pipeline').Stages as { readonly Name: string; readonly Actions: readonly Action[] }[];
  const actionsIn = (stage: string) => stagesOfPipeline().find(({ Name: name }) => name === stage)!.Actions;

  /** The commands of a project of CodeBuild, by its description or the part of its logical id. */
  function commandsOf(project: string): string[] {
    const [found, ...others] = Object.entries(pipeline().findResources('AWS::CodeBuild::Project')).filter(([id]) => id.includes(project));
    expect(others).toEqual([]);
    const { phases } = JSON.parse(found[1].Properties.Source.BuildSpec) as { phases: Record<string, { commands: string[] }> };
    return Object.values(phases).flatMap(({ commands }) => commands);
  }

  test('a stack for the pipeline, and for each Stage one in each Region', () => {
    expect(stacksOf('pipeline').map(({ path, name, account, region }) => [path, name, account, region]).sort()).toEqual([
      ['NotesPipeline', 'NotesPipeline', TOOLS_ACCOUNT, 'eu-central-1'],
      ...['Production', 'Staging'].flatMap((stage) => {
        const account = STAGES[stage as keyof typeof STAGES];
        return [
          [`NotesPipeline/${stage}/BackupCopies-${account}-eu-west-1`, `${stage}-BackupCopies-${account}-eu-west-1`, account, 'eu-west-1'],
          [`NotesPipeline/${stage}/Notes`, `${stage}-Notes`, account, 'eu-central-1'],
        ];
      }),
      [`cross-region-stack-${TOOLS_ACCOUNT}:eu-west-1`, 'NotesPipeline-support-eu-west-1', TOOLS_ACCOUNT, 'eu-west-1'],
    ]);
  });

  test('a synthesis that fails on every finding', () => {
    expect(commandsOf('Synth')).toEqual(['npm ci', 'npx cdk synth --strict --no-lookups --quiet \'**\'']);
  });

  test('a pipeline that updates itself with a pinned CDK CLI', () => {
    expect(commandsOf('SelfMutation')).toEqual(['npm install -g aws-cdk@2.1148.1', 'cdk -a . deploy NotesPipeline --require-approval=never --verbose']);
  });

  test('synthesis before anything is deployed, and Staging before Production', () => {
    expect(stagesOfPipeline().map(({ Name: name }) => name)).toEqual(['Source', 'Build', 'UpdatePipeline', 'Staging', 'Production']);
  });

  test('an approval before anything of Production, and none before Staging', () => {
    const approvals = (stage: string) => actionsIn(stage).filter(({ ActionTypeId: { Category: category } }) => category === 'Approval');
    expect(approvals('Staging')).toEqual([]);
    const [approval, ...others] = approvals('Production');
    expect(others).toEqual([]);
    const orders = actionsIn('Production').filter((action) => action !== approval).map(({ RunOrder: order }) => order);
    expect(approval.RunOrder).toBeLessThan(Math.min(...orders));
  });

  test.each(stages)('the vault of the copies of %s before the plan that copies into it', (stage) => {
    const deployments = actionsIn(stage).filter(({ Name: name }) => name.endsWith('.Deploy')).sort((one, other) => one.RunOrder - other.RunOrder);
    expect(deployments.map(({ Configuration: { StackName: name }, Region: region }) => [name, region])).toEqual([
      [`${stage}-BackupCopies-${STAGES[stage as keyof typeof STAGES]}-eu-west-1`, 'eu-west-1'],
      [`${stage}-Notes`, undefined],
    ]);
  });

  test.each(Object.entries(STAGES))('copies of %s into the vault of its own stack in its own account', (stage, account) => {
    const { BackupVaultName: vault } = vaultOf(stackOf('pipeline', `${stage}-BackupCopies-${account}-eu-west-1`));
    expect(planRules(stackOf('pipeline', `${stage}-Notes`)).flatMap((rule) => rule.CopyActions))
      .toEqual([{ DestinationBackupVaultArn: arn(`backup:eu-west-1:${account}:backup-vault:${vault}`) }]);
  });

  test('names that distinguish the Stages', () => {
    const named: Readonly<Record<string, string>> = {
      'AWS::Backup::BackupVault': 'BackupVaultName', 'AWS::Backup::Framework': 'FrameworkName', 'AWS::KMS::Alias': 'AliasName',
    };
    const names = stacksOf('pipeline').filter(({ path }) => stages.some((stage) => path.includes(`/${stage}/`)))
      .flatMap(({ template }) => Object.values(template.Resources))
      .flatMap(({ Type: type, Properties: properties }) => type in named ? [`${type} ${String(properties?.[named[type]])}`] : []);
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each Stage protected by its own selection, and only what the pipeline builds without a backup', () => {
    const rows = readProtection(stacksOf('pipeline')).map(({ path, needsNone, selections }) => [path, needsNone, ...selections.map((each) => each.path)]);
    expect(rows.sort()).toEqual([
      ['NotesPipeline/Pipeline/Pipeline/ArtifactsBucket', true],
      ['NotesPipeline/Production/Notes/Notes', false, 'NotesPipeline/Production/Notes/Tagged'],
      ['NotesPipeline/Staging/Notes/Notes', false, 'NotesPipeline/Staging/Notes/Tagged'],
      [`cross-region-stack-${TOOLS_ACCOUNT}:eu-west-1/Default/CrossRegionCodePipelineReplicationBucket`, true],
    ]);
  });

  test.each(['NotesPipeline', 'NotesPipeline-support-eu-west-1'])('artifacts in %s that are encrypted, private, and accepted by TLS only', (name) => {
    const template = stackOf('pipeline', name);
    expect(only(template, 'AWS::S3::Bucket')).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() } }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(only(template, 'AWS::KMS::Key').EnableKeyRotation).toBe(true);
    const { Statement: statements } = only(template, 'AWS::S3::BucketPolicy').PolicyDocument as { Statement: object[] };
    expect(statements).toContainEqual(expect.objectContaining({
      Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }));
  });

  test('a source that the pipeline can use, by the name of the connection', () => {
    const [{ Configuration: source }] = actionsIn('Source');
    expect(source).toMatchObject({ FullRepositoryId: 'example/notes', BranchName: 'main', ConnectionArn: expect.stringMatching(/^arn:aws:codeconnections:/) });
    pipeline().hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([{ Effect: 'Allow', Action: 'codeconnections:UseConnection', Resource: source.ConnectionArn }]) },
    });
  });
});

describe('the demo prints', () => {
  const PLAN = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'daily' }] } } };
  const GOLD = [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'gold' }];

  function stack(path: string, resources: Readonly<Record<string, TemplateResource>>, region?: string, account?: string): SynthesizedStack {
    const name = path.replace(/\//g, '-');
    return { name, path, file: `${name}.template.json`, account, region, template: { Resources: resources }, nested: {}, annotations: [] };
  }

  function table(tags?: object): TemplateResource {
    return { Type: 'AWS::DynamoDB::Table', Properties: { Tags: tags } };
  }

  function selection(content: object, plan: object = { 'Fn::GetAtt': ['Plan', 'BackupPlanId'] }): TemplateResource {
    return { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: plan, BackupSelection: content } };
  }

  function answers(content: object, tags?: object): string[] {
    const [{ selections }] = readProtection([stack('S', { Plan: PLAN, Selection: selection(content), Table: table(tags) })]);
    return selections.map(({ selects }) => selects);
  }

  test('a resource with the path of its construct, otherwise with its logical id', () => {
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
    ['an ARN named that might be its own', { Resources: [arn('dynamodb:eu-central-1:111122223333:table/notes')] }, undefined, ['unknown']],
    ['its own ARN excluded', { Resources: ['*'], NotResources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] }, undefined, []],
    ['an ARN excluded that might be its own', { Resources: ['*'], NotResources: [arn('dynamodb:*:*:table/n*')] }, undefined, ['unknown']],
  ])('whether a selection selects a resource with %s', (_, content, tags, expected) => {
    expect(answers(content, tags)).toEqual(expected);
  });

  test.each([['eu-west-1', ['yes']], ['eu-central-1', []]])('of a global table the replica in %s, where its stack is', (region, expected) => {
    const replicas = [{ Region: 'eu-central-1' }, { Region: 'eu-west-1', Tags: [{ Key: 'backup', Value: 'gold' }] }];
    const [{ selections }] = readProtection([stack('S', {
      Plan: PLAN,
      Selection: selection({ Resources: ['*'], Conditions: { StringEquals: GOLD } }),
      Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: replicas } },
    }, region)]);
    expect(selections.map(({ selects }) => selects)).toEqual(expected);
  });

  test('nothing of a selection in another Region', () => {
    const [{ selections }] = readProtection([stack('A', { Table: table() }, 'eu-west-1'), stack('B', { Plan: PLAN, Selection: selection({ Resources: ['*'] }) })]);
    expect(selections).toEqual([]);
  });

  test.each<[string, string, string | undefined, string[]]>([
    ['the same Stage', 'Staging/Data', undefined, ['yes']],
    ['another Stage, where the account is open', 'Production/Data', undefined, []],
    ['another Stage of the same account', 'Production/Data', '111122223333', ['yes']],
  ])('whether a selection selects a resource in %s', (_, path, account, expected) => {
    const backup = stack('Staging/Backup', { Plan: PLAN, Selection: selection({ Resources: ['*'] }) }, 'eu-west-1', account);
    const [{ selections }] = readProtection([stack(path, { Table: table() }, 'eu-west-1', account), backup]);
    expect(selections.map(({ selects }) => selects)).toEqual(expected);
  });

  test.each([['none', true], ['gold', false], [{ Ref: 'Tag' }, false]])('whether a resource with the tag backup=%p says that it needs none', (value, expected) => {
    const [{ needsNone }] = readProtection([stack('S', { Table: table([{ Key: 'backup', Value: value }]) })]);
    expect(needsNone).toBe(expected);
  });

  test('a plan outside of the stack of its selection', () => {
    const elsewhere = selection({ Resources: ['*'] }, { 'Fn::ImportValue': 'plan' });
    expect(readProtection([stack('S', { Selection: elsewhere, Table: table() })])[0].selections)
      .toEqual([{ path: 'S/Selection', tiers: ['a plan of another stack'], selects: 'yes' }]);
  });
});
