import { ALSO, DATABASE, keyedDatabase, notApplicable, unknown } from './keyed-databases';
import { resourceKeyRetained } from '../../../../src/checks/rules/encryption/resource-key-retained';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = (users: string) => `${users}: 'KmsKeyId' should be a key that is retained when its stack is deleted, got the key Key, which is deleted. `
  + 'Give it the DeletionPolicy RetainExceptOnCreate. Without the key, nobody can restore the recovery points that it encrypts.';
const FAULTY = { DeletionPolicy: 'Delete' };

describeRule(resourceKeyRetained, {
  compliant: [{ name: 'Retain', ...keyedDatabase({}) }, { name: 'RetainExceptOnCreate', ...keyedDatabase({ key: { DeletionPolicy: 'RetainExceptOnCreate' } }) }],
  nonCompliant: [
    { name: 'Delete', ...keyedDatabase({ key: FAULTY }), messages: [message(DATABASE)], paths: [''], levels: ['warning'] },
    { name: 'no DeletionPolicy', ...keyedDatabase({ key: { DeletionPolicy: undefined } }), messages: [message(DATABASE)] },
    { name: 'one key of two resources, once', ...keyedDatabase({ key: FAULTY, more: ALSO.volume }), messages: [message(`AWS::EC2::Volume 'Volume' and ${DATABASE}`)] },
    { name: 'the key of a volume of an instance', ...keyedDatabase({ key: FAULTY, more: ALSO.instance }), messages: [message('AWS::EC2::Instance \'Database\'')] },
  ],
  notApplicable: notApplicable(FAULTY),
  unknown: [
    ...unknown(FAULTY, 'whether its key is retained when a stack is deleted'),
    { name: 'a DeletionPolicy that is a parameter', ...keyedDatabase({ key: { DeletionPolicy: GIVEN } }), messages: [`key Key of ${DATABASE}: whether it is retained when its stack is deleted is unknown.`] },
  ],
});
