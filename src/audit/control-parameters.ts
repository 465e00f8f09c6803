import type { Duration } from 'aws-cdk-lib';
import { Fn, Token, Tokenization } from 'aws-cdk-lib';
import { inDays, inHoursOrDays, inMinutes, knownOf } from '../cdk/measures';
import type { Measure } from '../cdk/measures';
import type { ParameterValue } from '../validation/audit/controls';
import type { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';

/** A parameter of a control. AWS accepts only strings. */
export interface ControlParameter {
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
export type ReadParameters = (problems: Problem[]) => ControlParameter[];

export function days(name: string, property: string, given: Duration | undefined): ReadParameters {
  return (problems) => number(name, property, inDays(property, given, problems));
}

export function minutes(name: string, property: string, given: Duration | undefined): ReadParameters {
  return (problems) => number(name, property, inMinutes(property, given, problems));
}

export function hoursOrDays(names: { readonly unit: string; readonly value: string }, property: string, given: Duration | undefined): ReadParameters {
  return (problems) => {
    if (given === undefined) { return []; }
    const measure = inHoursOrDays(property, given, problems);
    return [{ name: names.unit, property, value: measure.unit, rendered: measure.unit }, ...number(names.value, property, measure)];
  };
}

/** AWS accepts a list as one string with commas. An empty list is left out. */
export function list(name: string, property: string, given: string[] | undefined): ReadParameters {
  return () => {
    if (given === undefined) { return []; }
    if (Token.isUnresolved(given)) { return [{ name, property, value: UNKNOWN, rendered: Fn.join(',', given) }]; }
    return given.length === 0 ? [] : [{ name, property, value: given.map((element) => knownOf(element)), rendered: given.join(',') }];
  };
}

export function all(...readers: ReadParameters[]): ReadParameters {
  return (problems) => readers.flatMap((read) => read(problems));
}

function number(name: string, property: string, { value, rendered }: Measure): ControlParameter[] {
  return rendered === undefined ? [] : [{
    name,
    property,
    value: isKnown(value) ? String(value) : UNKNOWN,
    rendered: Tokenization.stringifyNumber(rendered),
  }];
}
