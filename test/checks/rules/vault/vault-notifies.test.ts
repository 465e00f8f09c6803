import { type App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import { vaultNotifies } from '../../../../src/checks/rules/vault/vault-notifies';
import { ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { noVault, vault } from './vaults';

const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:backups`;
const notifying = (event: string) => vault({ Notifications: { SNSTopicArn: TOPIC, BackupVaultEvents: [event] } });
const message = 'vault \'orders\': \'Notifications\' should report failed jobs, got none that do and no EventBridge rule in this account and Region. '
  + 'Name a topic and the events that report failures.';
const doubt = 'vault \'orders\': whether failed jobs are reported is unknown.';
const rule = (eventPattern: object, state?: string) => ({
  cdk: (stack: Stack) => {
    vault({}).cdk(stack);
    new events.CfnRule(stack, 'Rule', { eventPattern, state });
  },
  cfn: vault({}, { Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: eventPattern, State: state } } }).cfn,
});

describeRule(vaultNotifies, {
  compliant: [
    { name: 'an event that is a failure', ...notifying('BACKUP_JOB_FAILED') },
    { name: 'an event that says how a job ended', ...notifying('BACKUP_JOB_COMPLETED') },
    { name: 'a rule of EventBridge', ...rule({ source: ['aws.backup'] }) },
    { name: 'a rule that names events only', ...rule({ 'detail-type': ['Backup Job State Change'] }) },
    {
      name: 'an alarm on failed jobs',
      cdk: (stack) => {
        vault({}).cdk(stack);
        new cloudwatch.CfnAlarm(stack, 'Alarm', { namespace: 'AWS/Backup', comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1 });
      },
      cfn: vault({}, { Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'AWS/Backup' } } }).cfn,
    },
  ],
  nonCompliant: [
    { name: 'nothing', ...vault({}), messages: [message], paths: ['Notifications'] },
    { name: 'an event that is not a failure', ...notifying('BACKUP_JOB_STARTED'), messages: [message] },
    { name: 'a rule for others', ...rule({ source: ['aws.ec2'] }), messages: [message] },
    { name: 'a rule that is off', ...rule({ source: ['aws.backup'] }, 'DISABLED'), messages: [message] },
    {
      name: 'a rule in another Region',
      cdk: (stack) => {
        vault({}).cdk(stack);
        const other = new Stack(stack.node.root as App, 'Other', { env: { account: ACCOUNT, region: 'us-east-1' } });
        new events.CfnRule(other, 'Rule', { eventPattern: { source: ['aws.backup'] } });
      },
      cfn: [
        sourceOf(vault({}).cfn),
        sourceOf({ Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.backup'] } } } }, { id: 'Other', region: 'us-east-1' }),
      ],
      messages: [message],
    },
  ],
  notApplicable: [{ name: 'no vault', ...noVault }],
  unknown: [
    { name: 'an event that is a parameter', ...notifying(PARAMETER), messages: [doubt] },
    { name: 'a rule with a matcher', ...rule({ source: [{ prefix: 'aws.' }] }), messages: [doubt] },
  ],
});
