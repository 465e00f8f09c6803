import { TimeZone, type Stack } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as fc from 'fast-check';
import { type Span, around, counted, durationOf, inSpans, mostly, names, optionalDuration, tagsUpTo } from './amounts';
import { type CopySpec, type Surroundings, buildCopy, copySpec } from './copies';
import { type LifecycleSpec, lifecycleSpec } from './lifecycles';
import { type Geography, ACCOUNT } from './places';
import { BackupResourceType, BackupTier, MalwareScanMode } from '../../src';
import { broken, expressionOf, readable } from '../schedule/expressions';

const SNAPSHOT_KINDS = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;
const KINDS = [...SNAPSHOT_KINDS, 'continuous', 'custom'] as const;

export interface TierSpec {
  readonly kind: typeof KINDS[number];
  readonly lifecycle: LifecycleSpec;
  readonly name?: string;
  readonly schedule?: string;
  readonly zone?: string;
  readonly startWindow?: Span;
  readonly completionWindow?: Span;
  /** The index in the list. */
  readonly vault?: number;
  readonly airGapped?: string;
  readonly copies?: readonly CopySpec[];
  readonly pointTags?: { [key: string]: string };
  readonly archive?: boolean;
  readonly index?: 'EBS' | 'S3' | 'EFS';
  readonly scan?: MalwareScanMode;
}

export const schedule = mostly(
  fc.constantFrom('cron(0 5 ? * * *)', 'cron(30 */4 ? * * *)', 'cron(0 9 L * ? *)', 'cron(0 22 ? * MON-FRI *)'),
  readable.map(expressionOf),
  fc.oneof(broken, fc.constantFrom('rate(1 day)', '', '0 5 ? * * *')),
);
// Seldom two zones in a plan, because comparing their clocks over a year takes 0.1 seconds
export const zone = mostly(
  fc.constantFrom('UTC', 'UTC', 'UTC', 'Europe/Berlin'),
  fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'GMT', 'Africa/Casablanca'),
  fc.constantFrom('PST', 'Mars/Olympus', '+02:00', ''),
);

const minutes = (usual: number[], min: number, max: number) => mostly<Span>(
  around(usual, min, max).map((each): Span => `${each} minutes`),
  fc.integer({ min: Math.ceil(min / 60), max: 100 }).map((each): Span => `${each} hours`),
  fc.constantFrom<Span>('30 seconds', '3601 seconds'),
);

const continuousDays = fc.oneof({ arbitrary: inSpans(around([7, 14, 30], 1, 35)), weight: 30 }, fc.constantFrom<Span>('0 days', '36 days'));
const continuousLifecycle = continuousDays.map((retention): LifecycleSpec => ({ retention }));

function airGappedVault({ partition, home }: Geography): fc.Arbitrary<string | undefined> {
  const arn = (name: string, account = ACCOUNT) => `arn:${partition}:backup:${home}:${account}:backup-vault:${name}`;
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 60 }, { arbitrary: fc.constantFrom(arn('gapped'), arn('ga')), weight: 20 },
    fc.constantFrom('gapped', '', arn('gapped', '1')),
  );
}

export function tierSpec(where: Geography): fc.Arbitrary<TierSpec> {
  const ofKind = (kind: TierSpec['kind']) => fc.record({
    kind: fc.constant(kind),
    lifecycle: kind === 'continuous' ? continuousLifecycle : lifecycleSpec,
    name: names([`${kind}-1`, 'every.day', 'A_b'], 1, '-_.'),
    schedule,
    zone,
    startWindow: minutes([60, 120, 480], 60, 52_560_000),
    completionWindow: minutes([600, 10_080], 1, 52_560_000),
    vault: fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, fc.nat(3)),
    airGapped: airGappedVault(where),
    copies: counted(copySpec(where), 2, 5),
    pointTags: tagsUpTo(10),
    archive: fc.boolean(),
    index: mostly<'EBS' | 'S3' | 'EFS'>(fc.constant('EBS'), fc.constant('S3'), fc.constant('EFS')),
    scan: fc.constantFrom(MalwareScanMode.FULL_SCAN, MalwareScanMode.INCREMENTAL_SCAN),
  }, { requiredKeys: ['kind', 'lifecycle'], noNullPrototype: true });
  return fc.oneof(...KINDS.map(ofKind));
}

export function buildTier(stack: Stack, id: string, spec: TierSpec, surroundings: Surroundings): BackupTier {
  const common = {
    timeZone: spec.zone === undefined ? undefined : TimeZone.of(spec.zone),
    startWindow: optionalDuration(spec.startWindow),
    completionWindow: optionalDuration(spec.completionWindow),
    vault: spec.vault === undefined ? undefined : surroundings.vaultAt(spec.vault),
    logicallyAirGappedVaultArn: spec.airGapped,
    copyTo: spec.copies?.map((copy, index) => buildCopy(stack, `${id}Copy${index}`, copy, surroundings)),
    recoveryPointTags: spec.pointTags,
    indexResourceType: spec.index && BackupResourceType[spec.index],
    malwareScan: spec.scan,
  };
  const options = { ...common, name: spec.name, schedule: spec.schedule === undefined ? undefined : Schedule.expression(spec.schedule) };
  const { retention, cold } = spec.lifecycle;
  const lifecycle = { moveToColdStorageAfter: optionalDuration(cold), archiveEbsSnapshots: spec.archive };
  switch (spec.kind) {
    case 'continuous': return BackupTier.continuous({ ...options, retention: durationOf(retention ?? '35 days') });
    case 'custom': return BackupTier.custom({
      ...common,
      ...lifecycle,
      retention: optionalDuration(retention),
      name: spec.name ?? 'own',
      schedule: options.schedule ?? Schedule.expression('cron(0 1 ? * * *)'),
      continuous: spec.archive,
    });
    default: return BackupTier[spec.kind]({ ...options, ...lifecycle, retention: durationOf(retention ?? '35 days') });
  }
}
