import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { createEventRules } from './event-rules';
import { NEW_WIRING } from './kinds';
import type { NotificationWiringProps } from './notification-wiring-props';
import { deployAfterPolicy } from './watched-vault';
import { allowBackupToPublish, createTopic, topicArnFor } from './wired-topic';
import { type WiringFacts, readWiring } from './wiring-facts';
import { wiringProblems } from './wiring-problems';
import { filterWarnings, topicWarnings, wiringWarnings } from './wiring-warnings';
import { expectKinds } from '../cdk/kinds';
import { refuse } from '../cdk/problems';
import { advise } from '../cdk/warnings';

/**
 * Notifies people and programs of jobs that failed in the vaults of one account and Region.
 *
 * The wiring uses the notifications of the vaults. For events that these do not report, or report only together with success, it uses an EventBridge
 * rule.
 * For vaults of several Regions, create a wiring in a stack of each Region.
 *
 * @example
 * new NotificationWiring(this, 'Alerts', { vaults: [vault], emails: ['oncall@example.com'] });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export class NotificationWiring extends Construct {
  /** The topic that receives all messages. */
  public readonly topic: sns.ITopic;

  /**
   * The role with which EventBridge publishes to the topic. Allow it in the policy of a key of another account.
   *
   * @default - none if the notifications of the vaults report all events
   */
  public readonly eventRole?: iam.IRole;

  /**
   * Connects vaults to a topic.
   *
   * @throws one error that lists everything that would prevent the delivery of messages
   */
  constructor(scope: Construct, id: string, props: NotificationWiringProps) {
    expectKinds(new.target.name, { scope, id, props }, NEW_WIRING);
    super(scope, id);
    const wiring = readWiring(this, props);
    refuse(this, wiringProblems(this, wiring));
    advise(this, wiringWarnings(wiring));

    const created = props.topic ? undefined : createTopic(this, props.encryptionKey);
    this.topic = props.topic ?? created!;
    if (wiring.vaultEvents.length > 0) { this.notify(wiring); }
    const states = wiring.eventBridgeEvents.flatMap(({ _states }) => _states ?? []);
    this.eventRole = states.length > 0 ? createEventRules(this, this.topic, states, wiring.vaults) : undefined;
    for (const email of props.emails ?? []) { this.topic.addSubscription(new EmailSubscription(email)); }
    for (const subscription of props.subscriptions ?? []) { this.subscribe(subscription, wiring); }
    this.node.addValidation({
      validate: () => {
        advise(this, topicWarnings(this.topic, created));
        return [];
      },
    });
  }

  private notify({ vaults, vaultEvents }: WiringFacts): void {
    const policy = allowBackupToPublish(this, this.topic, vaults);
    for (const vault of vaults) {
      vault.resource.notifications = { backupVaultEvents: [...vaultEvents], snsTopicArn: topicArnFor(this.topic, vault.resource.stack) };
      if (policy) { deployAfterPolicy(this, vault, policy); }
    }
  }

  /** The CDK knows the filter of a subscription when it binds the subscription to the topic. */
  private subscribe(subscription: sns.ITopicSubscription, wiring: WiringFacts): void {
    this.topic.addSubscription({
      bind: (topic) => {
        const config = subscription.bind(topic);
        advise(this, filterWarnings(wiring, config));
        return config;
      },
    });
  }
}
