import { literalVariables } from '../../../../src/checks/rules/resource/literal-variables';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const vault = (Properties: object) => bothWays({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', ...Properties } } });
const plan = (rule: object) => bothWays({
  Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'orders', ...rule }] } } },
});
const message = (path: string, variable: string, got = variable) => `'${path}' should have '${variable}' only within Fn::Sub, got '${got}'. CloudFormation does not replace it elsewhere. `
  + 'Write it with Fn::Sub.';
const DENY = { Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/${aws:username}' } } };

describeRule(literalVariables, {
  compliant: [
    { name: 'no variable', ...vault({ BackupVaultTags: { team: '$orders {x} ${} ${1}' } }) },
    { name: 'a variable in Sub', ...vault({ BackupVaultTags: { team: { 'Fn::Sub': '${AWS::StackName}' } } }) },
    { name: 'a parameter', ...vault({ BackupVaultTags: { team: GIVEN } }) },
    { name: 'a variable of IAM in a policy', ...vault({ AccessPolicy: { Version: '2012-10-17', Statement: [DENY] } }) },
  ],
  nonCompliant: [
    { name: 'a name', ...vault({ BackupVaultName: '${Stage}-orders' }), messages: [message('BackupVaultName', '${Stage}', '${Stage}-orders')], paths: ['BackupVaultName'] },
    { name: 'a tag', ...vault({ BackupVaultTags: { team: '${AWS::StackName}' } }), messages: [message('BackupVaultTags.team', '${AWS::StackName}')], paths: ['BackupVaultTags.team'] },
    { name: 'a key', ...vault({ EncryptionKeyArn: '${Key.Arn}' }), messages: [message('EncryptionKeyArn', '${Key.Arn}')] },
    { name: 'an event in a list', ...vault({ Notifications: { SNSTopicArn: 'x', BackupVaultEvents: ['${Event}'] } }), messages: [message('Notifications.BackupVaultEvents[0]', '${Event}')] },
    {
      name: 'a part of a Join',
      ...plan({ ScheduleExpression: { 'Fn::Join': ['', ['cron(0 ${Hour} ', GIVEN, ')']] } }),
      messages: [message('BackupPlan.BackupPlanRule[0].ScheduleExpression', '${Hour}', 'cron(0 ${Hour} …)')],
    },
  ],
  notApplicable: [{ name: 'a resource of another service', ...bothWays({ Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: '${Stage}' } } }) }],
  unknown: [{
    name: 'a value that a macro makes',
    cdk: (stack) => { vault({}).cdk(stack); stack.addTransform('Orders'); (stack.node.findChild('Vault') as never as { addPropertyOverride(path: string, value: unknown): void }).addPropertyOverride('BackupVaultName', { 'Fn::Transform': { Name: 'Orders' } }); },
    cfn: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { 'Fn::Transform': { Name: 'Orders' } } } } },
  }],
});
