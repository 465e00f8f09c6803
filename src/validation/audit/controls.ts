import type {
  AuditControlCapability, ControlParameter, ControlScopeKind, EnumParameter, ListParameter, WholeNumberParameter,
} from '../../capabilities/audit-controls';
import type { Limit } from '../../capabilities/limits';
import { LIMITS, NAMES } from '../../capabilities/limits';
import { certainlyLacks, rowsOfResourceType } from '../../capabilities/resource-types';
import { count } from '../../values/quantity';
import { UNKNOWN, isKnown } from '../../values/unknown';
import type { Value } from '../../values/unknown';
import { nameProblems, rangeProblems } from '../ranges';

/** As the API takes it; a list may come as its elements, so that some of them can be unknown. */
export type ParameterValue = Value<string> | readonly Value<string>[];

/** By the names that AWS gives the parameters. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** What the reader of a message calls the parameters; one that is not here goes by the name that AWS gives it. */
export type ParameterNames = Readonly<Record<string, string>>;

export function controlParameterProblems(control: AuditControlCapability, values: ParameterValues, names: ParameterNames): string[] {
  return control.parameters.flatMap((parameter) => {
    const name = names[parameter.name] ?? parameter.name;
    const value = values[parameter.name];
    if (value === undefined) {
      return parameter.required ? [`'${name}' is needed for the control ${control.name}: give ${valuesInWords(parameter)}`] : [];
    }
    return value === UNKNOWN ? [] : valueProblems(parameter, name, value, unitOf(parameter, control, values));
  });
}

/** What AWS does not advise, and what it does not know: neither is certain to be refused. */
export function controlParameterWarnings(control: AuditControlCapability, values: ParameterValues, names: ParameterNames): string[] {
  const known = control.parameters.map((parameter) => parameter.name);
  return [
    ...Object.keys(values).filter((key) => values[key] !== undefined && !known.includes(key)).map((key) =>
      `'${names[key] ?? key}' is no parameter of the control ${control.name} (${known.join(', ') || 'it has none'}): leave it out`),
    ...control.parameters.flatMap((parameter) => {
      const value = values[parameter.name];
      const unit = unitOf(parameter, control, values);
      const least = parameter.kind === 'wholeNumber' && unit ? parameter.advisedMin?.[unit] : undefined;
      return least !== undefined && unit && isWholeNumber(value) && Number(value) < least
        ? [`'${names[parameter.name] ?? parameter.name}' should be at least ${count(least, unit)}, got ${count(Number(value), unit)}: `
          + 'the control may report a resource until its next copy is made']
        : [];
    }),
  ];
}

function valueProblems(parameter: ControlParameter, name: string, value: string | readonly Value<string>[], unit: string | undefined): string[] {
  switch (parameter.kind) {
    case 'oneOf': return enumProblems(parameter, name, value);
    case 'list': return listProblems(parameter, name, value);
    case 'wholeNumber': return numberProblems(parameter, name, value, unit);
  }
}

function enumProblems(parameter: EnumParameter, name: string, value: string | readonly Value<string>[]): string[] {
  return isVerified(parameter) && typeof value === 'string' && !parameter.values.includes(value)
    ? [`'${name}' must be ${valuesInWords(parameter)}, got '${value}': write one of them`]
    : [];
}

function numberProblems(parameter: WholeNumberParameter, name: string, value: string | readonly Value<string>[], unit: string | undefined): string[] {
  if (!isWholeNumber(value)) { return [`'${name}' must be ${valuesInWords(parameter)}, got '${String(value)}': write digits only`]; }
  const limit = unit === undefined ? undefined : parameter.limits[unit];
  return limit ? rangeProblems(name, Number(value), limit).map(String) : [];
}

function listProblems(parameter: ListParameter, name: string, value: string | readonly Value<string>[]): string[] {
  // the guide's own samples have white space after the commas
  const elements = typeof value === 'string' ? value.split(',').map((element) => element.trim()).filter((element) => element !== '') : value;
  return [
    ...parameter.limit ? rangeProblems(name, elements.length, parameter.limit).map(String) : [],
    ...elements.filter(isKnown).filter((element) => !parameter.of.pattern.test(element))
      .map((element) => `'${name}' must hold ${parameter.of.inWords}, got '${element}': replace it, or leave it out`),
  ];
}

/** The unit of a number; undefined where it cannot be known, or where what AWS takes by default is in doubt. */
function unitOf(parameter: ControlParameter, control: AuditControlCapability, values: ParameterValues): string | undefined {
  if (parameter.kind !== 'wholeNumber') { return undefined; }
  if (parameter.unitFrom === undefined) { return Object.keys(parameter.limits)[0]; }
  const given = values[parameter.unitFrom];
  if (given !== undefined) { return typeof given === 'string' ? given : undefined; }
  const unit = control.parameters.find((other) => other.name === parameter.unitFrom);
  return unit && isVerified(unit) ? unit.default : undefined;
}

function isWholeNumber(value: ParameterValue): value is string {
  return typeof value === 'string' && /^\d+$/.test(value);
}

