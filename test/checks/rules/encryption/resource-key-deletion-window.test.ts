import { DATABASE, keyedDatabase, notApplicable, unknown } from './keyed-databases';
import { resourceKeyDeletionWindow } from '../../../../src/checks/rules/encryption/resource-key-deletion-window';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = (got: number) => `key Key of ${DATABASE}: 'PendingWindowInDays' should be 30 days for a key that encrypts recovery points, got ${got} days. Leave it out. `
  + 'In this time, you can still cancel the deletion of the key.';
const key = (PendingWindowInDays: unknown) => ({ properties: { PendingWindowInDays } });

describeRule(resourceKeyDeletionWindow, {
  compliant: [{ name: 'left out', ...keyedDatabase({}) }, { name: '30 days', ...keyedDatabase({ key: key(30) }) }],
  nonCompliant: [
    { name: '7 days', ...keyedDatabase({ key: key(7) }), messages: [message(7)], paths: ['PendingWindowInDays'], levels: ['warning'] },
    { name: '29 days', ...keyedDatabase({ key: key(29) }), messages: [message(29)] },
  ],
  notApplicable: notApplicable(key(7)),
  unknown: [
    ...unknown(key(7), 'the waiting period before its key is deleted'),
    { name: 'a parameter', ...keyedDatabase({ key: key(GIVEN) }), messages: [`key Key of ${DATABASE}: 'PendingWindowInDays' is unknown.`] },
  ],
});
