import { type AccountOfRoles, accountsOfRoles } from './account-of-roles';
import { type TemplateObject, isTemplateObject, templateObject } from './json';
import { Effort } from '../../values/possible-matches';
import { UNKNOWN } from '../../values/unknown';
import type { Environment } from '../environment';
import type { TemplateSource } from '../template-source';

/** A template and the scope of its logical ids. */
export interface Scope {
  /** Distinguishes scopes, even if two sources have the same id. */
  readonly index: number;
  readonly source: TemplateSource;
  readonly environment: Environment;
  readonly partition: string | undefined;
  readonly parent: { readonly scope: Scope; readonly logicalId: string } | undefined;
  /** By the logical id of their resource. */
  readonly nested: Map<string, Scope>;
  readonly all: readonly Scope[];
  readonly resources: TemplateObject;
  /** Where the template has the resources that loops create: names and indices below `Resources`, by logical id. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  /** Whether a loop over unknown values, a module, a macro, or a nested stack that is not read might add any resources. */
  readonly mayHaveMore: boolean;
  readonly parameters: TemplateObject;
  readonly mappings: TemplateObject;
  readonly conditions: TemplateObject;
  readonly outputs: TemplateObject;
  /** The comparisons that are left for the policies of all templates. */
  readonly effort: Effort;
  /** The cached values, see `once`. */
  readonly memo: Map<string, unknown>;
}

export function scopesOf(sources: readonly TemplateSource[]): readonly Scope[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ofRoles = accountsOfRoles(sources);
  const all: Scope[] = [];
  const effort = new Effort();
  sources.forEach((source, index) => all.push({ ...scopeOf(source, index, lineage(source, byId), ofRoles), all, effort }));
  const scopeById = new Map([...all].reverse().map((scope) => [scope.source.id, scope]));
  return all.map((scope) => connect(scope, scopeById));
}

/** The source and its parents, each once, even in a cycle. */
function lineage(source: TemplateSource, byId: ReadonlyMap<string, TemplateSource>): TemplateSource[] {
  const sources = new Set<TemplateSource>();
  for (let next: TemplateSource | undefined = source; next && !sources.has(next); next = next.parent && byId.get(next.parent.id)) {
    sources.add(next);
  }
  return [...sources];
}

/** A nested stack has the environment of its parent. */
function scopeOf(
  source: TemplateSource, index: number, sources: readonly TemplateSource[], ofRoles: ReadonlyMap<string, AccountOfRoles>,
): Omit<Scope, 'all' | 'effort'> {
  const given = <K extends 'account' | 'region' | 'application' | 'partition'>(name: K) => sources.find((each) => each[name] !== undefined)?.[name];
  const template = templateObject(source.template);
  const [account, region, application] = [given('account'), given('region'), given('application') ?? ''];
  const ofRole = account === undefined ? ofRoles.get(application) : undefined;
  return {
    index,
    source,
    environment: { account: account ?? ofRole?.account ?? UNKNOWN, region: region ?? UNKNOWN, application },
    partition: given('partition') ?? ofRole?.partition,
    parent: undefined,
    nested: new Map(),
    resources: templateObject(template.Resources),
    origins: new Map(),
    mayHaveMore: false,
    parameters: templateObject(template.Parameters),
    mappings: templateObject(template.Mappings),
    conditions: templateObject(template.Conditions),
    outputs: templateObject(template.Outputs),
    memo: new Map(),
  };
}

function connect(scope: Scope, byId: ReadonlyMap<string, Scope>): Scope {
  const { parent } = scope.source;
  const parentScope = parent && byId.get(parent.id);
  if (parentScope && parentScope !== scope) {
    parentScope.nested.set(parent.logicalId, scope);
    Object.assign(scope, { parent: { scope: parentScope, logicalId: parent.logicalId } });
  }
  return scope;
}

/** Computes a value once in a scope. A circular request during the computation gets the other value. */
export function once<T>({ memo }: Scope, key: string, inACircle: T, compute: () => T): T {
  if (memo.has(key)) { return memo.get(key) as T; }
  memo.set(key, inACircle);
  const value = compute();
  memo.set(key, value);
  return value;
}

export function typeOf(scope: Scope, logicalId: string): string | undefined {
  const resource = Object.hasOwn(scope.resources, logicalId) ? scope.resources[logicalId] : undefined;
  return isTemplateObject(resource) && typeof resource.Type === 'string' ? resource.Type : undefined;
}
