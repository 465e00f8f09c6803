import type { StackProps } from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
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
const twice = (kind: string, property: string, other: string) =>
  `${kind} 'orders': '${property}' must be of one ${kind} only in an account and Region, got it for ${other} too: choose another name`;

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
      name: 'two stacks of one account and Region',
      ...inTwoStacks({ account: ACCOUNT, region: REGION }),
      messages: [twice('vault', 'BackupVaultName', 'VaultOne')],
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
      messages: ['tiering of vault \'orders\': \'BackupVaultName\' must be of one tiering configuration only in an account and Region, '
        + 'got it for One too: join the two'],
      paths: ['BackupVaultName'],
    },
    {
      name: 'tiering of a vault by two stacks of one account and Region',
      ...inTwoStacks({ account: ACCOUNT, region: REGION }, TIERS('orders', '*')),
      messages: [
        twice('tiering configuration', 'TieringConfigurationName', 'VaultOne'),
        'tiering of vault \'*\': \'BackupVaultName\' must be of one tiering configuration only in an account and Region, got it for VaultOne too: join the two',
      ],
      levels: ['warning', 'warning'],
    },
  ],
  notApplicable: [
    { name: 'one vault', ...bothWays({ One: vault() }) },
    { name: 'a name that is a parameter', ...bothWays({ One: vault(), Two: vault(GIVEN) }) },
  ],
  unknown: [
    {
      name: 'vaults of conditions',
      ...bothWays({ One: { Condition: 'Prod', ...vault() }, Two: { Condition: 'Dev', ...vault() } }),
      messages: ['vault \'orders\': whether One, which has the same \'BackupVaultName\', is deployed beside it cannot be known'],
    },
  ],
});
