import * as fc from 'fast-check';
import { expressionOf, readable } from './expressions';
import { WRITTEN, textOf, timezones, windowed, written } from './written';
import { parseCron } from '../../src/schedule/cron';

jest.setTimeout(120_000);

/** Pairs of moments at which the results must be equal. */
const MOMENTS = [
  ['2026-01-01T00:00:00Z', '2026-07-01T12:00:00Z'],
  ['2027-02-28T23:59:59Z', '2028-02-29T00:00:00Z'],
  ['2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  ['2027-03-28T00:59:59Z', '2027-03-28T01:00:00Z'],
  ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
  ['2026-11-21T10:30:00Z', '2026-11-28T10:30:00Z'],
  ['2026-11-28T10:30:00Z', '2031-11-28T10:30:00Z'],
  ['1996-02-29T06:00:00Z', '2096-08-01T18:00:00Z'],
].map(([one, other], index) => ({ one, other, index }));

/** The result at a moment. All modules are loaded again, so that none remembers the result at another moment. */
function at<T>(now: string, work: (load: <M>(module: string) => M) => T): T {
  const results: T[] = [];
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: ['nextTick', 'setImmediate', 'setInterval', 'setTimeout', 'queueMicrotask', 'hrtime', 'performance'],
  });
  try {
    jest.isolateModules(() => { results.push(work(<M>(module: string) => jest.requireActual<M & object>(module))); });
  } finally {
    jest.useRealTimers();
  }
  return results[0];
}

/** What is tried at one pair of moments. */
const share = <T>(all: T[], index: number) => all.filter((_, each) => each % MOMENTS.length === index);
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, seed: number) => fc.sample(arbitrary, { numRuns, seed });

const EXPRESSIONS = fc.oneof(readable.map(expressionOf), { arbitrary: written.map(textOf), weight: 7 });
const PAIRS = sample(fc.tuple(windowed(EXPRESSIONS), windowed(EXPRESSIONS)), 1000, 11);

test.each(MOMENTS)('problems, gaps and shadowing are the same at $one and $other', ({ one, other, index }) => {
  const [before, after] = [one, other].map((now) => at(now, (load) => {
    const cron = load<typeof import('../../src/schedule/cron')>('../../src/schedule/cron');
    const { gapsOf } = load<typeof import('../../src/schedule/gaps')>('../../src/schedule/gaps');
    const { everyRunIsShadowed } = load<typeof import('../../src/schedule/shadowing')>('../../src/schedule/shadowing');
    return share(PAIRS, index).map(([shorter, longer]) => ({
      shadowed: everyRunIsShadowed(shorter, longer),
      schedules: [shorter, longer].map(({ expression, timezone }) => {
        const { fields, problems } = cron.parseCron(expression);
        return { expression, timezone, problems, gaps: fields && gapsOf(fields, timezone) };
      }),
    }));
  }));
  expect(after).toEqual(before);
});

/** The tiers of plans, in years that are not over at any of the moments. */
const TIERS = sample(fc.array(fc.record({
  expression: fc.record({ ...WRITTEN, year: fc.constantFrom('*', '*', '*', '2097', '2098-2105', '2020-2150', '2104,2112') }).map(textOf)
    .filter((expression) => parseCron(expression).problems.length === 0),
  timezone: timezones,
  startWindowMinutes: fc.constantFrom(60, 120, 480),
  retention: fc.integer({ min: 1, max: 400 }),
}), { minLength: 2, maxLength: 4 }), 200, 13);

test.each(MOMENTS.filter(({ index }) => index % 3 === 0))('templates with derived controls are the same at $one and $other', ({ one, other, index }) => {
  const [before, after] = [one, other].map((now) => at(now, (load) => {
    const { App, Duration, Stack, TimeZone } = load<typeof import('aws-cdk-lib')>('aws-cdk-lib');
    const { Schedule } = load<typeof import('aws-cdk-lib/aws-events')>('aws-cdk-lib/aws-events');
    const { AuditFramework, BackupTier, CompliantVault, ConfigRecorder, TieredBackupPlan } = load<typeof import('../../src')>('../../src');
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    const vault = new CompliantVault(stack, 'Vault');
    for (const [number, tiers] of share(TIERS, index).entries()) {
      const plan = new TieredBackupPlan(stack, `Plan${number}`, {
        vault,
        tiers: tiers.map(({ expression, timezone, startWindowMinutes, retention }, tier) => BackupTier.custom({
          name: `tier-${tier}`,
          schedule: Schedule.expression(expression),
          timeZone: timezone === undefined ? undefined : TimeZone.of(timezone),
          startWindow: Duration.minutes(startWindowMinutes),
          retention: Duration.days(retention),
        })),
      });
      new AuditFramework(stack, `Audit${number}`, { plan, configRecorder: ConfigRecorder.existing() });
    }
    const { template, messages } = app.synth().getStackByName('Stack');
    return { template, messages: messages.map(({ id, level, entry }) => ({ id, level, text: entry.data })) };
  }));
  expect(after).toEqual(before);
});
