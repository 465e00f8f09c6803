import { type Simulation, runSimulation } from '@cloud-copilot/iam-simulate';
import type { Caller } from './callers';
import type { Policy } from './policies';

/**
 * The verdict for a request, or the reason why the engine has none.
 *
 * @param to the resource of the request, and its account
 * @param policy the policy of that resource, if it counts
 */
export async function evaluate(
  caller: Caller, does: string, to: { readonly arn: string; readonly account: string }, policy: Policy | undefined, context: Caller['context'] = {},
): Promise<string> {
  const results = await runSimulation(asTheEngineSays({
    request: {
      principal: caller.principal,
      action: does,
      resource: { resource: to.arn, accountId: to.account },
      contextVariables: { ...caller.context, ...context },
    },
    identityPolicies: [...caller.identity],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: policy,
  }), {});
  return results.resultType === 'error' ? `no verdict (${JSON.stringify(results.errors)})` : results.overallResult;
}

/** The engine looks up a condition key with a variable by its full name. No policy here names two pairs of an encryption context. */
function asTheEngineSays(simulation: Simulation): Simulation {
  return JSON.parse(JSON.stringify(simulation).replace(/kms:EncryptionContext:[\w:]+/g, 'kms:EncryptionContext:${EncryptionContextKey}')) as Simulation;
}
