import { VAULT_EVENTS } from '../../capabilities/backup-events';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

/** What is known of a topic. */
export interface TopicFacts {
  readonly inWords: string;
  readonly fifo: Value<boolean>;
  readonly arn: Value<string>;
  /** As the topic names it: an id, an ARN or an alias. */
  readonly key: Value<string>;
}

/** The managed key of SNS, whose policy lets no other service in. */
const MANAGED_KEY = /(^|:)alias\/aws\/sns$/;

/**
 * Topics that AWS Backup cannot publish to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export function topicProblems(name: string, topic: TopicFacts): string[] {
  return [...fifoProblems(name, topic), ...topicKeyProblems(name, topic)];
}

export function fifoProblems(name: string, { inWords, fifo, arn }: Omit<TopicFacts, 'key'>): string[] {
  return fifo === true || isKnown(arn) && arn.endsWith('.fifo')
    ? [`'${name}' must be a standard topic, got the FIFO topic ${inWords}: AWS Backup publishes to standard topics only, make another`]
    : [];
}

export function topicKeyProblems(name: string, { inWords, key }: Pick<TopicFacts, 'inWords' | 'key'>): string[] {
  return managedKeyProblems(`'${name}' must be encrypted with`, `the topic ${inWords}`, key);
}

/** @param rule what has to be a customer managed key, up to these words */
export function managedKeyProblems(rule: string, subject: string, key: Value<string>): string[] {
  return isKnown(key) && MANAGED_KEY.test(key)
    ? [`${rule} a customer managed key, got 'alias/aws/sns' on ${subject}: the policy of that key lets neither AWS Backup nor `
      + 'EventBridge in and cannot be changed, use a key of your own']
    : [];
}

/** Only what is certainly no address: SNS judges the rest. */
export function emailProblems(name: string, emails: readonly Value<string>[]): string[] {
  const known = emails.filter(isKnown);
  return [
    ...known.filter((email) => !/^\S+@\S+$/.test(email))
      .map((email) => `'${name}' must hold e-mail addresses, got '${email}': write them as 'name@example.com'`),
    ...twice(known).map((email) => `'${name}' must hold each address once, got '${email}' twice: leave one out`),
  ];
}

/** @param names what each event is called, by which SNS or EventBridge would be asked twice for the same */
export function eventProblems(name: string, names: readonly Value<string>[]): string[] {
  if (names.length === 0) { return [`'${name}' must name an event, got none: leave it out for everything that fails`]; }
  return twice(names.filter(isKnown)).map((event) => `'${name}' must hold each event once, got '${event}' twice: leave one out`);
}

/** What the API takes without sending anything. */
export function unlistedEventWarnings(name: string, events: readonly Value<string>[]): string[] {
  return events.filter(isKnown).filter((event) => VAULT_EVENTS.some((known) => known.name === event && !known.listed))
    .map((event) => `'${name}' has '${event}', which the API takes and the guide does not list as supported: nothing is sent for it; leave it out`);
}

/** What this library does not know: the API refuses it, unless it is newer than the table. */
export function unknownEventProblems(name: string, events: readonly Value<string>[]): string[] {
  return events.filter(isKnown).filter((event) => VAULT_EVENTS.every((known) => known.name !== event))
    .map((event) => `'${name}' has '${event}', which is not among the events that this library knows: the deployment fails if AWS Backup does not know it either`);
}

export function twice<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
