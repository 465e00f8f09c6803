import { type Duration, Fn, Token, Tokenization } from 'aws-cdk-lib';
import { inDays, inHoursOrDays, inMinutes, knownOf, type Measure } from '../cdk/measures';
import type { ParameterValue } from '../validation/audit/controls';
import type { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';

/** A parameter of a control. AWS accepts only strings. */
export interface GivenParameter {
  /** The name in the API. */
  readonly name: string;
  /** The property that the user set. */
  readonly property: string;
  /** The value to check. */
  readonly value: ParameterValue;
  /** The value in the template. A token stays a token. */
  readonly rendered: string;
}

/** The parameters that properties become. */
export interface ReadParameters {
  readonly parameters: readonly GivenParameter[];
  /** Why properties cannot be read. */
  readonly problems: readonly Problem[];
}

export type ParameterReader<P> = (props: P) => ReadParameters;

export const NO_PARAMETERS: ReadParameters = { parameters: [], problems: [] };

type With<N extends string, T> = { readonly [P in N]?: T };

export function days<N extends string>(name: string, property: N): ParameterReader<With<N, Duration>> {
  return (props) => number(name, property, inDays(property, props[property]));
}

export function minutes<N extends string>(name: string, property: N): ParameterReader<With<N, Duration>> {
  return (props) => number(name, property, inMinutes(property, props[property]));
}

export function hoursOrDays<N extends string>(
  names: { readonly unit: string; readonly value: string }, property: N,
): ParameterReader<With<N, Duration>> {
  return (props) => {
    const given = props[property];
    if (given === undefined) { return NO_PARAMETERS; }
    const measure = inHoursOrDays(property, given);
    return joined([parameter({ name: names.unit, property, value: measure.unit, rendered: measure.unit }), number(names.value, property, measure)]);
  };
}

/** AWS accepts a list as one string with commas. An empty list is left out. */
export function list<N extends string>(name: string, property: N): ParameterReader<With<N, string[]>> {
  return (props) => {
    const elements = props[property];
    if (elements === undefined) { return NO_PARAMETERS; }
    if (Token.isUnresolved(elements)) { return parameter({ name, property, value: UNKNOWN, rendered: Fn.join(',', elements) }); }
    return elements.length === 0 ? NO_PARAMETERS : parameter({ name, property, value: elements.map((element) => knownOf(element)), rendered: elements.join(',') });
  };
}

export function all<P>(...readers: ParameterReader<P>[]): ParameterReader<P> {
  return (props) => joined(readers.map((read) => read(props)));
}

function number(name: string, property: string, { value, rendered, problems }: Measure): ReadParameters {
  return rendered === undefined ? { parameters: [], problems } : parameter({
    name,
    property,
    value: isKnown(value) ? String(value) : UNKNOWN,
    rendered: Tokenization.stringifyNumber(rendered),
  });
}

function parameter(given: GivenParameter): ReadParameters {
  return { parameters: [given], problems: [] };
}

function joined(read: readonly ReadParameters[]): ReadParameters {
  return { parameters: read.flatMap(({ parameters }) => parameters), problems: read.flatMap(({ problems }) => problems) };
}
