import { type DeploymentOrder, DeploymentOrders } from './deployment-orders';

/**
 * States an order, as far as CloudFormation can keep it. The CDK cannot order Stages, which is a warning. If the first waits for the second, the
 * order would be a circular dependency. That is known when the app is complete.
 *
 * Orders between stacks are added when the CDK validates the app. `synth({ skipValidation: true })` therefore leaves them out, as it leaves out
 * all errors and warnings.
 */
export function deployAfter(order: DeploymentOrder): void {
  DeploymentOrders.of(order.after).state(order);
}
