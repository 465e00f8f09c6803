/** What a warning of the constructs means, and the rule of the packs that reports the same. */
interface WarningRow {
  /** Markdown, as in docs/warnings.md. */
  readonly meaning: string;
  /** The id of the rule. @default - no rule reports it */
  readonly rule?: `Backup-${string}`;
}

/** The warnings of all constructs, by the id with which users acknowledge them. */
export const WARNINGS = {
  noSelection: { meaning: 'No selection of the app uses the plan, so it backs up nothing.' },
  shadowedTier: {
    meaning: 'A tier never creates a backup, because a tier with a longer retention starts in the same window.',
    rule: 'Backup-RuleShadowed',
  },
  rejectedSetting: {
    meaning: 'CloudFormation might reject the advanced settings of S3 in a plan.',
    rule: 'Backup-AdvancedSettings',
  },
  neverExpires: {
    meaning: 'A tier has no retention, and its vault has a compliance lock. Nobody can ever delete the recovery points.',
    rule: 'Backup-RecoveryPointsExpire',
  },
  shortCoolingOff: { meaning: 'A compliance lock has the shortest cooling-off time that AWS Backup accepts.', rule: 'Backup-VaultLockCoolingOff' },
  incompleteDeletionGuard: {
    meaning: 'The vault policy does not deny manual deletion of recovery points.',
    rule: 'Backup-VaultDeletionGuard',
  },
  removableDeletionGuard: {
    meaning: 'The vault policy denies manual deletion, but one call can remove the policy.',
    rule: 'Backup-VaultGuardRemovable',
  },
  sealedLock: {
    meaning: 'The vault policy denies changes of the lock to everyone, including CloudFormation. [Seal the vault after the lock](updating.md#seal-a-vault-that-has-a-lock).',
    rule: 'Backup-VaultLockSealed',
  },
  deployingRoleNotNamed: { meaning: 'The synthesizer names no deployment role, and the guard exempts only the roles that you named.' },
  severalDeployingRoles: {
    meaning: 'Another role, which the guard does not exempt, deploys other stacks that are, or might be, in the same account and Region. [Exempt it before you change the role](updating.md#change-the-role-that-deploys).',
  },
  crossAccountStatement: {
    meaning: 'AWS Backup might reject a statement that allows other accounts more than copies.',
    rule: 'Backup-VaultPolicyAccounts',
  },
  newRegion: { meaning: 'A copy names a Region that this library does not know. It might be misspelled.', rule: 'Backup-CopyDestination' },
  copyIntoOwnVault: { meaning: 'A tier copies a backup into the vault that already contains it.', rule: 'Backup-CopyIntoOwnVault' },
  copyKeptShorter: { meaning: 'All copies of a tier are kept much shorter than the backup.', rule: 'Backup-CopyKeptShorter' },
  finerThanHourly: { meaning: 'The schedule runs more often than hourly, which is the shortest interval that AWS documents.', rule: 'Backup-RuleInterval' },
  completionWindow: { meaning: 'The completion window is not longer than the start window, so AWS Backup might cancel a job before it completes.', rule: 'Backup-RuleCompletionWindow' },
  shortWarmStorage: { meaning: 'Backups move to cold storage so early that this costs more than it saves.', rule: 'Backup-RuleShortWarmStorage' },
  archiveWithoutColdStorage: { meaning: '`archiveEbsSnapshots` has no effect without `moveToColdStorageAfter`.' },
  duplicateTierName: { meaning: 'Reports cannot distinguish two tiers with the same name.' },
  wildcardMeetsTags: {
    meaning: 'The selection combines a wildcard ARN with tags, and selects every resource that matches the ARN.',
    rule: 'Backup-SelectionUnion',
  },
  innerWildcard: {
    meaning: 'An ARN has a wildcard that is not at its end, and might select more or less than it seems to.',
    rule: 'Backup-SelectionArns',
  },
  literalWildcard: {
    meaning: 'A value of `TagCondition.equalTo` or `notEquals` contains an asterisk, which is not a wildcard there.',
    rule: 'Backup-SelectionTagValues',
  },
  unprotectedArn: {
    meaning: 'An ARN of the selection belongs to no resource that AWS Backup protects, so it selects nothing.',
    rule: 'Backup-SelectionArns',
  },
  sharedArnForm: { meaning: 'The ARN form of the type also selects other types.' },
  protectedTwice: { meaning: 'Two selections set different values of one tag on the same scope.' },
  protectsNothing: { meaning: 'A call of `protect` protects no resource.' },
  leftOut: {
    meaning: 'A call of `protect` leaves out a resource that AWS Backup could protect, for a reason other than your own choice.',
    rule: 'Backup-ResourceInPlan',
  },
  resourceKeyNotShared: {
    meaning: 'Copies to another account need a key that is not shared with it. [Share the key](copies.md#another-account).',
    rule: 'Backup-CopySourceKey',
  },
  selectsOtherStage: { meaning: 'A selection also selects resources that a selection of another Stage in the same account and Region protects.' },
  selectionNotReplaceable: {
    meaning: 'The plan has so many selections that a change of one fails. CloudFormation creates the new selection before it deletes the old one.',
    rule: 'Backup-SelectionQuotas',
  },
  copyIntoNotAllowed: { meaning: 'A copy needs a permission in a vault policy that this library cannot change.' },
  keyNotShared: { meaning: 'A copy needs a permission in a key policy that this library cannot change.' },
  deploymentOrder: {
    meaning: 'A plan is deployed before a vault that it names, or a framework before its recorder. The other order would be a circular dependency, or the two are in different Stages, which the CDK does not order.',
  },
  noSubscriber: { meaning: 'Nothing subscribes to the new topic, so nobody is notified.', rule: 'Backup-TopicSubscribed' },
  unlistedEvent: { meaning: 'AWS Backup accepts the event and sends nothing for it, or the event is unknown.', rule: 'Backup-VaultEvents' },
  filteredSubscription: { meaning: 'A filter policy drops some of the events.' },
  topicPolicyNotChanged: { meaning: 'The library cannot change the policy of an imported topic.', rule: 'Backup-TopicPolicy' },
  topicPolicyWrittenTwice: {
    meaning: 'Another resource of the app also writes the policy of the topic. The last one replaces the others.',
    rule: 'Backup-PolicyWrittenTwice',
  },
  topicKeyNotChanged: { meaning: 'The library cannot change the policy of the key of an imported topic.', rule: 'Backup-TopicKey' },
  severalContinuousTiers: { meaning: 'Several tiers are continuous. AWS Backup creates only one continuous backup of a resource.', rule: 'Backup-OneContinuousRule' },
  neverSelects: { meaning: 'Two of the conditions exclude each other, so the selection selects nothing.' },
  stageNotProtected: { meaning: 'A Stage was added after `protect`, and its resources have no tags.' },
  keyDeletedWithStack: { meaning: 'The key that you passed is deleted with its stack, while the vault is retained.', rule: 'Backup-VaultKeyRetained' },
  policyOfRetainedRole: {
    meaning: 'A permissions boundary or managed policy is deleted with its stack, while the backup role that uses it is retained. The deletion of the stack fails.',
    rule: 'Backup-RetainedRolePolicies',
  },
  rolePoliciesNotAttached: {
    meaning: 'The construct cannot attach policies to an imported or immutable role, or to a role that has ten of them. The warning names those that backups need.',
    rule: 'Backup-SelectionRolePermissions',
  },
  rolePermissions: {
    meaning: 'The backup role is not allowed actions that jobs might need: AWS lists them without saying that a job fails without them, or conditions decide whether a resource of the type is selected.',
    rule: 'Backup-SelectionRolePermissions',
  },
  wideExemption: { meaning: 'The deletion guard exempts a pattern of roles, such as a `cloudFormationExecutionRole` with a wildcard.' },
  ssoRoleWithoutPath: {
    meaning: 'The deletion guard exempts a role of IAM Identity Center without its path, which no principal has.',
    rule: 'Backup-VaultGuardExemptions',
  },
  exemptRoleNotInApp: {
    meaning: 'The deletion guard exempts a role that the app does not create. If the role does not exist, everyone who can create roles can create an exempt one.',
    rule: 'Backup-VaultExemptRoles',
  },
  keyNotSealed: {
    meaning: 'The guard seals the vault, and the role that deploys can still delete its key, because AWS KMS requires that the creator of a key can change its policy.',
  },
  noConfigRecorder: { meaning: 'Without AWS Config, the audit framework evaluates nothing.' },
  controlNotDerived: { meaning: 'The framework cannot derive a control from the plans, or AWS cannot express it.' },
  auditControl: { meaning: 'Because of its scope or a parameter, a control evaluates nothing, or too much.', rule: 'Backup-ControlScopeTypes' },
  configBucketNotChanged: {
    meaning: 'The recorder writes to an imported bucket, or to a bucket of another account, whose policies this library does not change.',
  },
  auditQuota: { meaning: 'There are more frameworks or controls than AWS allows by default.', rule: 'Backup-FrameworkQuotas' },
  givenTwice: {
    meaning: 'Two stacks of one account and Region have vaults or frameworks of the same name, identical plans, or frameworks with the same controls. AWS Backup rejects the second one.',
    rule: 'Backup-NameGivenTwice',
  },
} as const satisfies Record<string, WarningRow>;

export type WarningId = keyof typeof WARNINGS;

export const WARNING_IDS = Object.keys(WARNINGS) as WarningId[];

/** The warnings that state the same fact as a rule. */
export function warningsOfRule(ruleId: string): WarningId[] {
  return WARNING_IDS.filter((id) => relatedRule(id) === ruleId);
}

/** The rule that states the same fact as a warning, if there is one. */
export function relatedRule(id: WarningId): string | undefined {
  const row: WarningRow = WARNINGS[id];
  return row.rule;
}
