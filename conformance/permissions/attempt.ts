import type { EvaluationResult } from '@cloud-copilot/iam-simulate';
import type { Caller } from './callers';
import { evaluate } from './engine';
import type { Governed, Policy, PolicyKind } from './policies';

/** A row of the table: tried on each of what it is about. */
export interface Attempt {
  readonly on: PolicyKind;
  /** Those that the row is about; all of the kind where it is left out. */
  readonly which?: (governed: Governed) => boolean;
  readonly who: (governed: Governed, all: readonly Governed[]) => Caller;
  readonly does: string;
  /** What the request names, where that is not what has the policy: a recovery point, an object. */
  readonly to?: (governed: Governed) => string;
  /** Set where the request names something whose own policy says nothing: then the policies of the caller alone count. */
  readonly byOwnPolicies?: true;
  /** What AWS tells of the request besides. */
  readonly context?: Caller['context'];
  readonly verdict: EvaluationResult;
}

/** One attempt on one thing, as the engine evaluated it. */
export interface Evaluated {
  /** The policies that the verdict depends on. */
  readonly asked: readonly Policy[];
  /** What differed from the table; absent where it agreed. */
  readonly difference?: string;
}

/** @throws an error on a row that is about nothing: it would say nothing for ever */
export async function tryOnAll(attempt: Attempt, all: readonly Governed[]): Promise<Evaluated[]> {
  const { does, on, which } = attempt;
  const governed = all.filter((each) => each.kind === on && (which?.(each) ?? true));
  if (governed.length === 0) { throw new Error(`'${does}' on a ${on} is tried on nothing: no template has what the row is about`); }
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
    difference: got === verdict ? undefined : `${governed.name}: ${caller.inWords} tries ${does} on ${resource}: expected ${verdict}, got ${got}`,
  };
}
