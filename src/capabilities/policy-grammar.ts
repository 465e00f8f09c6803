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

/** A trust policy is about its role alone. IAM answers "Has prohibited field Resource" (MalformedPolicyDocument). */
export const NO_RESOURCE_IN_TRUST = { source: { page: 'public deployment logs with that answer', asOf: '2025-12-18' } } as const;
