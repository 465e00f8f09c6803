import * as fc from 'fast-check';
import { around, mostly, names, tagsUpTo } from './amounts';
import { type Geography, OTHER_ACCOUNT } from './places';
import { schedule, zone } from './tiers';

/** A plan in the JSON of the AWS CLI, and the vaults for its names, by their index in the list. */
export interface DocumentSpec {
  readonly document: { readonly [field: string]: unknown };
  readonly vaults: { readonly [name: string]: number };
}

/** Unexpected values that JSON can contain. */
const junk = fc.constantFrom<unknown>(null, 0, 1.5, true, '', 'x', [], [null], {}, { a: 1 });

function field(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return mostly(value, value, junk);
}

const object = (fields: { [name: string]: fc.Arbitrary<unknown> }, requiredKeys: string[]) => fc.record(
  // Properties that are read-only or unknown
  { ...fields, ...seldom('RuleId', 'r-1'), ...seldom('Unknown', 1) },
  { requiredKeys: [...requiredKeys, 'RuleId', 'Unknown'], noNullPrototype: true },
).map((fieldsGiven) => Object.fromEntries(Object.entries(fieldsGiven).filter(([, value]) => value !== undefined)));

function seldom(name: string, value: unknown): { [name: string]: fc.Arbitrary<unknown> } {
  return { [name]: fc.oneof({ arbitrary: fc.constant(undefined), weight: 300 }, fc.constant(value)) };
}

const lifecycle = fc.oneof(
  object({ DeleteAfterDays: field(around([14, 35, 365, -1], 1, 36500)) }, ['DeleteAfterDays']),
  object({
    DeleteAfterDays: field(fc.constantFrom(120, 365)),
    MoveToColdStorageAfterDays: field(fc.constantFrom(-1, 8, 30)),
    OptInToArchiveForSupportedResources: field(fc.boolean()),
  }, ['DeleteAfterDays', 'MoveToColdStorageAfterDays']),
);

function rule({ partition, away }: Geography): fc.Arbitrary<unknown> {
  const arn = `arn:${partition}:backup:${away}:${OTHER_ACCOUNT}:backup-vault:elsewhere`;
  const copy = object({
    DestinationBackupVaultArn: field(mostly(fc.constantFrom(arn, 'second'), fc.constant(arn), fc.constant('third'))),
    Lifecycle: field(lifecycle),
  }, ['DestinationBackupVaultArn']);
  return object({
    RuleName: field(names(['daily', 'week.ly'], 1, '-_.')),
    TargetBackupVaultName: field(mostly(fc.constant('first'), fc.constant('second'), fc.constantFrom('third', 'constructor'))),
    ScheduleExpression: field(schedule),
    ScheduleExpressionTimezone: field(zone),
    StartWindowMinutes: field(around([60, 480], 60, 52_560_000)),
    CompletionWindowMinutes: field(around([600, 10_080], 1, 52_560_000)),
    Lifecycle: field(lifecycle),
    RecoveryPointTags: field(tagsUpTo(10)),
    CopyActions: field(fc.array(copy, { maxLength: 2 })),
    IndexActions: field(fc.constantFrom([], [{ ResourceTypes: ['EBS'] }], [{ ResourceTypes: ['S3'] }])),
    ScanActions: field(fc.constantFrom([], [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }])),
  }, ['RuleName', 'TargetBackupVaultName', 'Lifecycle']);
}

export function documentSpec(where: Geography): fc.Arbitrary<DocumentSpec> {
  const fields = {
    BackupPlanName: field(names(['gold', 'gold.v2'], 1, '-_.')),
    Rules: field(fc.array(field(rule(where)), { minLength: 1, maxLength: 3 })),
    AdvancedBackupSettings: field(fc.constantFrom<unknown>([], [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }], [
      { ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'enabled' } },
    ])),
    ScanSettings: field(fc.constantFrom<unknown>([], [
      { MalwareScanner: 'GUARDDUTY', ResourceTypes: ['ALL'], ScannerRoleArn: `arn:${where.partition}:iam::${OTHER_ACCOUNT}:role/scanner` },
    ])),
  };
  // Mostly matching pairs
  const plan = object(fields, ['BackupPlanName', 'Rules']).map((document) => {
    const { ScanSettings: settings, ...others } = document as { readonly BackupPlanName?: unknown; readonly ScanSettings?: unknown };
    return JSON.stringify(document).includes('FULL_SCAN') || others.BackupPlanName === 'gold.v2' ? document : others;
  });
  const wrapped = object({ BackupPlan: field(plan), BackupPlanTags: field(tagsUpTo(50)), CreatorRequestId: fc.constant('once') }, ['BackupPlan']);
  return fc.record({
    document: fc.oneof({ arbitrary: plan, weight: 2 }, wrapped),
    vaults: fc.record({ first: fc.nat(3), second: fc.nat(3) }, { noNullPrototype: true }),
  }, { noNullPrototype: true });
}
