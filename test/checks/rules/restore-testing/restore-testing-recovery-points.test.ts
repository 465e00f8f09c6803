import { CfnResource } from 'aws-cdk-lib';
import { restoreTestingRecoveryPoints } from '../../../../src/checks/rules/restore-testing/restore-testing-recovery-points';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const testing = (more: object) => bothWays({
  Tests: {
    Type: 'AWS::Backup::RestoreTestingPlan',
    Properties: {
      RestoreTestingPlanName: 'weekly',
      ScheduleExpression: 'cron(0 5 ? * * *)',
      RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: ['*'], ...more },
    },
  },
});
const EMPTY = { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: 'weekly', RecoveryPointSelection: {} } };
const say = (problem: string) => `restore testing plan 'weekly': 'RecoveryPointSelection.${problem}`;

describeRule(restoreTestingRecoveryPoints, {
  compliant: [
    { name: 'the latest snapshot of all vaults', ...testing({}) },
    { name: 'a random point of both types', ...testing({ Algorithm: 'RANDOM_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'] }) },
    { name: 'vaults by wildcards', ...testing({ IncludeVaults: ['arn:aws:backup:*:*:backup-vault:orders-*'] }) },
    { name: 'a vault that is a parameter', ...testing({ IncludeVaults: [GIVEN] }) },
  ],
  nonCompliant: [
    {
      name: 'another algorithm',
      ...testing({ Algorithm: 'LATEST' }),
      messages: [say('Algorithm\' must be \'LATEST_WITHIN_WINDOW\' or \'RANDOM_WITHIN_WINDOW\', got \'LATEST\'. Choose one of them.')],
      paths: ['RecoveryPointSelection'],
    },
    {
      name: 'another type',
      ...testing({ RecoveryPointTypes: ['SNAPSHOTS'] }),
      messages: [say('RecoveryPointTypes\' must be \'SNAPSHOT\' or \'CONTINUOUS\', or both, got \'SNAPSHOTS\'. Leave it out.')],
    },
    { name: 'no type', ...testing({ RecoveryPointTypes: [] }), messages: [say('RecoveryPointTypes\' must be \'SNAPSHOT\' or \'CONTINUOUS\', or both, got none. Add one.')] },
    { name: 'no vault', ...testing({ IncludeVaults: [] }), messages: [say('IncludeVaults\' must be \'*\' or ARNs of vaults, got none. Name vaults by their ARNs, or write \'*\' for all.')] },
    {
      name: 'the name of a vault',
      ...testing({ IncludeVaults: ['orders'] }),
      messages: [say('IncludeVaults\' must be \'*\' or ARNs of vaults, got \'orders\'. Write the whole ARN. It can contain \'*\'.')],
    },
  ],
  notApplicable: [
    {
      name: 'parts that are left out, which another rule reports',
      cdk: (stack) => { new CfnResource(stack, 'Tests', { type: EMPTY.Type, properties: EMPTY.Properties }); },
      cfn: { Tests: EMPTY },
    },
    { name: 'no restore testing', ...bothWays({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }) },
  ],
  unknown: [{ name: 'an algorithm that is a parameter', ...testing({ Algorithm: GIVEN }), messages: ['restore testing plan \'weekly\': a part of \'RecoveryPointSelection\' is unknown.'] }],
});
