import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import * as fc from 'fast-check';
import { BackupEvent, NotificationWiring } from '../../src';

/** A wiring in the stack of its first vault, unless another is named. */
export interface WiringSpec {
  readonly id: string;
  /** Indices in the list. */
  readonly vaults: readonly number[];
  readonly stack?: number;
  readonly topic?: 'own' | 'FIFO' | 'imported' | 'under a key' | 'under aws/sns';
  readonly key?: true;
  readonly emails?: readonly string[];
  /** Indices in the list of failures, and names. */
  readonly events?: readonly (number | string)[];
}

export const wiringSpec: fc.Arbitrary<WiringSpec> = fc.record({
  id: fc.constantFrom('Alerts', 'Alerts', 'Störungen', 'A'.repeat(120)),
  vaults: fc.oneof(
    { arbitrary: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 1 }), weight: 40 }, fc.array(fc.nat(2), { maxLength: 3 }),
  ),
  stack: fc.oneof({ arbitrary: fc.constant(undefined), weight: 9 }, fc.nat(2)),
  topic: fc.oneof(
    { arbitrary: fc.constantFrom(undefined, 'own' as const, 'imported' as const, 'under a key' as const), weight: 48 },
    fc.constantFrom('FIFO' as const, 'under aws/sns' as const),
  ),
  key: fc.oneof({ arbitrary: fc.constant(undefined), weight: 16 }, fc.constant(true as const)),
  emails: fc.oneof(
    { arbitrary: fc.constantFrom<string[]>([], ['a@example.com'], ['a@example.com', 'b@example.com']), weight: 48 },
    fc.constantFrom(['a'], ['a@example.com', 'a@example.com']),
  ),
  events: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 8 },
    { arbitrary: fc.uniqueArray(fc.nat(BackupEvent.failures().length - 1), { minLength: 1, maxLength: 5 }), weight: 8 },
    fc.constantFrom([], ['BACKUP_JOB_COMPLETED'], ['BACKUP_PLAN_CREATED', 'BACKUP_PLAN_CREATED']),
  ),
}, { requiredKeys: ['id', 'vaults'], noNullPrototype: true });

/** Creates the arguments of the wiring, and returns the function that creates the wiring. */
export function prepareWiring(
  stack: Stack, id: string, spec: WiringSpec, vaultAt: (index: number) => aws_backup.IBackupVaultRef,
): () => NotificationWiring {
  // CDK exports a parameter that another stack uses
  const isAlone = spec.vaults.every((index) => Stack.of(vaultAt(index)) === stack);
  const topic = spec.topic && buildTopic(stack, `${id}Topic`, spec.topic === 'imported' && !isAlone ? 'own' : spec.topic);
  const encryptionKey = spec.key && new kms.Key(stack, `${id}OwnKey`);
  return () => new NotificationWiring(stack, id, {
    vaults: spec.vaults.map(vaultAt),
    topic,
    encryptionKey,
    emails: spec.emails && [...spec.emails],
    events: spec.events?.map((event) => typeof event === 'string' ? BackupEvent.vaultEvent(event) : BackupEvent.failures()[event]),
  });
}

function buildTopic(stack: Stack, id: string, kind: NonNullable<WiringSpec['topic']>): sns.ITopic {
  // With a name: without a name, the CDK exports the ARN of a topic
  const topicName = `own-${stack.node.children.length}`;
  switch (kind) {
    case 'own': return new sns.Topic(stack, id, { topicName });
    case 'FIFO': return new sns.Topic(stack, id, { topicName, fifo: true });
    case 'imported': return sns.Topic.fromTopicArn(stack, id, new CfnParameter(stack, `ImportedTopic${stack.node.children.length}`).valueAsString);
    case 'under a key': return new sns.Topic(stack, id, { topicName, masterKey: new kms.Key(stack, `${id}Key`) });
    case 'under aws/sns': {
      const topic = new sns.Topic(stack, id, { topicName });
      (topic.node.defaultChild as sns.CfnTopic).kmsMasterKeyId = 'alias/aws/sns';
      return topic;
    }
  }
}
