import { keyKind } from './encryption';
import { each } from './plans';
import type { Resource } from './resources';
import { entity } from './vaults';
import { append } from '../../values/append';
import { type Value, elementsOf, isKnown } from '../../values/unknown';
import type { Topic } from '../entities';
import type { Property } from '../property';
import { arnOf } from '../resolve/names';
import { Arn } from '../text/arn';
import type { Text } from '../text/text';

export function topicsIn(byType: ReadonlyMap<string, readonly Resource[]>): Topic[] {
  const documents = new Map<string, Property[]>();
  for (const { properties } of [...byType.get('AWS::SNS::TopicPolicy') ?? [], ...byType.get('AWS::SNS::TopicInlinePolicy') ?? []]) {
    const topics = each(properties.get('Topics'), (topic) => topic.text());
    const named: Value<Text>[] = [properties.get('TopicArn').text(), ...elementsOf(topics)];
    for (const key of named.map((name) => (isKnown(name) ? new Arn(name).key : undefined))) {
      if (key !== undefined) { append(documents, key, properties.get('PolicyDocument')); }
    }
  }
  return (byType.get('AWS::SNS::Topic') ?? []).map((resource) => topicOf(resource, documents));
}

function topicOf(resource: Resource, documents: ReadonlyMap<string, readonly Property[]>): Topic {
  const { address: { logicalId }, properties } = resource;
  const arn = arnOf(logicalId, resource.frame)!;
  const arnKey = new Arn(arn).key;
  const key = properties.get('KmsMasterKeyId').text();
  return {
    ...entity(resource),
    arn,
    fifo: properties.get('FifoTopic').boolean(),
    key,
    keyKind: keyKind(key, undefined),
    policies: arnKey === undefined ? [] : documents.get(arnKey) ?? [],
  };
}
