/** A CloudFormation template and what is known of where it is deployed. Nothing in it is trusted to have the right shape. */
export interface TemplateSource {
  /** Unique among the sources: the construct path of the stack, or the path of the file. */
  readonly id: string;
  /** Parsed JSON. */
  readonly template: unknown;
  readonly stackName?: string;
  /** Left out where the template can be deployed to any. */
  readonly account?: string;
  readonly region?: string;
  /** @default - that of the Region */
  readonly partition?: string;
  /** The values of parameters. @default - their defaults */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The resource of another source that makes this nested stack. */
  readonly parent?: { readonly id: string; readonly logicalId: string };
  /**
   * What is deployed together, such as the path of a Stage. Sources of one application without an account or Region are in the same one. Sources of different applications might be.
   */
  readonly application?: string;
  /** Tags of the stack, which CloudFormation puts on its resources. */
  readonly tags?: Readonly<Record<string, string>>;
  /** True where tags are still to come: Aspects put them on constructs only when the app is synthesized. */
  readonly tagsIncomplete?: boolean;
}
