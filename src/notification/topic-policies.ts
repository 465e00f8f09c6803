import { type CfnTopic, type ITopic, CfnTopicInlinePolicy, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { topicResource } from './wired-topic';
import { TOPIC_POLICIES } from '../capabilities/whole-policies';
import { pathOf, propertiesOf, referredTo } from '../cdk/resource-properties';
import { writtenTwice } from '../validation/environment/whole-policies';
import type { Problem } from '../values/problem';

/** Reports several resources of the app that write the policy of one topic. Call this when the app is complete. */
export function policiesWrittenTwice(topic: ITopic): Problem[] {
  const resource = topicResource(topic);
  const policies = resource?.node.root.node.findAll().filter((each) => isPolicyOf(each, resource)) ?? [];
  return policies.length < 2 ? [] : [writtenTwice(`the topic '${topic.node.path}'`, policies.map((policy) => `'${pathOf(policy)}'`),
    'The last one replaces the others, and AWS Backup might lose the permission to publish.', 'Add all statements with addToResourcePolicy of the topic.')];
}

function isPolicyOf(candidate: IConstruct, topic: CfnTopic): boolean {
  if (!CfnTopicPolicy.isCfnTopicPolicy(candidate) && !CfnTopicInlinePolicy.isCfnTopicInlinePolicy(candidate)) { return false; }
  const { names } = TOPIC_POLICIES.find(({ cfnType }) => cfnType === candidate.cfnResourceType)!;
  return referredTo(candidate, names).includes(topic) || namesByArn(propertiesOf(candidate)[names], topic);
}

/** Whether a property contains the ARN of the topic as a literal, as other stacks write it. */
function namesByArn(property: unknown, topic: CfnTopic): boolean {
  const { topicName, stack: { region, account } } = topic;
  return topicName !== undefined && JSON.stringify(property ?? null).includes(`:sns:${region}:${account}:${topicName}"`);
}
