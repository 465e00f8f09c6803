import { type RandomCase, type RandomPolicy, Random, drawCase, ourRequest } from './random-policies';
import { type Context, type ContextValues, type Json, type Request, evaluatePolicies, readDocument } from '../../src/iam';
import { Text } from '../../src/inventory/text/text';
import type { Answer } from '../../src/values/answer';
import { UNKNOWN } from '../../src/values/unknown';

/** The number of random policies, and the seed. */
export const COMPLETED = 5_000;
const SEED = 20_280_229;
/** Values that an unknown part could have after deployment. */
const COMPLETIONS: readonly string[] = ['*', 'x', 'orders', '2028', 'arn:aws:iam::111122223333:role/ops/Deployer', '111122223333', 'a/b:c', ''];

/**
 * Replaces parts of random policies and requests with unknown values. A certain answer must then stay the same for every value of these parts.
 */
export function compareWithCompletions(count: number): string[] {
  const random = new Random(SEED);
  const wrong: string[] = [];
  for (let index = 0; index < count; index++) {
    const drawn = drawCase(random);
    const hidden = hide(drawn, random);
    const before = verdictOf(hidden.policies, hidden.request);
    if (before.allowed === UNKNOWN && before.denied === UNKNOWN) { continue; }
    for (const completion of [undefined, random.of(COMPLETIONS), random.of(COMPLETIONS)]) {
      const after = verdictOf(completed(hidden.policies, completion) as Hidden['policies'], ourRequest(drawn));
      if (contradicts(before.allowed, after.allowed) || contradicts(before.denied, after.denied)) {
        wrong.push(`policy ${index}, completed by ${completion ?? 'the original values'}: ${JSON.stringify(drawn)}`);
      }
    }
  }
  return wrong;
}

function contradicts(before: Answer, after: Answer): boolean {
  return before !== UNKNOWN && after !== UNKNOWN && before !== after;
}

/** Stands for a string with an unknown end, or for an unknown value. */
class Hole {
  constructor(public readonly start: string | undefined, public readonly original: unknown) {}
}

interface Hidden {
  readonly policies: Readonly<Record<'identity' | 'boundary' | 'resource', unknown>>;
  readonly request: Request;
}

function hide(drawn: RandomCase, random: Random): Hidden {
  const request = ourRequest(drawn);
  const values: Context['values'] = new Map([...request.context.values].map(([key, value]): [string, ContextValues] => [key, random.chance(0.1) ? UNKNOWN : value]));
  return {
    policies: {
      identity: withHoles(drawn.identity, random),
      boundary: withHoles(drawn.boundary, random),
      resource: withHoles(drawn.resourcePolicy, random),
    },
    request: {
      ...request,
      resource: random.chance(0.1) ? UNKNOWN : request.resource,
      account: random.chance(0.1) ? UNKNOWN : request.account,
      context: { values, others: random.chance(0.5) ? UNKNOWN : undefined },
    },
  };
}

function withHoles(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) { return value.map((item) => withHoles(item, random)); }
  if (typeof value === 'object' && value !== null) {
    if (random.chance(0.02)) { return new Hole(undefined, value); }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withHoles(inner, random)]));
  }
  if (typeof value !== 'string' || !random.chance(0.08)) { return value; }
  return new Hole(random.chance(0.5) ? value.slice(0, Math.floor(random.next() * value.length)) : undefined, value);
}

function verdictOf({ identity, boundary, resource }: Hidden['policies'], request: Request) {
  const read = (policy: unknown) => readDocument(seen(policy));
  return evaluatePolicies(request, {
    identity: (identity as unknown[]).map(read),
    ...boundary !== undefined && { boundary: read(boundary) },
    ...resource !== undefined && { resource: read(resource) },
  });
}

/** The value as a template has it. */
function seen(value: unknown): Json {
  if (value instanceof Hole) { return value.start === undefined ? UNKNOWN : Text.of(value.start, UNKNOWN); }
  if (Array.isArray(value)) { return value.map(seen); }
  if (typeof value !== 'object' || value === null) { return value as Json; }
  return Object.fromEntries(Object.entries(value as RandomPolicy).map(([key, inner]) => [key, seen(inner)]));
}

function completed(value: unknown, by: string | undefined): unknown {
  if (value instanceof Hole) { return by === undefined || typeof value.original !== 'string' ? value.original : `${value.start ?? ''}${by}`; }
  if (Array.isArray(value)) { return value.map((item) => completed(item, by)); }
  if (typeof value !== 'object' || value === null) { return value; }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, completed(inner, by)]));
}
