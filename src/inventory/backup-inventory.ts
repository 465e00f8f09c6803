import type { Coverage } from './coverage/coverage';
import { Coverages } from './coverage/coverages';
import type { Circle, CopyAction, Entity, Key, Plan, PlanRule, Protectable, Role, Selection, Topic, TopicTarget, UnreadStack, Vault } from './entities';
import { type Environment, sameEnvironment, samePart } from './environment';
import type { Property } from './property';
import { circlesIn } from './read/circles';
import { expanded } from './read/expanded';
import { IndexByKey } from './read/index-by-key';
import { Keys } from './read/keys';
import { unreadStacksIn } from './read/nested-stacks';
import { planOf } from './read/plans';
import { protectablesIn } from './read/protectables';
import { type Resource, resourcesByType, stackExists } from './read/resources';
import { roleMeantBy, rolesIn } from './read/roles';
import { selectionOf } from './read/selections';
import { topicTargetOf } from './read/topic-targets';
import { topicsIn } from './read/topics';
import { Vaults, vaultOf } from './read/vaults';
import { waitsFor } from './read/waiting';
import { physicalId } from './resolve/names';
import { frameOf } from './resolve/resolve';
import { textOfResolved } from './resolve/scalars';
import { type Scope, scopesOf } from './resolve/scope';
import type { TemplateSource } from './template-source';
import { Arn } from './text/arn';
import type { Text } from './text/text';
import { withoutDefaults, withoutPlaceholders } from './without-defaults';
import type { Answer } from '../values/answer';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../values/unknown';

export type Exceeded = 'selections' | 'policies';

/** Everything about backups in a set of templates. It is read once, and every rule and report queries it. */
export class BackupInventory {
  /** Never throws. A value of an unexpected shape is `UNKNOWN`. */
  public static of(sources: readonly TemplateSource[]): BackupInventory {
    return new BackupInventory(sources);
  }

  public readonly vaults: readonly Vault[];
  public readonly plans: readonly Plan[];
  public readonly selections: readonly Selection[];
  public readonly protectables: readonly Protectable[];
  public readonly roles: readonly Role[];
  public readonly topics: readonly Topic[];
  private readonly scopes: readonly Scope[];
  private readonly open: readonly Scope[];
  private readonly byType: ReadonlyMap<string, readonly Resource[]>;
  private readonly coverages: Coverages;
  private readonly rolesByArn: IndexByKey<Role>;
  private readonly topicsByArn: IndexByKey<Topic>;
  private readonly namedKeys: Keys;
  private certainly?: BackupInventory;
  private likely?: BackupInventory;
  private waiting?: ReturnType<typeof circlesIn>;

  private constructor(public readonly sources: readonly TemplateSource[]) {
    this.scopes = expanded(scopesOf(sources));
    this.open = this.scopes.filter((scope) => scope.mayHaveMore && stackExists(scope) !== false);
    this.byType = resourcesByType(this.scopes);
    const vaultResources = [...this.read('AWS::Backup::BackupVault'), ...this.read('AWS::Backup::LogicallyAirGappedBackupVault')];
    this.vaults = vaultResources.map(vaultOf);
    const nameOf = new Map(this.vaults.map((vault, index) => [vault, idOf(vaultResources[index])]));
    const vaults = new Vaults(this.vaults, (vault) => nameOf.get(vault)!);

    const planResources = this.read('AWS::Backup::BackupPlan');
    this.plans = planResources.map((resource) => planOf(resource, vaults));
    const planIds = new Map(this.plans.map((plan, index) => [plan, idOf(planResources[index]).key]));
    this.roles = rolesIn(this.byType, (environment) => this.mayHaveMoreInAccount(environment));
    this.topics = topicsIn(this.byType);
    this.namedKeys = new Keys(this.byType);
    this.topicsByArn = new IndexByKey(this.topics, (topic) => new Arn(topic.arn).key);
    const plansById = new IndexByKey(this.plans, (plan) => planIds.get(plan));
    this.rolesByArn = new IndexByKey(this.roles, (role) => new Arn(role.arn).key);
    this.selections = this.read('AWS::Backup::BackupSelection').map((resource) => selectionOf(resource, plansById, this.rolesByArn));
    this.protectables = protectablesIn(this.byType);
    this.coverages = new Coverages(this.selections, this.protectables, (environment) => this.mayHaveMoreIn(environment));
  }

  /** The inventory without defaults, which is true for every deployment. `undefined` if there are no defaults. */
  public get withoutDefaults(): BackupInventory | undefined {
    const sources = this.certainly ? undefined : withoutDefaults(this.sources);
    return this.certainly ??= sources && BackupInventory.of(sources);
  }

