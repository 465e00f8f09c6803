import { type WrongKinds, required, text, wrongKinds } from '../cdk/kinds';
import { knownOf } from '../cdk/measures';
import type { TagTest } from '../validation/selection/tag-conditions';

const TAG_VALUE = { key: required(text), value: required(text) };
const TAG_PATTERN = { key: required(text), pattern: required(text) };

/**
 * A condition on the tags of a resource. Keys and values are case-sensitive. Use the tag key without a prefix.
 *
 * @example
 * const conditions = [TagCondition.equalTo('backup', 'gold'), TagCondition.notEquals('stage', 'sandbox')];
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export class TagCondition {
  /** The tag has this value. */
  public static equalTo(key: string, value: string): TagCondition {
    return new TagCondition('StringEquals', key, value, wrongKinds({ key, value }, TAG_VALUE));
  }

  /**
   * The tag has this value. This is `equalTo` under the name that AWS uses, for TypeScript and JavaScript only. In Java and .NET, `equals`
   * compares objects.
   *
   * @jsii ignore
   */
  public static equals(key: string, value: string): TagCondition {
    return TagCondition.equalTo(key, value);
  }

  /** The tag has another value, or the resource does not have the tag. */
  public static notEquals(key: string, value: string): TagCondition {
    return new TagCondition('StringNotEquals', key, value, wrongKinds({ key, value }, TAG_VALUE));
  }

  /**
   * The value of the tag matches a pattern, in which `*` matches any characters.
   *
   * @example
   * TagCondition.like('backup', 'gold*');
   */
  public static like(key: string, pattern: string): TagCondition {
    return new TagCondition('StringLike', key, pattern, wrongKinds({ key, pattern }, TAG_PATTERN));
  }

  /** The value of the tag does not match the pattern, or the resource does not have the tag. */
  public static notLike(key: string, pattern: string): TagCondition {
    return new TagCondition('StringNotLike', key, pattern, wrongKinds({ key, pattern }, TAG_PATTERN));
  }

  private constructor(
    /** @internal */
    public readonly _operator: TagTest['operator'],
    /** The tag key, not empty and without the prefix `aws:ResourceTag/`. */
    public readonly key: string,
    /** The value, or the pattern. */
    public readonly value: string,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
  ) {}

  /** @internal */
  public get _test(): TagTest {
    return { operator: this._operator, key: this.key, value: knownOf(this.value) };
  }
}
