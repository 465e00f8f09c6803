import { App, Stack } from 'aws-cdk-lib';
import { missingInRegion } from '../../../../src/checks/rules/environment/missing-in-region';
import type { TemplateSource } from '../../../../src/inventory';
import { bothWays } from '../../both-ways';
import { ACCOUNT, describeRule, sourceOf } from '../../rule-cases';

const FRAMEWORK = { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: 'orders', FrameworkControls: [] } };
const SEALED = { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: { BackupVaultName: 'sealed', MinRetentionDays: 7, MaxRetentionDays: 30 } };
const TESTS = {
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: {
    RestoreTestingPlanName: 'weekly',
    ScheduleExpression: 'cron(0 5 ? * * *)',
    RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: ['*'] },
  },
};
const ACCESS_POINT = { Type: 'AWS::Backup::BackupAccessPoint', Properties: { RecoveryPointArn: `arn:aws:backup:eu-west-1:${ACCOUNT}:recovery-point:orders` } };

const deployedIn = (region: string | undefined, resources: Parameters<typeof bothWays>[0]) => {
  const { cdk, cfn } = bothWays(resources);
  return {
    cdk: (stack: Stack) => cdk(new Stack(stack.node.root as App, 'There', { env: { account: ACCOUNT, region } })),
    cfn: [sourceOf(cfn as object, { region })] as readonly TemplateSource[],
  };
};
const missing = (type: string, what: string, region: string) => `${type} must be in a Region that has ${what}, got '${region}', which did not have it on 2026-08-27. Deploy it in another Region.`;

describeRule(missingInRegion, {
  compliant: [
    { name: 'all of it in Ireland', ...deployedIn('eu-west-1', { FRAMEWORK, SEALED, TESTS, ACCESSPOINT: ACCESS_POINT }) },
    { name: 'a framework in GovCloud', ...deployedIn('us-gov-west-1', { FRAMEWORK }) },
    { name: 'an air-gapped vault in Malaysia, about which the sources disagree', ...deployedIn('ap-southeast-5', { SEALED }) },
  ],
  nonCompliant: [
    { name: 'a framework in Israel', ...deployedIn('il-central-1', { FRAMEWORK }), messages: [missing(FRAMEWORK.Type, 'AWS Backup Audit Manager', 'il-central-1')], paths: [''] },
    { name: 'an air-gapped vault in China', ...deployedIn('cn-north-1', { SEALED }), messages: [missing(SEALED.Type, 'logically air-gapped vaults', 'cn-north-1')] },
    { name: 'restore testing in GovCloud', ...deployedIn('us-gov-west-1', { TESTS }), messages: [missing(TESTS.Type, 'restore testing', 'us-gov-west-1')] },
    { name: 'an access point in Zurich', ...deployedIn('eu-central-2', { ACCESSPOINT: ACCESS_POINT }), messages: [missing(ACCESS_POINT.Type, 'backup access points', 'eu-central-2')] },
  ],
  notApplicable: [
    { name: 'a vault, which every Region has', ...deployedIn('cn-north-1', { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }) },
  ],
  unknown: [
    { name: 'no Region', ...deployedIn(undefined, { SEALED }), messages: ['Whether its Region has logically air-gapped vaults is unknown.'] },
    {
      name: 'a condition',
      ...deployedIn('cn-north-1', { SEALED: { Condition: 'Prod', ...SEALED } }),
      messages: ['Whether it is deployed in \'cn-north-1\', which has no logically air-gapped vaults, is unknown.'],
    },
  ],
});
