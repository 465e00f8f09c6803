import type { Perhaps } from './document';
import { type Context, contextValues } from './request';
import type { Answer } from '../values/answer';
import type { Written } from '../values/fragments';
import { type Effort, type Token, MANY, ONE, canBeEqual, certainlyMatches, tokensOf } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/** A value of a policy with its variables replaced. `undefined` if the request has no value for a variable. */
export type Pattern = readonly Token[] | undefined;

/** In characters. Longer values are unknown. ARNs of resources have at most a few hundred. */
const LONGEST = 1024;

const VARIABLE = /\$\{([^}]*)\}/;
const DEFAULTED = /^\s*([^,\s]+)\s*,\s*'([^']*)'\s*$/;

/**
 * @param variables whether `${…}` are variables
 * @param wildcards whether `*` and `?` stand for other characters
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternOf(written: Written, wildcards: boolean, variables: Perhaps<boolean>, context: Context): Pattern {
  if (lengthOf(written) > LONGEST) { return [UNKNOWN]; }
  const plain = tokensOf(written, wildcards ? '*?' : '');
  // an unknown value can close a variable, or open one after a dollar sign
  const hasVariables = typeof written === 'string' ? VARIABLE.test(written) : written.parts.some((part) => typeof part === 'string' && part.includes('$'));
  if (variables === false || !hasVariables) { return plain; }
  if (variables === UNKNOWN || typeof written !== 'string') { return [UNKNOWN]; }
  const pieces = written.split(VARIABLE).map((piece, index) => (index % 2 === 0 ? tokensOf(piece, wildcards ? '*?' : '') : variable(piece, context)));
  return pieces.every((piece) => piece !== undefined) ? pieces.flat() : undefined;
}

/** `${*}`, `${?}` and `${$}` are these characters. */
function variable(name: string, context: Context): readonly Token[] | undefined {
  if (name === '*' || name === '?' || name === '$') { return [name]; }
  const [, key, otherwise] = DEFAULTED.exec(name) ?? [undefined, name.trim(), undefined];
  const values = contextValues(context, key);
  if (values === undefined) { return otherwise === undefined ? undefined : tokensOf(otherwise, ''); }
  if (values === UNKNOWN || values.length !== 1 || values[0] === UNKNOWN) { return [UNKNOWN]; }
  return patternTokens(values[0]);
}

/** Whether a pattern matches a text. Both can have unknown parts. */
export function matches(pattern: readonly Token[], text: readonly Token[], effort?: Effort): Answer {
  if (certainlyMatches(pattern, text, effort)) { return true; }
  if (pattern.every(isFixed) && text.every(isFixed)) { return false; }
  return canBeEqual(pattern, text, effort) ? UNKNOWN : false;
}

function isFixed(token: Token): boolean {
  return typeof token === 'string' || token === MANY || token === ONE;
}

/** The tokens of a text with unknown parts, or one token that matches anything. */
export function patternTokens(written: Perhaps<Written>): readonly Token[] {
  return written === UNKNOWN || lengthOf(written) > LONGEST ? [UNKNOWN] : tokensOf(written, '');
}

function lengthOf(written: Written): number {
  return typeof written === 'string' ? written.length : written.parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : 1), 0);
}

/** Lowercase, except for unknown parts. */
export function lower(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
}

/** The fields of an ARN. The last contains the rest. */
export function fieldsOf(tokens: readonly Token[], most: number): readonly (readonly Token[])[] {
  const fields: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ':' && fields.length < most) { fields.push([]); } else { fields[fields.length - 1].push(token); }
  }
  return fields;
}

/** Whether a token can contain colons, so that the positions of later fields are unknown. */
export function mayHaveColons(token: Token): boolean {
  return token === UNKNOWN || (typeof token === 'object' && token.kind !== 'resource' && token.kind !== 'pseudo');
}
