import { Token, Tokenization } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { givenLabel, isPlainObject } from './given-values';
import { problemsError } from './problems';
import { isObject } from '../values/is-object';
import { Problem } from '../values/problem';

/**
 * A kind of value that a property accepts. JavaScript passes any value, and the jsii languages pass some that they do not check.
 *
 * Values of the CDK are recognized by the members that are used, because an app can have several copies of a package.
 */
export interface Kind<T, Required extends boolean = false> {
  /** Such as `a Duration`. */
  readonly what: string;
  /** Whether a value is of this kind. The compiler compares the kind with the type of the property. */
  readonly is: (value: unknown) => value is T;
  /** How to write such a value in place of what was given. */
  readonly fix: (given: unknown) => string;
  /** What is wrong inside a value of this kind. */
  readonly inside?: (name: string, value: T) => Problem[];
  readonly required: Required;
  /** What is wrong if a required value is left out. */
  readonly missing?: (name: string) => Problem[];
}

/** A kind for each property, or for each argument. The compiler reports what is missing. */
export type KindsOf<P> = { readonly [N in keyof P]-?: Kind<NonNullable<P[N]>, undefined extends P[N] ? false : true> };

/** What a value of the library was given of the wrong kind. The construct that receives the value calls this. `of` is the name of the value. */
export type WrongKinds = (of: string) => Problem[];

/** @param fix how to write the value if it is left out */
export function required<T>(kind: Kind<T>, fix?: string): Kind<T, true> {
  const missing = kind.missing ?? ((name: string) => [new Problem('missing', `'${name}' must be set. ${fix ?? kind.fix(undefined)}`, name)]);
  return { ...kind, required: true, missing };
}

/** A string that is read at synthesis, or in which a token is a part. */
export const literalText: Kind<string> = {
  what: 'a string',
  is: (value) => typeof value === 'string',
  fix: () => 'Write it in quotes.',
  required: false,
};

export const text = orToken(literalText);

export const flag: Kind<boolean> = {
  what: 'true or false',
  is: (value) => typeof value === 'boolean',
  fix: () => 'Write one of them, without quotes.',
  required: false,
};

/** A value of a class of the library, which carries what it was given. */
export function valueOf<T extends { readonly _wrongKinds: WrongKinds }>(
  what: string, member: keyof T & string, example: (given: unknown) => string,
): Kind<T> {
  return {
    what,
    is: (value): value is T => isObject(value) && '_wrongKinds' in value && member in value,
    fix: (given) => `Write ${example(given)}.`,
    inside: (name, value) => value._wrongKinds(name),
    required: false,
  };
}

/** A value that is checked elsewhere. */
export const anything: Kind<any> = { what: 'anything', is: (_value): _value is any => true, fix: () => '', required: false };

export function listOf<T>(kind: Kind<T>): Kind<T[]> {
  return {
    what: 'a list',
    is: (value) => Array.isArray(value),
    fix: () => 'Write it in brackets.',
    inside: (name, list) => Array.from(list, (element, index) => elementProblems(`${name}[${index}]`, element, kind)).flat(),
    required: false,
  };
}

/** The arguments of a parameter that accepts several. */
export function severalOf<T>(kind: Kind<T>): Kind<T[], true> {
  const fix = (given: unknown) => (Array.isArray(given) ? 'Pass each element as a separate argument.' : kind.fix(given));
  return required(listOf({ ...kind, fix }));
}

export function mapOf<T>(kind: Kind<T>): Kind<{ [key: string]: T }> {
  return {
    what: 'an object',
    is: (value): value is { [key: string]: T } => isPlainObject(value),
    fix: () => 'Write it in braces.',
    inside: (name, map) => Object.entries(map).flatMap(([key, value]) => elementProblems(`${name}.${key}`, value, kind)),
    required: false,
  };
}

/** A value that is only written to the template, so that JavaScript can pass a token in its place. */
export function orToken<T>(kind: Kind<T>): Kind<T> {
  return {
    ...kind,
    is: (value): value is T => kind.is(value) || Tokenization.isResolvable(value),
    inside: (name, value) => (Tokenization.isResolvable(value) ? [] : kind.inside?.(name, value) ?? []),
  };
}

/** A member of an enum, or a token for it. */
export function oneOf<T extends string>(name: string, members: { readonly [name: string]: T }): Kind<T> {
  const values: readonly unknown[] = Object.values(members);
  return {
    what: `a member of ${name}`,
    is: (value): value is T => values.includes(value) || text.is(value) && Token.isUnresolved(value),
    fix: (given) => (typeof given === 'string' && Object.hasOwn(members, given) ? `Write ${name}.${given}.` : 'Write one of its members.'),
    required: false,
  };
}

/**
 * The props of a constructor or a factory. Users know their properties by name, so that `lock.props.minRetention` is `lock.minRetention`.
 *
 * An instance of a class counts if it has one of the properties, so that no other value passes as an object that sets nothing.
 */
export function struct<P extends object>(kinds: KindsOf<P>): Kind<P> {
  const names = Object.keys(kinds);
  return {
    what: 'an object',
    is: (value): value is P => isPlainObject(value) || (isObject(value) && names.some((name) => name in value)),
    fix: () => 'Write its properties in braces.',
    inside: (name, value) => kindProblems(ownerOf(name), value, kinds),
    required: false,
    missing: (name) => {
      const problems = kindProblems(ownerOf(name), {} as P, kinds);
      return problems.length > 0 ? problems : [new Problem('missing', `'${name}' must be set. Write its properties in braces.`, name)];
    },
  };
}

/** The values that are of the wrong kind. */
export function kindProblems<P extends object>(of: string, given: P, kinds: KindsOf<P>): Problem[] {
  const prefix = of === '' ? '' : `${of}.`;
  const problems: Problem[] = [];
  for (const name in kinds) {
    const [value, kind] = [given[name], kinds[name]];
    if (value === undefined && !kind.required) { continue; }
    problems.push(...value === undefined ? kind.missing!(`${prefix}${name}`) : elementProblems(`${prefix}${name}`, value, kind));
  }
  return problems;
}

/** The same, for a value that carries what it was given. */
export function wrongKinds<P extends object>(given: P, kinds: KindsOf<P>): WrongKinds {
  return (of) => kindProblems(of, given, kinds);
}

/**
 * Reports the arguments of a constructor or a method that are of the wrong kind. The constructor of a construct calls it before the construct is
 * added to the tree.
 *
 * @throws one error that lists them
 */
export function expectKinds<A extends object>(subject: string, given: A, kinds: KindsOf<A>): void {
  const problems = kindProblems('', given, kinds);
  if (problems.length > 0) { throw problemsError(withPath(subject, given), problems); }
}

function ownerOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

function withPath(subject: string, { scope, id }: { readonly scope?: unknown; readonly id?: unknown }): string {
  const path = [Construct.isConstruct(scope) ? scope.node.path : '', typeof id === 'string' ? id : ''].filter((part) => part !== '').join('/');
  return path === '' ? subject : `${subject} '${path}'`;
}

function elementProblems<T>(name: string, value: unknown, kind: Kind<T, boolean>): Problem[] {
  if (!kind.is(value)) {
    const fix = value === null && !kind.required ? 'Leave it out.' : kind.fix(value);
    return [new Problem('wrong-kind', `'${name}' must be ${kind.what}, got ${givenLabel(value)}. ${fix}`, name)];
  }
  return kind.inside?.(name, value) ?? [];
}
