import { type Stack, CfnParameter, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { bucketEvents } from '../../../../src/checks/rules/coverage/bucket-events';
import { describeRule } from '../../rule-cases';
import { type GivenSelection, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const PATH = 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled';
const bucket = (enabled: boolean | typeof PARAMETER | undefined, selection?: GivenSelection) => ({
  cdk: (stack: Stack) => {
    const eventBridgeEnabled = enabled === PARAMETER ? Token.asAny(new CfnParameter(stack, 'Enabled').value) : enabled;
    new s3.CfnBucket(stack, 'Bucket', {
      notificationConfiguration: eventBridgeEnabled === undefined ? undefined : { eventBridgeConfiguration: { eventBridgeEnabled } },
    });
    if (selection) { planInCdk(stack, { selections: [selection] }); }
  },
  cfn: template({
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: enabled === undefined ? {} : {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: enabled === PARAMETER ? { Ref: 'Given' } : enabled } },
      },
    },
    ...selection && planInCfn({ selections: [selection] }),
  }),
});

describeRule(bucketEvents, {
  compliant: [
    { name: 'events on', ...bucket(true, { arns: ['*'] }) },
    { name: 'events left to AWS Backup', ...bucket(undefined, { arns: ['*'] }) },
  ],
  nonCompliant: [{
    name: 'events off',
    ...bucket(false, { arns: ['*'] }),
    messages: [`'${PATH}' should be true for a bucket that is backed up, got false. Turn it on, or leave it out. AWS Backup misses changes without it.`],
    paths: [PATH],
  }],
  notApplicable: [{ name: 'a bucket without a plan', ...bucket(false) }],
  unknown: [
    { name: 'events by a parameter', ...bucket(PARAMETER, { arns: ['*'] }), messages: [`'${PATH}': whether the bucket is backed up without events is unknown.`] },
    { name: 'a selection by a parameter', ...bucket(false, { arns: [PARAMETER] }) },
  ],
});
