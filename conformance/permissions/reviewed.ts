/**
 * Resources without a policy, by example, stack, and logical id, each with the reason. In a vault without a policy, every principal of the
 * account that has the permissions can delete recovery points.
 */
export const WITHOUT_POLICY: Readonly<Record<string, string>> = {};
