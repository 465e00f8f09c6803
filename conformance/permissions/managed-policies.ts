import type { SimulationIdentityPolicy } from '@cloud-copilot/iam-simulate';
import { AWS_MANAGED_POLICIES } from '../../src/capabilities/aws-managed-policies';

const OF_AWS = /:iam::aws:policy\/(?:.*\/)?([^/]+)$/;

/** By name, so that equal policies are one object. */
const DOCUMENTS: ReadonlyMap<string, SimulationIdentityPolicy> = new Map(AWS_MANAGED_POLICIES.map(({ name, statements }) => (
  [name, { name, policy: { Version: '2012-10-17', Statement: statements } }] as const)));

/**
 * The document of an AWS managed policy, which the engine does not have. It contains what our table has: the actions that backup roles need. `npm run test:drift`
 * compares it with the document of AWS. Empty for a policy that the table does not have.
 */
export function managedPolicies(arn: string): SimulationIdentityPolicy[] {
  const [, name] = OF_AWS.exec(arn) ?? [];
  const known = name === undefined ? undefined : DOCUMENTS.get(name);
  return known ? [known] : [];
}
