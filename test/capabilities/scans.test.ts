import { MALWARE_SCANNERS, SCAN_MODES } from '../../src/capabilities/scans';
import { MalwareScanMode } from '../../src/plan/backup-tier-props';

test('tiers scan in the modes of the table, by its one scanner', () => {
  expect(Object.values(MalwareScanMode)).toEqual(SCAN_MODES);
  expect(MALWARE_SCANNERS).toEqual(['GUARDDUTY']);
});
