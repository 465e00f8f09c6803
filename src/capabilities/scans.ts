import { type Source, apiModel } from './source';

export const MALWARE_SCANNERS: readonly string[] = ['GUARDDUTY'];
/** In the scan settings of a plan, all types that can be scanned. Samples of the guide have it, and the API model does not. */
export const ALL_TYPES = 'ALL';
export const SCAN_MODES: readonly string[] = ['FULL_SCAN', 'INCREMENTAL_SCAN'];

/** The service that must be allowed to assume the scanner role. */
export const SCANNER_SERVICE: { readonly principal: string; readonly source: Source } = {
  principal: 'malware-protection.guardduty.amazonaws.com',
  source: { page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html', asOf: '2026-11-29' },
};

export const SCANS_SOURCE = apiModel('ScanAction');
