import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { withoutFunctions } from './template-values';
import { type Json, grammarProblems, readDocument } from '../iam';
import { type GuardWarning, MANUAL_DELETION_ACTIONS, REMOVAL_OF_POLICY, breachWarnings } from '../validation/vault/access-policy';
import { breachesOf } from '../validation/vault/guard-probes';
import { excludesStrangers } from '../validation/vault/stranger';
import type { VaultOwner } from '../validation/vault/vault-owner';
import type { Answer } from '../values/answer';
import type { Problem } from '../values/problem';

/** Who can delete recovery points although the policy of a vault denies it. */
export function guardBreaches(vault: Construct, statements: iam.PolicyStatement[], owner: VaultOwner): GuardWarning[] {
  const policy = readDocument(written(vault, statements));
  return breachWarnings('The access policy', breachesOf(policy, MANUAL_DELETION_ACTIONS, owner), breachesOf(policy, [REMOVAL_OF_POLICY], owner));
}

export function policyGrammarProblems(vault: Construct, statements: iam.PolicyStatement[]): Problem[] {
  return grammarProblems('accessPolicy', written(vault, statements), 'resource');
}

/** Whether the condition of a statement for everyone keeps out principals that have nothing to do with the account. */
export function excludesStrangersBy({ conditions }: iam.PolicyStatement): Answer {
  return excludesStrangers(withoutFunctions(conditions as Json));
}

/** The document of statements. A CloudFormation function stands for an unknown value. */
function written(scope: Construct, statements: iam.PolicyStatement[]): Json {
  return withoutFunctions(Stack.of(scope).resolve(new iam.PolicyDocument({ statements })) as Json);
}
