import { Aws, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { WatchedVault } from './watched-vault';
import { topicKeyStatements } from './wired-topic';
import { LIMITS } from '../capabilities/limits';
import type { WantedStates } from '../capabilities/notification-events';
import { physicalName } from '../cdk/physical-name';
import { type EventPattern, eventPatterns } from '../validation/notification/event-patterns';

const LONGEST_RULE_NAME = 64;
const LONGEST_SUFFIX = 4;

/**
 * Sends the events of the vaults to a topic.
 *
 * EventBridge publishes with a role that only these rules can assume. Policies of topics and keys do not support conditions for EventBridge, so
 * they would allow the rules of every account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export function createEventRules(scope: Construct, topic: sns.ITopic, wanted: readonly WantedStates[], vaults: readonly WatchedVault[]): iam.Role {
  const { account, region } = Stack.of(scope);
  const name = physicalName(scope, 'Rule', LONGEST_RULE_NAME - LONGEST_SUFFIX);
  const rules = eventPatterns(wanted, vaults, LIMITS.eventPatternCharacters.max, sizeOf).map((eventPattern, index) => {
    const suffix = index === 0 ? '' : `-${index + 1}`;
    return { id: `Rule${suffix}`, eventPattern, name: `${name}${suffix}` };
  });
  const arn = `arn:${Aws.PARTITION}:events:${region}:${account}:rule/${name}`;
  const role = new iam.Role(scope, 'RuleRole', {
    description: 'Lets EventBridge publish what AWS Backup tells',
    assumedBy: new iam.ServicePrincipal('events.amazonaws.com', {
      // One pattern covers all further rules, because the size of a trust policy is limited
      conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': rules.length > 1 ? [arn, `${arn}-*`] : [arn] } },
    }),
    inlinePolicies: {
      Publish: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
          ...topicKeyStatements(topic),
        ],
      }),
    },
  });
  for (const { id, name: ruleName, eventPattern } of rules) {
    new events.CfnRule(scope, id, {
      name: ruleName,
      description: 'What AWS Backup tells EventBridge, and not the topic of a vault',
      eventPattern,
      targets: [{ id: 'Topic', arn: topic.topicArn, roleArn: role.roleArn }],
    });
  }
  return role;
}

/** Each token counts as the longest possible vault name. It is a name, an account, or a Region. */
function sizeOf(pattern: EventPattern): number {
  return JSON.stringify(pattern).replace(/\$\{Token\[[^\]]*\]\}/g, 'x'.repeat(LONGEST_VAULT_NAME)).length;
}

const LONGEST_VAULT_NAME = 50;
