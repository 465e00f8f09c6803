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
/** A policy of a given length. */
const ofLength = (length: number) => {
  const empty = JSON.stringify(written({ recovery_point_tags: { '@@assign': '' } })).length;
  return written({ recovery_point_tags: { '@@assign': 'x'.repeat(length - empty) } });
};
const SUBJECT = 'backup policy Policy:';

describeRule(organizationPolicy, {
  compliant: [
    { name: 'an object', ...policy(written()) },
    { name: 'JSON', ...policy(JSON.stringify(written())) },
    { name: 'by resources', ...policy(written({}, { resources: BY_RESOURCES })) },
    { name: 'the shortest start window', ...policy(window('60')) },
    { name: 'the longest policy', ...policy(ofLength(10_000)) },
    { name: 'the longest policy with spaces, which may be taken out', ...policy(JSON.stringify(ofLength(10_000), undefined, 2)) },
    { name: 'what a parent decides', ...policy({ plans: { gold: { rules: { daily: { '@@operators_allowed_for_child_policies': ['@@none'] } } } } }) },
  ],
  nonCompliant: [
    { name: 'no JSON', ...policy('plans: {}'), messages: [`${SUBJECT} 'Content' must be JSON, got text that cannot be parsed. Correct it, or write an object.`], paths: ['Content'] },
    { name: 'too long', ...policy(ofLength(10_001)), messages: [`${SUBJECT} 'Content' must be at most 10000 characters, got 10001. Divide it among several policies.`] },
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
    {
      name: 'tags and resources',
      ...policy(written({}, { tags: BY_TAGS, resources: BY_RESOURCES })),
      messages: [`${SUBJECT} 'Content' must select by tags or by resources, got both in 'plans.gold.selections'. Leave one out, and narrow the other with conditions.`],
    },
    {
      name: 'a start window that is too short, as a number',
      ...policy(window(59)),
      messages: [
        `${SUBJECT} 'Content.plans.gold.rules.daily.start_backup_window_minutes' must be at least 60 minutes, got 59. Raise it, or leave it out for AWS Backup's default of 480 minutes (8 hours).`,
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
      messages: [`${SUBJECT} 'Content.plans.gold.rules.daily.start_backup_window_minutes' must be at least 60 minutes, got 59. Raise it, or leave it out for AWS Backup's default of 480 minutes (8 hours).`],
    },
  ],
  notApplicable: [{ name: 'a policy of another type', ...policy({ tags: { costs: { tag_value: 1 } } }, 'TAG_POLICY') }],
  unknown: [
    { name: 'a type that is a parameter', ...policy(written(), GIVEN), messages: [`${SUBJECT} whether 'Content' is a backup policy that AWS Organizations accepts is unknown.`] },
    { name: 'content that is a parameter', ...policy(GIVEN) },
    { name: 'a vault that is a parameter', ...policy(written({ target_backup_vault_name: { '@@assign': GIVEN } })) },
  ],
});
