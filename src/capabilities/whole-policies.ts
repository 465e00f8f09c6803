import type { Certainty, Source } from './source';

/** A CloudFormation resource type that writes the whole policy of something that has only one policy. */
export interface WholePolicy {
  readonly cfnType: string;
  /** The property that names the owner of the policy. The first type has a list. */
  readonly names: string;
  /** The effect of a second resource of these types for the same owner. */
  readonly second: 'replaces the policy' | 'is refused';
  readonly certainty: Certainty;
  readonly note?: string;
  readonly source: Source;
}

const HANDLERS: Source = { page: 'https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-sns', asOf: '2026-01-01' };

/** The policies of topics. */
export const TOPIC_POLICIES: readonly WholePolicy[] = [
  {
    cfnType: 'AWS::SNS::TopicPolicy',
    names: 'Topics',
    second: 'replaces the policy',
    certainty: 'verified',
    note: 'its deletion leaves the default policy, even if another resource has written one',
    source: HANDLERS,
  },
  { cfnType: 'AWS::SNS::TopicInlinePolicy', names: 'TopicArn', second: 'is refused', certainty: 'verified', note: 'if the topic does not have the default policy', source: HANDLERS },
];

/** The policy of a bucket. */
export const BUCKET_POLICY: WholePolicy = {
  cfnType: 'AWS::S3::BucketPolicy',
  names: 'Bucket',
  second: 'is refused',
  certainty: 'conflict',
  note: 'https://github.com/aws/aws-cdk/issues/30148 saw the last one replace the others',
  source: { page: 'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1068', asOf: '2023-11-17' },
};
