import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { BackupTier } from './backup-tier';
import type { MalwareScanMode } from './backup-tier-props';
import { CopyTarget } from './copy-target';
import { DocumentReader } from './document-reader';
import type { TierSpec } from './tier-spec';
import type { BackupPlanOptions, PlanDocumentProps, TieredBackupPlanProps } from './tiered-backup-plan-props';
import { BackupResourceType } from '../resource-type/backup-resource-type';
import type { Problem } from '../values/problem';

// What AWS writes and does not read, from the output shapes of the API model.
const OUTPUT_ONLY = {
  plan: ['BackupPlanId', 'BackupPlanArn', 'VersionId', 'CreationDate', 'DeletionDate', 'LastExecutionDate', 'ScheduledRunsPreview'],
  // Next to `BackupPlan`, which contains the same.
  envelope: ['AdvancedBackupSettings'],
  rule: ['RuleId'],
  lifecycle: ['DeleteAfterEvent'],
};

/** In a lifecycle of the API: no end, or no move to cold storage. In a copy: as the original. */
const UNLIMITED = -1;

/** Reads the JSON of the AWS CLI into the props of a plan. */
export function readPlanDocument(scope: Construct, id: string, props: PlanDocumentProps): TieredBackupPlanProps {
  const problems: Problem[] = [];
  const envelope = new DocumentReader('document', props.document, problems);
  const wrapped = envelope.has('BackupPlan');
  envelope.refuse([...OUTPUT_ONLY.plan, ...wrapped ? OUTPUT_ONLY.envelope : []]);
  // The request token of create-backup-plan says nothing about the plan.
  if (wrapped) { envelope.ignore('CreatorRequestId'); }
  const tags = wrapped ? envelope.strings('BackupPlanTags') : undefined;
  const plan = wrapped ? envelope.object('BackupPlan') ?? envelope : envelope;

  const planName = plan.text('BackupPlanName');
  const tiers = plan.objects('Rules').map((rule) => readRule(rule, props));
  const scan = readScanSettings(plan);
  const options = { ...readAdvancedSettings(plan), ...scan };
  if (scan && !tiers.some((tier) => tier._spec.malwareScan)) {
    plan.problem('ScanSettings', 'unused', 'has no effect without \'ScanActions\' in a rule, and the plan would lose it. Remove it.');
  }
  if (wrapped) { plan.finish(); }
  envelope.finish();

  if (problems.length > 0) {
    const path = [scope.node.path, id].filter((part) => part !== '').join('/');
    throw new Error(`TieredBackupPlan '${path}' has problems in 'document':\n${problems.map((each) => `  - ${each.message}`).join('\n')}`);
  }
  return { vault: Object.values(props.vaults)[0], planName, tiers, tags, ...options };
}

function readRule(rule: DocumentReader, { vaults }: PlanDocumentProps): BackupTier {
  rule.refuse(OUTPUT_ONLY.rule);
  const vaultName = rule.text('TargetBackupVaultName');
  if (vaultName === undefined) { rule.problem('TargetBackupVaultName', 'missing', 'must be set. Name the vault of the rule.'); }
  if (vaultName !== undefined && !Object.hasOwn(vaults, vaultName)) {
    rule.problem('TargetBackupVaultName', 'vault', `must name a vault of 'vaults', got '${vaultName}'. Add the vault there.`);
  }
  const name = rule.text('RuleName');
  if (name === undefined) { rule.problem('RuleName', 'missing', 'must be set. Name the rule.'); }

  const lifecycle = lifecycleIn(rule, undefined);
  const spec: TierSpec = {
    name: name ?? '',
    vault: vaultName === undefined ? undefined : vaults[vaultName],
    scheduleExpression: rule.text('ScheduleExpression'),
    timeZoneName: rule.text('ScheduleExpressionTimezone'),
    startWindow: minutes(rule.number('StartWindowMinutes')),
    completionWindow: minutes(rule.number('CompletionWindowMinutes')),
    continuous: rule.flag('EnableContinuousBackup'),
    ...lifecycle,
    recoveryPointTags: rule.strings('RecoveryPointTags'),
    logicallyAirGappedVaultArn: rule.text('TargetLogicallyAirGappedBackupVaultArn'),
    copyTo: rule.objects('CopyActions').map((copy) => readCopy(copy, vaults, lifecycle.retention)),
    indexResourceTypeName: readIndexAction(rule),
    malwareScan: readScanAction(rule),
  };
  rule.finish();
  return BackupTier._from(spec);
}

