import { BUCKET, RULE, plan, rule, selection, vault, vaultArn } from './cases';
import { s3BackupsInOneVault } from '../../../../src/checks/rules/plan/s3-backups-in-one-vault';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const ALL = { Resources: ['*'] };
type Resources = Parameters<typeof bothWays>[0];
type Content = Parameters<typeof selection>[0];
const kinds = (continuousVault: unknown, periodicVault: unknown, resources: Resources = { Bucket: BUCKET }, content: Content = ALL) => bothWays({
  Orders: vault(),
  Plan: plan([
    rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 }, TargetBackupVault: continuousVault }, 'continuous'),
    rule({ TargetBackupVault: periodicVault }),
  ]),
  ...resources,
  Selection: selection(content),
});

const TWO = 'rule \'daily\': \'TargetBackupVault\' must be vault \'orders\', where rule \'continuous\' of plan \'gold\' creates the continuous backups of AWS::S3::Bucket \'Bucket\', got \'archive\'. Name the same vault in both rules.';

describeRule(s3BackupsInOneVault, {
  compliant: [{ name: 'one vault', ...kinds({ Ref: 'Orders' }, 'orders') }, { name: 'one vault elsewhere', ...kinds('outside', 'outside') }],
  nonCompliant: [{
    name: 'two vaults',
    ...kinds({ Ref: 'Orders' }, 'archive'),
    messages: [TWO],
    levels: ['warning'],
    paths: [`${RULE.replace('0', '1')}.TargetBackupVault`],
  }, {
    name: 'two vaults for a bucket that an ARN names',
    ...kinds({ Ref: 'Orders' }, 'archive', undefined, { Resources: ['arn:aws:s3:::orders'] }),
    messages: [TWO],
  }, {
    name: 'two vaults for a bucket that an ARN and a tag name',
    ...kinds({ Ref: 'Orders' }, 'archive', { Bucket: { ...BUCKET, Properties: { ...BUCKET.Properties, Tags: [{ Key: 'backup', Value: 'gold' }] } } }, {
      Resources: ['arn:aws:s3:::*'], ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }],
    }),
    messages: [TWO],
  }],
  notApplicable: [{ name: 'no bucket', ...kinds('orders', 'archive', {}) }],
  unknown: [{
    name: 'a switch that is a parameter',
    ...bothWays({
      Plan: plan([rule({ EnableContinuousBackup: GIVEN }, 'first'), rule({ TargetBackupVault: 'archive' })]), Bucket: BUCKET, Selection: selection(ALL),
    }),
  }, {
    name: 'an air-gapped vault beside one of them',
    ...bothWays({
      Plan: plan([
        rule({ EnableContinuousBackup: true, TargetLogicallyAirGappedBackupVaultArn: vaultArn('eu-west-1') }, 'continuous'),
        rule({ TargetBackupVault: 'archive' }),
      ]),
      Bucket: BUCKET,
      Selection: selection(ALL),
    }),
  }, {
    name: 'a vault that is a parameter',
    ...kinds('orders', GIVEN),
    messages: ['rule \'daily\': whether \'TargetBackupVault\' is that of the continuous backups of AWS::S3::Bucket \'Bucket\' is unknown.'],
  }],
});
