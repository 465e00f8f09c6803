import type { Source } from './source';

const guide = (page: string): Source => ({ page: `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`, asOf: '2026-01-01' });

/**
 * The language of policies. The condition operators are in `iam/operators.ts`.
 *
 * IAM states that the effects are case sensitive, and that condition keys and actions are not. Of the names of elements it states neither.
 */
export const POLICY_GRAMMAR = {
  versions: ['2008-10-17', '2012-10-17'],
  elements: ['Version', 'Id', 'Statement'],
  statementElements: ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
  effects: ['Allow', 'Deny'],
  principals: ['AWS', 'Federated', 'Service', 'CanonicalUser'],
  source: guide('reference_policies_grammar'),
  effectSource: guide('reference_policies_elements_effect'),
} as const;

/**
 * IAM rejects a trust policy with `Resource`: "Has prohibited field Resource" (MalformedPolicyDocument). No page of AWS states it. The source quotes IAM's
 * answer to a user. The same is not known of `NotResource`.
 */
export const NO_RESOURCE_IN_TRUST = {
  element: 'Resource',
  source: { page: 'https://github.com/devopsacademyau/academy/pull/1368', asOf: '2020-08-06' },
} as const;
