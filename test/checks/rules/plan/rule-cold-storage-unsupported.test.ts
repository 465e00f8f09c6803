import { BUCKET, RULE, plan, rule, selection, vaultArn } from './cases';
import { ruleColdStorageUnsupported } from '../../../../src/checks/rules/plan/rule-cold-storage-unsupported';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const cold = (Resources: unknown, more: object = {}) => bothWays({
  Plan: plan([rule({ Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: 30, ...more } })]),
  Bucket: BUCKET,
  Selection: selection({ Resources }),
});
const DOES_NOTHING = '\'Lifecycle.MoveToColdStorageAfterDays\' has no effect on the types that the plan selects';

describeRule(ruleColdStorageUnsupported, {
  compliant: [
    { name: 'a type that has cold storage among others', ...cold(['arn:aws:s3:::*', 'arn:aws:elasticfilesystem:*:*:file-system/*']) },
    { name: 'the archive of EBS', ...cold(['arn:aws:ec2:*:*:volume/*'], { OptInToArchiveForSupportedResources: true }) },
    { name: 'tables, which have rules of their own', ...cold(['arn:aws:dynamodb:*:*:table/*']) },
    { name: 'OpenZFS, about which sources disagree', ...cold(['arn:aws:fsx:*:*:file-system/*']) },
  ],
  nonCompliant: [
    {
      name: 'types without',
      ...cold(['arn:aws:s3:::*', 'arn:aws:rds:*:*:db:*']),
      messages: [`rule 'daily': ${DOES_NOTHING} (RDS, S3), which have no cold storage. Leave it out.`],
      paths: [`${RULE}.Lifecycle.MoveToColdStorageAfterDays`],
    },
    {
      name: 'a bucket',
      ...cold([{ 'Fn::GetAtt': ['Bucket', 'Arn'] }]),
      messages: [`rule 'daily': ${DOES_NOTHING} (S3), which have no cold storage. Leave it out.`],
    },
    {
      name: 'EBS without its archive',
      ...cold(['arn:aws:ec2:*:*:volume/*']),
      messages: [`rule 'daily': ${DOES_NOTHING} (EBS), which have no cold storage. Leave it out, or set 'Lifecycle.OptInToArchiveForSupportedResources' for EBS.`],
    },
    {
      name: 'a copy',
      ...bothWays({
        Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), Lifecycle: { MoveToColdStorageAfterDays: 30 } }] })]),
        Selection: selection({ Resources: ['arn:aws:s3:::*'] }),
      }),
      messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': ${DOES_NOTHING} (S3), which have no cold storage. Leave it out.`],
    },
  ],
  notApplicable: [
    { name: 'everything', ...cold(['*']) },
    { name: 'no selection', ...bothWays({ Plan: plan([rule({ Lifecycle: { MoveToColdStorageAfterDays: 30 } })]) }) },
    { name: 'no cold storage', ...bothWays({ Plan: plan([rule()]), Selection: selection({ Resources: ['arn:aws:s3:::*'] }) }) },
  ],
  unknown: [{ name: 'a parameter', ...cold([GIVEN]), messages: ['rule \'daily\': the resources to move to cold storage are unknown.'] }],
});
