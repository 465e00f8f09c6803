import { type PackSettings, keyOf } from './input/pack-settings';
import type { AppPack } from './input/validation-report';
import { InputError } from './input-error';
import type { Format } from './report/formats';
import { type CheckOptions, type OptionKinds, type OptionName, PACK_OPTIONS, optionProblems } from '../checks/check-options';
import type { RuleSettings } from '../checks/evaluate';
import { type PackName, PACK_NAMES } from '../checks/pack-name';
import type { Level, Rule } from '../checks/rule';
import { type RuleChoice, isLevel, levelProblem, ruleProblems } from '../checks/rule-choice';
import { RuleId } from '../checks/rule-id';
import { RULES } from '../checks/rules';
import { rulesOf } from '../checks/rules-of-packs';
import { regionProblems } from '../validation/environment/region-names';
import { accountProblems } from '../validation/vault/access-policy';

/** The options of `check`, as typed. */
export interface CheckArguments {
  readonly pack?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly level?: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly config?: string;
  readonly params?: string;
  readonly region?: string;
  readonly account?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly skipOtherFiles?: boolean;
  readonly strict?: boolean;
  readonly failOn?: Level;
  /** The pack options, by their names in the table. */
  readonly options: Readonly<Partial<Record<OptionName, GivenOption>>>;
}

/** An option as commander reads it. A switch has no text. */
type GivenOption = string | readonly string[] | true;

const RULE_FLAGS: { readonly [Option in keyof RuleChoice]-?: string } = { include: '--include', exclude: '--exclude', levels: '--level' };

/** The pack with all rules, which is applied if none is chosen. */
const ALL: readonly PackName[] = ['BackupChecks'];

export interface Chosen {
  readonly packs: readonly PackName[];
  readonly rules: readonly Rule[];
  readonly options: CheckOptions;
  readonly settings: RuleSettings;
}

/** Options of packs, and the file that contains them. */
export interface NamedSettings {
  readonly name: string;
  readonly settings: PackSettings;
}

/**
 * What to apply. The options of the command line replace those of a file.
 *
 * @throws one InputError that lists every invalid option
 */
export function chosenBy(given: CheckArguments, file?: NamedSettings): Chosen {
  return withRules([chosenFrom(given, file)])[0];
}

/**
 * What to apply for each pack of an app. The options of the command line replace those of the packs, and it excludes more rules.
 *
 * @param file the file that contains the options of the packs
 * @throws one InputError that lists every invalid option
 */
export function chosenByApp(given: CheckArguments, packs: readonly AppPack[], file: string): readonly Chosen[] {
  const app = [...new Set(packs.map(({ pack }) => pack))];
  return withRules(packs.map(({ settings }) => chosenFrom(given, { name: file, settings }, app)));
}

/** @throws InputError if nothing would be checked */
function withRules(chosen: readonly Chosen[]): readonly Chosen[] {
  if (chosen.every(({ rules }) => rules.length === 0)) { throw new InputError('The options must leave at least one rule, got none. Exclude fewer rules, or include one of the packs.'); }
  return chosen;
}

/** @param app the packs of the app, if the file is its report */
function chosenFrom(given: CheckArguments, file?: NamedSettings, app?: readonly PackName[]): Chosen {
  const problems = emptyProblems(given);
  const written = file?.settings;
  type Texts = readonly string[] | undefined;
  const typed = <T>(texts: Texts, read: (text: string) => T) => texts?.flatMap((text) => collected(() => read(text), problems));
  const inFile = <T>(texts: Texts, read: (text: string) => T) => texts?.flatMap((text) => collected(() => read(text), problems, file!.name));
  const packs = typed(given.pack, packNamed) ?? inFile(written?.packs, packNamed) ?? ALL;
  const line = {
    include: typed(given.include, idNamed),
    exclude: typed(given.exclude, idNamed),
    levels: Object.fromEntries(typed(given.level, levelOf) ?? []),
  };
  // The command line replaces the rules of a file, and excludes more rules than an app
  const others = {
    include: line.include ? undefined : inFile(written?.include, idNamed),
    exclude: line.exclude && !app ? undefined : inFile(written?.exclude, idNamed),
    levels: Object.fromEntries(inFile(Object.keys(written?.levels ?? {}), (id) => writtenLevel(id, written!.levels![id])) ?? []),
  };
  const ofRules = [
    ...ruleProblems(app ?? knownPacks(given.pack ?? written?.packs), line, (option) => RULE_FLAGS[option]),
    // The file stays valid if '--pack' chooses other packs
    ...ruleProblems(knownPacks(written?.packs), others, (option) => inSettings(option, file!)),
  ];
  // A file can have more problems than a call can have arguments
  ofRules.forEach((problem) => problems.push(String(problem)));
  const ofPacks = new Set(packs.flatMap((pack) => rulesOf(pack)));
  const included = line.include ?? others.include;
  const excluded = [...line.exclude ?? [], ...others.exclude ?? []];
  const rules = RULES.filter((rule) => ofPacks.has(rule) && (included?.includes(rule.id) ?? true) && !excluded.includes(rule.id));
  const levels = { ...others.levels, ...line.levels };
  if (given.updateBaseline && given.baseline === undefined) { problems.push('\'--update-baseline\' must be used with \'--baseline FILE\', got none. Name the file.'); }
  if (given.account !== undefined) { problems.push(...accountProblems('--account', given.account).map(String)); }
  if (given.region !== undefined) { problems.push(...regionProblems('--region', given.region).map(String)); }
  const options = optionsOf(given.options, file, problems);
  if (problems.length > 0) { throw new InputError(problems.join('\n')); }
  return { packs, rules, options, settings: { levels, strict: given.strict ?? written?.strict } };
}

