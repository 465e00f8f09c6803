/** A CloudFormation template and the known facts about its deployment. Its content can have any shape. */
export interface TemplateSource {
  /** Unique among the sources: the construct path of the stack, or the path of the file. */
  readonly id: string;
  /** Parsed JSON. */
  readonly template: unknown;
  readonly stackName?: string;
  /** Left out if the template can be deployed to any account. */
  readonly account?: string;
  readonly region?: string;
  /** @default - that of the Region */
  readonly partition?: string;
  /** The values of parameters. @default - their defaults */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The resource of another source that creates this nested stack. */
  readonly parent?: { readonly id: string; readonly logicalId: string };
  /** Why templates of nested stacks are not among the sources: a sentence for each, by the logical id of the resource. */
  readonly unread?: ReadonlyMap<string, string>;
  /**
   * Identifies the sources that are deployed together, such as the path of a Stage. Sources of one application without an account or Region
   * are in the same one. Sources of different applications might be.
   */
  readonly application?: string;
  /** The ARN of the role with which CloudFormation deploys the stack, as in `Fn::Sub`. Left out if the synthesizer names none. */
  readonly deployedBy?: string;
  /** Tags of the stack, which CloudFormation puts on its resources. */
  readonly tags?: Readonly<Record<string, string>>;
  /** True if tags are incomplete, because Aspects add tags only during synthesis. */
  readonly tagsIncomplete?: boolean;
}
