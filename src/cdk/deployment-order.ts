import type { Construct, IConstruct, IDependable } from 'constructs';
import { DeploymentOrders } from './deployment-orders';

/** What is to be deployed after something else, in whichever stacks of one Stage the two are. */
export interface DeploymentOrder {
  readonly after: IConstruct;
  readonly before: IDependable;
  /** Whether the deployment fails in the other order. If so, it is an error where the order is not possible; otherwise it is left out with a warning. */
  readonly necessary: boolean;
  /** The construct that states it. */
  readonly statedBy: Construct;
  /** For the message: the rule, as in `'vault' must be deployed before the plan`. */
  readonly rule: string;
  /** For the message: what is to come first. */
  readonly first: string;
  /** For the message: what breaks the rule, where that waits for what is to come second. */
  readonly got: string;
  /** For the message: what to do about it. */
  readonly fix: string;
  /** For the message: what happens in the other order, unless the rule says it. */
  readonly consequence?: string;
}

/**
 * States an order. It holds as far as CloudFormation can order the two: not between Stages, which is a warning, and not where what is to come first
 * waits for what is to come second, which would be a circular dependency. That is known when the app is complete.
 *
 * Orders between stacks are stated when the CDK validates the app: `synth({ skipValidation: true })` leaves them out, as it leaves out all
 * errors and warnings.
 */
export function deployAfter(order: DeploymentOrder): void {
  DeploymentOrders.of(order.after).state(order);
}
