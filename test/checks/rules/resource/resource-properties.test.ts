import { type Stack, CfnCondition, CfnParameter, CfnResource, Fn } from 'aws-cdk-lib';
import { resourceProperties } from '../../../../src/checks/rules/resource/resource-properties';
import { bothWays, perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';

/** A resource with any properties, even if its L1 construct rejects them. */
const resource = (type: string, properties?: object) => ({
  cdk: (stack: Stack) => {
    const given = new CfnParameter(stack, 'Given');
    new CfnCondition(stack, 'Perhaps', { expression: Fn.conditionEquals(given.valueAsString, 'yes') });
    new CfnResource(stack, 'Resource', { type: `AWS::Backup::${type}`, properties: properties as Record<string, unknown> });
  },
  cfn: {
    Parameters: { Given: { Type: 'String' } },
    Conditions: { Perhaps: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } },
    Resources: { Resource: { Type: `AWS::Backup::${type}`, ...properties && { Properties: properties } } },
  },
});

const GIVEN = { Ref: 'Given' };
const vault = (properties: object) => resource('BackupVault', { BackupVaultName: 'orders', ...properties });
const rule = (properties: object) => resource('BackupPlan', { BackupPlan: { BackupPlanName: 'orders', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'orders', ...properties }] } });
const RULE = 'BackupPlan.BackupPlanRule[0]';
const needed = (path: string) => `'${path}' must be set, got none. CloudFormation requires it. Set it.`;
const typed = (Type: string) => bothWays({ Vault: { Type, Properties: { BackupVaultName: 'orders' } } });
const noProperty = (path: string, type = 'BackupPlan') => `'${path}' is not a property of AWS::Backup::${type}, and CloudFormation rejects it. Check the spelling and the place.`;
const must = (path: string, what: string, got: string) => `'${path}' must be ${what}, got ${got}. Change it to ${what}.`;

