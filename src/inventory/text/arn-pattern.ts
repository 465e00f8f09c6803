import { Arn } from './arn';
import type { Text } from './text';
import type { Answer } from '../../values/answer';
import { type Token, Effort, canBeEqual, tokensOf } from '../../values/possible-matches';
import { UNKNOWN } from '../../values/unknown';
import { isLike } from '../../values/wildcards';

/** In characters. Time does not matter for shorter texts, and ARNs of resources are shorter. */
const LONG = 512;

/** In comparisons: what each pair costs in addition to its characters. */
const PAIR = 10;

/** An ARN of a selection, in which `*` stands for anything. */
export class ArnPattern {
  public readonly arn: Arn;
  /** Equal for equal patterns. */
  public readonly identity: string;
  /** `*` alone, or of every ARN: every resource of the account and Region. */
  public readonly matchesAll: boolean;
  public readonly hasWildcard: boolean;
  private knownTokens?: readonly Token[];

  constructor(text: Text) {
    this.arn = new Arn(text);
    this.identity = text.encoded;
    this.matchesAll = text.literal === '*' || text.literal === 'arn:*';
    this.hasWildcard = text.parts.some((part) => typeof part === 'string' && part.includes('*'));
  }

  /**
   * CloudFormation can choose any name except the name of another resource.
   *
   * @param effort the comparisons that are left for several calls. Without them, the answer is unknown.
   */
  public matches(arn: Arn, effort = new Effort()): Answer {
    if (this.matchesAll) { return true; }
    if (!effort.allows(PAIR)) { return UNKNOWN; }
    effort.spend(PAIR);
    if (this.arn.inAnotherPartitionThan(arn)) { return false; }
    const [length, ownLength] = [arn.body.length, this.arn.body.length];
    if (Math.max(length, ownLength) > LONG) {
      if (!effort.allows(length * ownLength)) { return UNKNOWN; }
      effort.spend(length * ownLength);
    }
    if (this.arn.key !== undefined && isLike(arn.body, this.arn.body, undefined, (count) => { effort.spend(count); })) { return true; }
    if (this.arn.isLiteral && arn.isLiteral) { return false; }
    if (this.arn.service !== undefined && arn.service !== undefined && this.arn.service !== arn.service) { return false; }
    return canBeEqual(this.tokens, arn.tokens, effort) ? UNKNOWN : false;
  }

  /** Most patterns name one resource and are looked up, never matched. */
  private get tokens(): readonly Token[] {
    return this.knownTokens ??= tokensOf({ parts: this.arn.parts }, '*');
  }
}
