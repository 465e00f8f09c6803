import { knownOf } from '../cdk/measures';
import type { TagTest } from '../validation/selection/tag-conditions';

/**
 * What must be true of a resource's tags. Keys and values are case-sensitive; the key is the bare tag key.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export class TagCondition {
  /**
   * The tag has this value.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  public static equalTo(key: string, value: string): TagCondition {
    return new TagCondition('StringEquals', key, value);
  }

  /**
   * The tag has this value: `equalTo` by AWS's word, for TypeScript and JavaScript. Java and .NET keep the name `equals` for
   * the comparison of objects.
   *
   * @jsii ignore
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  public static equals(key: string, value: string): TagCondition {
    return TagCondition.equalTo(key, value);
  }

  /**
   * The tag has another value, or the resource has no such tag.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  public static notEquals(key: string, value: string): TagCondition {
    return new TagCondition('StringNotEquals', key, value);
  }

  /**
   * The tag's value matches a pattern in which `*` stands for any characters.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  public static like(key: string, pattern: string): TagCondition {
    return new TagCondition('StringLike', key, pattern);
  }

  /**
   * The tag's value does not match the pattern, or the resource has no such tag.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  public static notLike(key: string, pattern: string): TagCondition {
    return new TagCondition('StringNotLike', key, pattern);
  }

  private constructor(
    /** @internal */
    public readonly _operator: TagTest['operator'],
    /**
     * The bare tag key. A selection throws an error on an empty one, and on one that begins with `aws:ResourceTag/`.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
     */
    public readonly key: string,
    /**
     * The value, or the pattern.
     *
     * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
     */
    public readonly value: string,
  ) {}

  /** @internal */
  public get _test(): TagTest {
    return { operator: this._operator, key: this.key, value: knownOf(this.value) };
  }
}
