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

/** Converts properties into parameters, and adds those that cannot be read to `problems`. */
export type ReadParameters<P> = (props: P, problems: Problem[]) => GivenParameter[];

type With<N extends string, T> = { readonly [P in N]?: T };

export function days<N extends string>(name: string, property: N): ReadParameters<With<N, Duration>> {
  return (props, problems) => number(name, property, inDays(property, props[property], problems));
}

export function minutes<N extends string>(name: string, property: N): ReadParameters<With<N, Duration>> {
  return (props, problems) => number(name, property, inMinutes(property, props[property], problems));
}

export function hoursOrDays<N extends string>(
  names: { readonly unit: string; readonly value: string }, property: N,
): ReadParameters<With<N, Duration>> {
  return (props, problems) => {
    const given = props[property];
    if (given === undefined) { return []; }
    const measure = inHoursOrDays(property, given, problems);
    return [{ name: names.unit, property, value: measure.unit, rendered: measure.unit }, ...number(names.value, property, measure)];
  };
}

/** AWS accepts a list as one string with commas. An empty list is left out. */
export function list<N extends string>(name: string, property: N): ReadParameters<With<N, string[]>> {
  return (props) => {
    const given = props[property];
    if (given === undefined) { return []; }
    if (Token.isUnresolved(given)) { return [{ name, property, value: UNKNOWN, rendered: Fn.join(',', given) }]; }
    return given.length === 0 ? [] : [{ name, property, value: given.map((element) => knownOf(element)), rendered: given.join(',') }];
  };
}

export function all<P>(...readers: ReadParameters<P>[]): ReadParameters<P> {
  return (props, problems) => readers.flatMap((read) => read(props, problems));
}

function number(name: string, property: string, { value, rendered }: Measure): GivenParameter[] {
  return rendered === undefined ? [] : [{
    name,
    property,
    value: isKnown(value) ? String(value) : UNKNOWN,
    rendered: Tokenization.stringifyNumber(rendered),
  }];
}
