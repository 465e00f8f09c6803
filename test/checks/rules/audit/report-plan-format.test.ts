import { NO_FRAMEWORK, reportPlan } from './frameworks';
import { reportPlanFormat } from '../../../../src/checks/rules/audit/report-plan-format';
import { GIVEN, bothWays } from '../../both-ways';
import { OTHER_ACCOUNT, ACCOUNT, describeRule } from '../../rule-cases';

const FORMATS = 'ReportDeliveryChannel.Formats';
const FRAMEWORKS = 'ReportSetting.FrameworkArns';
const report = (Formats: unknown, setting: object) => bothWays({ Report: reportPlan({ setting, channel: { Formats } }) });
const message = (over: string) => `report plan 'nightly': '${FORMATS}' must be 'CSV' for a report on ${over}, got 'JSON'. `
  + 'Leave \'JSON\' out, or create a report plan for each account and Region.';

describeRule(reportPlanFormat, {
  compliant: [
    { name: 'CSV over everything', ...report(['CSV'], { Accounts: ['ROOT'], Regions: ['*'] }) },
    { name: 'no format', ...report(undefined, { Accounts: [ACCOUNT, OTHER_ACCOUNT] }) },
    { name: 'CSV over accounts that are a parameter', ...report(['CSV'], { Accounts: [GIVEN] }) },
    { name: 'JSON over one account and Region', ...report(['CSV', 'JSON'], { Accounts: [ACCOUNT], Regions: ['eu-west-1'] }) },
    { name: 'a name of the report of scans that a page of the guide has', ...report(['CSV'], { ReportTemplate: 'MALWARE_JOB_REPORT' }) },
    { name: 'compliance of the organization', ...report(['CSV'], { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT', Accounts: ['ROOT'], Regions: ['*'] }) },
    { name: 'compliance of two accounts', ...report(undefined, { ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', Accounts: [ACCOUNT, OTHER_ACCOUNT] }) },
    { name: 'compliance of an organizational unit', ...report(undefined, { ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', OrganizationUnits: ['ou-1'], FrameworkArns: [] }) },
    { name: 'a compliance report', ...report(undefined, { ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', FrameworkArns: [GIVEN] }) },
  ],
  nonCompliant: [
    { name: 'two accounts', ...report(['JSON'], { Accounts: [ACCOUNT, OTHER_ACCOUNT] }), messages: [message('several accounts')], paths: [FORMATS] },
    { name: 'the organization', ...report(['CSV', 'JSON'], { Accounts: ['ROOT'] }), messages: [message('several accounts')] },
    { name: 'an organizational unit', ...report(['JSON'], { OrganizationUnits: ['ou-1'] }), messages: [message('several accounts')] },
    { name: 'two Regions', ...report(['JSON'], { Regions: ['eu-west-1', 'eu-central-1'] }), messages: [message('several Regions')] },
    { name: 'every Region', ...report(['JSON'], { Regions: ['*'] }), messages: [message('several Regions')] },
    {
      name: 'another format',
      ...report(['XML'], {}),
      messages: [`report plan 'nightly': '${FORMATS}' must be CSV or JSON, got 'XML'. Choose one of them.`],
      paths: [FORMATS],
    },
    {
      name: 'another template',
      ...report(undefined, { ReportTemplate: 'JOB_REPORT' }),
      messages: ['report plan \'nightly\': \'ReportSetting.ReportTemplate\' must be one of RESOURCE_COMPLIANCE_REPORT, CONTROL_COMPLIANCE_REPORT, BACKUP_JOB_REPORT, '
        + 'COPY_JOB_REPORT, RESTORE_JOB_REPORT, SCAN_JOB_REPORT, got \'JOB_REPORT\'. Choose one of them.'],
      paths: ['ReportSetting.ReportTemplate'],
    },
    {
      name: 'a compliance report without a framework',
      ...report(undefined, { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT' }),
      messages: [`report plan 'nightly': '${FRAMEWORKS}' must name a framework for 'RESOURCE_COMPLIANCE_REPORT', got none. Name the frameworks to report on.`],
      paths: [FRAMEWORKS],
    },
    ...[
      ['the organization', { Accounts: ['ROOT'], Regions: ['*'] }],
      ['two accounts', { Accounts: [ACCOUNT, OTHER_ACCOUNT] }],
      ['an organizational unit', { OrganizationUnits: ['ou-1'] }],
      ['an account and a parameter', { Accounts: [ACCOUNT, GIVEN] }],
    ].map(([name, setting]) => ({
      name: `a framework for ${name as string}`,
      ...report(undefined, { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT', FrameworkArns: [GIVEN], ...setting as object }),
      messages: [`report plan 'nightly': '${FRAMEWORKS}' must not be set for 'RESOURCE_COMPLIANCE_REPORT' on several accounts, got 1 framework. Leave it out. `
        + 'The report is about all frameworks of these accounts.'],
      paths: [FRAMEWORKS],
    })),
  ],
  notApplicable: [NO_FRAMEWORK],
  unknown: [
    { name: 'JSON over a Region that is a parameter', ...report(['JSON'], { Regions: [GIVEN] }), messages: [`report plan 'nightly': whether AWS Backup accepts '${FORMATS}' is unknown.`] },
    {
      name: 'a template that is a parameter',
      ...report(undefined, { ReportTemplate: GIVEN }),
      messages: [`report plan 'nightly': whether AWS Backup accepts '${FRAMEWORKS}' is unknown.`],
    },
    ...[
      ['in several Regions of an account', { Regions: ['*'] }],
      ['of an account that is named', { Accounts: [ACCOUNT] }],
      ['of accounts that are a parameter', { Accounts: { 'Fn::Split': [',', GIVEN] } }],
    ].map(([name, setting]) => ({
      name: `compliance ${name as string}`,
      ...report(undefined, { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT', ...setting as object }),
      messages: [`report plan 'nightly': whether AWS Backup accepts '${FRAMEWORKS}' is unknown.`],
    })),
    {
      name: 'frameworks that are a parameter',
      ...report(undefined, { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT', FrameworkArns: { 'Fn::Split': [',', GIVEN] } }),
      messages: [`report plan 'nightly': whether AWS Backup accepts '${FRAMEWORKS}' is unknown.`],
    },
  ],
});
