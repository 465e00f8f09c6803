import { LARGEST_SETTINGS, readText } from './read-text';
import { documentOf } from './template-file';
import { type CheckOptions, type OptionKinds, type OptionName, type TagProp, PACK_OPTIONS, exemptTagOf, tagProblems } from '../../checks/check-options';
import { isObject } from '../../values/is-object';
import { nearest } from '../../values/nearest';
import { InputError } from '../input-error';

/** The options of packs in a file, by the names of the props of packs. */
export interface PackSettings {
  readonly packs?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly levels?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
  readonly options: CheckOptions;
}

/** A kind of value in a file. */
interface FileKind {
  /** Such as `a list of strings`. */
  readonly what: string;
  is(value: unknown): boolean;
}

const text: FileKind = { what: 'a string in quotes', is: (value) => typeof value === 'string' && value !== '' };
const flag: FileKind = { what: 'true or false', is: (value) => typeof value === 'boolean' };
const list: FileKind = { what: 'a list of strings in quotes', is: (value) => Array.isArray(value) && value.every((each) => text.is(each)) };

/** In days. The flags accept the same. */
const MOST_DAYS = 999_999;

/** How a file contains each kind of option. A tag is two texts. */
const KINDS: { readonly [Kind in Exclude<keyof OptionKinds, 'tag'>]: FileKind } = {
  days: { what: `a whole number of days from 1 to ${MOST_DAYS}`, is: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_DAYS },
  switch: flag,
  answer: flag,
  list,
};

const TAG: { readonly [Name in TagProp]: FileKind } = {
  exemptTagKey: text,
  exemptTagValue: { what: 'a string in quotes', is: (value) => typeof value === 'string' },
};

/** Every key of the file. */
const KEYS: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['packs', list],
  ['include', list],
  ['exclude', list],
  ['levels', { what: 'an object with a level for each rule', is: (value) => isObject(value) && !Array.isArray(value) && Object.values(value).every((each) => text.is(each)) }],
  ['strict', flag],
  ...[...PACK_OPTIONS].flatMap(([name, { kind }]) => (kind === 'tag' ? Object.entries(TAG) : [[name, KINDS[kind]] as [string, FileKind]])),
]);

/**
 * Reads the options of packs from a file in JSON or YAML.
 *
 * @throws one InputError that lists every invalid key
 */
export function readPackSettings(path: string, name: string): PackSettings {
  const content = readText(path, name, LARGEST_SETTINGS);
  const { value, duplicates } = documentOf(content, name, () => () => content);
  const twice = duplicates.map((each) => `'${name}' must have '${each.name}' once, got it twice. Delete one of them.`);
  if (twice.length > 0) { throw new InputError(twice.join('\n')); }
  return packSettingsOf(value, name);
}

/** @throws one InputError that lists every invalid key */
export function packSettingsOf(value: unknown, name: string): PackSettings {
  if (!isObject(value) || Array.isArray(value)) { throw new InputError(`'${name}' must be an object with options of packs, such as 'exclude', got something else.`); }
  const problems = Object.entries(value).flatMap(([key, given]) => entryProblems(key, given, name));
  const { packs, include, exclude, levels, strict, exemptTagKey, exemptTagValue, ...options } = value as Record<string, never>;
  const tag = { exemptTagKey, exemptTagValue };
  problems.push(...tagProblems(tag).map((problem) => `'${name}': ${problem.message}`));
  if (problems.length > 0) { throw new InputError(problems.join('\n')); }
  return { packs, include, exclude, levels, strict, options: { ...options, ...exemptTagOf(tag) } };
}

function entryProblems(key: string, given: unknown, name: string): string[] {
  const kind = KEYS.get(key);
  if (!kind) { return [`'${name}': unknown option '${key}'. Did you mean '${nearest(key, [...KEYS.keys()])}'?`]; }
  return kind.is(given) ? [] : [`'${name}': '${key}' must be ${kind.what}, got ${JSON.stringify(given)}.`];
}

/** How a file contains an option. */
export function keyOf(option: OptionName): string {
  return option === 'exemptTag' ? 'exemptTagKey' : option;
}
