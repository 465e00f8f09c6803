import { RULE, oneRule, plan, rule } from './cases';
import { ruleIndexesAndScans } from '../../../../src/checks/rules/plan/rule-indexes-and-scans';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const index = (...types: unknown[]) => oneRule({ IndexActions: [{ ResourceTypes: types }] });
const SCAN = [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }];
const settings = (...types: unknown[]) => [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: types, ScannerRoleArn: { 'Fn::GetAtt': ['Scanner', 'Arn'] } }];
const SCANNER = 'malware-protection.guardduty.amazonaws.com';
const trusting = (Service: unknown) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }] });
const scanned = (actions: unknown, scanSettings: unknown, trust: unknown = trusting(SCANNER)) => bothWays({
  Plan: plan([rule({ ScanActions: actions })], { ScanSettings: scanSettings }),
  Scanner: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
});
const UNTRUSTING = 'plan \'gold\': \'ScanSettings.ScannerRoleArn\' must be a role that \'malware-protection.guardduty.amazonaws.com\' can assume, got one whose trust policy '
  + 'does not allow it. Allow \'sts:AssumeRole\' for the service in its \'AssumeRolePolicyDocument\'. Otherwise every scan fails.';
const UNKNOWN_ROLE = 'plan \'gold\': whether Amazon GuardDuty can assume the role in \'ScanSettings\' is unknown.';

describeRule(ruleIndexesAndScans, {
  compliant: [
    { name: 'one type', ...index('EBS') },
    { name: 'both blocks', ...scanned(SCAN, settings('EBS', 'EC2', 'S3')) },
    { name: 'a scanner among other services', ...scanned(SCAN, settings('EBS'), trusting(['backup.amazonaws.com', SCANNER])) },
    { name: 'settings without a role', ...scanned(SCAN, [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS'] }]) },
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
    ...['guardduty.amazonaws.com', 'backup.amazonaws.com'].map((service) => (
      { name: `a scanner that trusts ${service}`, ...scanned(SCAN, settings('EBS'), trusting(service)), messages: [UNTRUSTING], paths: ['BackupPlan.ScanSettings'] }
    )),
    {
      name: 'no actions',
      ...scanned(undefined, settings('S3')),
      messages: ['plan \'gold\': \'ScanSettings\' requires \'ScanActions\' in a rule, got none. Add them. Otherwise nothing is scanned.'],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'neither', ...oneRule() }],
  unknown: [
    { name: 'a scanner elsewhere', ...scanned(SCAN, [{ ...settings('EBS')[0], ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner' }]), messages: [UNKNOWN_ROLE] },
    { name: 'a scanner that trusts a parameter', ...scanned(SCAN, settings('EBS'), trusting(GIVEN)), messages: [UNKNOWN_ROLE] },
    { name: 'a scanner that trusts the name of the service in a Region', ...scanned(SCAN, settings('EBS'), trusting('malware-protection.guardduty.eu-west-1.amazonaws.com')), messages: [UNKNOWN_ROLE] },
    {
      name: 'rules that are a parameter',
      ...bothWays({
        Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: GIVEN, ScanSettings: settings('EBS') } } },
        Scanner: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trusting('backup.amazonaws.com') } },
      }),
      messages: [UNKNOWN_ROLE],
    },
    { name: 'an index that is a parameter', ...index(GIVEN), messages: ['rule \'daily\': the types of \'IndexActions\' are unknown.'] },
    { name: 'a type that is a parameter', ...scanned(SCAN, settings(GIVEN)), messages: ['plan \'gold\': the types of \'ScanSettings\' are unknown.'] },
  ],
});