/** An empty variable of a script must not turn off a check. */
function emptyProblems({ options, ...others }: CheckArguments): string[] {
  const lists = (['pack', 'include', 'exclude', 'level'] as const).map((name) => [`--${name}`, others[name]] as const);
  const all = [...lists, ...[...PACK_OPTIONS.keys()].map((name) => [flagOf(name), options[name]] as const)];
  return all.filter(([, value]) => Array.isArray(value) && value.length === 0).map(([flag]) => emptyProblem(flag));
}

/** What is wrong with an option that must have a value. */
function emptyProblem(flag: string): string {
  return `'${flag}' must have a value, got none. Write one, or leave the option out.`;
}

/** @throws InputError if the list is empty */
export function packsNamed(names: readonly string[] | undefined): readonly PackName[] {
  if (names?.length === 0) { throw new InputError(emptyProblem('--pack')); }
  return names?.map(packNamed) ?? PACK_NAMES;
}

/**
 * A value in a list. If it cannot be read, its error is a problem.
 *
 * @param file the file that contains the value
 */
function collected<T>(read: () => T, problems: string[], file?: string): T[] {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof InputError)) { throw error; }
    problems.push(file === undefined ? error.message : `'${file}': ${error.message}`);
    return [];
  }
}

/** The packs whose rules options can name. None if a name is wrong, because that pack might have the rules. */
function knownPacks(names: readonly string[] = ALL): readonly PackName[] {
  const packs = names.flatMap((name) => packOf(name) ?? []);
  return packs.length === names.length ? packs : [];
}

function packOf(name: string): PackName | undefined {
  return PACK_NAMES.find((each) => each.toLowerCase() === name.toLowerCase());
}

export function packNamed(name: string): PackName {
  const found = packOf(name);
  if (!found) { throw new InputError(`Unknown pack '${name}'. Choose one of ${PACK_NAMES.join(', ')}.`); }
  return found;
}

/** @param id with or without the prefix `Backup-` */
export function ruleNamed(id: string): Rule {
  const wanted = id.toLowerCase().replace(/^backup-/, '');
  const found = RULES.find((rule) => rule.id.toLowerCase() === `backup-${wanted}`);
  if (!found) {
    const similar = RULES.filter((rule) => rule.id.toLowerCase().includes(wanted)).slice(0, 5).map((rule) => rule.id);
    throw new InputError(`Unknown rule '${id}'. ${similar.length > 0 ? `Did you mean ${similar.join(' or ')}?` : 'Run "cdk-compliant-backup rules" to list the rules.'}`);
  }
  return found;
}

/** A file can name a rule as the packs do: by its id, or by its member of `RuleId`. */
function idNamed(name: string): RuleId {
  const members: Readonly<Record<string, string>> = RuleId;
  return ruleNamed(members[name] ?? name).id;
}

function writtenLevel(id: string, level: string): [string, Level] {
  if (!isLevel(level)) { throw new InputError(levelProblem('levels', id, level).message); }
  return [idNamed(id), level];
}

function levelOf(text: string): [string, Level] {
  const [id, level] = text.split('=');
  if (!isLevel(level)) { throw new InputError(`'--level' must be RULE-ID=error or RULE-ID=warning, got '${text}'.`); }
  return [ruleNamed(id).id, level];
}

function optionsOf(given: CheckArguments['options'], file: NamedSettings | undefined, problems: string[]): CheckOptions {
  const read = [...PACK_OPTIONS].flatMap(([option, { kind }]) => {
    const value = given[option];
    return value === undefined ? [] : collected(() => [option, READ[kind](value, flagOf(option))] as const, problems);
  });
  const options: CheckOptions = { ...file?.settings.options, ...Object.fromEntries(read) };
  const nameOf = (option: OptionName) => (file && given[option] === undefined ? inSettings(keyOf(option), file) : flagOf(option));
  optionProblems(options, nameOf).forEach((problem) => problems.push(String(problem)));
  return options;
}

/** In quotes, this is 'key' of 'file'. */
function inSettings(key: string, { name }: NamedSettings): string {
  return `${key}' of '${name}`;
}

function flagOf(option: OptionName): string {
  return PACK_OPTIONS.get(option)!.flag.split(' ')[0];
}

/** What each kind of option means as text. */
const READ: { readonly [Kind in keyof OptionKinds]: (given: GivenOption, flag: string) => OptionKinds[Kind] } = {
  days: (given, flag) => daysOf(String(given), flag),
  switch: (given) => given === true,
  answer: (given) => given === 'yes',
  list: (given) => given as readonly string[],
  tag: (given, flag) => tagOf(String(given), flag),
};

function daysOf(text: string, flag: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) { throw new InputError(`'${flag}' must be a whole number of days from 1 to 999999, got '${text}'. Write digits only.`); }
  return Number(text);
}

function tagOf(text: string, flag: string): OptionKinds['tag'] {
  const equals = text.indexOf('=');
  const key = equals < 0 ? text : text.slice(0, equals);
  if (key === '') { throw new InputError(`'${flag}' must be KEY or KEY=VALUE, got '${text}'.`); }
  return equals < 0 ? { key } : { key, value: text.slice(equals + 1) };
}
