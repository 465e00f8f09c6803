import type { EvaluationResult } from '@cloud-copilot/iam-simulate';
import type { Caller } from './callers';
import { evaluate } from './engine';
import type { Governed, Policy, PolicyKind } from './policies';

/** A row of the table. It is tried on each matching resource. */
export interface Attempt {
  readonly on: PolicyKind;
  /** The resources that the row applies to. All of the kind by default. */
  readonly which?: (governed: Governed) => boolean;
  readonly who: (governed: Governed, all: readonly Governed[]) => Caller;
  readonly does: string;
  /** The resource of the request, if it is not the one with the policy, such as a recovery point or an object. */
  readonly to?: (governed: Governed) => string;
  /** Set if the resource of the request has no policy, so that only the policies of the caller count. */
  readonly byOwnPolicies?: true;
  /** Other condition keys of the request. */
  readonly context?: Caller['context'];
  readonly verdict: EvaluationResult;
}

/** One attempt on one resource, as the engine evaluated it. */
export interface Evaluated {
  /** The policies that the verdict depends on. */
  readonly asked: readonly Policy[];
  /** The difference from the table. Absent if there is none. */
  readonly difference?: string;
}

/** @throws an error if no resource matches the row */
export async function tryOnAll(attempt: Attempt, all: readonly Governed[]): Promise<Evaluated[]> {
  const { does, on, which } = attempt;
  const governed = all.filter((each) => each.kind === on && (which?.(each) ?? true));
  if (governed.length === 0) { throw new Error(`'${does}' on a ${on}: no template has a matching resource`); }
  return Promise.all(governed.map((each) => tryOn(attempt, each, all)));
}

async function tryOn(attempt: Attempt, governed: Governed, all: readonly Governed[]): Promise<Evaluated> {
  const { does, to, verdict, who, byOwnPolicies, context } = attempt;
  const caller = who(governed, all);
  const resource = to?.(governed) ?? governed.arn;
  const policy = byOwnPolicies ? undefined : governed.policy;
  const got = await evaluate(caller, does, { arn: resource, account: governed.account }, policy, context);
  return {
    asked: [...policy ? [policy] : [], ...caller.identity.map((own) => own.policy as Policy)],
    difference: got === verdict ? undefined : `${governed.name}: ${caller.label} tries ${does} on ${resource}: expected ${verdict}, got ${got}`,
  };
}
