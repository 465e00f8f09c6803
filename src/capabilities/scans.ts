import { apiModel } from './source';

export const MALWARE_SCANNERS: readonly string[] = ['GUARDDUTY'];
export const SCAN_MODES: readonly string[] = ['FULL_SCAN', 'INCREMENTAL_SCAN'];

export const SCANS_SOURCE = apiModel('ScanAction');
