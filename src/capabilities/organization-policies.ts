import type { Source } from './source';

/** A part of a backup policy of an organization: a value with operators, an object with the keys of the syntax, or an object with keys that the author chooses. */
export type PolicyElement =
  | 'text'
  | 'list'
  | { readonly keys: Readonly<Record<string, PolicyElement>> }
  | { readonly each: PolicyElement };

/** The operators that set the value of an element. */
export const VALUE_OPERATORS = ['@@assign', '@@append', '@@remove'] as const;
/** The operators for lists only. */
export const LIST_OPERATORS: readonly string[] = ['@@append', '@@remove'];
/** Says which operators child policies can use. It is valid in every object. */
export const CHILD_OPERATOR = '@@operators_allowed_for_child_policies';
export const CHILD_OPERATOR_VALUES: readonly string[] = ['@@all', '@@none', ...VALUE_OPERATORS];

const CONDITIONS: PolicyElement = { each: object({ condition_key: 'text', condition_value: 'text' }) };
const SELECTION_CONDITIONS = object({
  string_equals: CONDITIONS, string_not_equals: CONDITIONS, string_like: CONDITIONS, string_not_like: CONDITIONS,
});
const TAGS: PolicyElement = { each: object({ tag_key: 'text', tag_value: 'text' }) };
const LIFECYCLE = object({
  move_to_cold_storage_after_days: 'text', delete_after_days: 'text', opt_in_to_archive_for_supported_resources: 'text',
});

const RULE = object({
  schedule_expression: 'text',
  target_backup_vault_name: 'text',
  target_logically_air_gapped_backup_vault_arn: 'text',
  start_backup_window_minutes: 'text',
  complete_backup_window_minutes: 'text',
  enable_continuous_backup: 'text',
  lifecycle: LIFECYCLE,
  copy_actions: { each: object({ target_backup_vault_arn: 'text', lifecycle: LIFECYCLE }) },
  recovery_point_tags: TAGS,
  index_actions: object({ resource_types: 'list' }),
  scan_actions: { each: object({ scan_mode: 'text' }) },
});

const SELECTIONS = object({
  tags: { each: object({ iam_role_arn: 'text', tag_key: 'text', tag_value: 'list', conditions: SELECTION_CONDITIONS }) },
  resources: { each: object({ iam_role_arn: 'text', resource_types: 'list', not_resource_types: 'list', conditions: SELECTION_CONDITIONS }) },
});

/** The syntax of backup policies. */
export const BACKUP_POLICY_SYNTAX: PolicyElement = object({
  plans: {
    each: object({
      regions: 'list',
      rules: { each: RULE },
      selections: SELECTIONS,
      advanced_backup_settings: object({ ec2: object({ windows_vss: 'text' }), s3: object({ backup_acls: 'text', backup_object_tags: 'text' }) }),
      backup_plan_tags: TAGS,
      scan_settings: { each: object({ resource_types: 'list', scanner_role_arn: 'text' }) },
    }),
  },
});

export const BACKUP_POLICY_SOURCE: Source = {
  page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html', asOf: '2026-01-01',
};

function object(keys: Readonly<Record<string, PolicyElement>>): PolicyElement {
  return { keys };
}
