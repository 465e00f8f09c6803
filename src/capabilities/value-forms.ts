import { type Limit, LIMITS, NAMES } from './limits';
import { ACCOUNT_ID, ROLE_ARN } from './principals';
import { EVERY_ACCOUNT, EVERY_REGION } from './reports';
import { type Certainty, type Source, apiModel, cfnSchema } from './source';

interface FormFacts {
  /** The form in words, after "must be". */
  readonly label: string;
  /** How to fix a value of another form, as a sentence. */
  readonly fix: string;
  /** Words that AWS accepts as well. The label names them. */
  readonly or?: readonly string[];
  /**
   * Whether AWS certainly rejects other values.
   * @default 'verified'
   */
  readonly certainty?: Certainty;
  readonly note?: string;
  readonly source: Source;
}

/** A text that matches a pattern. */
export interface PatternForm extends FormFacts {
  readonly kind: 'pattern';
  readonly pattern: RegExp;
  /** What a value that is known in part must be like: `+` stands for a field without a colon, and `*` for any characters. */
  readonly like: string;
  /**
   * The characters of a value.
   * @default - any
   */
  readonly characters?: RegExp;
  /** A narrower pattern. AWS accepts a value that does not match it, but the value is probably a mistake. */
  readonly advised?: RegExp;
}

/** The ID of a Region. A Region that is newer than this library is a warning. */
export interface RegionForm extends FormFacts {
  readonly kind: 'region';
}

/** A text of a length. */
export interface LengthForm extends FormFacts {
  readonly kind: 'length';
  readonly limit: Limit;
  /**
   * A start that no value can have.
   * @default - none
   */
  readonly reserved?: RegExp;
}

export type ValueForm = PatternForm | RegionForm | LengthForm;

const TAG_KEY = `a key of ${LIMITS.tagKeyCharacters.min} to ${LIMITS.tagKeyCharacters.max} characters`;
const TAG = { kind: 'length', source: cfnSchema('AWS::Backup::Framework') } as const;
const RESOURCE_ARN = { kind: 'pattern', pattern: /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/, like: 'arn:+:+:*:*:*', or: ['*'], fix: 'Write the whole ARN.' } as const;

