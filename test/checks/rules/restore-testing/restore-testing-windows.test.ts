import { NO_TEST, plan, selection } from './restore-tests';
import { restoreTestingWindows } from '../../../../src/checks/rules/restore-testing/restore-testing-windows';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const PLAN = 'restore testing plan \'weekly\':';
const SELECTION = 'restore testing selection \'tables\':';
const START = { least: { StartWindowHours: 1 }, most: { StartWindowHours: 168 } };
const AGE = 'RecoveryPointSelection.SelectionWindowDays';
const aged = (SelectionWindowDays: unknown) => plan({}, { SelectionWindowDays });
const validated = (ValidationWindowHours: unknown) => selection({ ValidationWindowHours });

describeRule(restoreTestingWindows, {
  compliant: [
    { name: 'the shortest windows of a plan', ...plan(START.least, { SelectionWindowDays: 1 }) },
    { name: 'the longest windows of a plan', ...plan(START.most, { SelectionWindowDays: 365 }) },
    { name: 'no time for validation', ...validated(0) },
    { name: 'the longest time for validation', ...validated(168) },
  ],
  nonCompliant: [
    {
      name: 'a start window that is too short',
      ...plan({ StartWindowHours: 0 }),
      messages: [`${PLAN} 'StartWindowHours' must be at least 1 hour, got 0 hours. Raise it, or leave it out for AWS Backup's default of 24 hours (1 day).`],
      paths: ['StartWindowHours'],
    },
    {
      name: 'a start window that is too long',
      ...plan({ StartWindowHours: 169 }),
      messages: [`${PLAN} 'StartWindowHours' must be at most 168 hours, got 169 hours. Lower it, or leave it out for AWS Backup's default of 24 hours (1 day).`],
    },
    { name: 'recovery points of no age', ...aged(0), messages: [`${PLAN} '${AGE}' must be at least 1 day, got 0 days. Raise it, or leave it out for AWS Backup's default of 30 days.`], paths: [AGE] },
    { name: 'recovery points that are too old', ...aged(366), messages: [`${PLAN} '${AGE}' must be at most 365 days, got 366 days. Lower it, or leave it out for AWS Backup's default of 30 days.`] },
    {
      name: 'a validation that is too long',
      ...validated(169),
      messages: [`${SELECTION} 'ValidationWindowHours' must be at most 168 hours, got 169 hours. Lower it.`],
      paths: ['ValidationWindowHours'],
    },
    {
      name: 'a validation of less than nothing',
      ...validated(-1),
      messages: [`${SELECTION} 'ValidationWindowHours' must be at least 0 hours, got -1 hours. Raise it.`],
    },
  ],
  notApplicable: [NO_TEST, { name: 'no windows', ...plan() }],
  unknown: [
    { name: 'a parameter', ...plan({ StartWindowHours: GIVEN }), messages: [`${PLAN} 'StartWindowHours' is unknown.`] },
    { name: 'a parameter of a selection', ...validated(GIVEN), messages: [`${SELECTION} 'ValidationWindowHours' is unknown.`] },
  ],
});
