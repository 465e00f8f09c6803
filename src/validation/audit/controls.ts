import type {
  AuditControlCapability, ControlParameter, ControlScopeKind, EnumParameter, ListParameter, WholeNumberParameter,
} from '../../capabilities/audit-controls';
import { type Limit, LIMITS, NAMES } from '../../capabilities/limits';
import { certainlyLacks, rowsOfResourceType } from '../../capabilities/resource-types';
import { isVerified } from '../../capabilities/source';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import { nameProblems, rangeProblems } from '../ranges';

/** As the API accepts it. A list can be given as its elements, so that some of them can be unknown. */
export type ParameterValue = Value<string> | readonly Value<string>[];

/** By the names that AWS gives the parameters. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** What the reader of a message calls the parameters. The default is the name that AWS gives them. */
export type ParameterNames = Readonly<Record<string, string>>;

export function controlParameterProblems(control: AuditControlCapability, values: ParameterValues, names: ParameterNames): Problem[] {
  return control.parameters.flatMap((parameter) => {
    const name = names[parameter.name] ?? parameter.name;
    const value = values[parameter.name];
    if (value === undefined) {
      return parameter.required ? [new Problem('missing', `'${name}' must be set for the control ${control.name}, got none. Set ${valuesLabel(parameter)}.`, parameter.name)] : [];
    }
    return value === UNKNOWN ? [] : valueProblems(parameter, name, value, unitOf(parameter, control, values))
      .map((problem) => problem.about(parameter.name));
  });
}

/** What AWS advises against, and parameters that AWS does not know. Neither is certainly rejected. */
export function controlParameterWarnings(control: AuditControlCapability, values: ParameterValues, names: ParameterNames): Problem[] {
  const known = control.parameters.map((parameter) => parameter.name);
  return [
    ...Object.keys(values).filter((key) => values[key] !== undefined && !known.includes(key)).map((key) => new Problem('unknown',
      `'${names[key] ?? key}' is not a parameter of the control ${control.name}, which has ${known.join(', ') || 'none'}. Leave it out.`, key)),
    ...control.parameters.flatMap((parameter) => {
      const value = values[parameter.name];
      const unit = unitOf(parameter, control, values);
      const least = parameter.kind === 'wholeNumber' && unit ? parameter.advisedMin?.[unit] : undefined;
      return least !== undefined && unit && isWholeNumber(value) && Number(value) < least
        ? [new Problem('advised', `'${names[parameter.name] ?? parameter.name}' should be at least ${count(least, unit)}, got ${count(Number(value), unit)}. Raise it. `
          + 'Otherwise the control might report a resource until the next copy is created.', parameter.name)]
        : [];
    }),
  ];
}

function valueProblems(parameter: ControlParameter, name: string, value: string | readonly Value<string>[], unit: string | undefined): Problem[] {
  switch (parameter.kind) {
    case 'oneOf': return enumProblems(parameter, name, value);
    case 'list': return listProblems(parameter, name, value);
    case 'wholeNumber': return numberProblems(parameter, name, value, unit);
  }
}

function enumProblems(parameter: EnumParameter, name: string, value: string | readonly Value<string>[]): Problem[] {
  return isVerified(parameter) && typeof value === 'string' && !parameter.values.includes(value)
    ? [new Problem('value', `'${name}' must be ${valuesLabel(parameter)}, got '${value}'. Use one of them.`)]
    : [];
}

function numberProblems(
  parameter: WholeNumberParameter, name: string, value: string | readonly Value<string>[], unit: string | undefined,
): Problem[] {
  if (!isWholeNumber(value)) { return [new Problem('number', `'${name}' must be ${valuesLabel(parameter)}, got '${String(value)}'. Write digits only.`)]; }
  const limit = unit === undefined ? undefined : parameter.limits[unit];
  return limit ? rangeProblems(name, Number(value), limit) : [];
}

function listProblems(parameter: ListParameter, name: string, value: string | readonly Value<string>[]): Problem[] {
  // The samples of the guide have white space after the commas
  const elements = typeof value === 'string' ? value.split(',').map((element) => element.trim()).filter((element) => element !== '') : value;
  return [
    ...parameter.limit ? rangeProblems(name, elements.length, parameter.limit) : [],
    ...elements.filter(isKnown).filter((element) => !parameter.of.pattern.test(element))
      .map((element) => new Problem('element', `'${name}' must contain ${parameter.of.label}, got '${element}'. Replace it, or leave it out.`, element)),
  ];
}

/** The unit of a number. Undefined if it is unknown, or if the default of AWS is not certain. */
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

