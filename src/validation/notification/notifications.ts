import { VAULT_EVENTS } from '../../capabilities/backup-events';
import { TOPIC_KEY_USE } from '../../capabilities/permissions';
import { BACKUP_SERVICE } from '../../capabilities/principals';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

/** The known facts about a topic. */
export interface TopicFacts {
  readonly label: string;
  readonly fifo: Value<boolean>;
  readonly arn: Value<string>;
  /** As the topic names it: an ID, an ARN, or an alias. */
  readonly key: Value<string>;
}

/** The AWS managed key of Amazon SNS. Its policy allows no other service to use it. */
const MANAGED_KEY = /(^|:)alias\/aws\/sns$/;

/**
 * Topics that AWS Backup cannot publish to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export function topicProblems(name: string, topic: TopicFacts, keyFix: string): Problem[] {
  return [...fifoProblems(name, topic), ...topicKeyProblems(name, topic, keyFix)];
}

export function fifoProblems(name: string, { label, fifo, arn }: Omit<TopicFacts, 'key'>): Problem[] {
  return fifo === true || isKnown(arn) && arn.endsWith('.fifo')
    ? [new Problem('fifo', `'${name}' must be a standard topic, got the FIFO topic ${label}. Create a standard topic. AWS Backup publishes only to standard topics.`)]
    : [];
}

export function topicKeyProblems(name: string, { label, key }: Pick<TopicFacts, 'label' | 'key'>, fix?: string): Problem[] {
  return managedKeyProblems(`'${name}' must be encrypted with`, `the topic ${label}`, key, fix);
}

/** @param refused the actions that the policy of the topic's key does not allow to AWS Backup */
export function refusedTopicKeyProblems(name: string, { label }: Pick<TopicFacts, 'label'>, refused: readonly string[]): Problem[] {
  return refused.length > 0
    ? [new Problem('key-policy', `'${name}' must be encrypted with a key whose policy lets '${BACKUP_SERVICE.principal}' use it, got a policy that does not allow `
      + `${refused.map((action) => `'${action}'`).join(', ')} on the key of the topic ${label}. Allow the service ${TOPIC_KEY_USE.actions.map((action) => `'${action}'`).join(' and ')}. `
      + 'Otherwise every message is lost.')]
    : [];
}

/** @param rule the start of the rule, which ends with "a customer managed key" */
export function managedKeyProblems(rule: string, subject: string, key: Value<string>, fix = 'Create a customer managed key.'): Problem[] {
  return isKnown(key) && MANAGED_KEY.test(key)
    ? [new Problem('managed-key', `${rule} a customer managed key, got 'alias/aws/sns' on ${subject}. ${fix} `
      + 'The policy of the AWS managed key does not allow AWS Backup or EventBridge to use it, and cannot be changed.')]
    : [];
}

/** Only what is certainly not an address. SNS checks the rest. */
export function emailProblems(name: string, emails: readonly Value<string>[]): Problem[] {
  const known = emails.filter(isKnown);
  return [
    ...known.filter((email) => !/^\S+@\S+$/.test(email))
      .map((email) => new Problem('address', `'${name}' must contain email addresses, got '${email}'. Write them as 'name@example.com'.`, email)),
    ...twice(known).map((email) => new Problem('twice', `'${name}' must contain each address once, got '${email}' twice. Leave one out.`, email)),
  ];
}

/** @param names the names of the events */
export function eventProblems(name: string, names: readonly Value<string>[]): Problem[] {
  if (names.length === 0) { return [new Problem('empty', `'${name}' must name an event, got none. Leave it out to be notified of all failures.`)]; }
  return twice(names.filter(isKnown)).map((event) => new Problem('twice', `'${name}' must contain each event once, got '${event}' twice. Leave one out.`, event));
}

/** Events that the API accepts and that AWS Backup never sends. */
export function unlistedEventWarnings(name: string, events: readonly Value<string>[]): Problem[] {
  return events.filter(isKnown).filter((event) => VAULT_EVENTS.some((known) => known.name === event && !known.listed))
    .map((event) => new Problem('unlisted',
      `'${name}' should contain events that the guide lists as supported, got '${event}'. Leave it out. AWS Backup accepts the event, but never sends it.`, event));
}

/** Events that this library does not know. The API rejects them unless they are newer than the table. */
export function unknownEventProblems(name: string, events: readonly Value<string>[]): Problem[] {
  return events.filter(isKnown).filter((event) => VAULT_EVENTS.every((known) => known.name !== event))
    .map((event) => new Problem('unknown',
      `'${name}' must contain events of AWS Backup, got '${event}', which this library does not know. Check its name. The deployment fails if AWS Backup does not know it either.`, event));
}

export function twice<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
