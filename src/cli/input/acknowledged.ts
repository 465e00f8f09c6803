import { isTemplateObject, templateObject } from '../../inventory/resolve/json';

const RULES = 'aws:cdk:acknowledged-rules';
const LOGICAL_ID = 'aws:cdk:logicalId';
/** The prefix that the CDK adds to an id without a prefix. */
const ANNOTATION = /^annotation::/i;
/** The path of the resource of a nested stack, which is beside the scope of the constructs in the stack. */
const NESTED = /^(.*)\.NestedStack\/[^/]+\.NestedStackResource$/;

interface Construct {
  readonly path: string;
  readonly logicalId?: string;
  readonly rules: readonly string[];
}

/** The acknowledgments in the metadata of a stack. Each applies to a construct and everything under it. */
export class Acknowledged {
  /** @param metadata the metadata of the stack, by construct path */
  public static of(metadata: Readonly<Record<string, unknown>>): Acknowledged {
    const constructs = Object.entries(metadata).map(([path, entries]) => constructOf(path, entries));
    const nested = constructs.flatMap(({ path }) => { const [, scope] = NESTED.exec(path) ?? []; return scope === undefined ? [] : [scope]; });
    return new Acknowledged(constructs, nested, undefined);
  }

  private paths?: ReadonlyMap<string, string>;

  /** @param stack the path of the nested stack, or undefined for the stack that has the metadata */
  private constructor(
    private readonly constructs: readonly Construct[],
    private readonly nested: readonly string[],
    private readonly stack: string | undefined,
  ) {}

  /** The acknowledgments of the nested stack that a resource of this stack creates. */
  public nestedIn(logicalId: string): Acknowledged | undefined {
    const [, scope] = NESTED.exec(this.pathOf(logicalId) ?? '') ?? [];
    return scope === undefined ? undefined : new Acknowledged(this.constructs, this.nested, scope);
  }

  public has(logicalId: string, ruleIds: readonly string[]): boolean {
    const path = this.pathOf(logicalId);
    return path !== undefined && this.constructs.some((each) => isWithin(path, each.path) && each.rules.some((rule) => ruleIds.includes(rule)));
  }

  /** Only the logical ids of this stack. A nested stack can have the same ids. */
  private pathOf(logicalId: string): string | undefined {
    this.paths ??= new Map(this.constructs.filter(({ path }) => this.stackOf(path) === this.stack).map(({ path, logicalId: id }) => [id ?? '', path]));
    return this.paths.get(logicalId);
  }

  private stackOf(path: string): string | undefined {
    return this.nested.filter((scope) => isWithin(path, scope) && path !== scope).sort((one, other) => other.length - one.length)[0];
  }
}

function constructOf(path: string, entries: unknown): Construct {
  const all = (Array.isArray(entries) ? entries : []).filter(isTemplateObject);
  const logicalId = all.find(({ type }) => type === LOGICAL_ID)?.data;
  return {
    path,
    ...typeof logicalId === 'string' && { logicalId },
    rules: all.filter(({ type }) => type === RULES).flatMap(({ data }) => Object.keys(templateObject(data))).map((id) => id.replace(ANNOTATION, '')),
  };
}

function isWithin(path: string, scope: string): boolean {
  return path === scope || path.startsWith(`${scope}/`);
}