function isVerified(parameter: ControlParameter): boolean {
  return (parameter.certainty ?? 'verified') === 'verified';
}

function valuesInWords(parameter: ControlParameter): string {
  switch (parameter.kind) {
    case 'oneOf': return parameter.values.map((value) => `'${value}'`).join(' or ');
    case 'list': return parameter.of.inWords;
    case 'wholeNumber': return `a whole number of ${Object.keys(parameter.limits).join(' or ')}`;
  }
}

/** What a control is narrowed to. */
export interface ScopeValues {
  readonly tagKeys: Value<readonly Value<string>[]>;
  readonly resourceTypes: Value<readonly Value<string>[]>;
  readonly resourceIds: Value<readonly Value<string>[]>;
}

/** What the reader of a message calls the properties. */
export interface ScopeNames {
  readonly tagKeys: string;
  readonly resourceTypes: string;
  readonly resourceIds: string;
}

export function scopeProblems(control: AuditControlCapability, scope: ScopeValues, names: ScopeNames): string[] {
  return [
    ...partProblems(control, 'tags', names.tagKeys, elementsOf(scope.tagKeys), LIMITS.tagsPerControlScope),
    ...partProblems(control, 'resource', names.resourceIds, elementsOf(scope.resourceIds), LIMITS.resourceIdsPerControlScope),
    ...typeProblems(control, scope, names),
  ];
}

function partProblems(
  control: AuditControlCapability, kind: ControlScopeKind, name: string, elements: readonly Value<string>[], limit: Limit,
): string[] {
  if (elements.length === 0 || control.scopes.includes(kind)) { return rangeProblems(name, elements.length, limit).map(String); }
  return [`'${name}' cannot be used with the control ${control.name}, got ${count(elements.length, limit.unit)}: `
    + `narrow it by ${scopesInWords(control)}`];
}

function typeProblems(control: AuditControlCapability, scope: ScopeValues, names: ScopeNames): string[] {
  const types = elementsOf(scope.resourceTypes);
  const problems: string[] = [];
  if (!control.scopes.includes('resourceTypes')) {
    // its own type says nothing new, and the guide's samples state it beside a resource id
    problems.push(...types.filter(isKnown).filter((type) => type !== control.configType).map((type) =>
      `'${names.resourceTypes}' cannot be used with the control ${control.name}, which looks at ${control.configType} only, got '${type}': `
      + `narrow it by ${scopesInWords(control)}`));
  }
  if (elementsOf(scope.resourceIds).length > 0 && scope.resourceTypes !== UNKNOWN && types.length !== 1) {
    problems.push(`'${names.resourceTypes}' must be exactly 1 type where '${names.resourceIds}' is given, got ${types.length}: `
      + 'name the type of that resource');
  }
  return problems;
}

/** Types that no control of Audit Manager evaluates, so that the control finds nothing to report. */
export function scopeWarnings(scope: ScopeValues, names: ScopeNames): string[] {
  return elementsOf(scope.resourceTypes).filter(isKnown)
    .filter((type) => rowsOfResourceType(type).length > 0 && rowsOfResourceType(type).every((row) => certainlyLacks(row, 'auditManager')))
    .map((type) => `'${names.resourceTypes}' has '${type}', which AWS Backup Audit Manager does not evaluate: leave it out`);
}

function elementsOf(list: Value<readonly Value<string>[]>): readonly Value<string>[] {
  return isKnown(list) ? list : [];
}

function scopesInWords(control: AuditControlCapability): string {
  const inWords: Record<ControlScopeKind, string> = { tags: 'a tag', resourceTypes: 'resource types', resource: 'one resource id' };
  return control.scopes.map((kind) => inWords[kind]).join(' or ');
}

/** A framework of controls. */
export interface FrameworkValues {
  readonly name: Value<string>;
  readonly description: Value<string>;
  readonly controls: Value<number>;
}

/** What the reader of a message calls the properties. */
export interface FrameworkNames {
  readonly name: string;
  readonly description: string;
  readonly controls: string;
}

export function frameworkProblems({ name, description, controls }: FrameworkValues, names: FrameworkNames): string[] {
  return [
    ...nameProblems(names.name, name, NAMES.framework).map(String),
    ...isKnown(description) ? rangeProblems(names.description, description.length, LIMITS.frameworkDescription).map(String) : [],
    ...isKnown(description) && /^\s+$/.test(description) ? [`'${names.description}' must not be blank, got '${description}': leave it out`] : [],
    ...rangeProblems(names.controls, controls, LIMITS.controlsPerFramework).map(String),
  ];
}

/** Warnings only, of all frameworks of an account in a Region: AWS raises both quotas on request. */
export function frameworkQuotaWarnings(frameworks: Value<number>, controls: Value<number>): string[] {
  return [[frameworks, LIMITS.frameworksPerRegion] as const, [controls, LIMITS.controlsPerRegion] as const].flatMap(([value, limit]) =>
    (isKnown(value) && value > limit.max
      ? [`the account has ${count(value, limit.unit)} in this Region, more than the default quota of ${limit.max}: `
        + 'have AWS raise it, or leave some out']
      : []));
}
