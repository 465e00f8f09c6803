import { fingerprintOf } from '../../src/cli/fingerprint';

const FINDING = { rule: 'Backup-PlanName', file: 'a.yaml', resource: 'Plan', message: '\'Rules[1].Name\' is wrong, got 7' };

test.each(['rule', 'file', 'resource', 'message'] as const)('findings of another %s are others', (name) => {
  expect(fingerprintOf({ ...FINDING, [name]: 'other' })).not.toBe(fingerprintOf(FINDING));
});

test('a finding is the same where only the place in a list has changed', () => {
  expect(fingerprintOf({ ...FINDING, message: '\'Rules[2].Name\' is wrong, got 7' })).toBe(fingerprintOf(FINDING));
  expect(fingerprintOf({ ...FINDING, message: '\'Rules[1].Name\' is wrong, got 8' })).not.toBe(fingerprintOf(FINDING));
});
