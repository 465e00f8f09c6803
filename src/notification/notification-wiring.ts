import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { BackupEvent } from './backup-event';
import { createEventRules } from './event-rules';
import type { NotificationWiringProps } from './notification-wiring-props';
import { policiesWrittenTwice } from './topic-policies';
import type { WatchedVault } from './watched-vault';
import { deployAfterPolicy, sharedPlaceOf, watchedVaults } from './watched-vault';
import { allowBackupToPublish, createTopic, topicArnFor, topicResource, wiredTopicProblems } from './wired-topic';
import { certainlyMissingIn } from '../capabilities/region-exceptions';
import { knownOf, readableText } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { Problems } from '../cdk/problems';
import { warn } from '../cdk/warnings';
import { emailProblems, eventProblems, unknownEventProblems, unlistedEventWarnings } from '../validation/notification/notifications';
import { isKnown } from '../values/unknown';

/**
 * Lets people and programs hear of what AWS Backup could not do in vaults of one account and Region: by the notifications of
 * the vaults, and by an EventBridge rule for what those do not tell, or tell together with success.
 *
 * For vaults of several Regions make one in a stack of each.
 *
 * The constructor throws one error that lists everything that would keep messages from arriving.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export class NotificationWiring extends Construct {
  /**
   * The topic that all messages go to.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  public readonly topic: sns.ITopic;

  /**
   * The role with which EventBridge publishes to the topic, for the policy of a key of another account.
   *
   * @default - none, where the vaults' notifications tell all events
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
   */
  public readonly eventRole?: iam.IRole;

  private readonly vaultEvents: string[];
  private readonly eventBridgeEvents: BackupEvent[];

  /**
   * Wires vaults to a topic.
   *
   * @throws one error that lists everything that would keep messages from arriving
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  constructor(scope: Construct, id: string, props: NotificationWiringProps) {
    super(scope, id);
    const events = props.events ?? this.failuresHere();
    this.vaultEvents = events.flatMap(({ _vaultEvent: vaultEvent }) => vaultEvent ?? []);
    this.eventBridgeEvents = events.filter(({ _states: states }) => states !== undefined);
    const vaults = this.validate(props, events);
    for (const judge of [unlistedEventWarnings, unknownEventProblems]) {
      for (const message of judge('events', this.vaultEvents.map(knownOf))) { warn(this, 'unlistedEvent', message); }
    }

    const newTopic = props.topic ? undefined : createTopic(this, props.encryptionKey);
    this.topic = props.topic ?? newTopic!;
    if (this.vaultEvents.length > 0) { this.notify(vaults); }
    const wanted = this.eventBridgeEvents.map(({ _states: states }) => states!);
    this.eventRole = wanted.length > 0 ? createEventRules(this, this.topic, wanted, vaults) : undefined;
    for (const email of props.emails ?? []) { this.topic.addSubscription(new EmailSubscription(email)); }
    for (const subscription of props.subscriptions ?? []) { this.subscribe(subscription); }
    if (newTopic) { this.expectSubscriber(newTopic); }
    this.expectOnePolicy();
  }

  /** Where AWS Backup does not protect Amazon EKS, it may not know the events of its objects either. */
  private failuresHere(): BackupEvent[] {
    const region = knownOf(topLevelStack(this).region);
    const withoutEks = isKnown(region) && certainlyMissingIn(region, 'backup', 'EKS');
    return BackupEvent.failures().filter(({ eventName }) => !(withoutEks && eventName.startsWith('EKS_')));
  }

  private validate(props: NotificationWiringProps, events: BackupEvent[]): WatchedVault[] {
    const problems = new Problems();
    const found: string[] = [];
    const vaults = watchedVaults(this, props.vaults, this.vaultEvents.length > 0, found);
    problems.add(
      ...found,
      ...wiredTopicProblems(this, props, sharedPlaceOf(this, vaults)),
      ...eventProblems('events', events.map(({ eventName }) => knownOf(eventName))),
      ...Token.isUnresolved(props.emails ?? [])
        ? ['\'emails\' must be a list that is known at synth time, got a token: give each address, which may be a token, by itself']
        : emailProblems('emails', (props.emails ?? []).map(knownOf)),
      ...(props.emails ?? []).filter((email) => props.topic?.node.tryFindChild(email))
        .map((email) => `'emails' has '${email}', to which the topic sends already: leave it out`),
    );
    problems.throwIfAny(this);
    return vaults;
  }

  private notify(vaults: WatchedVault[]): void {
    const policy = allowBackupToPublish(this, this.topic, vaults);
    for (const vault of vaults) {
      vault.resource.notifications = { backupVaultEvents: this.vaultEvents, snsTopicArn: topicArnFor(this.topic, vault.resource.stack) };
      if (policy) { deployAfterPolicy(this, vault, policy); }
    }
  }

  private subscribe(subscription: sns.ITopicSubscription): void {
    this.topic.addSubscription({
      bind: (topic) => {
        const config = subscription.bind(topic);
        if (config.filterPolicy && this.eventBridgeEvents.length > 0) {
          this.warnOfFilter(config.subscriberId, 'attributes, and messages of EventBridge have none', this.eventBridgeEvents.map(({ eventName }) => eventName));
        }
        if (config.filterPolicyWithMessageBody && this.vaultEvents.length > 0) {
          this.warnOfFilter(config.subscriberId, 'JSON, and messages of a vault are text', this.vaultEvents);
        }
        return config;
      },
    });
  }

  private warnOfFilter(subscriber: string, reason: string, events: string[]): void {
    warn(this, 'filteredSubscription', `the filter policy of the subscriber '${String(readableText(subscriber))}' looks at ${reason}, so that it never hears of `
      + `${events.join(', ')}: leave the filter out and choose 'events' instead`);
  }

  /** What other constructs write is known when the app is complete. */
  private expectOnePolicy(): void {
    this.node.addValidation({
      validate: () => {
        for (const message of policiesWrittenTwice(this.topic)) { warn(this, 'topicPolicyWrittenTwice', message); }
        return [];
      },
    });
  }

  private expectSubscriber(topic: sns.Topic): void {
    this.node.addValidation({
      validate: () => {
        if (!isSubscribedTo(topic)) {
          warn(this, 'noSubscriber', 'nothing of this app subscribes to the topic, so that nobody hears of anything: give \'emails\' or \'subscriptions\'');
        }
        return [];
      },
    });
  }
}

/** By whatever names the topic; a topic that only a deployment tells may be this one. */
function isSubscribedTo(topic: sns.Topic): boolean {
  const subscriptions = topic.node.root.node.findAll().filter((each) => sns.CfnSubscription.isCfnSubscription(each));
  return subscriptions.some(({ topicArn }) => {
    const text = readableText(topicArn);
    if (isKnown(text)) { return text.endsWith(`:${topicResource(topic)!.topicName}`); }
    const token = Tokenization.reverse(topicArn);
    return !Reference.isReference(token) || token.target === topicResource(topic);
  });
}
