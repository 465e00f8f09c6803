import { BackupInventory } from '../../src/inventory';
import { UNKNOWN } from '../../src/values/unknown';

const selection = (role: unknown) => ({ Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: 'plan', BackupSelection: { SelectionName: 'gold', IamRoleArn: role } } });
const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } };
const role = (account: string) => `arn:aws:iam::${account}:role/backup`;

const accountWith = (resources: object, ...others: object[]) => BackupInventory.of([{ Vault: vault, ...resources }, ...others]
  .map((Resources, index) => ({ id: `${index}`, template: { Resources } }))).vaults[0].environment.account;

test('the role of a selection names the account of the templates', () => {
  expect(accountWith({ Selection: selection(role('111122223333')) })).toBe('111122223333');
});

test('of a restore test too, and of another template', () => {
  const test = { Type: 'AWS::Backup::RestoreTestingSelection', Properties: { IamRoleArn: role('111122223333') } };
  expect(accountWith({}, { Test: test })).toBe('111122223333');
});

test.each([
  ['two accounts', { One: selection(role('111122223333')), Other: selection(role('444455556666')) }],
  ['a reference', { One: selection({ 'Fn::GetAtt': ['Role', 'Arn'] }) }],
  ['the ARN of a user', { One: selection('arn:aws:iam::111122223333:user/backup') }],
  ['something else', { One: selection(7), Two: 'x', Three: null }],
])('%s does not name an account', (_, resources) => {
  expect(accountWith(resources)).toBe(UNKNOWN);
});

test('a given account takes precedence', () => {
  const [source] = [{ id: 'Stack', account: '444455556666', template: { Resources: { Vault: vault, Selection: selection(role('111122223333')) } } }];
  expect(BackupInventory.of([source]).vaults[0].environment.account).toBe('444455556666');
});
