import { holds } from './conditions';
import type { Condition, Perhaps, PolicyDocument } from './document';
import { evaluatePolicies } from './evaluate';
import type { Context, ContextValues, Request } from './request';
import type { Written } from '../values/fragments';
import { UNKNOWN } from '../values/unknown';

/** The request of a service. */
export interface ServiceRequest extends Pick<Request, 'action' | 'resource'> {
  readonly service: string;
  /** The account for which the service acts. */
  readonly account: Perhaps<Written>;
}

/** How the policy of a resource certainly refuses a request of a service. `undefined` if it might allow the request. */
export function refusalOf(policy: Perhaps<PolicyDocument>, { service, action, resource, account }: ServiceRequest): 'denied' | 'not allowed' | undefined {
  const verdicts = contextsOf(account).map((context) => evaluatePolicies(
    { caller: { kind: 'service', account: UNKNOWN, arn: service }, action, resource, account: UNKNOWN, context }, { identity: [], resource: policy },
  ));
  if (verdicts.every(({ denied }) => denied === true)) { return 'denied'; }
  return verdicts.every(({ allowed }) => allowed === false) ? 'not allowed' : undefined;
}

/** Whether a condition certainly requires another account than the one for which a service acts. */
export function requiresOtherAccount(condition: Perhaps<Condition>, account: Perhaps<Written>, variables: PolicyDocument['variables']): boolean {
  return condition !== UNKNOWN && condition.key.toLowerCase() === SOURCE_ACCOUNT
    && contextsOf(account).every((context) => holds(condition, context, { variables }) === false);
}

const SOURCE_ACCOUNT = 'aws:sourceaccount';

/** The pages of a service do not always say whether its requests have the key. A policy that refuses both kinds of requests refuses the service. */
function contextsOf(account: Perhaps<Written>): readonly Context[] {
  const values: readonly ContextValues[] = [undefined, [account]];
  return values.map((source) => ({ values: new Map([[SOURCE_ACCOUNT, source]]), others: UNKNOWN }));
}
