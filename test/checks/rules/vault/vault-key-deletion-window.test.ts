import { NO_KEY, OTHER_KEY, keyedVault } from './keyed-vaults';
import { vaultKeyDeletionWindow } from '../../../../src/checks/rules/vault/vault-key-deletion-window';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const days = (PendingWindowInDays: unknown) => keyedVault({ key: { PendingWindowInDays } });
const message = (got: number) => `key Key of vault 'orders': 'PendingWindowInDays' should be 30 days for a key that encrypts recovery points, got ${got} days. Leave it out. `
  + 'In this time, you can still cancel the deletion of the key.';

describeRule(vaultKeyDeletionWindow, {
  compliant: [{ name: 'the default', ...keyedVault({}) }, { name: '30 days', ...days(30) }],
  nonCompliant: [
    { name: 'a day less', ...days(29), messages: [message(29)], paths: ['PendingWindowInDays'] },
    { name: 'the shortest', ...days(7), messages: [message(7)] },
    { name: 'as a text', ...days('7'), messages: [message(7)] },
  ],
  notApplicable: [NO_KEY],
  unknown: [OTHER_KEY, { name: 'a parameter', ...days(GIVEN), messages: ['key Key of vault \'orders\': \'PendingWindowInDays\' is unknown.'] }],
});
