import type { Frame } from './frame';
import { type TemplateObject, isTemplateObject, templateObject, own } from './json';
import { type Scope, once } from './scope';
import type { Answer } from '../../values/answer';
import { UNKNOWN, isKnown } from '../../values/unknown';
import type { Part, Reference, Text } from '../text/text';

/** A condition in terms of variables that are unknown before deployment. */
export type Formula =
  | boolean
  | { readonly is: Variable; readonly value: string }
  | { readonly not: Formula }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] };

/** The value of a parameter, or a comparison that cannot be resolved and is either true or false. */
export interface Variable {
  readonly key: string;
  /** The values that the variable certainly has; `undefined` if there might be others. */
  readonly allowed?: readonly string[];
}

/** The value of each variable, by key. */
export type Case = ReadonlyMap<string, string>;

/** A value that no template compares with. */
const OTHER = '\uFFFF';
const TRUE = 'true';

/** Whether a formula is true in a case of its variables. */
export function isTrueIn(formula: Formula, values: Case): boolean {
  if (typeof formula === 'boolean') { return formula; }
  if ('not' in formula) { return !isTrueIn(formula.not, values); }
  if ('all' in formula) { return formula.all.every((each) => isTrueIn(each, values)); }
  if ('any' in formula) { return formula.any.some((each) => isTrueIn(each, values)); }
  return values.get(formula.is.key) === formula.value;
}

/** A value, and when it is the value. */
export interface Choice {
  readonly value: string;
  readonly when: Formula;
}

/** The few values that a text can have, because its parameters have `AllowedValues`. `undefined` if it might have others, or too many. */
export function choicesOf(text: Text, { all }: Scope): readonly Choice[] | undefined {
  const variables = text.parts.filter((part) => typeof part !== 'string').map((part) => listed(part, all));
  if (variables.length === 0 || !variables.every((variable) => variable !== undefined)) { return undefined; }
  return casesOf(variables.map((is) => ({ is, value: is.allowed[0] })))?.map((each) => ({
    value: text.parts.map((part) => (typeof part === 'string' ? part : each.get((part as Reference).key)!)).join(''),
    when: { all: variables.map((is) => ({ is, value: each.get(is.key)! })) },
  }));
}

/** A parameter with `AllowedValues`. */
function listed(part: Part, all: readonly Scope[]): Required<Variable> | undefined {
  const allowed = isParameter(part) ? allowedValuesOf(part, all) : undefined;
  return allowed && { key: (part as Reference).key, allowed };
}

/** The answer if it is the same in every case. */
export function answerOf(formula: Formula): Answer {
  const answers = new Set(casesOf([formula])?.map((each) => isTrueIn(formula, each)));
  return answers.size === 1 ? answers.has(true) : UNKNOWN;
}

/** A template has few conditions that decide about one resource. */
const MOST_CASES = 64;
const MOST_COMPARISONS = 64;

/** Every case of the variables in formulas. `undefined` if there are too many. */
export function casesOf(formulas: readonly Formula[]): readonly Case[] | undefined {
  const domains = new Map<string, Set<string>>();
  for (const { is: { key, allowed }, value } of formulas.flatMap(comparisonsIn)) {
    const domain = domains.get(key) ?? new Set(allowed ?? [OTHER]);
    if (!allowed) { domain.add(value); }
    domains.set(key, domain);
  }
  let cases: Case[] = [new Map()];
  for (const [key, domain] of domains) {
    if (cases.length * domain.size > MOST_CASES) { return undefined; }
    cases = cases.flatMap((each) => [...domain].map((value) => new Map([...each, [key, value]])));
  }
  return cases;
}

function comparisonsIn(formula: Formula): readonly Extract<Formula, { readonly is: Variable }>[] {
  if (typeof formula === 'boolean') { return []; }
  if ('not' in formula) { return comparisonsIn(formula.not); }
  if ('is' in formula) { return [formula]; }
  return ('all' in formula ? formula.all : formula.any).flatMap(comparisonsIn);
}

/** The formula of a named condition. */
export function formulaOf(name: string, frame: Frame): Formula {
  return once<Formula>(frame.scope, `formula ${name}`, opaque(name, frame.scope), () => {
    const formula = read(own(frame.scope.conditions, name), frame.deeper, name, frame.scope);
    return comparisonsIn(formula).length > MOST_COMPARISONS ? opaque(name, frame.scope) : formula;
  });
}

function read(raw: unknown, frame: Frame | undefined, name: string, scope: Scope): Formula {
  const [[operator, argument] = [], ...others] = isTemplateObject(raw) ? Object.entries(raw) : [];
  if (!frame || others.length > 0) { return opaque(name, scope); }
  if (operator === 'Condition' && typeof argument === 'string') { return formulaOf(argument, frame); }
  if (!Array.isArray(argument) || argument.length === 0) { return opaque(name, scope); }
  const inner = () => argument.map((each, index) => read(each, frame.deeper, `${name}\0${index}`, scope));
  switch (operator) {
    case 'Fn::Equals': return comparison(argument, frame, name);
    case 'Fn::Not': return { not: inner()[0] };
    case 'Fn::And': return { all: inner() };
    case 'Fn::Or': return { any: inner() };
    default: return opaque(name, scope);
  }
}

function comparison([one, other]: readonly unknown[], frame: Frame, name: string): Formula {
  const { scope } = frame;
  const left = frame.text(one);
  const right = frame.text(other);
  if (!isKnown(left) || !isKnown(right)) { return opaque(name, scope); }
  if (left.literal !== undefined && right.literal !== undefined) { return left.literal === right.literal; }
  if (left.key !== undefined && left.key === right.key) { return true; }
  return ofParameter(left, right, scope) ?? ofParameter(right, left, scope) ?? opaque(name, scope);
}

function ofParameter(variable: Text, value: Text, { all }: Scope): Formula | undefined {
  const [part, ...others] = variable.parts;
  if (others.length > 0 || !isParameter(part) || value.literal === undefined) { return undefined; }
  const allowed = allowedValuesOf(part, all);
  if (allowed && !allowed.includes(value.literal)) { return false; }
  return { is: { key: part.key, ...allowed && { allowed } }, value: value.literal };
}

function isParameter(part: Part): part is Reference {
  return typeof part === 'object' && part.kind === 'parameter';
}

function allowedValuesOf({ key, name }: Reference, all: readonly Scope[]): readonly string[] | undefined {
  const scope = all[Number(key.split(' ')[0])] as Scope | undefined;
  return scope && allowedValues(templateObject(own(scope.parameters, name)));
}

/**
 * Only for strings: a number can be written in several ways, and the value of a Systems Manager parameter is not what the list restricts.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
function allowedValues({ Type: type, AllowedValues: values }: TemplateObject): readonly string[] | undefined {
  const isList = Array.isArray(values) && values.length > 0 && values.every((each) => typeof each === 'string');
  return type === 'String' && isList ? values as readonly string[] : undefined;
}

/** A comparison of its own, which is either true or false in a deployment. */
function opaque(name: string, { index }: Scope): Formula {
  return { is: { key: `? ${index} ${name}`, allowed: [TRUE, 'false'] }, value: TRUE };
}
