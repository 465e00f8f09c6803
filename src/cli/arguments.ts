import { InputError } from './input-error';
import type { Format } from './report/formats';
import { resourceTypeNames } from '../capabilities/resource-types';
import type { CheckOptions } from '../checks/check-options';
import type { RuleSettings } from '../checks/evaluate';
import type { PackName } from '../checks/pack-name';
import { PACK_NAMES } from '../checks/pack-name';
import type { Level, Rule } from '../checks/rule';
import { RULES } from '../checks/rules';
import { rulesOf } from '../checks/rules-of-packs';
import { regionProblems } from '../validation/environment/region-names';
import { accountProblems } from '../validation/vault/access-policy';
import type { Problem } from '../values/problem';

/** The options of `check`, as typed. */
export interface CheckArguments {
  readonly pack?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly level?: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly params?: string;
  readonly region?: string;
  readonly account?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly strict?: boolean;
  readonly failOn?: Level;
  readonly minRetention?: string;
  readonly maxRetention?: string;
  readonly requireComplianceLock?: boolean;
  readonly requiredCopyRegion?: readonly string[];
  readonly requiredCopyAccount?: readonly string[];
  readonly dynamodbAdvancedFeatures?: 'yes' | 'no';
  readonly protectedType?: readonly string[];
  readonly exemptTag?: string;
}

export interface Chosen {
  readonly packs: readonly PackName[];
  readonly rules: readonly Rule[];
  readonly options: CheckOptions;
  readonly settings: RuleSettings;
}

/** @throws InputError if an option is not valid */
export function chosenBy(given: CheckArguments): Chosen {
  const packs = given.pack?.map(packNamed) ?? ['BackupChecks'];
  const ofPacks = new Set(packs.flatMap((pack) => rulesOf(pack)));
  const included = given.include?.map((id) => ruleNamed(id).id);
  const excluded = given.exclude?.map((id) => ruleNamed(id).id);
  const rules = RULES.filter((rule) => ofPacks.has(rule) && (included?.includes(rule.id) ?? true) && !excluded?.includes(rule.id));
  const levels = Object.fromEntries((given.level ?? []).map(levelOf));
  if (given.updateBaseline && given.baseline === undefined) { throw new InputError('\'--update-baseline\' must be used with \'--baseline FILE\', got none. Name the file.'); }
  if (given.account !== undefined) { refuse(accountProblems('--account', given.account)); }
  if (given.region !== undefined) { refuse(regionProblems('--region', given.region)); }
  return { packs, rules, options: optionsOf(given), settings: { levels, strict: given.strict } };
}

export function packNamed(name: string): PackName {
  const found = PACK_NAMES.find((each) => each.toLowerCase() === name.toLowerCase());
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

function levelOf(text: string): [string, Level] {
  const [id, level] = text.split('=');
  if (level !== 'error' && level !== 'warning') { throw new InputError(`'--level' must be RULE-ID=error or RULE-ID=warning, got '${text}'.`); }
  return [ruleNamed(id).id, level];
}

function optionsOf(given: CheckArguments): CheckOptions {
  const minRetention = days('--min-retention', given.minRetention);
  const maxRetention = days('--max-retention', given.maxRetention);
  if (minRetention !== undefined && maxRetention !== undefined && maxRetention < minRetention) {
    throw new InputError(`'--max-retention' must not be less than '--min-retention' (${minRetention} days), got ${maxRetention} days. Raise it, or leave it out.`);
  }
  refuse((given.requiredCopyAccount ?? []).flatMap((account) => accountProblems('--required-copy-account', account)));
  refuse((given.requiredCopyRegion ?? []).flatMap((region) => regionProblems('--required-copy-region', region)));
  const types = resourceTypeNames();
  const unknownType = given.protectedType?.find((type) => !types.includes(type));
  if (unknownType !== undefined) { throw new InputError(`'--protected-type' must be a name of AWS Backup (${types.join(', ')}), got '${unknownType}'. Choose one of them.`); }
  return {
    minRetention,
    maxRetention,
    requiredCopyRegions: given.requiredCopyRegion,
    requiredCopyAccounts: given.requiredCopyAccount,
    complianceLock: given.requireComplianceLock,
    dynamoDbAdvancedFeatures: given.dynamodbAdvancedFeatures && given.dynamodbAdvancedFeatures === 'yes',
    protectedTypes: given.protectedType,
    exemptTag: given.exemptTag === undefined ? undefined : tagOf(given.exemptTag),
  };
}

function days(name: string, text: string | undefined): number | undefined {
  if (text === undefined) { return undefined; }
  if (!/^[1-9]\d{0,5}$/.test(text)) { throw new InputError(`'${name}' must be a whole number of days from 1 to 999999, got '${text}'.`); }
  return Number(text);
}

function tagOf(text: string): { readonly key: string; readonly value?: string } {
  const equals = text.indexOf('=');
  const key = equals < 0 ? text : text.slice(0, equals);
  if (key === '') { throw new InputError(`'--exempt-tag' must be KEY or KEY=VALUE, got '${text}'.`); }
  return equals < 0 ? { key } : { key, value: text.slice(equals + 1) };
}

function refuse(problems: readonly Problem[]) {
  if (problems.length > 0) { throw new InputError(problems.join(' ')); }
}
