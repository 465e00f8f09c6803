import * as fc from 'fast-check';
import { expressionOf, readable } from './expressions';
import { type WindowedText, WRITTEN, textOf, windowed, written } from './written';
import type { TieredBackupPlan } from '../../src/plan/tiered-backup-plan';
import { parseCron } from '../../src/schedule/cron';

jest.setTimeout(300_000);

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, seed: number) => fc.sample(arbitrary, { numRuns, seed });

/** Leap days, ends of years and changes of clocks, and any minute of a hundred years. */
const moments = fc.oneof(
  fc.constantFrom(
    '2026-11-21T10:30:00Z', '2026-11-28T10:30:00Z', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z', '2027-03-28T00:59:59Z', '2027-03-28T01:00:00Z',
    '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2028-02-28T23:59:59Z', '2028-02-29T00:00:00Z', '2031-11-28T10:30:00Z', '2096-02-29T06:00:00Z',
  ).map((text) => Date.parse(text)),
  fc.integer({ min: Date.UTC(1996) / 60_000, max: Date.UTC(2096) / 60_000 }).map((minute) => minute * 60_000),
);

/** Two moments at which the results must be equal. */
const twoMoments = fc.tuple(moments, moments).filter(([one, other]) => one !== other);

/** Of a plan. The schedule can be one that a plan refuses. */
interface Tier extends WindowedText { retention: number }
const tierOf = (expression: fc.Arbitrary<string>): fc.Arbitrary<Tier> =>
  fc.tuple(windowed(expression), fc.integer({ min: 1, max: 400 })).map(([rule, retention]) => ({ ...rule, retention }));

type Load = <M>(module: string) => M;

/** The results of all cases, each at its own moment, by newly loaded modules, so that no result of another moment is cached. */
function inTurn<C, T>(cases: readonly C[], momentOf: (each: C) => number, workWith: (load: Load) => (each: C) => T): T[] {
  jest.useFakeTimers({
    now: momentOf(cases[0]),
    doNotFake: ['nextTick', 'setImmediate', 'setInterval', 'setTimeout', 'queueMicrotask', 'hrtime', 'performance'],
  });
  try {
    let results: T[] = [];
    jest.isolateModules(() => {
      const work = workWith(<M>(module: string) => jest.requireActual<M & object>(module));
      results = cases.map((each) => {
        jest.setSystemTime(momentOf(each));
        return work(each);
      });
    });
    return results;
  } finally {
    jest.useRealTimers();
  }
}

/** Expects the same of each case at both of its moments. */
function expectSame<C extends { readonly moments: [number, number] }, T>(cases: readonly C[], workWith: (load: Load) => (each: C) => T): T[] {
  const [one, other] = [0, 1].map((index) => inTurn(cases, ({ moments: both }) => both[index], workWith));
  cases.forEach((each, index) => {
    // Faster than one `expect` for each case
    if (JSON.stringify(one[index]) !== JSON.stringify(other[index])) {
      const dates = each.moments.map((moment) => new Date(moment).toISOString());
      expect({ ...each, dates, result: other[index] }).toEqual({ ...each, dates, result: one[index] });
    }
  });
  return one;
}

/** Loads what makes a plan of tiers. */
function tiersBy(load: Load) {
  const { Duration, TimeZone } = load<typeof import('aws-cdk-lib')>('aws-cdk-lib');
  const { Schedule } = load<typeof import('aws-cdk-lib/aws-events')>('aws-cdk-lib/aws-events');
  const { BackupTier } = load<typeof import('../../src/plan/backup-tier')>('../../src/plan/backup-tier');
  return (tiers: readonly Tier[]) => tiers.map(({ expression, timezone, startWindowMinutes, retention }, index) => BackupTier.custom({
    name: `tier-${index}`,
    schedule: Schedule.expression(expression),
    timeZone: timezone === undefined ? undefined : TimeZone.of(timezone),
    startWindow: Duration.minutes(startWindowMinutes),
    retention: Duration.days(retention),
  }));
}

