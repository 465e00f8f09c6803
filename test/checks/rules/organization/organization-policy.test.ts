import { organizationPolicy } from '../../../../src/checks/rules/organization/organization-policy';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const ROLE = { '@@assign': 'arn:aws:iam::$account:role/backup' };
const BY_TAGS = { gold: { iam_role_arn: ROLE, tag_key: { '@@assign': 'backup' }, tag_value: { '@@assign': ['gold'] } } };
const BY_RESOURCES = { all: { iam_role_arn: ROLE, resource_types: { '@@assign': ['arn:aws:dynamodb:*:*:table/*'] } } };
const written = (rule: object = {}, selections: object = { tags: BY_TAGS }) => ({
  plans: {
    gold: {
      regions: { '@@assign': ['eu-west-1'] },
      rules: { daily: { schedule_expression: { '@@assign': 'cron(0 5 ? * * *)' }, target_backup_vault_name: { '@@assign': 'orders' }, ...rule } },
      selections,
    },
  },
});
const policy = (Content: unknown, Type: unknown = 'BACKUP_POLICY') => bothWays({ Policy: { Type: 'AWS::Organizations::Policy', Properties: { Name: 'gold', Type, Content } } });
const window = (minutes: string | number) => written({ start_backup_window_minutes: { '@@assign': minutes } });
const tagged = (value: string) => ({ recovery_point_tags: { team: { tag_value: { '@@assign': value } } } });
/** A policy of a given length. */
const ofLength = (length: number) => {
  const empty = JSON.stringify(written(tagged(''))).length;
  return written(tagged('x'.repeat(length - empty)));
};
const set = (value: unknown) => ({ '@@assign': value });
const EVERYTHING = {
  plans: {
    '@@operators_allowed_for_child_policies': ['@@none'],
    'gold': {
      '@@operators_allowed_for_child_policies': ['@@assign', '@@append', '@@remove'],
      'regions': { '@@append': ['eu-west-1'], '@@remove': ['eu-central-1'] },
      'rules': {
        daily: {
          ...{ schedule_expression: set('cron(0 5 ? * * *)'), target_backup_vault_name: set('orders'), enable_continuous_backup: set('false') },
          ...{ start_backup_window_minutes: set('60'), complete_backup_window_minutes: set('600') },
          target_logically_air_gapped_backup_vault_arn: set('arn:aws:backup:$region:$account:backup-vault:sealed'),
          lifecycle: { move_to_cold_storage_after_days: set('30'), delete_after_days: set('120'), opt_in_to_archive_for_supported_resources: set('false') },
          copy_actions: {
            'arn:aws:backup:eu-central-1:$account:backup-vault:copies': {
              target_backup_vault_arn: set('arn:aws:backup:eu-central-1:$account:backup-vault:copies'), lifecycle: { delete_after_days: set('120') },
            },
          },
          recovery_point_tags: { team: { tag_key: set('team'), tag_value: set('orders') } },
          index_actions: { resource_types: set(['EBS', 'S3']) },
          scan_actions: { GUARDDUTY: { scan_mode: set('FULL_SCAN') } },
        },
      },
      'selections': {
        resources: {
          all: {
            iam_role_arn: ROLE,
            resource_types: set(['arn:aws:dynamodb:*:*:table/*']),
            not_resource_types: set(['arn:aws:ec2:*:*:volume/*']),
            conditions: { string_equals: { stage: { condition_key: set('aws:ResourceTag/stage'), condition_value: set('prod') } } },
          },
        },
      },
      'advanced_backup_settings': { ec2: { windows_vss: set('enabled') }, s3: { backup_acls: set('disabled'), backup_object_tags: set('disabled') } },
      'backup_plan_tags': { team: { tag_key: set('team'), tag_value: set('orders') } },
      'scan_settings': { GUARDDUTY: { resource_types: set(['EBS']), scanner_role_arn: set('arn:aws:iam::$account:role/scanner') } },
    },
  },
};
const SUBJECT = 'backup policy Policy:';

