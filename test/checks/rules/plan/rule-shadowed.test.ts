import { BUCKET, RULE, plan, rule, selection } from './cases';
import { ruleShadowed } from '../../../../src/checks/rules/plan/rule-shadowed';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const kept = (days: number, schedule?: unknown, more: object = {}) => (
  { Lifecycle: { DeleteAfterDays: days }, ScheduleExpression: schedule, ...more }
);
const DAILY = 'cron(0 5 ? * * *)';
const two = (shorter: object, longer: object) => bothWays({ Plan: plan([rule({ ...shorter }, 'short'), rule({ ...longer }, 'long')]) });
const shadowed = (by: string, of = '') => `rule 'short': the rule never creates a backup${of}. Each of its start windows overlaps one of ${by}, and AWS Backup creates only the backup `
  + 'with the longer retention. Move \'ScheduleExpression\', or shorten \'StartWindowMinutes\'.';
const plans = (resources: string[]) => bothWays({
  Plan: plan([rule(kept(7, DAILY), 'short')]),
  Other: plan([rule(kept(35, DAILY), 'long')], { BackupPlanName: 'silver' }),
  Bucket: BUCKET,
  Selection: selection({ Resources: ['*'] }),
  OtherSelection: selection({ Resources: resources }, 'Other'),
});

describeRule(ruleShadowed, {
  compliant: [
    { name: 'windows that end before', ...two(kept(7, 'cron(0 3 ? * * *)', { StartWindowMinutes: 120 }), kept(35, DAILY)) },
    { name: 'runs that are free on other days', ...two(kept(7, DAILY), kept(35, 'cron(0 5 ? * 1 *)')) },
    { name: 'two plans that share nothing', ...plans(['arn:aws:dynamodb:*:*:table/*']) },
    { name: 'one retention', ...two(kept(7, DAILY), kept(7, DAILY)) },
  ],
  nonCompliant: [
    { name: 'one schedule', ...two(kept(7, DAILY), kept(35)), messages: [shadowed('rule \'long\'')], paths: [`${RULE}.ScheduleExpression`] },
    { name: 'one minute of overlap', ...two(kept(7, 'cron(0 3 ? * * *)', { StartWindowMinutes: 121 }), kept(35, DAILY)), messages: [shadowed('rule \'long\'')] },
    { name: 'no expiry is longer', ...two(kept(7, DAILY), {}), messages: [shadowed('rule \'long\'')] },
    { name: 'two plans that select one bucket', ...plans(['arn:aws:s3:::*']), messages: [shadowed('rule \'long\' of plan \'silver\'', ' of resources that both plans select')] },
  ],
  notApplicable: [
    { name: 'a rule alone', ...bothWays({ Plan: plan([rule(kept(7, DAILY))]) }) },
    { name: 'a continuous rule, which runs beside', ...two(kept(7, DAILY), kept(35, DAILY, { EnableContinuousBackup: true })) },
  ],
  unknown: [{
    name: 'a schedule that is a parameter',
    ...two(kept(7, GIVEN), kept(35)),
    messages: ['rule \'short\': whether it always overlaps a rule with a longer retention is unknown.'],
  }],
});
