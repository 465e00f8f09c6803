import { arnFields, sameText } from './arn-fields';
import type { IndexByKey } from './index-by-key';
import { not } from '../../values/answer';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import type { Topic, TopicTarget, Vault } from '../entities';
import { accountPart, regionPart, samePart } from '../environment';
import { Arn } from '../text/arn';
import { Text } from '../text/text';

/** `arn:<partition>:sns:<region>:<account>:<name>` */
const TOPIC_FIELDS = 6;

/** The topic that a vault notifies. `undefined` if it notifies none. */
export function topicTargetOf({ topic: text, environment, properties }: Vault, topicsByArn: IndexByKey<Topic>): TopicTarget | undefined {
  if (text === undefined) { return undefined; }
  const property = properties.get('Notifications').get('SNSTopicArn');
  const topic = isKnown(text) ? topicsByArn.meantBy(property, new Arn(text).key, environment) : undefined;
  if (topic) {
    const sameApplication = topic.environment.application === environment.application;
    return {
      topic,
      text,
      otherAccount: not(samePart(topic.environment.account, environment.account, sameApplication)),
      otherRegion: not(samePart(topic.environment.region, environment.region, sameApplication)),
      label: topic.address.logicalId,
    };
  }
  const { account, region } = isKnown(text) ? arnFields(text, TOPIC_FIELDS) : { account: UNKNOWN, region: UNKNOWN } as const;
  return {
    topic: undefined,
    text,
    otherAccount: not(sameText(account, Text.of(accountPart(environment)))),
    otherRegion: not(sameText(region, Text.of(regionPart(environment)))),
    label: label(text),
  };
}

function label(text: Value<Text>): string {
  return isKnown(text) ? `'${text.toString()}'` : 'that is not known';
}
