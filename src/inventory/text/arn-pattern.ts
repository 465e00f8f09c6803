import { Arn, isPiece } from './arn';
import type { Part, Reference, Text } from './text';
import { UNKNOWN_CHARACTER } from './text';
import type { Answer } from '../../values/answer';
import { UNKNOWN } from '../../values/unknown';
import { isLike } from '../../values/wildcards';

/** An ARN of a selection, in which `*` stands for anything. */
export class ArnPattern {
  public readonly arn: Arn;
  /** `*` alone: every resource of the account and Region. */
  public readonly takesAll: boolean;
  public readonly hasWildcard: boolean;
  private knownTokens?: readonly Token[];

  constructor(text: Text) {
    this.arn = new Arn(text);
    this.takesAll = text.literal === '*';
    this.hasWildcard = text.parts.some((part) => typeof part === 'string' && part.includes('*'));
  }

  /** CloudFormation can choose any name except the name of another resource. */
  public matches(arn: Arn): Answer {
    if (this.takesAll) { return true; }
    if (this.arn.inAnotherPartitionThan(arn)) { return false; }
    if (this.arn.key !== undefined && isLike(arn.body, this.arn.body)) { return true; }
    if (this.arn.isLiteral && arn.isLiteral) { return false; }
    if (this.arn.service !== undefined && arn.service !== undefined && this.arn.service !== arn.service) { return false; }
    return canBeEqual(...withoutCommonEnds(this.tokens, tokensOf(arn.parts, false))) ? UNKNOWN : false;
  }

  /** Most patterns name one resource and are looked up, never matched. */
  private get tokens(): readonly Token[] {
    return this.knownTokens ??= tokensOf(this.arn.parts, true);
  }
}

/** A character, a piece of an ARN that a deployment tells, or `undefined` for any characters. */
type Token = string | Reference | undefined;

function tokensOf(parts: readonly Part[], wildcards: boolean): Token[] {
  return parts.flatMap<Token>((part) => {
    if (typeof part === 'string') { return [...part].map((character) => (wildcards && character === '*' ? undefined : character)); }
    return [isPiece(part) ? part as Reference : undefined];
  });
}

/** What is equal at both ends decides nothing, and is most of it. */
function withoutCommonEnds(one: readonly Token[], other: readonly Token[]): [readonly Token[], readonly Token[]] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && typeof one[start] === 'string' && one[start] === other[start]) { start++; }
  let end = 0;
  while (end < shorter - start && typeof one[one.length - 1 - end] === 'string' && one[one.length - 1 - end] === other[other.length - 1 - end]) { end++; }
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** Whether there is a string that both can stand for. */
function canBeEqual(one: readonly Token[], other: readonly Token[]): boolean {
  let row = [true, ...other.map(() => false)];
  for (let j = 1; j <= other.length; j++) { row[j] = row[j - 1] && other[j - 1] === undefined; }
  for (const left of one) {
    const next = [left === undefined && row[0]];
    for (let j = 1; j <= other.length; j++) {
      const right = other[j - 1];
      next.push((row[j - 1] && agree(left, right))
        || (row[j] && (left === undefined || goesOnOver(right, left)))
        || (next[j - 1] && (right === undefined || goesOnOver(left, right))));
    }
    if (!next.includes(true)) { return false; }
    row = next;
  }
  return row[other.length];
}

function agree(left: Token, right: Token): boolean {
  if (left === undefined || right === undefined) { return true; }
  if (typeof left === 'string') { return typeof right === 'string' ? left === right : isNoDelimiter(left); }
  if (typeof right === 'string') { return isNoDelimiter(right); }
  return left.key === right.key || left.kind !== 'resource' || right.kind !== 'resource';
}

/** Whether a token that has begun can go on over another. */
function goesOnOver(begun: Token, other: Token): boolean {
  if (begun === undefined) { return true; }
  return typeof begun !== 'string' && typeof other === 'string' && isNoDelimiter(other);
}

function isNoDelimiter(character: string): boolean {
  return character !== ':' && character !== '/' && character !== UNKNOWN_CHARACTER;
}
