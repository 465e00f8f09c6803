import { type StackProps, App, Stack } from 'aws-cdk-lib';
import { nameGivenTwice } from '../../../../src/checks/rules/environment/name-given-twice';
import { GIVEN, bothWays, inTwoRegions } from '../../both-ways';
import { ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';

const vault = (BackupVaultName: unknown = 'orders') => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const SEALED = { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: { BackupVaultName: 'orders', MinRetentionDays: 7, MaxRetentionDays: 30 } };
const FRAMEWORK = { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: 'orders', FrameworkControls: [] } };
const REPORTS = {
  Type: 'AWS::Backup::ReportPlan',
  Properties: { ReportPlanName: 'orders', ReportDeliveryChannel: { S3BucketName: 'reports' }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } },
};
const TESTS = {
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: {
    RestoreTestingPlanName: 'orders',
    ScheduleExpression: 'cron(0 5 ? * * *)',
    RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: ['*'] },
  },
};
const TIERS = (TieringConfigurationName = 'orders', BackupVaultName = 'orders') => ({
  Type: 'AWS::Backup::TieringConfiguration',
  Properties: { TieringConfigurationName, BackupVaultName, ResourceSelection: [{ Resources: ['*'], ResourceType: 'S3', TieringDownSettingsInDays: 60 }] },
});
const CONTROL = (ControlName: unknown) => ({ ControlName, ControlInputParameters: [] });
const framework = (FrameworkName: string, ...controls: unknown[]) => ({ Type: 'AWS::Backup::Framework', Properties: { FrameworkName, FrameworkControls: controls.map(CONTROL) } });
const plan = (TargetBackupVault: unknown, BackupPlanName = 'orders') => ({
  Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName, BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault, StartWindowMinutes: 60 }] } },
});
const tested = (RestoreTestingPlanName: unknown, RestoreTestingSelectionName = 'orders') => ({
  Type: 'AWS::Backup::RestoreTestingSelection',
  Properties: { RestoreTestingPlanName, RestoreTestingSelectionName, ProtectedResourceType: 'DynamoDB', IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/tests` },
});
const ENCRYPTED = 'BACKUP_RECOVERY_POINT_ENCRYPTED';
const PROTECTED = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN';
const twice = (kind: string, property: string, other: string) =>
  `${kind} 'orders': '${property}' must be unique among the ${kind}s of an account and Region, got the same as ${other}. Choose another name.`;

/** The same resource, of other logical ids, in each of two stacks. */
const inTwoStacks = (env: NonNullable<StackProps['env']>, resource: { readonly Type: string; readonly Properties: object } = vault()) => ({
  cdk: (stack: Stack) => {
    for (const id of ['One', 'Two']) { bothWays({ [`Vault${id}`]: resource }).cdk(new Stack(stack.node.root as App, id, { env })); }
  },
  cfn: ['One', 'Two'].map((id) => sourceOf(bothWays({ [`Vault${id}`]: resource }).cfn as object, { id, stackName: id, account: env.account, region: env.region })),
});

describeRule(nameGivenTwice, {
  compliant: [
    { name: 'two names', ...bothWays({ One: vault(), Two: vault('invoices') }) },
    { name: 'one name in two Regions', ...inTwoRegions({ One: vault() }, { Two: vault() }) },
    { name: 'one name of different kinds', ...bothWays({ One: vault(), Two: FRAMEWORK, Three: REPORTS, Four: TESTS }) },
    { name: 'names that differ in case', ...bothWays({ One: vault(), Two: vault('Orders') }) },
    { name: 'stacks that do not say where they go', ...inTwoStacks({}) },
    { name: 'tiering of one vault by stacks that do not say where they go', ...inTwoStacks({}, TIERS()) },
    { name: 'plans of different names', ...bothWays({ One: plan('orders'), Two: plan('orders', 'invoices') }) },
    { name: 'plans of different vaults', ...bothWays({ One: plan('orders'), Two: plan('invoices') }) },
    { name: 'frameworks of different controls', ...bothWays({ One: framework('one', ENCRYPTED), Two: framework('two', ENCRYPTED, PROTECTED) }) },
    { name: 'one restore testing selection of two plans', ...bothWays({ One: tested('orders'), Two: tested('invoices') }) },
    { name: 'one plan in two Regions', ...inTwoRegions({ One: plan('orders') }, { Two: plan('orders') }) },
    { name: 'tiering of two vaults', ...bothWays({ One: TIERS(), Two: TIERS('invoices', 'invoices') }) },
    { name: 'tiering of a vault in two Regions', ...inTwoRegions({ One: TIERS() }, { Two: TIERS() }) },
  ],
  nonCompliant: [
    { name: 'two vaults', ...bothWays({ One: vault(), Two: vault() }), messages: [twice('vault', 'BackupVaultName', 'One')], paths: ['BackupVaultName'] },
    { name: 'a vault and an air-gapped one', ...bothWays({ One: vault(), Two: SEALED }), messages: [twice('vault', 'BackupVaultName', 'One')] },
    { name: 'two frameworks', ...bothWays({ One: FRAMEWORK, Two: FRAMEWORK }), messages: [twice('framework', 'FrameworkName', 'One')] },
    { name: 'two report plans', ...bothWays({ One: REPORTS, Two: REPORTS }), messages: [twice('report plan', 'ReportPlanName', 'One')] },
    { name: 'two restore testing plans', ...bothWays({ One: TESTS, Two: TESTS }), messages: [twice('restore testing plan', 'RestoreTestingPlanName', 'One')] },
    {
      name: 'two plans of one name and the same rules',
      ...bothWays({ Vault: vault(), One: plan({ Ref: 'Vault' }), Two: plan({ Ref: 'Vault' }) }),
      messages: [twice('plan', 'BackupPlan', 'One')],
      paths: ['BackupPlan'],
    },
    {
      name: 'two frameworks with the same controls',
      ...bothWays({ One: framework('one', ENCRYPTED, PROTECTED), Two: framework('two', ENCRYPTED, PROTECTED) }),
      messages: ['framework \'two\': \'FrameworkControls\' must be unique among the frameworks of an account and Region, got the same as One. Leave one out, or narrow one by its scope.'],
      paths: ['FrameworkControls'],
    },
    {
      name: 'two frameworks with the same controls in two stacks',
      ...inTwoStacks({ account: ACCOUNT, region: REGION }, framework('orders', ENCRYPTED)),
      messages: [
        twice('framework', 'FrameworkName', 'VaultOne of \'One\''),
        'framework \'orders\': \'FrameworkControls\' must be unique among the frameworks of an account and Region, got the same as VaultOne of \'One\'. Leave one out, or narrow one by its '
        + 'scope.',
      ],
      levels: ['warning', 'warning'],
    },
    {
      name: 'two vaults of one stack and one of another, each in words that tell it from the others',
      cdk: (stack: Stack) => {
        const [one, two] = ['One', 'Two'].map((id) => new Stack(stack.node.root as App, id, { env: { account: ACCOUNT, region: REGION } }));
        bothWays({ First: vault() }).cdk(one);
        bothWays({ Second: vault(), Third: vault() }).cdk(two);
      },
      cfn: [
        { id: 'One', template: bothWays({ First: vault() }).cfn as object },
        { id: 'Two', template: bothWays({ Second: vault(), Third: vault() }).cfn as object },
      ].map(({ id, template }) => sourceOf(template, { id, stackName: id, account: ACCOUNT, region: REGION })),
      messages: [twice('vault', 'BackupVaultName', 'First of \'One\''), twice('vault', 'BackupVaultName', 'Second')],
      levels: ['warning', 'error'],
    },
    {
      name: 'two restore testing selections of a plan',
      ...bothWays({ Plan: TESTS, One: tested({ Ref: 'Plan' }), Two: tested({ Ref: 'Plan' }) }),
      messages: ['restore testing selection \'orders\': \'RestoreTestingSelectionName\' must be unique among the restore testing selections of a \'RestoreTestingPlanName\', '
        + 'got the same as One. Choose another name.'],
      paths: ['RestoreTestingSelectionName'],
    },
    {
      name: 'two stacks of one account and Region',
      ...inTwoStacks({ account: ACCOUNT, region: REGION }),
      messages: [twice('vault', 'BackupVaultName', 'VaultOne of \'One\'')],
      levels: ['warning'],
    },
    {
      name: 'two tiering configurations of a name',
      ...bothWays({ One: TIERS(), Two: TIERS('orders', 'invoices') }),
      messages: [twice('tiering configuration', 'TieringConfigurationName', 'One')],
      paths: ['TieringConfigurationName'],
    },
    {
      name: 'two tiering configurations of a vault',
      ...bothWays({ One: TIERS(), Two: TIERS('invoices') }),
      messages: ['tiering of vault \'orders\': \'BackupVaultName\' must be unique among the tiering configurations of an account and Region, '
        + 'got the same as One. Join the two.'],
      paths: ['BackupVaultName'],
    },
    {
      name: 'tiering of a vault by two stacks of one account and Region',
      ...inTwoStacks({ account: ACCOUNT, region: REGION }, TIERS('orders', '*')),
      messages: [
        twice('tiering configuration', 'TieringConfigurationName', 'VaultOne of \'One\''),
        'tiering of vault \'*\': \'BackupVaultName\' must be unique among the tiering configurations of an account and Region, got the same as VaultOne of \'One\'. Join the '
          + 'two.',
      ],
      levels: ['warning', 'warning'],
    },
  ],
  notApplicable: [
    { name: 'one vault', ...bothWays({ One: vault() }) },
    { name: 'a name that is a parameter', ...bothWays({ One: vault(), Two: vault(GIVEN) }) },
    { name: 'plans of which a vault is not known', ...bothWays({ One: plan({ 'Fn::ImportValue': 'vault' }), Two: plan({ 'Fn::ImportValue': 'vault' }) }) },
  ],
  unknown: [
    {
      name: 'vaults of conditions',
      ...bothWays({ One: { Condition: 'Prod', ...vault() }, Two: { Condition: 'Dev', ...vault() } }),
      messages: ['vault \'orders\': whether One, which has the same \'BackupVaultName\', is deployed beside it is unknown.'],
    },
  ],
});
