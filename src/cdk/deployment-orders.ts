import { type Stack, CfnResource } from 'aws-cdk-lib';
import { type Construct, type IConstruct, type IDependable, Dependable } from 'constructs';
import { topLevelStack } from './physical-name';
import { stageOf } from './place';
import { problemOf } from './problems';
import { type TemplateNode, TemplateGraph, dependencyBetween } from './template-graph';
import { warn } from './warnings';
import { type Order, impossibleOrders } from '../values/orders';

/** Something that must be deployed after something else. The two can be in different stacks of one Stage. */
export interface DeploymentOrder {
  readonly after: IConstruct;
  readonly before: IDependable;
  /** Whether the deployment fails in the other order. If so, an impossible order is an error. Otherwise, it is left out with a warning. */
  readonly necessary: boolean;
  /** The construct that states it. */
  readonly statedBy: Construct;
  /** For the message: the rule, as in `'vault' must be deployed before the plan`. */
  readonly rule: string;
  /** For the message: what must be deployed first. */
  readonly first: string;
  /** For the message: what breaks the rule, if the first waits for the second. */
  readonly got: string;
  /** For the message: how to fix it. */
  readonly fix: string;
  /** For the message: what happens in the other order, unless the rule states it. */
  readonly consequence?: string;
}

/** A stated order between nodes of a template, or between stacks. */
interface Part<N> extends Order<N> {
  readonly stated: DeploymentOrder;
  readonly root: IConstruct;
}

interface LeftOut {
  readonly stated: DeploymentOrder;
  readonly cause: string;
}

/** An order between Stages. */
interface AcrossStages {
  readonly stated: DeploymentOrder;
  readonly root: IConstruct;
}

/**
 * All orders of a Stage, or of an app outside of its Stages.
 *
 * Orders within a stack are decided when the CDK collects the dependencies of constructs, beginning with the Stage, because it writes the
 * templates of nested stacks after that. Orders between stacks are decided when it validates, because only then are all references known.
 */
export class DeploymentOrders {
  public static of(construct: IConstruct): DeploymentOrders {
    const stage = stageOf(construct);
    let orders = ORDERS.get(stage);
    if (!orders) { ORDERS.set(stage, orders = new DeploymentOrders(stage)); }
    return orders;
  }

  private readonly stated = new Map<IConstruct, DeploymentOrder[]>();
  private impossible: readonly (Part<TemplateNode> & LeftOut)[] = [];
  private deciding = false;

  private constructor(private readonly stage: IConstruct) {
    stage.node.addDependency(dependable(() => {
      this.decideWithinStacks();
      return [];
    }));
    stage.node.addValidation({
      validate: () => {
        for (const order of this.acrossStages()) { warnOfStages(order); }
        return [...this.impossible, ...this.decideBetweenStacks()].flatMap(problemsOf);
      },
    });
  }

  public state(order: DeploymentOrder): void {
    const others = this.stated.get(order.after) ?? [];
    if (others.some(({ before, rule, got }) => before === order.before && rule === order.rule && got === order.got)) { return; }
    this.stated.set(order.after, [...others, order]);
    order.after.node.addDependency(dependable(() => (this.deciding ? [] : this.possibleRootsOf(order))));
  }

  private possibleRootsOf(order: DeploymentOrder): IConstruct[] {
    const impossible = this.impossible.filter(({ stated }) => stated === order).map(({ root }) => root);
    return this.rootsOf(order).filter((root) => topLevelStack(root) === topLevelStack(order.after) && !impossible.includes(root));
  }

  private decideWithinStacks(): void {
    this.deciding = true;
    try {
      const byStack = new Map<Stack, Part<TemplateNode>[]>();
      for (const part of this.parts(dependencyBetween)) {
        const stack = topLevelStack(part.root);
        const others = byStack.get(stack);
        if (others) { others.push(part); } else { byStack.set(stack, [part]); }
      }
      this.impossible = [...byStack].flatMap(([stack, parts]) => impossibleIn(new TemplateGraph(stack), parts));
    } finally {
      this.deciding = false;
    }
  }

