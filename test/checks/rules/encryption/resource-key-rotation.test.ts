import { ALSO, DATABASE, keyedDatabase, notApplicable, unknown } from './keyed-databases';
import { resourceKeyRotation } from '../../../../src/checks/rules/encryption/resource-key-rotation';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = (user: string, got: string) => `key Key of ${user}: 'EnableKeyRotation' should be true, got ${got}. Turn on rotation.`;
const key = (properties: object) => ({ properties });
const FAULTY = key({ EnableKeyRotation: false });

describeRule(resourceKeyRotation, {
  compliant: [{ name: 'true', ...keyedDatabase({}) }],
  nonCompliant: [
    { name: 'false', ...keyedDatabase({ key: FAULTY }), messages: [message(DATABASE, 'false')], paths: ['EnableKeyRotation'], levels: ['warning'] },
    { name: 'left out', ...keyedDatabase({ key: key({ EnableKeyRotation: undefined }) }), messages: [message(DATABASE, 'none')] },
    { name: 'the key of a volume of an instance', ...keyedDatabase({ key: FAULTY, more: ALSO.instance }), messages: [message('AWS::EC2::Instance \'Database\'', 'false')] },
  ],
  notApplicable: [...notApplicable(FAULTY), { name: 'imported key material', ...keyedDatabase({ key: key({ EnableKeyRotation: undefined, Origin: 'EXTERNAL' }) }) }],
  unknown: [
    ...unknown(FAULTY, 'whether its key is rotated'),
    { name: 'a parameter', ...keyedDatabase({ key: key({ EnableKeyRotation: GIVEN }) }), messages: [`key Key of ${DATABASE}: whether it is rotated is unknown.`] },
  ],
});