/** @param unlimited the meaning of no end: none for a rule, the retention of the original for a copy */
function lifecycleIn(
  holder: DocumentReader, unlimited: Duration | undefined,
): Pick<TierSpec, 'retention' | 'moveToColdStorageAfter' | 'archiveEbsSnapshots'> {
  const lifecycle = holder.object('Lifecycle');
  if (!lifecycle) { return {}; }
  lifecycle.refuse(OUTPUT_ONLY.lifecycle);
  const deleteAfter = lifecycle.number('DeleteAfterDays', UNLIMITED);
  const read = {
    retention: deleteAfter === UNLIMITED ? unlimited : days(deleteAfter),
    moveToColdStorageAfter: days(lifecycle.number('MoveToColdStorageAfterDays', UNLIMITED)),
    archiveEbsSnapshots: lifecycle.flag('OptInToArchiveForSupportedResources'),
  };
  lifecycle.finish();
  return read;
}

function readCopy(copy: DocumentReader, vaults: PlanDocumentProps['vaults'], original: Duration | undefined): CopyTarget {
  const arn = copy.text('DestinationBackupVaultArn');
  if (arn === undefined) { copy.problem('DestinationBackupVaultArn', 'missing', 'must be set. Name the vault that receives the copy.'); }
  const lifecycle = lifecycleIn(copy, original);
  copy.finish();
  const vault = arn !== undefined && Object.hasOwn(vaults, arn) ? vaults[arn] : undefined;
  return CopyTarget._of(vault ?? arn ?? '', lifecycle, true);
}

function readIndexAction(rule: DocumentReader): string | undefined {
  const types = rule.objects('IndexActions').flatMap((action) => {
    const listed = action.texts('ResourceTypes');
    action.finish();
    return listed;
  });
  if (types.length > 1) { rule.problem('IndexActions', 'several', `must have one resource type, got ${types.join(', ')}. AWS Backup accepts one per rule. Leave out the others.`); }
  return types[0];
}

function readScanAction(rule: DocumentReader): MalwareScanMode | undefined {
  const modes = rule.objects('ScanActions').map((action) => {
    action.oneOf('MalwareScanner', ['GUARDDUTY']);
    const mode = action.oneOf('ScanMode', ['FULL_SCAN', 'INCREMENTAL_SCAN']);
    action.finish();
    return mode;
  });
  if (modes.length > 1) { rule.problem('ScanActions', 'several', `must have one scan, got ${modes.length}. A tier has one 'malwareScan'. Leave out the others.`); }
  return modes[0] as MalwareScanMode | undefined;
}

function readAdvancedSettings(plan: DocumentReader): BackupPlanOptions {
  const options: { windowsVss?: boolean; s3BackupAcls?: boolean; s3BackupObjectTags?: boolean } = {};
  for (const setting of plan.objects('AdvancedBackupSettings')) {
    const type = setting.oneOf('ResourceType', ['EC2', 'S3']);
    const backupOptions = setting.object('BackupOptions');
    const read = (name: string) => backupOptions?.oneOf(name, ['enabled', 'disabled']);
    if (type === 'EC2') { options.windowsVss = isEnabled(read('WindowsVSS')); }
    if (type === 'S3') {
      options.s3BackupAcls = isEnabled(read('BackupACLs'));
      options.s3BackupObjectTags = isEnabled(read('BackupObjectTags'));
    }
    backupOptions?.finish();
    setting.finish();
  }
  return options;
}

function readScanSettings(plan: DocumentReader): BackupPlanOptions | undefined {
  const settings = plan.objects('ScanSettings').map((setting) => {
    setting.oneOf('MalwareScanner', ['GUARDDUTY']);
    const read = { types: setting.texts('ResourceTypes'), role: setting.text('ScannerRoleArn') };
    setting.finish();
    return read;
  });
  if (settings.length > 1) { plan.problem('ScanSettings', 'several', `must have one scanner, got ${settings.length}. Leave out the others.`); }
  if (settings.length === 0) { return undefined; }
  const [{ types, role }] = settings;
  return {
    // 'ALL' is the default of the construct.
    scanResourceTypes: types.includes('ALL') ? undefined : types.map((type) => BackupResourceType.of(type, '*')),
    // In its own tree, so that nothing remains if the plan has problems
    scannerRole: role === undefined ? undefined : iam.Role.fromRoleArn(new Stack(), 'ScannerRole', role, { mutable: false }),
  };
}

function days(given: number | undefined): Duration | undefined {
  return given === undefined || given === UNLIMITED ? undefined : Duration.days(given);
}

function minutes(given: number | undefined): Duration | undefined {
  return given === undefined ? undefined : Duration.minutes(given);
}

function isEnabled(option: string | undefined): boolean | undefined {
  return option === undefined ? undefined : option === 'enabled';
}