  private decideBetweenStacks(): LeftOut[] {
    const parts = this.parts((after, before) => {
      const [stack, other] = [topLevelStack(after), topLevelStack(before)];
      return stack === other ? undefined : { after: [stack], before: [other] };
    });
    const impossible = impossibleOrders(parts, (stack) => stack.dependencies);
    return parts.flatMap((part) => {
      const { stated, root, after: [stack], before: [other] } = part;
      const path = impossible.get(part);
      if (path) { return [{ stated, cause: waits('the stack ', path.map(({ node }) => node.path)) }]; }
      stack.addStackDependency(other, `${stated.after.node.path} is deployed after ${root.node.path}`);
      return [];
    });
  }

  private parts<N>(endsOf: (after: IConstruct, before: IConstruct) => Pick<Order<N>, 'after' | 'before'> | undefined): Part<N>[] {
    return [...this.stated.values()].flat().flatMap((stated) => this.rootsOf(stated).flatMap((root) => {
      const ends = endsOf(stated.after, root);
      return ends ? [{ ...ends, stated, root, necessary: stated.necessary }] : [];
    }));
  }

  private acrossStages(): AcrossStages[] {
    return [...this.stated.values()].flat().flatMap((stated) => {
      const roots = allRootsOf(stated).filter((root) => stageOf(root) !== this.stage);
      return roots.map((root) => ({ stated, root }));
    });
  }

  private rootsOf(order: DeploymentOrder): IConstruct[] {
    return allRootsOf(order).filter((root) => stageOf(root) === this.stage);
  }
}

/** The orders of each Stage or app. */
const ORDERS = new WeakMap<IConstruct, DeploymentOrders>();

function impossibleIn(graph: TemplateGraph, parts: Part<TemplateNode>[]): (Part<TemplateNode> & LeftOut)[] {
  const impossible = impossibleOrders(parts, graph.edges);
  return parts.flatMap((part) => {
    const resources = impossible.get(part)?.filter((node) => CfnResource.isCfnResource(node));
    return resources ? [{ ...part, cause: waits('', resources.map((resource) => graph.nameOf(resource))) }] : [];
  });
}

/** A construct that was removed from the tree is not deployed. */
function allRootsOf({ after, before }: DeploymentOrder): IConstruct[] {
  return isInTree(after) ? Dependable.of(before).dependencyRoots.filter(isInTree) : [];
}

/** A warning, even if the order is necessary: the order in which Stages are deployed is not part of the app. */
function warnOfStages({ stated: { after, statedBy, rule, first, consequence }, root }: AcrossStages): void {
  const [before, later] = [root, after].map((each) => `'${topLevelStack(each).node.path}'`);
  warn(statedBy, 'deploymentOrder', `${rule}, got ${first} in the stack ${before} of ${stageLabel(root)}, which the CDK does not order before the stack ${later} of `
    + `${stageLabel(after)}. Deploy ${before} before ${later}, or create both in one Stage.${then(consequence)}`);
}

function stageLabel(construct: IConstruct): string {
  const { path } = stageOf(construct).node;
  return path === '' ? 'no Stage' : `the Stage '${path}'`;
}

function problemsOf({ stated: { statedBy, necessary, rule, got, fix, consequence }, cause }: LeftOut): string[] {
  const message = `${rule}, got ${got}, since ${cause}. ${fix}${then(consequence)}`;
  if (necessary) { return [problemOf(statedBy, { message })]; }
  warn(statedBy, 'deploymentOrder', message);
  return [];
}

function then(consequence: string | undefined): string {
  return consequence === undefined ? '' : ` ${consequence}`;
}

/** Which construct waits for which other, and through which constructs. */
function waits(what: string, path: readonly string[]): string {
  const [first, ...others] = path.map((name) => `'${name}'`);
  const last = others.at(-1) ?? 'itself';
  const way = others.length <= LONGEST_WAY ? others : [...others.slice(0, LONGEST_WAY - 2), '…', last];
  return `${what}${first} waits for ${what}${last}${others.length > 1 ? ` (${[first, ...way].join(' → ')})` : ''}`;
}

const LONGEST_WAY = 6;

function dependable(roots: () => IConstruct[]): IDependable {
  const made = {};
  Dependable.implement(made, { get dependencyRoots() { return roots(); } });
  return made;
}

function isInTree(construct: IConstruct): boolean {
  const { scope, id } = construct.node;
  return !scope || (scope.node.tryFindChild(id) === construct && isInTree(scope));
}
