import { NO_TEST, plan, selection } from './restore-tests';
import { restoreTestingName } from '../../../../src/checks/rules/restore-testing/restore-testing-name';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const RULE = 'must be 1 to 50 letters, digits, or underscores';
const planned = (RestoreTestingPlanName: unknown) => plan({ RestoreTestingPlanName });
const selected = (RestoreTestingSelectionName: unknown) => selection({ RestoreTestingSelectionName });

describeRule(restoreTestingName, {
  compliant: [
    { name: 'the longest name of a plan', ...planned('a_1'.padEnd(50, 'z')) },
    { name: 'the longest name of a selection', ...selected('a_1'.padEnd(50, 'z')) },
  ],
  nonCompliant: [
    {
      name: 'a hyphen in the name of a plan',
      ...planned('my-tests'),
      messages: [`restore testing plan Plan: 'RestoreTestingPlanName' ${RULE}, got 'my-tests'. Choose another name.`],
      paths: ['RestoreTestingPlanName'],
    },
    {
      name: 'a name of a plan that is too long',
      ...planned('z'.repeat(51)),
      messages: [`restore testing plan Plan: 'RestoreTestingPlanName' ${RULE}, got '${'z'.repeat(51)}'. Choose another name.`],
    },
    {
      name: 'a hyphen in the name of a selection',
      ...selected('my-tables'),
      messages: [`restore testing selection Selection: 'RestoreTestingSelectionName' ${RULE}, got 'my-tables'. Choose another name.`],
      paths: ['RestoreTestingSelectionName'],
    },
    {
      name: 'a space in the name of a selection',
      ...selected('my tables'),
      messages: [`restore testing selection Selection: 'RestoreTestingSelectionName' ${RULE}, got 'my tables'. Choose another name.`],
    },
  ],
  notApplicable: [NO_TEST],
  unknown: [
    { name: 'a parameter', ...planned(GIVEN), messages: ['restore testing plan Plan: \'RestoreTestingPlanName\' is unknown.'] },
    { name: 'a parameter of a selection', ...selected(GIVEN), messages: ['restore testing selection Selection: \'RestoreTestingSelectionName\' is unknown.'] },
  ],
});
