import { fingerprintOf, identityOf } from '../../src/cli/fingerprint';

const IDENTITY = { rule: 'Backup-PlanName', file: 'a.yaml', resource: 'Plan', property: 'Rules[].Name', key: 'minimum' };

test.each(['rule', 'file', 'resource', 'property', 'key'] as const)('findings of another %s are others', (name) => {
  expect(fingerprintOf({ ...IDENTITY, [name]: 'other' })).not.toBe(fingerprintOf(IDENTITY));
});

test('a finding stays the same when only its index in a list changes', () => {
  const at = (path: string) => identityOf({ rule: 'Backup-PlanName', address: { logicalId: 'Plan', path }, key: 'minimum', message: 'is wrong' }, 'a.yaml');
  expect(at('Rules[1].Name')).toEqual(IDENTITY);
  expect(at('Rules[2].Name')).toEqual(IDENTITY);
  expect(at('Rules[2].Names')).not.toEqual(IDENTITY);
});

test('a fault without a key is known by its message', () => {
  const saying = (message: string, key?: string) => identityOf({ rule: 'Backup-PlanName', address: { logicalId: 'Plan', path: '' }, key, message }, 'a.yaml');
  expect(saying('\'Rules[1]\' is wrong')).toEqual(saying('\'Rules[2]\' is wrong'));
  expect(saying('\'Rules[1]\' is wrong')).not.toEqual(saying('\'Rules[1]\' is missing'));
  expect(saying('one message', 'minimum')).toEqual(saying('another message', 'minimum'));
});