describeRule(resourceProperties, {
  compliant: [
    { name: 'no more than is needed', ...vault({}) },
    { name: 'numbers and booleans as texts', ...rule({ StartWindowMinutes: '60', EnableContinuousBackup: 'true', Lifecycle: { DeleteAfterDays: '35' } }) },
    { name: 'numbers as texts', ...vault({ BackupVaultTags: { year: 2026 }, LockConfiguration: { MinRetentionDays: '7' } }) },
    { name: 'a policy as an object', ...vault({ AccessPolicy: { Statement: [] } }) },
    { name: 'a policy as a text', ...vault({ AccessPolicy: '{}' }) },
    { name: 'values of parameters', ...rule({ Lifecycle: { DeleteAfterDays: GIVEN }, CopyActions: [{ DestinationBackupVaultArn: GIVEN }], RecoveryPointTags: { stage: GIVEN } }) },
    { name: 'what a list is split into', ...resource('ReportPlan', { ReportDeliveryChannel: { S3BucketName: 'b', Formats: { 'Fn::Split': [',', 'CSV,JSON'] } }, ReportSetting: { ReportTemplate: 'R' } }) },
    { name: 'what perhaps is left out and is not needed', ...rule({ Lifecycle: perhaps({ DeleteAfterDays: 7 }) }) },
  ],
  nonCompliant: [
    {
      name: 'a type with a wrong capital',
      ...typed('AWS::Backup::Backupvault'),
      messages: ['\'Type\' must be \'AWS::Backup::BackupVault\', got \'AWS::Backup::Backupvault\'. Types are case-sensitive. Write it exactly as shown.'],
      paths: [''],
    },
    {
      name: 'a type that is spelled wrong, or newer',
      ...typed('AWS::Backup::BackupVualt'),
      messages: ['\'Type\' should be a type of AWS Backup that this library knows, got \'AWS::Backup::BackupVualt\'. CloudFormation rejects it, unless it is newer. Check the spelling.'],
      levels: ['warning'],
    },
    { name: 'no properties', ...resource('BackupVault'), messages: [needed('BackupVaultName')], paths: ['BackupVaultName'] },
    { name: 'a rule without name and vault', ...rule({ RuleName: { Ref: 'AWS::NoValue' }, TargetBackupVault: { Ref: 'AWS::NoValue' } }), messages: [needed(`${RULE}.RuleName`), needed(`${RULE}.TargetBackupVault`)] },
    { name: 'one rule that is not a list', ...resource('BackupPlan', { BackupPlan: { BackupPlanName: 'p', BackupPlanRule: { RuleName: 'r' } } }), messages: [must('BackupPlan.BackupPlanRule', 'a list', 'an object')] },
    { name: 'a list that is a text', ...resource('BackupSelection', { BackupPlanId: 'p', BackupSelection: { SelectionName: 's', IamRoleArn: 'r', Resources: '*' } }), messages: [must('BackupSelection.Resources', 'a list', '\'*\'')] },
    { name: 'tags in a list', ...vault({ BackupVaultTags: [{ Key: 'a', Value: 'b' }] }), messages: [must('BackupVaultTags', 'an object with string values', 'a list')], paths: ['BackupVaultTags'] },
    { name: 'tags of more than texts', ...vault({ BackupVaultTags: { a: ['b'] } }), messages: [must('BackupVaultTags.a', 'a text', 'a list')] },
    { name: 'a lock that is a number', ...vault({ LockConfiguration: 7 }), messages: [must('LockConfiguration', 'an object', '\'7\'')] },
    { name: 'half a day', ...vault({ LockConfiguration: { MinRetentionDays: 7.5 } }), messages: [must('LockConfiguration.MinRetentionDays', 'a whole number', '\'7.5\'')] },
    { name: 'a word for a number', ...rule({ Lifecycle: { DeleteAfterDays: 'never' } }), messages: [must(`${RULE}.Lifecycle.DeleteAfterDays`, 'a number', '\'never\'')] },
    { name: 'an empty number', ...rule({ StartWindowMinutes: '' }), messages: [must(`${RULE}.StartWindowMinutes`, 'a number', '\'\'')] },
    { name: 'a word for a boolean', ...rule({ EnableContinuousBackup: 'always' }), messages: [must(`${RULE}.EnableContinuousBackup`, 'true or false', '\'always\'')] },
    { name: 'a policy that is a list', ...vault({ AccessPolicy: [] }), messages: [must('AccessPolicy', 'an object', 'a list')] },
    { name: 'an access point to nothing', ...resource('BackupAccessPoint', {}), messages: [needed('RecoveryPointArn')] },
    { name: 'a property that is spelled wrong', ...rule({ ScheduleExpresion: 'cron(0 5 ? * * *)' }), messages: [noProperty(`${RULE}.ScheduleExpresion`)], paths: [`${RULE}.ScheduleExpresion`] },
    { name: 'a property at another place', ...rule({ DeleteAfterDays: 35 }), messages: [noProperty(`${RULE}.DeleteAfterDays`)] },
    { name: 'a property of the API', ...rule({ TargetBackupVaultName: 'orders' }), messages: [noProperty(`${RULE}.TargetBackupVaultName`)] },
    { name: 'tags as other resources have them', ...vault({ Tags: [] }), messages: [noProperty('Tags', 'BackupVault')] },
    {
      name: 'a property of a type whose schema was not read',
      ...resource('BackupAccessPoint', { RecoveryPointArn: 'arn:aws:backup:eu-west-1:111122223333:recovery-point:1', Vpc: 'vpc-1' }),
      messages: [noProperty('Vpc', 'BackupAccessPoint')],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'no resource of AWS Backup', cdk: (stack) => { new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' }); }, cfn: { Topic: { Type: 'AWS::SNS::Topic' } } }],
  unknown: [
    { name: 'what perhaps is left out and is needed', ...vault({ LockConfiguration: { MinRetentionDays: perhaps(7) } }), messages: ['\'LockConfiguration.MinRetentionDays\': whether it is set is unknown.'] },
    { name: 'a macro among the properties', ...resource('BackupVault', { 'Fn::Transform': { Name: 'AWS::Include' } }), messages: ['\'BackupVaultName\': whether it is set is unknown.'] },
    { name: 'a loop among the properties', ...resource('BackupVault', { 'BackupVaultTags': { a: 'b' }, 'Fn::ForEach::Names': ['Name', { Ref: 'Names' }, { '${Name}': 'orders' }] }), messages: ['\'BackupVaultName\': whether it is set is unknown.'] },
  ],
});