test('problems, gaps, shadowing, derived controls and warnings of 2,000 pairs of schedules are the same at two moments', () => {
  const expressions = fc.oneof(readable.map(expressionOf), { arbitrary: written.map(textOf), weight: 7 });
  const cases = sample(fc.record({ tiers: fc.tuple(tierOf(expressions), tierOf(expressions)), moments: twoMoments }), 2000, 11);
  const results = expectSame(cases, (load) => {
    const { App, Stack } = load<typeof import('aws-cdk-lib')>('aws-cdk-lib');
    const cron = load<typeof import('../../src/schedule/cron')>('../../src/schedule/cron');
    const { gapsOf } = load<typeof import('../../src/schedule/gaps')>('../../src/schedule/gaps');
    const { everyRunIsShadowed } = load<typeof import('../../src/schedule/shadowing')>('../../src/schedule/shadowing');
    const { CompliantVault } = load<typeof import('../../src/vault/compliant-vault')>('../../src/vault/compliant-vault');
    const { readTier } = load<typeof import('../../src/plan/tier-facts')>('../../src/plan/tier-facts');
    const { planWarnings } = load<typeof import('../../src/plan/plan-warnings')>('../../src/plan/plan-warnings');
    const { readFramework } = load<typeof import('../../src/audit/framework-facts')>('../../src/audit/framework-facts');
    const { renderControl } = load<typeof import('../../src/audit/control-facts')>('../../src/audit/control-facts');
    const madeOf = tiersBy(load);
    const stack = new Stack(new App(), 'Stack');
    const vault = new CompliantVault(stack, 'Vault');

    return ({ tiers: [one, other] }) => {
      // As the constructors of a plan and of its framework do, without making their resources
      const tiers = madeOf([one, other]).map(({ _spec }) => readTier(_spec, stack, vault));
      const { controls, underived } = readFramework({ plan: { node: stack.node, _tiers: tiers } as unknown as TieredBackupPlan });
      return {
        schedules: [one, other].map(({ expression, timezone }) => {
          const { fields, problems } = cron.parseCron(expression);
          return { problems, gaps: fields && gapsOf(fields, timezone) };
        }),
        shadowed: [everyRunIsShadowed(one, other), everyRunIsShadowed(other, one)],
        controls: stack.resolve(controls.map(renderControl)) as unknown[],
        underived,
        warnings: planWarnings(tiers, {}),
      };
    };
  });
  const countOf = (matches: (result: typeof results[number]) => boolean) => results.filter(matches).length;
  expect(countOf(({ schedules }) => schedules.every(({ gaps }) => gaps !== undefined))).toBeGreaterThanOrEqual(1500);
  expect(countOf(({ shadowed }) => shadowed.includes(true))).toBeGreaterThanOrEqual(150);
  expect(countOf(({ underived }) => underived.length === 0)).toBeGreaterThanOrEqual(500);
});

/** In years that have not ended at any of the moments. */
const LATER = fc.record({ ...WRITTEN, year: fc.constantFrom('*', '*', '*', '2097', '2098-2105', '2020-2150', '2104,2112') }).map(textOf)
  .filter((expression) => parseCron(expression).problems.length === 0);

test('templates with derived controls are the same at two moments', () => {
  const plans = sample(fc.array(tierOf(LATER), { minLength: 2, maxLength: 4 }), 40, 13);
  expectSame([{ plans, moments: [Date.UTC(2026, 10, 21), Date.UTC(2028, 1, 29)] }], (load) => {
    const { App, Stack } = load<typeof import('aws-cdk-lib')>('aws-cdk-lib');
    const { AuditFramework, CompliantVault, ConfigRecorder, TieredBackupPlan } = load<typeof import('../../src')>('../../src');
    const madeOf = tiersBy(load);
    return () => {
      const app = new App();
      const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
      const vault = new CompliantVault(stack, 'Vault');
      for (const [number, tiers] of plans.entries()) {
        const plan = new TieredBackupPlan(stack, `Plan${number}`, { vault, tiers: madeOf(tiers) });
        new AuditFramework(stack, `Audit${number}`, { plan, configRecorder: ConfigRecorder.existing() });
      }
      const { template, messages } = app.synth().getStackByName('Stack');
      return { template: template as object, messages: messages.map(({ id, level, entry }) => ({ id, level, text: entry.data })) };
    };
  });
});
