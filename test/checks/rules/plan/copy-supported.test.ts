import { Stack } from 'aws-cdk-lib';
import { BUCKET, MULTI_AZ_CLUSTER, REDSHIFT, RULE, TABLE, plan, rule, selection, vaultArn } from './cases';
import { copySupported } from '../../../../src/checks/rules/plan/copy-supported';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const DR = vaultArn('eu-central-1');
const ALL = { Resources: ['*'] };
const copying = (resources: Parameters<typeof bothWays>[0], content: Record<string, unknown>, to = DR) => bothWays({
  Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: to }] })]), ...resources, Selection: selection(content),
});
const byTag = { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }] };
const tagged = { ...REDSHIFT, Properties: { ...REDSHIFT.Properties, Tags: [{ Key: 'backup', Value: 'gold' }] } };
const COPY = `rule 'daily', copy to '${DR}': the copy must not include`;
const ELSEWHERE = 'arn:aws:redshift:eu-west-1:111122223333:cluster:orders';
const VOLUME = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0123456789abcdef0';
const BAHRAIN = { account: '111122223333', region: 'me-south-1' };
const fsx = copying({}, { Resources: ['arn:aws:fsx:*:*:file-system/*'] });

describeRule(copySupported, {
  compliant: [
    { name: 'an instance elsewhere, and a cluster that might be Aurora', ...copying({}, { Resources: [VOLUME, 'arn:aws:rds:eu-west-1:111122223333:cluster:orders'] }) },
    { name: 'Redshift elsewhere, perhaps not selected', ...copying({}, { Resources: [VOLUME, ELSEWHERE], NotResources: [ELSEWHERE] }) },
    { name: 'Redshift elsewhere by a wildcard, which might select none', ...copying({}, { Resources: [VOLUME, `${ELSEWHERE}*`] }) },
    { name: 'a bucket', ...copying({ Bucket: BUCKET }, ALL) },
    { name: 'a table, which has rules of its own', ...copying({ Table: TABLE }, ALL) },
    { name: 'a cluster that the selection leaves out', ...copying({ Cluster: REDSHIFT }, { Resources: ['arn:aws:s3:::*'] }) },
  ],
  nonCompliant: [
    {
      name: 'Redshift by tag',
      ...copying({ Cluster: tagged, Bucket: BUCKET }, byTag),
      messages: [`${COPY} AWS::Redshift::Cluster 'Cluster', which selection 'all' selects by tag backup=gold. `
        + 'AWS Backup creates no cross-Region copies of this type (Amazon Redshift provisioned cluster). Select it for a plan without this copy.'],
      paths: [`${RULE}.CopyActions[0]`],
    },
    {
      name: 'a Multi-AZ cluster by type, within the Region',
      ...copying({ Cluster: MULTI_AZ_CLUSTER }, { Resources: ['arn:aws:rds:*:*:cluster:*'] }, vaultArn('eu-west-1')),
      messages: [`rule 'daily', copy to '${vaultArn('eu-west-1')}': the copy must not include AWS::RDS::DBCluster 'Cluster', which selection 'all' selects by ARN 'arn:aws:rds:*:*:cluster:*'. `
        + 'AWS Backup creates no copies of this type (Amazon RDS Multi-AZ DB cluster). Select it for a plan without this copy.'],
    },
    {
      name: 'Redshift by a condition on its tag',
      ...copying({ Cluster: tagged }, { ...ALL, Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'gold' }] } }),
      messages: [`${COPY} AWS::Redshift::Cluster 'Cluster', which selection 'all' selects by '*' where tag backup=gold. `
        + 'AWS Backup creates no cross-Region copies of this type (Amazon Redshift provisioned cluster). Select it for a plan without this copy.'],
    },
    {
      name: 'Redshift among all resources',
      ...copying({ Cluster: REDSHIFT }, ALL),
      messages: [`${COPY} AWS::Redshift::Cluster 'Cluster', which selection 'all' selects by '*'. `
        + 'AWS Backup creates no cross-Region copies of this type (Amazon Redshift provisioned cluster). Select it for a plan without this copy.'],
      levels: ['warning'],
    },
    {
      name: 'stacks, which are not copied to another account',
      ...copying({}, { Resources: ['arn:aws:cloudformation:*:*:stack/*'] }, vaultArn('eu-west-1', '444455556666')),
      messages: [`rule 'daily', copy to '${vaultArn('eu-west-1', '444455556666')}': the copy must not include only CloudFormation, which plan 'gold' selects. `
        + 'AWS Backup creates no cross-account copies of these types. Leave the copy out.'],
    },
    {
      name: 'FSx, which is not copied out of Bahrain',
      cdk: (stack) => fsx.cdk(new Stack(stack.node.root as Stack, 'Bahrain', { env: BAHRAIN })),
      cfn: [sourceOf(fsx.cfn, BAHRAIN)],
      messages: [`${COPY} only FSx, which plan 'gold' selects. AWS Backup creates no cross-Region copies of these types. Leave the copy out.`],
    },
    {
      name: 'Redshift elsewhere by its ARN, beside other types',
      ...copying({}, { Resources: [VOLUME, ELSEWHERE] }),
      messages: [`${COPY} '${ELSEWHERE}', which selection 'all' names. AWS Backup creates no cross-Region copies of Redshift. Select it for a plan without this copy.`],
    },
    {
      name: 'types that none of the templates has',
      ...copying({}, { Resources: ['arn:aws:redshift:*:*:cluster:*', 'arn:aws:redshift-serverless:*:*:namespace/*'] }),
      messages: [`${COPY} only Redshift, Redshift Serverless, which plan 'gold' selects. AWS Backup creates no cross-Region copies of these types. Leave the copy out.`],
    },
  ],
  notApplicable: [
    { name: 'no selection', ...bothWays({ Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: DR }] })]), Cluster: REDSHIFT }) },
    { name: 'no copy', ...bothWays({ Plan: plan([rule()]), Cluster: REDSHIFT, Selection: selection(ALL) }) },
    { name: 'stacks copied to another Region', ...copying({}, { Resources: ['arn:aws:cloudformation:*:*:stack/*'] }) },
  ],
  unknown: [
    {
      name: 'a cluster of an engine that is a parameter',
      ...copying({ Cluster: { ...MULTI_AZ_CLUSTER, Properties: { Engine: GIVEN } } }, ALL),
      messages: [`rule 'daily', copy to '${DR}': whether it includes AWS::RDS::DBCluster 'Cluster', which selection 'all' selects by '*', and cannot copy it, is unknown.`],
    },
    {
      name: 'a tag that is a parameter',
      ...copying({ Cluster: { ...REDSHIFT, Properties: { ...REDSHIFT.Properties, Tags: [{ Key: 'backup', Value: GIVEN }] } } }, byTag),
    },
  ],
});
