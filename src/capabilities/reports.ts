import { type Source, apiModel, developerGuide } from './source';

export interface ReportTemplate {
  readonly name: string;
  /** Whether a report is about the controls of frameworks, which it must then name. */
  readonly needsFrameworks: boolean;
  readonly note?: string;
  readonly source: Source;
}

const SETTING = apiModel('ReportSetting');
const FRAMEWORKS = developerGuide('create-report-plan-api', '2026-01-01');

/** What AWS Backup Audit Manager reports on. */
export const REPORT_TEMPLATES: readonly ReportTemplate[] = [
  { name: 'RESOURCE_COMPLIANCE_REPORT', needsFrameworks: true, source: FRAMEWORKS },
  { name: 'CONTROL_COMPLIANCE_REPORT', needsFrameworks: true, source: FRAMEWORKS },
  { name: 'BACKUP_JOB_REPORT', needsFrameworks: false, source: SETTING },
  { name: 'COPY_JOB_REPORT', needsFrameworks: false, source: SETTING },
  { name: 'RESTORE_JOB_REPORT', needsFrameworks: false, source: SETTING },
  { name: 'SCAN_JOB_REPORT', needsFrameworks: false, note: 'conflict: a page of the guide calls it MALWARE_JOB_REPORT', source: SETTING },
];

/** What a page of the guide calls the report of scans. */
export const DOUBTFUL_REPORT_TEMPLATE = 'MALWARE_JOB_REPORT';

export const REPORT_FORMATS: readonly string[] = ['CSV', 'JSON'];
export const REPORT_FORMATS_SOURCE: Source = apiModel('ReportDeliveryChannel');

/** The value for all account ids, and for all Regions. */
export const EVERY_ACCOUNT = 'ROOT';
export const EVERY_REGION = '*';

/** The role with which AWS Backup writes reports. The bucket policy must name the role, not the service. */
export const REPORTS_ROLE = {
  name: 'AWSServiceRoleForBackupReports',
  path: '/aws-service-role/reports.backup.amazonaws.com/',
  source: developerGuide('create-report-plan-console', '2026-01-01'),
} as const;