describeRule(organizationPolicy, {
  compliant: [
    { name: 'no expiry, and a lifecycle that is inherited in part', ...policy(written({ lifecycle: { move_to_cold_storage_after_days: set('30'), delete_after_days: set('-1') } })) },
    { name: 'a retention that is inherited', ...policy(written({ lifecycle: { move_to_cold_storage_after_days: set('30') } })) },
    { name: 'an object', ...policy(written()) },
    { name: 'JSON', ...policy(JSON.stringify(written())) },
    { name: 'by resources', ...policy(written({}, { resources: BY_RESOURCES })) },
    { name: 'the shortest start window', ...policy(window('60')) },
    { name: 'the longest policy', ...policy(ofLength(10_000)) },
    { name: 'the longest policy with spaces, which can be removed', ...policy(JSON.stringify(ofLength(10_000), undefined, 2)) },
    { name: 'everything that the syntax has', ...policy(EVERYTHING) },
    { name: 'everything, in JSON', ...policy(JSON.stringify(EVERYTHING)) },
    { name: 'what a parent decides', ...policy({ plans: { gold: { rules: { daily: { '@@operators_allowed_for_child_policies': ['@@none'] } } } } }) },
  ],
  nonCompliant: [
    {
      name: 'a schedule that AWS Backup rejects in the accounts',
      ...policy(written({ schedule_expression: set('cron(0 5 * * *)') })),
      messages: [`${SUBJECT} 'Content.plans.gold.rules.daily.schedule_expression' must have six fields (minutes hours day-of-month month day-of-week year), got 5 in 'cron(0 5 * * *)'. For example, write 'cron(0 5 ? * * *)'.`],
      levels: ['warning'],
    },
    {
      name: 'cold storage for less than 90 days',
      ...policy(written({ lifecycle: { move_to_cold_storage_after_days: set('30'), delete_after_days: set('60') } })),
      messages: [`${SUBJECT} 'Content.plans.gold.rules.daily.lifecycle.delete_after_days' must be at least 90 days more than 'Content.plans.gold.rules.daily.lifecycle.move_to_cold_storage_after_days' (30 days), got 60 days. Raise it to 120 days or more, or leave out 'Content.plans.gold.rules.daily.lifecycle.move_to_cold_storage_after_days'.`],
      levels: ['warning'],
    },
    { name: 'no JSON', ...policy('plans: {}'), messages: [`${SUBJECT} 'Content' must be JSON, got text that cannot be parsed. Correct it, or write an object.`], paths: ['Content'] },
    { name: 'too long', ...policy(ofLength(10_001)), messages: [`${SUBJECT} 'Content' must be at most 10000 characters, got 10001 characters. Divide it among several policies.`] },
    {
      name: 'a number in JSON',
      ...policy(JSON.stringify(written({ lifecycle: { delete_after_days: { '@@assign': 35 } } }))),
      messages: [`${SUBJECT} 'Content' must contain only strings, got 35 at 'plans.gold.rules.daily.lifecycle.delete_after_days.@@assign'. Write it in quotes.`],
    },
    {
      name: 'a boolean in an object',
      ...policy(written({ enable_continuous_backup: { '@@assign': true } })),
      messages: [`${SUBJECT} 'Content' must contain only strings, got true at 'plans.gold.rules.daily.enable_continuous_backup.@@assign'. Write it in quotes.`],
      levels: ['warning'],
    },
    ...([
      ['keys of the API', { plans: { gold: { Rules: [] } } }, '\'Content.plans.gold.Rules\' is not in the syntax of backup policies. Did you mean \'rules\'?'],
      ['a key of the API in a rule', written({ TargetBackupVaultName: { '@@assign': 'orders' } }),
        '\'Content.plans.gold.rules.daily.TargetBackupVaultName\' is not in the syntax of backup policies. Did you mean \'target_backup_vault_name\'?'],
      ['a key that does not exist', written({ lifecycle: { retention: { '@@assign': '7' } } }),
        '\'Content.plans.gold.rules.daily.lifecycle.retention\' is not in the syntax of backup policies. Use move_to_cold_storage_after_days, delete_after_days, opt_in_to_archive_for_supported_resources.'],
      ['a plan without plans', { gold: {} }, '\'Content.gold\' is not in the syntax of backup policies. Use plans.'],
      ['a misspelled operator', written({ schedule_expression: { '@@asign': 'cron(0 5 ? * * *)' } }),
        '\'Content.plans.gold.rules.daily.schedule_expression.@@asign\' is not an operator of policies. Use @@assign, @@append, @@remove, @@operators_allowed_for_child_policies.'],
      ['an operator without its sign', written({ schedule_expression: { assign: 'cron(0 5 ? * * *)' } }),
        '\'Content.plans.gold.rules.daily.schedule_expression.assign\' is not in the syntax of backup policies. Did you mean \'@@assign\'?'],
      ['a list of rules', { plans: { gold: { rules: [{ name: 'daily' }] } } }, '\'Content.plans.gold.rules\' must be an object, got a list. Write the names as its keys.'],
      ['a schedule that is appended', written({ schedule_expression: { '@@append': 'cron(0 5 ? * * *)' } }),
        '\'Content.plans.gold.rules.daily.schedule_expression.@@append\' is for lists only. Use @@assign.'],
      ['another operator for child policies', { plans: { '@@operators_allowed_for_child_policies': ['@@none', '@@some'] } },
        '\'Content.plans.@@operators_allowed_for_child_policies\' must be a list of @@all, @@none, @@assign, @@append, @@remove, got \'@@some\'. Use only these values.'],
    ] as const).flatMap(([name, content, message]) => [
      { name, ...policy(content), messages: [`${SUBJECT} ${message}`] },
      { name: `${name}, in JSON`, ...policy(JSON.stringify(content)), messages: [`${SUBJECT} ${message}`] },
    ]),
    ...([
      ['a value without an operator', written({ schedule_expression: 'cron(0 5 ? * * *)' }),
        '\'Content.plans.gold.rules.daily.schedule_expression\' should set its value with an operator, got \'cron(0 5 ? * * *)\'. Write {"@@assign": …}.'],
      ['one Region', { plans: { gold: { regions: { '@@assign': 'eu-west-1' } } } }, '\'Content.plans.gold.regions.@@assign\' should be a list, got \'eu-west-1\'. Change it.'],
      ['a list of schedules', written({ schedule_expression: { '@@assign': ['cron(0 5 ? * * *)'] } }),
        '\'Content.plans.gold.rules.daily.schedule_expression.@@assign\' should be a string, got a list. Change it.'],
    ] as const).map(([name, content, message]) => ({ name, ...policy(content), messages: [`${SUBJECT} ${message}`], levels: ['warning' as const] })),
    {
      name: 'tags and resources',
      ...policy(written({}, { tags: BY_TAGS, resources: BY_RESOURCES })),
      messages: [`${SUBJECT} 'Content' must select by tags or by resources, got both in 'plans.gold.selections'. Leave one out, and narrow the other with conditions.`],
    },
    {
      name: 'a start window that is too short, as a number',
      ...policy(window(59)),
      messages: [
        `${SUBJECT} 'Content.plans.gold.rules.daily.start_backup_window_minutes' must be at least 60 minutes, got 59 minutes. Raise it, or leave it out for AWS Backup's default of 480 minutes (8 hours).`,
        `${SUBJECT} 'Content' must contain only strings, got 59 at 'plans.gold.rules.daily.start_backup_window_minutes.@@assign'. Write it in quotes.`,
      ],
      levels: ['error', 'warning'],
    },
    {
      name: 'the shortest start window, as a number',
      ...policy(window(60)),
      messages: [`${SUBJECT} 'Content' must contain only strings, got 60 at 'plans.gold.rules.daily.start_backup_window_minutes.@@assign'. Write it in quotes.`],
      levels: ['warning'],
    },
    {
      name: 'a start window that is too short',
      ...policy(window('59')),
      messages: [`${SUBJECT} 'Content.plans.gold.rules.daily.start_backup_window_minutes' must be at least 60 minutes, got 59 minutes. Raise it, or leave it out for AWS Backup's default of 480 minutes (8 hours).`],
    },
  ],
  notApplicable: [{ name: 'a policy of another type', ...policy({ tags: { costs: { tag_value: 1 } } }, 'TAG_POLICY') }],
  unknown: [
    { name: 'a type that is a parameter', ...policy(written(), GIVEN), messages: [`${SUBJECT} whether 'Content' is a backup policy that AWS Organizations accepts is unknown.`] },
    { name: 'content that is a parameter', ...policy(GIVEN) },
    { name: 'a vault that is a parameter', ...policy(written({ target_backup_vault_name: { '@@assign': GIVEN } })) },
  ],
});