function valuesLabel(parameter: ControlParameter): string {
  switch (parameter.kind) {
    case 'oneOf': return parameter.values.map((value) => `'${value}'`).join(' or ');
    case 'list': return parameter.of.label;
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

export function scopeProblems(control: AuditControlCapability, scope: ScopeValues, names: ScopeNames): Problem[] {
  return [
    ...partProblems(control, 'tags', names.tagKeys, elementsOf(scope.tagKeys), LIMITS.tagsPerControlScope),
    ...partProblems(control, 'resource', names.resourceIds, elementsOf(scope.resourceIds), LIMITS.resourceIdsPerControlScope),
    ...typeProblems(control, scope, names),
  ];
}

function partProblems(
  control: AuditControlCapability, kind: ControlScopeKind, name: string, elements: readonly Value<string>[], limit: Limit,
): Problem[] {
  if (elements.length === 0 || control.scopes.includes(kind)) {
    return rangeProblems(name, elements.length, limit).map((problem) => problem.about(kind));
  }
  return [new Problem('scope', `'${name}' must be left out for the control ${control.name}, got ${count(elements.length, limit.unit)}. `
    + `Narrow it by ${scopesLabel(control)}.`, kind)];
}

function typeProblems(control: AuditControlCapability, scope: ScopeValues, names: ScopeNames): Problem[] {
  const types = elementsOf(scope.resourceTypes);
  const problems: Problem[] = [];
  if (!control.scopes.includes('resourceTypes')) {
    // the guide's samples state the control's own type beside a resource ID
    types.filter(isKnown).filter((type) => type !== control.configType).forEach((type) => problems.push(new Problem('type',
      `'${names.resourceTypes}' must be left out for the control ${control.name}, which evaluates only ${control.configType}, got '${type}'. `
      + `Narrow it by ${scopesLabel(control)}.`, type)));
  }
  if (elementsOf(scope.resourceIds).length > 0 && scope.resourceTypes !== UNKNOWN && types.length !== 1) {
    problems.push(new Problem('one-type', `'${names.resourceTypes}' must be exactly 1 type if '${names.resourceIds}' is set, got ${types.length}. `
      + 'Name the type of that resource.'));
  }
  return problems;
}

/** Types that AWS Backup Audit Manager does not evaluate. A control with only such types never reports anything. */
export function scopeWarnings(scope: ScopeValues, names: ScopeNames): Problem[] {
  return elementsOf(scope.resourceTypes).filter(isKnown)
    .filter((type) => rowsOfResourceType(type).length > 0 && rowsOfResourceType(type).every((row) => certainlyLacks(row, 'auditManager')))
    .map((type) => new Problem('type',
      `'${names.resourceTypes}' should contain types that AWS Backup Audit Manager evaluates, got '${type}'. Leave it out.`, type));
}


function scopesLabel(control: AuditControlCapability): string {
  const label: Record<ControlScopeKind, string> = { tags: 'a tag', resourceTypes: 'resource types', resource: 'one resource ID' };
  return control.scopes.map((kind) => label[kind]).join(' or ');
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

export function frameworkValueProblems({ name, description, controls }: FrameworkValues, names: FrameworkNames): Problem[] {
  return [
    ...nameProblems(names.name, name, NAMES.framework),
    ...descriptionProblems(names.description, description, LIMITS.frameworkDescription),
    ...rangeProblems(names.controls, controls, LIMITS.controlsPerFramework),
  ];
}

/** The description of a framework or of a report plan. */
export function descriptionProblems(name: string, description: Value<string>, limit: Limit): Problem[] {
  if (!isKnown(description)) { return []; }
  return [
    ...rangeProblems(name, description.length, limit),
    .../^\s+$/.test(description) ? [new Problem('blank', `'${name}' must not be blank, got '${description}'. Leave it out.`)] : [],
  ];
}

/** Quotas of an account in a Region. They are warnings, because AWS raises both on request. */
export function frameworkQuotaWarnings(frameworks: Value<number>, controls: Value<number>): Problem[] {
  return [['frameworks', frameworks, LIMITS.frameworksPerRegion] as const, ['controls', controls, LIMITS.controlsPerRegion] as const].flatMap(([entry, value, limit]) =>
    (isKnown(value) && value > limit.max
      ? [new Problem('quota', `The account should have at most ${count(limit.max, limit.unit)} in this Region (the default quota), got ${count(value, limit.unit)}. `
        + 'Request a higher quota from AWS, or leave some out.', entry)]
      : []));
}
