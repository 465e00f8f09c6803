import { partitionOf } from '../../capabilities/regions';
import { isVerified } from '../../capabilities/source';
import type { LengthForm, PatternForm, ValueForm } from '../../capabilities/value-forms';
import { type Fragments, type Reference, isPiece } from '../../values/fragments';
import { type Token, MANY, canBeEqual, tokensOf } from '../../values/possible-matches';
import { Problem } from '../../values/problem';
import { newRegionWarnings } from '../environment/region-names';

/** A value that AWS certainly rejects because of its form. */
export function formProblems(name: string, value: Fragments, form: ValueForm): Problem[] {
  return isVerified(form) && !canHave(value, form) ? [ofForm(`'${name}' must be`, value, form)] : [];
}

/** The same, of a name in an object whose names the template chooses. */
export function nameFormProblems(object: string, name: Fragments, form: ValueForm): Problem[] {
  return isVerified(form) && !canHave(name, form) ? [ofForm(`a name in '${object}' must be`, name, form).ofElement('name')] : [];
}

/** A value that AWS might accept, and that is probably a mistake. */
export function formWarnings(name: string, value: Fragments, form: ValueForm): Problem[] {
  const doubtful = isVerified(form) ? canHave(value, form) && !isAdvised(value, form) : !canHave(value, form);
  if (doubtful) { return [ofForm(`'${name}' should be`, value, form)]; }
  const literal = literalOf(value);
  return form.kind === 'region' && literal !== undefined && !form.or?.includes(literal) ? newRegionWarnings(`'${name}' should name`, literal) : [];
}

function ofForm(rule: string, value: Fragments, { label, fix }: ValueForm): Problem {
  return new Problem('form', `${rule} ${label}, got '${value.toString()}'. ${fix}`);
}

function canHave(value: Fragments, form: ValueForm): boolean {
  const literal = literalOf(value);
  if (form.or?.some((word) => canBeWord(value, word))) { return true; }
  switch (form.kind) {
    case 'pattern': return literal === undefined ? mayMatch(value, form) : form.pattern.test(literal);
    case 'region': return literal === undefined || partitionOf(literal) !== undefined;
    case 'length': return literal === undefined || isWithin(literal, form);
  }
}

const FIELD: Reference = { kind: 'pseudo', key: 'field', name: 'field' };
const WILDCARDS: Readonly<Record<string, Token>> = { '+': FIELD, '*': MANY };

function tokensLike(pattern: string): Token[] {
  return Array.from(pattern, (character) => WILDCARDS[character] ?? character);
}

/** No account, Region, or resource has such a word as its name. */
function canBeWord(value: Fragments, word: string): boolean {
  return !value.parts.some(isPiece) && canBeEqual(tokensOf(word, ''), tokensOf(value, ''));
}

/** Unknown parts might be anything that the rest of the value allows. */
function mayMatch(value: Fragments, { like, characters }: PatternForm): boolean {
  return canBeEqual(tokensLike(like), tokensOf(value, '')) && value.parts.every((part) => typeof part !== 'string' || characters?.test(part) !== false);
}

function isWithin(literal: string, { limit: { min = 0, max = Infinity }, reserved }: LengthForm): boolean {
  const { length } = Array.from(literal);
  return length >= min && length <= max && reserved?.test(literal) !== true;
}

function isAdvised(value: Fragments, form: ValueForm): boolean {
  const literal = literalOf(value);
  return form.kind !== 'pattern' || literal === undefined || form.advised?.test(literal) !== false;
}

function literalOf({ parts }: Fragments): string | undefined {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}