const FORMS = {
  topicArn: {
    kind: 'pattern',
    pattern: /^arn:[^:]+:sns:[a-z0-9-]+:\d{12}:[a-zA-Z0-9_-]{1,256}(?:\.fifo)?$/,
    like: 'arn:+:sns:+:+:*',
    label: 'the ARN of a topic, \'arn:<partition>:sns:<region>:<account>:<name>\'',
    fix: 'Write the whole ARN, or Ref of the topic.',
    source: apiModel('PutBackupVaultNotificationsInput'),
  },
  roleArn: {
    kind: 'pattern',
    pattern: ROLE_ARN.pattern,
    like: 'arn:+:iam::+:role/*',
    label: 'the ARN of a role, \'arn:<partition>:iam::<account>:role/<name>\'',
    fix: 'Use the attribute Arn of the role.',
    source: apiModel('ScanSetting'),
  },
  frameworkArn: {
    kind: 'pattern',
    pattern: /^arn:[^:]+:backup:[a-z0-9-]+:\d{12}:framework:.+$/,
    like: 'arn:+:backup:+:+:framework:*',
    label: 'the ARN of a framework, \'arn:<partition>:backup:<region>:<account>:framework:<name>-<id>\'',
    fix: 'Use the attribute FrameworkArn of the framework.',
    source: apiModel('ReportSetting'),
  },
  approvalTeamArn: {
    kind: 'pattern',
    pattern: /^arn:[^:]+:mpa:[a-z0-9-]+:\d{12}:approval-team\/.+$/,
    like: 'arn:+:mpa:+:+:approval-team/*',
    label: 'the ARN of an approval team, \'arn:<partition>:mpa:<region>:<account>:approval-team/<name>\'',
    fix: 'Use the ARN of the team, not that of a session or a policy.',
    source: { page: 'AWS Multi-party approval API model 2022-07-26, ApprovalTeamArn (botocore 1.44.5)', asOf: '2026-11-21' },
  },
  vaultSelector: {
    kind: 'pattern',
    pattern: /^arn:[^:]+:backup:[^:]*:[^:]*:backup-vault:.+$/,
    like: 'arn:+:backup:+:+:backup-vault:*',
    or: ['*'],
    label: '\'*\' or the ARN of a vault',
    fix: 'Write the whole ARN. It can contain \'*\'.',
    source: apiModel('RestoreTestingRecoveryPointSelection'),
  },
  testedResource: { ...RESOURCE_ARN, label: 'the ARN of a resource, or \'*\' for all resources', source: apiModel('RestoreTestingSelectionForCreate') },
  tieredResource: { ...RESOURCE_ARN, label: 'the ARN of a bucket, or \'*\' for all buckets', source: apiModel('ResourceSelection') },
  reportedAccount: {
    kind: 'pattern',
    pattern: ACCOUNT_ID.pattern,
    like: '*',
    characters: /^\d*$/,
    or: [EVERY_ACCOUNT],
    label: `an account ID of 12 digits, or '${EVERY_ACCOUNT}' for all accounts`,
    fix: 'Write all digits, in quotes.',
    source: ACCOUNT_ID.source,
  },
  reportedRegion: {
    kind: 'region',
    or: [EVERY_REGION],
    label: `the ID of a Region, such as 'eu-central-1', or '${EVERY_REGION}' for all Regions`,
    fix: 'Write it as AWS does.',
    source: apiModel('ReportSetting'),
  },
  organizationalUnit: {
    kind: 'pattern',
    pattern: /^(?:ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/,
    like: '*-*',
    characters: /^[0-9a-z-]*$/,
    label: 'the ID of an organizational unit, such as \'ou-abcd-12345678\'',
    fix: 'Write its ID, not its name.',
    certainty: 'unverified',
    note: 'AWS Organizations states the form, and AWS Backup does not',
    source: { page: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html', asOf: '2026-01-01' },
  },
  bucketName: {
    kind: 'pattern',
    pattern: /^[a-zA-Z0-9._-]{3,255}$/,
    like: '*',
    characters: /^[a-zA-Z0-9._-]*$/,
    advised: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    label: 'the name of a bucket, of 3 to 63 lowercase letters, digits, hyphens, or dots',
    fix: 'Write the name, not an ARN or a URI.',
    note: 'buckets that were created in us-east-1 before March 2018 can have uppercase letters, underscores, and up to 255 characters',
    source: { page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html', asOf: '2026-01-01' },
  },
  heldVault: {
    kind: 'pattern',
    like: '*',
    pattern: NAMES.vault.pattern,
    characters: /^[a-zA-Z0-9_-]*$/,
    label: `the name of a vault, of ${NAMES.vault.label}`,
    fix: 'Write its name, not its ARN.',
    certainty: 'unverified',
    note: 'the result of another text is not documented',
    source: apiModel('RecoveryPointSelection'),
  },
  restoreTestingPlan: {
    kind: 'pattern',
    like: '*',
    pattern: NAMES.restoreTestingPlan.pattern,
    characters: /^[a-zA-Z0-9_]*$/,
    label: `the name of a restore testing plan, of ${NAMES.restoreTestingPlan.label}`,
    fix: 'Use Ref of the plan, or write its name.',
    source: NAMES.restoreTestingPlan.source,
  },
  newTagKey: {
    ...TAG,
    limit: LIMITS.tagKeyCharacters,
    reserved: /^aws:/i,
    label: `${TAG_KEY} that does not start with 'aws:'`,
    fix: 'Choose another key.',
  },
  tagKey: { ...TAG, limit: LIMITS.tagKeyCharacters, label: TAG_KEY, fix: 'Correct the key.' },
  tagValue: { ...TAG, limit: LIMITS.tagValueCharacters, label: `a value of at most ${LIMITS.tagValueCharacters.max} characters`, fix: 'Shorten it.' },
} as const satisfies Record<string, ValueForm>;

export type FormName = keyof typeof FORMS;

/** The forms that AWS Backup requires of values, by the names that `RESOURCE_PROPERTIES` uses. */
export const VALUE_FORMS: Readonly<Record<FormName, ValueForm>> = FORMS;
