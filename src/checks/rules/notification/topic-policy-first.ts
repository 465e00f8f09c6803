import { letsBackupPublish } from './letting-publish';
import { type NotifiedTopic, TOPIC, notifiedTopics, topicProperty } from './notified-topics';
import { TOPIC_POLICIES } from '../../../capabilities/whole-policies';
import { type BackupInventory, type Entity, type Text, type Topic, sameArn } from '../../../inventory';
import { anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { type Value, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn, judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const topicPolicyFirst: Rule = {
  id: RuleId.TOPIC_POLICY_FIRST,
  packs: ['ValidityChecks'],
  level: 'warning',
  what: 'CloudFormation creates a vault after the policy of its topic.',
  why: 'AWS Backup rejects a topic that it has no permission to publish to. If CloudFormation creates the vault first, the first deployment fails.',
  fix: 'Add the policy of the topic to DependsOn of the vault.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  evaluate: (inventory) => notifiedTopics(inventory).flatMap((notified) => outcomesOf(notified, inventory)),
};

/** Only policies in the template of the vault are checked. Those of another stack are deployed with that stack. */
function outcomesOf(notified: NotifiedTopic, inventory: BackupInventory): Outcome[] {
  const { vault, target: { topic } } = notified;
  const policies = topic ? policiesOf(topic, inventory).filter(({ address }) => address.sourceId === vault.address.sourceId) : [];
  if (policies.length === 0) { return []; }
  const waits = anyOf(policies.map((policy) => inventory.waitsFor(vault, policy)));
  const names = policies.map(({ address }) => address.logicalId).join(' or ');
  const problems = waits === false
    ? [new Problem('order', `'${TOPIC}' should be a topic whose policy is created before the vault, got one with the policy ${names}, which the vault does not depend on. `
      + `Add ${names} to 'DependsOn' of the vault.`).of(`vault ${vault.label}`)]
    : [];
  return judged(at(vault.address, topicProperty(notified)), problems, [waits], `vault ${vault.label}: whether the policy ${names} of its topic is created first is unknown.`);
}

function policiesOf(topic: Topic, inventory: BackupInventory): Entity[] {
  return TOPIC_POLICIES.flatMap(({ cfnType, names }) => inventory.ofType(cfnType).filter(({ properties }) => (
    [properties.get(names), ...itemsIn(properties.get(names))].some((each) => isOf(each.text(), topic)) && letsBackupPublish(properties.get('PolicyDocument'), { topic: topic.arn }) === true
  )));
}

function isOf(arn: Value<Text>, topic: Topic): boolean {
  return isKnown(arn) && sameArn(arn, topic.arn) === true;
}
