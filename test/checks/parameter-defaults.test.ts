import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { sourceOf } from './rule-cases';
import { type RuleSettings, evaluate } from '../../src/checks/evaluate';
import { RuleId } from '../../src/checks/rule-id';
import { rulesOf } from '../../src/checks/rules-of-packs';
import { type TemplateSource, BackupInventory } from '../../src/inventory';
import { treeSources } from '../../src/inventory/cdk/tree-sources';

const BY_DEFAULTS = ' This depends on defaults of parameters, which a deployment can override.';
const TOO_SHORT = 'vault \'orders\': \'LockConfiguration.MinRetentionDays\' must be at least 1 day, got 0 days. Raise it.';

function findingsIn(sources: readonly TemplateSource[], settings: RuleSettings = {}) {
  return evaluate(BackupInventory.of(sources), rulesOf('ValidityChecks'), {}, settings).findings.map(({ level, message }) => ({ level, message }));
}

function vaultWith(minRetention: unknown, more: object = {}): object {
  return {
    Parameters: { Days: { Type: 'Number', Default: 0 } },
    Resources: {
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', LockConfiguration: { MinRetentionDays: minRetention } } },
    },
    ...more,
  };
}

const byDefault = vaultWith({ Ref: 'Days' });

test('a finding that depends on a default states it', () => {
  expect(findingsIn([sourceOf(byDefault)])).toEqual([{ level: 'error', message: TOO_SHORT + BY_DEFAULTS }]);
});

test('a finding in constructs states it too', () => {
  const stack = new Stack(new App(), 'Stack');
  const days = new CfnParameter(stack, 'Days', { type: 'Number', default: 0 });
  new CfnBackupVault(stack, 'Vault', { backupVaultName: 'orders', lockConfiguration: { minRetentionDays: days.valueAsNumber } });
  expect(findingsIn(treeSources(stack))).toEqual([{ level: 'error', message: TOO_SHORT + BY_DEFAULTS }]);
});

test.each(['', 'arn:aws:kms:eu-west-1:111122223333:alias/replace-me'])('a placeholder default, such as %j, is not an error', (given) => {
  const template = {
    Parameters: { Key: { Type: 'String', Default: given } },
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: { Ref: 'Key' } } } },
  };
  expect(findingsIn([sourceOf(template)])).toEqual([{ level: 'warning', message: expect.stringContaining(BY_DEFAULTS) as string }]);
});

test('a literal value is an error, regardless of the defaults beside it', () => {
  expect(findingsIn([sourceOf(vaultWith(0))])).toEqual([{ level: 'error', message: TOO_SHORT }]);
});

test('a given value is certain', () => {
  expect(findingsIn([sourceOf(byDefault, { parameters: { Days: 0 } })])).toEqual([{ level: 'error', message: TOO_SHORT }]);
  expect(findingsIn([sourceOf(byDefault, { parameters: { Days: 1 } })])).toEqual([]);
});

test('a value from a parent stack is certain', () => {
  const parent = sourceOf({ Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'nested.yaml', Parameters: { Days: 0 } } } }, { id: 'Parent' });
  const nested = sourceOf(byDefault, { parent: { id: 'Parent', logicalId: 'Nested' } });
  expect(findingsIn([parent, nested])).toEqual([{ level: 'error', message: TOO_SHORT }]);
});

test('a branch that only a default selects is not an error', () => {
  const template = vaultWith({ 'Fn::If': ['IsTest', 0, 7] }, {
    Parameters: { Stage: { Type: 'String', Default: 'test' } },
    Conditions: { IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] } },
  });
  expect(findingsIn([sourceOf(template)])).toEqual([{ level: 'warning', message: TOO_SHORT + BY_DEFAULTS }]);
});

test('a default that appears only in a message does not make the fault less certain', () => {
  const template = {
    Parameters: { Name: { Type: 'String', Default: 'orders' } },
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { Ref: 'Name' }, LockConfiguration: { MinRetentionDays: 0 } } } },
  };
  expect(findingsIn([sourceOf(template)])).toEqual([{ level: 'error', message: TOO_SHORT }]);
});

test('the names of stored values, which every stack of the CDK has, are not defaults', () => {
  const template = vaultWith(1, { Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/hnb659fds/version' } } });
  expect(BackupInventory.of([sourceOf(template)]).withoutDefaults).toBeUndefined();
  expect(BackupInventory.of([sourceOf(byDefault)]).withoutDefaults).toBeDefined();
});

test('a level that the user chooses is not changed', () => {
  const levels = { [RuleId.VAULT_LOCK_BOUNDS]: 'warning' as const };
  expect(findingsIn([sourceOf(byDefault)], { levels })).toEqual([{ level: 'warning', message: TOO_SHORT + BY_DEFAULTS }]);
});

describe('a resource that only a default covers', () => {
  const covered = (given: Record<string, unknown>) => {
    const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', Tags: [{ Key: 'backup', Value: { Ref: 'Tier' } }] } };
    const selection = {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: { SelectionName: 'gold', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }] },
      },
    };
    const plan = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'vault' }] } } };
    const template = { Parameters: { Tier: { Type: 'String', Default: 'gold' } }, Resources: { Table: table, Plan: plan, Selection: selection } };
    const { findings, unknown } = evaluate(BackupInventory.of([sourceOf(template, { parameters: given })]), rulesOf('CoverageChecks'), {}, { include: [RuleId.RESOURCE_IN_PLAN] });
    return { findings: findings.map(({ level, message }) => ({ level, message })), unknown: unknown.map(({ message }) => message) };
  };

  test('is not certainly in a plan', () => {
    expect(covered({})).toEqual({
      findings: [],
      unknown: ['DynamoDB table: whether it is in a backup plan is unknown, because it depends on defaults of parameters, which a deployment can override.'],
    });
  });

  test('is in a plan if the value is given', () => {
    expect(covered({ Tier: 'gold' })).toEqual({ findings: [], unknown: [] });
  });

  test('is not in a plan if another value is given', () => {
    expect(covered({ Tier: 'none' })).toEqual({
      findings: [{ level: 'error', message: 'DynamoDB table must be in a backup plan, got none. Add the tags that a selection requires, or name its type or ARN in a selection.' }],
      unknown: [],
    });
  });
});
