import type { Duration } from 'aws-cdk-lib';
import type { BackupChecksProps, PackProps } from './pack-props';
import { resourceTypeNames } from '../capabilities/resource-types';
import { regionProblems } from '../validation/environment/region-names';
import { accountProblems } from '../validation/vault/access-policy';
import { Problem } from '../values/problem';

/** The two props of one tag. */
export type TagProp = 'exemptTagKey' | 'exemptTagValue';

type TagProps = { readonly [Name in TagProp]?: string };

type Plain<Value> = Value extends Duration ? number : Value extends (infer Element)[] ? readonly Element[] : Value;

/** The options of a pack in plain values, as its props name them: durations in days, and the tag as one value. */
export type CheckOptions = {
  readonly [Name in keyof BackupChecksProps as Exclude<Name, keyof PackProps | TagProp>]: Plain<BackupChecksProps[Name]>;
} & {
  /** Resources with this tag need no plan. */
  readonly exemptTag?: { readonly key: string; readonly value?: string };
};

export type OptionName = keyof CheckOptions;

/** The kinds of values, which the command line reads from text. */
export interface OptionKinds {
  readonly days: number;
  readonly switch: boolean;
  readonly answer: boolean;
  readonly list: readonly string[];
  readonly tag: { readonly key: string; readonly value?: string };
}

/** A pack option of the command line, and the check of its elements for constructs too. */
export interface PackOption {
  /** As commander shows it in the help. */
  readonly flag: `--${string}`;
  readonly help: string;
  readonly kind: keyof OptionKinds;
  /** What is wrong with an element of a list. */
  readonly problems?: (name: string, element: string) => Problem[];
}

type KindsOf<Value> = { [Kind in keyof OptionKinds]: OptionKinds[Kind] extends Value ? Kind : never }[keyof OptionKinds];

/** Every option of the packs. A prop of a pack without a row does not compile. */
const OPTIONS = {
  minRetention: { flag: '--min-retention <days>', kind: 'days', help: 'the shortest retention that backups must have' },
  maxRetention: { flag: '--max-retention <days>', kind: 'days', help: 'the longest retention that backups can have' },
  requireComplianceLock: { flag: '--require-compliance-lock', kind: 'switch', help: 'every vault must have a lock in compliance mode' },
  requiredCopyRegions: {
    flag: '--required-copy-region <region>', kind: 'list', help: 'a Region that every plan must copy to (repeatable)', problems: regionProblems,
  },
  requiredCopyAccounts: {
    flag: '--required-copy-account <id>', kind: 'list', help: 'an account that every plan must copy to (repeatable)', problems: accountProblems,
  },
  dynamoDbAdvancedFeatures: { flag: '--dynamodb-advanced-features <answer>', kind: 'answer', help: 'whether the account and Region have the advanced features of AWS Backup for DynamoDB' },
  protectedTypes: {
    flag: '--protected-type <type>',
    kind: 'list',
    help: 'a resource type that must be in a plan, such as DynamoDB (repeatable; default: all)',
    problems: typeProblems,
  },
  exemptTag: { flag: '--exempt-tag <key=value>', kind: 'tag', help: 'resources with this tag do not require a plan' },
} satisfies { readonly [Name in OptionName]-?: PackOption & { readonly kind: KindsOf<CheckOptions[Name]> } };

export const PACK_OPTIONS: ReadonlyMap<OptionName, PackOption> = new Map(Object.entries(OPTIONS) as [OptionName, PackOption][]);

/**
 * What is wrong with options.
 *
 * @param nameOf how the user writes the name of an option
 */
export function optionProblems(options: CheckOptions, nameOf: (option: OptionName) => string): Problem[] {
  const { minRetention, maxRetention } = options;
  const bounds = minRetention !== undefined && maxRetention !== undefined && maxRetention < minRetention
    ? [new Problem('bounds', `'${nameOf('maxRetention')}' must not be less than '${nameOf('minRetention')}' (${minRetention} days), got ${maxRetention} days. Raise it, or leave it out.`)]
    : [];
  return [...bounds, ...[...PACK_OPTIONS].flatMap(([option, { problems }]) => {
    const elements = options[option];
    return problems && Array.isArray(elements) ? elements.flatMap((element) => problems(nameOf(option), String(element))) : [];
  })];
}

/** What is wrong with the two props of the tag. */
export function tagProblems({ exemptTagKey: key, exemptTagValue: value }: TagProps): Problem[] {
  return value !== undefined && key === undefined
    ? [new Problem('tag-key', '\'exemptTagKey\' must be set with \'exemptTagValue\', got none. Set the key of the tag.')]
    : [];
}

/** The tag as an option, if it is set. */
export function exemptTagOf({ exemptTagKey: key, exemptTagValue: value }: TagProps): Pick<CheckOptions, 'exemptTag'> {
  return key === undefined ? {} : { exemptTag: { key, ...value !== undefined && { value } } };
}

function typeProblems(name: string, type: string): Problem[] {
  const types = resourceTypeNames();
  return types.includes(type) ? [] : [new Problem('type', `'${name}' must be a name of AWS Backup (${types.join(', ')}), got '${type}'. Choose one of them.`)];
}