  /** The inventory without placeholder defaults. `undefined` if there are none. */
  public get withoutPlaceholders(): BackupInventory | undefined {
    const sources = this.likely ? undefined : withoutPlaceholders(this.sources);
    return this.likely ??= sources && BackupInventory.of(sources);
  }

  /** All rules of all plans whose rules are known. */
  public get rules(): readonly PlanRule[] {
    return this.plans.flatMap(({ rules }) => elementsOf(rules));
  }

  public get copies(): readonly CopyAction[] {
    return this.rules.flatMap(({ copies }) => elementsOf(copies));
  }

  /** The role whose ARN a property has. `UNKNOWN` if it is not in the templates, `undefined` if it is left out. */
  public roleMeantBy(property: Property, near: Environment): Value<Role> {
    return roleMeantBy(property, this.rolesByArn, near);
  }

  public get keys(): readonly Key[] {
    return this.namedKeys.all;
  }

  /** The key that a resource names by an ARN, an ID, or an alias. `UNKNOWN` if it is not in the templates, `undefined` if it is left out. */
  public keyNamed(text: Value<Text>, near: Environment): Value<Key> {
    return this.namedKeys.named(text, near);
  }

  /** Whether a loop over unknown values, a module, a macro, or a nested stack that is not read might add resources to an account and Region. */
  public mayHaveMoreIn(environment: Environment): boolean {
    return this.open.some((scope) => sameEnvironment(scope.environment, environment) !== false);
  }

  /** For rules that require a resource: unknown if a template might have more than it shows, otherwise no. */
  public unseenIn(environment: Environment): Answer {
    return this.mayHaveMoreIn(environment) ? UNKNOWN : false;
  }

  /** Nested stacks whose templates are not among the sources. */
  public get unreadStacks(): readonly UnreadStack[] {
    return unreadStacksIn(this.byType);
  }

  /** The types of all resources, each once. */
  public get cfnTypes(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** The resources of a CloudFormation type: any type of `AWS::Backup`, or a type that backups depend on, such as keys. */
  public ofType(cfnType: string): readonly Entity[] {
    return this.read(cfnType);
  }

  /** Circular dependencies of resources in a template, each group once. */
  public get circlesOfResources(): readonly Circle[] {
    return this.circles.resources;
  }

  /** Stacks that import from each other, each group once. */
  public get circlesOfStacks(): readonly Circle[] {
    return this.circles.stacks;
  }

  /** The topic that a vault notifies. `undefined` if it notifies none. */
  public topicOf(vault: Vault): TopicTarget | undefined {
    return topicTargetOf(vault, this.topicsByArn);
  }

  /** The selections that select the resource, of all in its account and Region. */
  public coverageOf(resource: Protectable): Coverage {
    return this.coverages.of(resource);
  }

  /** The resources that a selection selects or might select. */
  public resourcesOf(selection: Selection): readonly Protectable[] {
    return this.coverages.resourcesOf(selection);
  }

  /** What had more to compare than is possible in bounded time, so that some answers are unknown. */
  public get exceeded(): readonly Exceeded[] {
    const own: Exceeded[] = [...this.coverages.isExceeded ? ['selections' as const] : [], ...this.scopes.some(({ effort }) => effort.isExceeded) ? ['policies' as const] : []];
    const others = [this.certainly, this.likely].flatMap((inventory) => inventory?.exceeded ?? []);
    return [...new Set([...own, ...others])];
  }

  /** Whether CloudFormation creates a resource after another one of the same template; `UNKNOWN` for resources of two templates. */
  public waitsFor({ address: { sourceId, logicalId } }: Entity, { address: other }: Entity): Answer {
    const scope = this.scopes.find(({ source }) => source.id === sourceId);
    return scope && other.sourceId === sourceId ? waitsFor(scope, logicalId, other.logicalId) : UNKNOWN;
  }

  /** The ARN of the role with which CloudFormation deploys an entity. `undefined` if that is unknown. */
  public deployerOf({ address: { sourceId } }: Entity): Text | undefined {
    const scope = this.scopes.find(({ source }) => source.id === sourceId);
    const arn = scope?.source.deployedBy;
    const text = scope && arn !== undefined ? textOfResolved(frameOf(scope).resolve({ 'Fn::Sub': arn }).raw) : undefined;
    return isKnown(text) ? text : undefined;
  }

  /** Also in another Region, because roles and their policies are in none. */
  public mayHaveMoreInAccount({ account, application }: Environment): boolean {
    return this.open.some(({ environment }) => samePart(environment.account, account, environment.application === application) !== false);
  }

  private get circles() {
    return this.waiting ??= circlesIn(this.scopes);
  }

  private read(cfnType: string): readonly Resource[] {
    return this.byType.get(cfnType) ?? [];
  }
}

function idOf({ address: { logicalId }, scope }: Resource) {
  return physicalId(logicalId, frameOf(scope));
}
