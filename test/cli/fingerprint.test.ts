import { fingerprintOf, findingIdentity } from '../../src/cli/fingerprint';

const IDENTITY = { rule: 'Backup-PlanName', file: 'a.yaml', resource: 'Plan', property: 'Rules[].Name', key: 'minimum' };

test.each(['rule', 'file', 'resource', 'property', 'key'] as const)('findings of another %s are different', (name) => {
  expect(fingerprintOf({ ...IDENTITY, [name]: 'other' })).not.toBe(fingerprintOf(IDENTITY));
});

test('a finding stays the same when only its index in a list changes', () => {
  const at = (path: string) => findingIdentity({ rule: 'Backup-PlanName', address: { logicalId: 'Plan', path }, key: 'minimum' }, 'a.yaml');
  expect(at('Rules[1].Name')).toEqual(IDENTITY);
  expect(at('Rules[2].Name')).toEqual(IDENTITY);
  expect(at('Rules[2].Names')).not.toEqual(IDENTITY);
});
