import { DELETION, NO_FRAMEWORK, PLAN_CONTROL, control, framework } from './frameworks';
import { frameworkControls } from '../../../../src/checks/rules/audit/framework-controls';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const LAST = 'BACKUP_LAST_RECOVERY_POINT_CREATED';
const RESTORE = 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET';
const AIR_GAPPED = 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT';
const PARAMETERS = 'FrameworkControls[0].ControlInputParameters';
const age = (unit: unknown, value: unknown) => framework([control(LAST, { recoveryPointAgeUnit: unit, recoveryPointAgeValue: value })]);

describeRule(frameworkControls, {
  compliant: [
    { name: 'no parameters', ...framework([control(PLAN_CONTROL), control(DELETION)]) },
    { name: 'the most hours', ...age('hours', '744') },
    { name: 'the most days', ...age('days', '31') },
    { name: 'what is required', ...framework([control(RESTORE, { maxRestoreTime: '720' })]) },
  ],
  nonCompliant: [
    {
      name: 'no control',
      ...framework([]),
      messages: ['framework \'orders\': \'FrameworkControls\' must be at least 1 control, got 0 controls. Name one.'],
      paths: ['FrameworkControls'],
    },
    {
      name: 'a control that does not exist',
      ...framework([control(PLAN_CONTROL), control('BACKUP_EVERYTHING')]),
      messages: ['framework \'orders\', control FrameworkControls[1]: \'ControlName\' must be a control of AWS Backup Audit Manager, got \'BACKUP_EVERYTHING\'. '
        + 'Write it as the guide does.'],
      paths: ['FrameworkControls[1].ControlName'],
    },
    {
      name: 'too many days',
      ...age('days', '32'),
      messages: [`framework 'orders', control ${LAST}: 'recoveryPointAgeValue' must be at most 31 days, got 32 days. Lower it.`],
      paths: [PARAMETERS],
    },
    {
      name: 'another unit',
      ...age('weeks', '1'),
      messages: [`framework 'orders', control ${LAST}: 'recoveryPointAgeUnit' must be 'hours' or 'days', got 'weeks'. Use one of them.`],
    },
    {
      name: 'a required parameter that is missing',
      ...framework([control(RESTORE)]),
      messages: [`framework 'orders', control ${RESTORE}: 'maxRestoreTime' must be set for the control ${RESTORE}, got none. Set a whole number of minutes.`],
      paths: [PARAMETERS],
    },
    {
      name: 'what AWS does not advise, and what it does not know',
      ...framework([control(AIR_GAPPED, { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '6', mood: 'good' })]),
      messages: [
        `framework 'orders', control ${AIR_GAPPED}: 'mood' is not a parameter of the control ${AIR_GAPPED}, which has recoveryPointAgeUnit, recoveryPointAgeValue. Leave it out.`,
        `framework 'orders', control ${AIR_GAPPED}: 'recoveryPointAgeValue' should be at least 7 days, got 6 days. Raise it. `
          + 'Otherwise the control might report a resource until the next copy is created.',
      ],
      levels: ['warning', 'warning'],
    },
  ],
  notApplicable: [NO_FRAMEWORK],
  unknown: [
    { name: 'a control that is a parameter', ...framework([control(GIVEN)]), messages: ['framework \'orders\', control FrameworkControls[0]: \'ControlName\' is unknown.'] },
    { name: 'a value that is a parameter', ...age('days', GIVEN), messages: [`framework 'orders', control ${LAST}: a value in 'ControlInputParameters' is unknown.`] },
    {
      name: 'parameters that are not known',
      ...framework([{ ControlName: LAST, ControlInputParameters: [{ ParameterName: GIVEN, ParameterValue: '1' }] }]),
      messages: [`framework 'orders', control ${LAST}: a value in 'ControlInputParameters' is unknown.`],
    },
  ],
});
