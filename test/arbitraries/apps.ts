import { App, CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { type AuditSpec, auditSpec, prepareAudit } from './audits';
import { removeOutput } from './deployments';
import { type Geography, type StackSpec, buildStack, geography, stackSpec } from './places';
import { type PlanSpec, planSpec, preparePlan } from './plans';
import { type SelectionSpec, prepareSelection, selectionSpec } from './selections';
import { type VaultSpec, prepareVault, vaultSpec } from './vaults';
import { type WiringSpec, prepareWiring, wiringSpec } from './wirings';
import type { TieredBackupPlan } from '../../src';

/** An app as data, so that a counterexample can be read. Places beyond the end of a list start again at its beginning. */
export interface AppSpec {
  readonly where: Geography;
  readonly stacks: readonly StackSpec[];
  readonly vaults: readonly VaultSpec[];
  readonly plans: readonly PlanSpec[];
  readonly selections: readonly SelectionSpec[];
  readonly audits: readonly AuditSpec[];
  readonly wirings: readonly WiringSpec[];
}

export const appSpec: fc.Arbitrary<AppSpec> = geography.chain((where) => fc.record({
  where: fc.constant(where),
  stacks: fc.array(stackSpec(where), { minLength: 1, maxLength: 3 }),
  vaults: fc.array(vaultSpec(where), { minLength: 1, maxLength: 3 }),
  plans: fc.array(planSpec(where), { maxLength: 2 }),
  selections: fc.array(selectionSpec(where), { maxLength: 2 }),
  // China has no Audit Manager
  audits: fc.oneof({ arbitrary: fc.constant([]), weight: where.partition === 'aws-cn' ? 60 : 3 }, fc.array(auditSpec, { minLength: 1, maxLength: 1 })),
  wirings: fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, fc.array(wiringSpec, { maxLength: 2 })),
}, { noNullPrototype: true }));

/** The error of one of our constructors. */
export class Refusal {
  constructor(
    readonly path: string,
    readonly error: unknown,
    /** The stacks and resources of the app. */
    readonly leftBehind: readonly string[],
  ) {}
}

/** Creates the app, or returns the first error. */
export function buildApp(spec: AppSpec): App | Refusal {
  const app = new App({ treeMetadata: false, analyticsReporting: false });
  try {
    fill(app, spec);
    return app;
  } catch (thrown) {
    removeOutput(app);
    if (thrown instanceof Refusal) { return thrown; }
    throw thrown;
  }
}

function fill(app: App, { where, ...spec }: AppSpec): void {
  const at = <T>(list: readonly T[], index: number): T => list[index % list.length];
  const stacks = spec.stacks.map((each) => buildStack(app, each));
  const vaults: aws_backup.IBackupVaultRef[] = [];
  const plans: TieredBackupPlan[] = [];

  const named = new Set<string>();
  for (const given of spec.vaults) {
    const stack = at(stacks, given.stack);
    // Two vaults with one name are a mistake that only the deployment reports
    const name = given.name !== undefined && named.has(given.name) ? undefined : given.name;
    if (name !== undefined) { named.add(name); }
    vaults.push(make(stack, given.id, (id) => prepareVault(stack, id, { ...given, name }, where)));
  }
  for (const given of spec.plans) {
    const stack = given.stack === undefined ? Stack.of(at(vaults, given.vault)) : at(stacks, given.stack);
    plans.push(make(stack, given.id, (id) => preparePlan(stack, id, given, { where, vaultAt: (index) => at(vaults, index) })));
  }
  for (const given of plans.length > 0 ? spec.selections : []) {
    const plan = at(plans, given.plan);
    const stack = given.stack !== undefined && areApart(plan.stack, at(stacks, given.stack)) ? at(stacks, given.stack) : plan.stack;
    make(stack, given.id, (id) => prepareSelection(stack, id, given, plan));
  }
  for (const given of spec.audits) {
    const plan = given.plan === undefined || plans.length === 0 ? undefined : at(plans, given.plan);
    const stack = plan?.stack ?? stacks[0];
    make(stack, given.id, (id) => prepareAudit(stack, id, given, plan));
  }
  for (const given of spec.wirings) {
    const stack = given.stack === undefined ? Stack.of(at(vaults, given.vaults[0] ?? 0)) : at(stacks, given.stack);
    make(stack, given.id, (id) => prepareWiring(stack, id, given, (index) => at(vaults, index)));
  }
}

/** Stacks that certainly differ in account or Region. Other stacks import the plan's id, or do not use it. */
function areApart(one: Stack, other: Stack): boolean {
  return ([[one.account, other.account], [one.region, other.region]]).some(([a, b]) => !Token.isUnresolved(a) && !Token.isUnresolved(b) && a !== b);
}

/** Creates the arguments of a construct, and then the construct, so that its error is not confused with an earlier one. */
function make<T>(stack: Stack, wantedId: string, prepare: (id: string) => () => T): T {
  const id = freeId(stack, wantedId);
  const create = prepare(id);
  const before = new Set(madeIn(stack.node.root));
  try {
    return create();
  } catch (error) {
    throw new Refusal(`${stack.node.path}/${id}`, error, madeIn(stack.node.root).filter((path) => !before.has(path)));
  }
}

function freeId(stack: Stack, id: string): string {
  return stack.node.tryFindChild(id) ? freeId(stack, `${id}2`) : id;
}

function madeIn(app: IConstruct): string[] {
  return app.node.findAll().filter((each) => CfnResource.isCfnResource(each) || Stack.isStack(each)).map(({ node }) => node.path);
}
