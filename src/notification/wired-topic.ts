import { Aws, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct, IDependable } from 'constructs';
import type { NotificationWiringProps } from './notification-wiring-props';
import { type WatchedVault, sharedPlace, stageLabel } from './watched-vault';
import { TOPIC_KEY_USE } from '../capabilities/permissions';
import { BACKUP_SERVICE } from '../capabilities/principals';
import { keyRegionProblems, keyUseStatement } from '../cdk/keys';
import { knownOf, readableText } from '../cdk/measures';
import { physicalName, topLevelStack } from '../cdk/physical-name';
import { elsewhere } from '../cdk/place';
import { warn } from '../cdk/warnings';
import { managedKeyProblems, topicProblems } from '../validation/notification/notifications';
import type { Place } from '../validation/plan/copies';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

/**
 * Why AWS Backup could not publish to the topic, or to a topic that the key encrypts.
 *
 * @param place the place of the wiring and its vaults
 */
export function wiredTopicProblems(wiring: Construct, { topic, encryptionKey }: NotificationWiringProps, place: Place): Problem[] {
  const problems: Problem[] = [];
  const here = topLevelStack(wiring);
  if (encryptionKey) {
    if (topic) { problems.push(new Problem('both', '\'encryptionKey\' must not be used together with \'topic\', got both. The key encrypts a new topic. Leave one of them out.')); }
    problems.push(
      ...managedKeyProblems('\'encryptionKey\' must be', `'${encryptionKey.node.path}'`, readableText(encryptionKey.keyArn)),
      ...keyRegionProblems('the wiring', here.region, encryptionKey),
    );
  }
  if (!topic) { return problems; }

  const resource = topicResource(topic);
  const label = topicLabel(topic);
  problems.push(...topicProblems('topic', {
    label,
    fifo: topic.fifo || resource?.fifoTopic === true,
    arn: readableText(topic.topicArn),
    key: readKey(resource?.kmsMasterKeyId ?? topic.masterKey?.keyArn),
  }, 'Set \'masterKey\' of the topic to a customer managed key, or leave out \'topic\'.'));
  const difference = elsewhere(place, { account: knownOf(topic.env.account), region: knownOf(topic.env.region) });
  if (difference) {
    problems.push(new Problem('elsewhere', `'topic' must be in the ${difference.part} of the wiring ('${difference.here}'), got the topic ${label} of '${difference.there}'. A vault and its topic share `
      + 'account and Region. Create one NotificationWiring for each Region, and repeat the subscribers.'));
  }
  if (resource && Stage.of(resource) !== Stage.of(wiring)) {
    problems.push(new Problem('stage', `'topic' must be in the Stage of the wiring (${stageLabel(here)}), got the topic ${label} of ${stageLabel(resource)}. Create a topic `
      + 'in each Stage.'));
  }
  return problems;
}

/** A topic that is encrypted with a customer managed key and has a name that other stacks can use. */
export function createTopic(scope: Construct, encryptionKey: kms.IKey | undefined): sns.Topic {
  const topicName = physicalName(scope, 'Topic', 100);
  return new sns.Topic(scope, 'Topic', {
    topicName,
    enforceSSL: true,
    masterKey: encryptionKey ?? new kms.Key(scope, 'Key', {
      alias: `alias/backup-notifications/${topicName}`,
      description: `Messages of the topic ${topicName}`,
      enableKeyRotation: true,
      // SNS delivers the messages that the key encrypts within hours
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  });
}

/**
 * Allows AWS Backup to publish for the vaults, and for no other vaults. Warns if this app does not own the policy.
 *
 * @returns what must exist before a vault gets the topic
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html
 */
export function allowBackupToPublish(wiring: Construct, topic: sns.ITopic, vaults: readonly WatchedVault[]): IDependable | undefined {
  const account = Stack.of(wiring).account;
  const { statementAdded, policyDependable } = topic.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(BACKUP_SERVICE.principal)],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnEquals: { 'aws:SourceArn': vaults.map(({ arn }) => arn) } },
  }));
  if (!statementAdded) {
    warn(wiring, 'topicPolicyNotChanged', `The library cannot change the policy of the topic ${topicLabel(topic)}, because this app does not own the topic. The policy must allow 'sns:Publish' `
      + 'to \'backup.amazonaws.com\', where \'aws:SourceAccount\' is the account and \'aws:SourceArn\' is one of the vaults. Otherwise the deployment of '
      + 'the vaults fails.');
  }
  allowUseOfKey(wiring, topic, account);
  return policyDependable;
}

/**
 * AWS Backup documents the statement without conditions. The condition applies only to requests that contain the source account, so that no
 * message is lost if SNS does not pass it on. The policy of the topic decides who can publish.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function allowUseOfKey(wiring: Construct, topic: sns.ITopic, account: string): void {
  const { statementAdded } = topic.masterKey?.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(BACKUP_SERVICE.principal)],
    actions: [...TOPIC_KEY_USE.actions],
    resources: ['*'],
    conditions: { StringEqualsIfExists: { 'aws:SourceAccount': account } },
  }), true) ?? { statementAdded: topicResource(topic) !== undefined && !topicResource(topic)?.kmsMasterKeyId };
  if (!statementAdded) {
    warn(wiring, 'topicKeyNotChanged', `The library cannot change the policy of the key of the topic ${topicLabel(topic)}. If the topic is `
      + 'encrypted, the policy must allow \'kms:Decrypt\' and \'kms:GenerateDataKey*\' to \'backup.amazonaws.com\', and in another account to the '
      + '\'eventRole\' of the wiring. Otherwise messages are lost.');
  }
}

/**
 * What a publisher needs in addition to `sns:Publish`. If the key of the topic is unknown, the statement allows any key, but only for messages of
 * this topic.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 */
export function topicKeyStatements(topic: sns.ITopic): iam.PolicyStatement[] {
  if (topic.masterKey) { return [keyUseStatement(topic.masterKey, [...TOPIC_KEY_USE.actions])]; }
  const resource = topicResource(topic);
  return resource && resource.kmsMasterKeyId === undefined ? [] : [new iam.PolicyStatement({
    actions: [...TOPIC_KEY_USE.actions],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topic.topicArn } },
  })];
}

/** The ARN of the topic for a stack. In another stack, it is a literal if the topic has a name, so that it needs no export. */
export function topicArnFor(topic: sns.ITopic, stack: Stack): string {
  const name = knownOf(topicResource(topic)?.topicName);
  if (!isKnown(name) || stack === topic.stack) { return topic.topicArn; }
  const { region, account } = sharedPlace(topic.stack, stack);
  return `arn:${Aws.PARTITION}:sns:${region}:${account}:${name}`;
}

function topicLabel(topic: sns.ITopic): string {
  const arn = knownOf(topic.topicArn);
  return isKnown(arn) ? `'${arn}'` : `at '${topic.node.path}'`;
}

/** The resource, if the app owns it. */
export function topicResource(topic: sns.ITopic): sns.CfnTopic | undefined {
  return [topic.node.defaultChild].find((child) => sns.CfnTopic.isCfnTopic(child));
}

function readKey(key: string | undefined) {
  return key === undefined ? undefined : readableText(key);
}
