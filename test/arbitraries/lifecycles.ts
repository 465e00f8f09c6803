import * as fc from 'fast-check';
import { type Span, around, inSpans, mostly } from './amounts';

/** Never expires if the retention is left out. */
export interface LifecycleSpec {
  readonly retention?: Span;
  readonly cold?: Span;
}

const retention = inSpans(around([14, 35, 365, 2557], 1, 36500));

/** The days in cold storage. AWS requires 90. */
const inColdStorage = mostly(fc.constantFrom(90, 91, 335), fc.constant(90), fc.constantFrom(89, 0));

const throughColdStorage = fc.tuple(around([8, 30], 1, 36500 - 90), inColdStorage)
  .map(([cold, days]): LifecycleSpec => ({ cold: `${cold} days`, retention: `${cold + days} days` }));

export const lifecycleSpec: fc.Arbitrary<LifecycleSpec> = fc.oneof(
  { arbitrary: retention.map((each): LifecycleSpec => ({ retention: each })), weight: 24 },
  { arbitrary: throughColdStorage, weight: 12 },
  fc.constantFrom<LifecycleSpec>({}, { cold: '30 days' }),
);
