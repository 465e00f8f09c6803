import { type Reference, type Written, isPiece } from './fragments';
import { UNKNOWN } from './unknown';
import { matchesPattern } from './wildcards';

/** Any characters: the wildcard `*`. */
export const MANY: unique symbol = Symbol('many');
/** Any one character: the wildcard `?`. */
export const ONE: unique symbol = Symbol('one');

/** One character, a value that is known only at deployment, or a wildcard. */
export type Token = string | Reference | typeof MANY | typeof ONE | typeof UNKNOWN;

const WILDCARDS: Readonly<Record<string, typeof MANY | typeof ONE>> = { '*': MANY, '?': ONE };

/** @param wildcards the characters that are wildcards */
export function tokensOf(written: Written, wildcards: '' | '*' | '*?'): Token[] {
  if (typeof written === 'string') { return fixedTokens(written, wildcards); }
  return written.parts.flatMap<Token>((part) => {
    if (typeof part !== 'string') { return part !== UNKNOWN && part.generated ? generatedName(part) : [part]; }
    return fixedTokens(part, wildcards);
  });
}

function fixedTokens(text: string, wildcards: '' | '*' | '*?'): Token[] {
  const characters = charactersOf(text);
  return wildcards === '' ? characters : characters.map((character) => (wildcards.includes(character) ? WILDCARDS[character] : character));
}

/** Nearly all texts have no characters of two code units. */
function charactersOf(text: string): string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text.split('');
}

/** A name without two hyphens therefore differs from it. */
function generatedName({ generated, ...part }: Reference): Token[] {
  const [stack, id, random] = ['stack', 'id', 'random'].map((piece) => ({ ...part, key: `${part.key} ${piece}` }));
  return [stack, '-', id, '-', random];
}

/** Whether a pattern matches a text in every deployment: equal references match, and only `*` matches unknown values. */
export function certainlyMatches(pattern: readonly Token[], text: readonly Token[], effort?: Effort): boolean {
  return matchesPattern(pattern, text, (token) => token === MANY, isSame, effort && ((count) => { effort.spend(count); }));
}

/** The largest number of comparisons of two tokens, which need about a second. Thousands of long names with many wildcards would need minutes. */
const MOST_COMPARISONS = 100_000_000;

/** The comparisons that are left, of one call or of several. */
export class Effort {
  private left = MOST_COMPARISONS;
  private refused = false;

  /** Whether so many are left. */
  public allows(count: number): boolean {
    const isAllowed = count <= this.left;
    this.refused ||= !isAllowed;
    return isAllowed;
  }

  /** Whether an answer needed more than was left, and is unknown therefore. */
  public get isExceeded(): boolean {
    return this.refused;
  }

  public spend(count: number) {
    this.left -= count;
  }
}

/** Whether one string can match both. True if an answer needs more effort than is left. */
export function canBeEqual(one: readonly Token[], other: readonly Token[], effort = new Effort()): boolean {
  const [start, end] = commonEnds(one, other);
  const [first, second] = [one.length - start - end, other.length - start - end];
  effort.spend(start + end);
  return !effort.allows(first * second) || overlap(one.slice(start, start + first), other.slice(start, start + second), effort);
}

/** Equal beginnings and ends do not change the result, and are usually most of the text. */
function commonEnds(one: readonly Token[], other: readonly Token[]): [start: number, end: number] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && typeof one[start] === 'string' && one[start] === other[start]) { start++; }
  let end = 0;
  while (end < shorter - start && typeof one[one.length - 1 - end] === 'string' && one[one.length - 1 - end] === other[other.length - 1 - end]) { end++; }
  return [start, end];
}

function overlap(one: readonly Token[], other: readonly Token[], effort: Effort): boolean {
  const count = other.length;
  let row = new Array<boolean>(count + 1).fill(false);
  let next = new Array<boolean>(count + 1).fill(false);
  row[0] = true;
  for (let j = 1; j <= count; j++) { row[j] = row[j - 1] && isOpen(other[j - 1]); }
  for (const left of one) {
    effort.spend(count + 1);
    const isOpenLeft = isOpen(left);
    next[0] = isOpenLeft && row[0];
    let some = next[0];
    for (let j = 1; j <= count; j++) {
      const right = other[j - 1];
      if (isOpenLeft) {
        next[j] = row[j - 1] || row[j] || next[j - 1];
      } else if (typeof left === 'string' && typeof right === 'string') { // nearly all
        next[j] = row[j - 1] && left === right;
      } else {
        next[j] = (row[j - 1] && agree(left, right))
          || (row[j] && goesOnOver(right, left))
          || (next[j - 1] && (isOpen(right) || goesOnOver(left, right)));
      }
      some ||= next[j];
    }
    if (!some) { return false; }
    [row, next] = [next, row];
  }
  return row[count];
}

function isSame(pattern: Token, text: Token): boolean {
  if (pattern === ONE) { return typeof text === 'string'; }
  if (typeof pattern === 'string' || typeof text === 'string') { return pattern === text; }
  return typeof pattern === 'object' && typeof text === 'object' && pattern.key === text.key;
}

/** Whether it can stand for any number of characters, including none. */
function isOpen(token: Token): boolean {
  return token === MANY || token === UNKNOWN || (typeof token === 'object' && !isPiece(token));
}

function agree(left: Token, right: Token): boolean {
  if (isOpen(left) || isOpen(right) || left === ONE || right === ONE) { return true; }
  if (typeof left === 'string') { return typeof right === 'string' ? left === right : isNoDelimiter(left); }
  if (typeof right === 'string') { return isNoDelimiter(right); }
  const [one, other] = [left as Reference, right as Reference];
  return one.key === other.key || one.kind !== 'resource' || other.kind !== 'resource';
}

/** Whether a token that has begun can continue over another. */
function goesOnOver(begun: Token, other: Token): boolean {
  if (isOpen(begun)) { return true; }
  return typeof begun === 'object' && (other === ONE || typeof other === 'string' && isNoDelimiter(other));
}

function isNoDelimiter(character: string): boolean {
  return character !== ':' && character !== '/';
}
