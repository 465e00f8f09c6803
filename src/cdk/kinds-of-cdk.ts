import { type Duration, type TimeZone, RemovalPolicy } from 'aws-cdk-lib';
import type { Schedule } from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { type IConstruct, Construct } from 'constructs';
import { type Kind, type KindsOf, literalText, oneOf, required } from './kinds';
import { isObject } from '../values/is-object';

export const durationInDays = durationIn('days');
export const durationInHours = durationIn('hours');
export const durationInMinutes = durationIn('minutes');

export const schedule = like<Schedule>('a Schedule', ['expressionString'], (given) => `events.Schedule.expression(${quoted(given)})`);
export const timeZone = like<TimeZone>('a TimeZone', ['timezoneName'], (given) => `TimeZone.of(${quoted(given)})`);
export const removalPolicy = oneOf('RemovalPolicy', RemovalPolicy);

export const construct: Kind<IConstruct> = {
  what: 'a construct',
  is: (value): value is IConstruct => Construct.isConstruct(value),
  fix: () => 'Pass a stack, or another construct.',
  required: false,
};
export const role = like<iam.IRole>('a role', ['roleArn'], (given) => `iam.Role.fromRoleArn(this, 'Role', ${quoted(given)})`);
export const grantee = like<iam.IGrantable>('a principal', ['grantPrincipal'], () => 'new iam.Role(…)');
export const managedPolicy = like<iam.IManagedPolicy>('a managed policy', ['managedPolicyArn'],
  (given) => `iam.ManagedPolicy.fromManagedPolicyArn(this, 'Policy', ${quoted(given)})`);
export const policyStatement = like<iam.PolicyStatement>('a PolicyStatement', ['toStatementJson'], () => 'new iam.PolicyStatement(…)');
export const key = like<kms.IKey>('a key', ['keyArn'], (given) => `kms.Key.fromKeyArn(this, 'Key', ${quoted(given)})`);
export const bucket = like<s3.IBucket>('a bucket', ['bucketArn'], (given) => `s3.Bucket.fromBucketName(this, 'Bucket', ${quoted(given)})`);
export const topic = like<sns.ITopic>('a topic', ['topicArn', 'addSubscription'], (given) => `sns.Topic.fromTopicArn(this, 'Topic', ${quoted(given)})`);
export const topicSubscription = like<sns.ITopicSubscription>('a subscription', ['bind'], () => 'new subscriptions.SqsSubscription(…)');
export const backupVault = like<aws_backup.IBackupVaultRef>('a backup vault', ['backupVaultRef'],
  (given) => (typeof given === 'string' ? `CompliantVault.fromBackupVaultName(this, 'Vault', ${quoted(given)})` : 'new CompliantVault(…)'));
export const backupPlan = like<aws_backup.IBackupPlanRef>('a backup plan', ['backupPlanRef'], () => 'new TieredBackupPlan(…)');

/** The arguments that every construct has. */
export const SCOPE_AND_ID = {
  scope: required(construct as Kind<Construct>),
  id: required(literalText),
} satisfies KindsOf<{ scope: Construct; id: string }>;

/** A value with the members that are used of it. */
export function like<T>(what: string, members: readonly (keyof T & string)[], example: (given: unknown) => string): Kind<T> {
  return {
    what,
    is: (value): value is T => isObject(value) && members.every((member) => member in value),
    fix: (given) => `Write ${example(given)}.`,
    required: false,
  };
}

function durationIn(unit: string): Kind<Duration> {
  return like<Duration>('a Duration', ['isUnresolved'], () => `Duration.${unit}(…)`);
}

export function quoted(given: unknown): string {
  return typeof given === 'string' ? `'${given}'` : '…';
}
