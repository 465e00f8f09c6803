import { RULE, oneRule, plan, rule } from './cases';
import { ruleIndexesAndScans } from '../../../../src/checks/rules/plan/rule-indexes-and-scans';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const index = (...types: unknown[]) => oneRule({ IndexActions: [{ ResourceTypes: types }] });
const SCAN = [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }];
const settings = (...types: unknown[]) => [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: types, ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner' }];
const scanned = (actions: unknown, scanSettings: unknown) => (
  bothWays({ Plan: plan([rule({ ScanActions: actions })], { ScanSettings: scanSettings }) })
);

describeRule(ruleIndexesAndScans, {
  compliant: [
    { name: 'one type', ...index('EBS') },
    { name: 'both blocks', ...scanned(SCAN, settings('EBS', 'EC2', 'S3')) },
    { name: 'all types', ...scanned(SCAN, settings('ALL')) },
  ],
  nonCompliant: [
    {
      name: 'two types',
      ...index('EBS', 'S3'),
      messages: ['rule \'daily\': \'IndexActions.ResourceTypes\' must be at most 1 type, got 2 types. Leave out the others.'],
      paths: [`${RULE}.IndexActions`],
    },
    {
      name: 'a type without an index',
      ...index('EFS'),
      messages: ['rule \'daily\': \'IndexActions.ResourceTypes\' must be one of the types that AWS Backup indexes (EBS, S3), got \'EFS\'. Choose one of them, or leave it out.'],
    },
    {
      name: 'another mode',
      ...scanned([{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL' }], settings('EBS')),
      messages: ['rule \'daily\': \'ScanActions.ScanMode\' must be FULL_SCAN or INCREMENTAL_SCAN, got \'FULL\'. Write it exactly as shown.'],
      paths: [`${RULE}.ScanActions`],
    },
    {
      name: 'another scanner',
      ...scanned([{ MalwareScanner: 'CLAMAV', ScanMode: 'FULL_SCAN' }], [{ ...settings('EBS')[0], MalwareScanner: 'CLAMAV' }]),
      messages: [
        'rule \'daily\': \'ScanActions.MalwareScanner\' must be GUARDDUTY, got \'CLAMAV\'. Write it exactly as shown.',
        'plan \'gold\': \'ScanSettings.MalwareScanner\' must be GUARDDUTY, got \'CLAMAV\'. Write it exactly as shown.',
      ],
    },
    {
      name: 'a type without scans',
      ...scanned(SCAN, settings('EFS')),
      messages: ['plan \'gold\': \'ScanSettings.ResourceTypes\' must be one of the types that AWS Backup scans for malware (EBS, EC2, S3), got \'EFS\'. Choose one of them, or leave it out.'],
      paths: ['BackupPlan.ScanSettings'],
    },
    {
      name: 'no settings',
      ...scanned(SCAN, undefined),
      messages: ['rule \'daily\': \'ScanActions\' requires \'ScanSettings\' in the plan, got none. Add them. Otherwise nothing is scanned.'],
      paths: [`${RULE}.ScanActions`],
      levels: ['warning'],
    },
    {
      name: 'no actions',
      ...scanned(undefined, settings('S3')),
      messages: ['plan \'gold\': \'ScanSettings\' requires \'ScanActions\' in a rule, got none. Add them. Otherwise nothing is scanned.'],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'neither', ...oneRule() }],
  unknown: [
    { name: 'an index that is a parameter', ...index(GIVEN), messages: ['rule \'daily\': the types of \'IndexActions\' are unknown.'] },
    { name: 'a type that is a parameter', ...scanned(SCAN, settings(GIVEN)), messages: ['plan \'gold\': the types of \'ScanSettings\' are unknown.'] },
  ],
});
