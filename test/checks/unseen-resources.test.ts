import { evaluate } from '../../src/checks/evaluate';
import { reportBucketPolicy } from '../../src/checks/rules/audit/report-bucket-policy';
import { topicPolicy } from '../../src/checks/rules/notification/topic-policy';
import { topicSubscribed } from '../../src/checks/rules/notification/topic-subscribed';
import { restoreTested } from '../../src/checks/rules/restore-testing/restore-tested';
import { byTag, inventoryOf, plan, selection, source, table, tagged } from '../inventory/sources';

const RESOURCES = {
  Topic: { Type: 'AWS::SNS::Topic' },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'orders', Notifications: { BackupVaultEvents: ['BACKUP_JOB_FAILED'], SNSTopicArn: { Ref: 'Topic' } } },
  },
  Bucket: { Type: 'AWS::S3::Bucket' },
  Report: {
    Type: 'AWS::Backup::ReportPlan',
    Properties: { ReportDeliveryChannel: { S3BucketName: { Ref: 'Bucket' } }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } },
  },
  Plan: plan(),
  Selection: selection(byTag('backup', 'gold')),
  Table: table(tagged({ backup: 'gold' })),
};
const MODULE = { Module: { Type: 'Company::Backups::All::MODULE' } };

describe.each([topicPolicy, topicSubscribed, reportBucketPolicy, restoreTested])('$id', (rule) => {
  const resultsFor = (resources: object, sections = {}) => {
    const { findings, unknown } = evaluate(inventoryOf(source({ ...RESOURCES, ...resources }, { sections })), [rule], {});
    return { findings: findings.length, unknown: unknown.length };
  };

  test('reports a missing resource', () => {
    expect(resultsFor({})).toEqual({ findings: 1, unknown: 0 });
  });

  test.each<[string, object, object]>([
    ['module', MODULE, {}],
    ['include', { 'Fn::Transform': { Name: 'AWS::Include' } }, {}],
    ['macro', {}, { Transform: 'Company' }],
  ])('counts it as unknown if a %s might add it', (_name, resources, sections) => {
    expect(resultsFor(resources, sections)).toEqual({ findings: 0, unknown: 1 });
  });
});
