import type { DeploymentOrder } from './deployment-orders';
import { DeploymentOrders } from './deployment-orders';

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
