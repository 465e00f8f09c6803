import { join, relative } from 'path';
import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  AuditFramework, BackupChecks, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, DeletionGuard, NotificationWiring, TagBasedSelection,
  TagCondition, TieredBackupPlan, VaultLock,
  type TagBasedSelectionProps,
} from '../../src';
import { check } from '../../src/cli/check';

const days = (amount: number) => cdk.Duration.days(amount);

/** A mistake, and the message that a page shows for it. */
interface Mistake {
  readonly make: (stack: cdk.Stack, app: cdk.App) => unknown;
  /** The id of a warning. Without it, the error or the returned text is shown. */
  readonly warning?: string;
}

const planOf = (stack: cdk.Stack, ...tiers: BackupTier[]) =>
  new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers });

const selectionOf = (stack: cdk.Stack, props: Omit<TagBasedSelectionProps, 'plan'>) =>
  new TagBasedSelection(stack, 'Gold', { plan: planOf(stack, BackupTier.daily({ retention: days(35) })), ...props });

/** By the name that the pages use. */
const MISTAKES: Readonly<Record<string, Mistake>> = {
  'retention-below-lock': {
    make: (stack) => {
      const vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders', lock: VaultLock.governance({ minRetention: days(30) }) });
      return new TieredBackupPlan(stack, 'Plan', { vault, tiers: [BackupTier.daily({ retention: days(7) })] });
    },
  },
  'two-problems': {
    make: (stack) => new CompliantVault(stack, 'Vault', { vaultName: 'my.vault', lock: VaultLock.governance({ minRetention: days(60), maxRetention: days(30) }) }),
  },
  'compliance-lock': {
    make: (stack) => new CompliantVault(stack, 'Vault', { lock: VaultLock.compliance({ minRetention: days(7), coolingOff: days(14) }) }),
  },
  'key-deleted-with-stack': {
    make: (stack) => new CompliantVault(stack, 'Vault', { encryptionKey: new kms.Key(stack, 'Key', { removalPolicy: cdk.RemovalPolicy.DESTROY }) }),
    warning: 'keyDeletedWithStack',
  },
  'sealed-lock': {
    make: (stack) => new CompliantVault(stack, 'Vault', {
      lock: VaultLock.governance({ minRetention: days(30) }), guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }),
    }),
    warning: 'sealedLock',
  },
  'several-deploying-roles': {
    make: (stack, app) => {
      new CompliantVault(stack, 'Vault');
      return new cdk.Stack(app, 'Orders', { env: { account: stack.account, region: stack.region }, synthesizer: new cdk.DefaultStackSynthesizer({ qualifier: 'next' }) });
    },
    warning: 'severalDeployingRoles',
  },
  'three-tiers': {
    make: (stack) => planOf(
      stack,
      BackupTier.continuous({ retention: days(40) }),
      BackupTier.monthly({ retention: days(90), moveToColdStorageAfter: days(30) }),
      BackupTier.custom({ name: 'closing', schedule: events.Schedule.cron({ minute: '0', hour: '21', day: '30', month: '2' }), retention: days(400) }),
    ),
  },
  'shadowed-tier': {
    make: (stack) => planOf(
      stack,
      BackupTier.daily({ retention: days(35) }),
      BackupTier.custom({ name: 'long', schedule: events.Schedule.cron({ minute: '0', hour: '4' }), startWindow: cdk.Duration.hours(8), retention: days(90) }),
    ),
    warning: 'shadowedTier',
  },
  'plan-document': {
    make: (stack) => TieredBackupPlan.fromPlanDocument(stack, 'Imported', {
      document: { BackupPlanName: 'orders', Rules: [{ RuleId: '…', RuleName: 'daily', TargetBackupVaultName: 'orders' }] },
      vaults: { orders: new CompliantVault(stack, 'Vault') },
    }),
  },
  'copy-environments': {
    make: (stack, app) => {
      const dr = new CompliantVault(new cdk.Stack(app, 'Recovery'), 'Vault', { vaultName: 'orders-dr' });
      return planOf(stack, BackupTier.daily({ retention: days(35), copyTo: [CopyTarget.vault(dr)] }));
    },
  },
  'left-out': {
    make: (stack) => {
      const bucket = new s3.Bucket(stack, 'Documents');
      return JSON.stringify(selectionOf(stack, { conditions: [TagCondition.equalTo('backup', 'gold')] }).protect(bucket), undefined, 2);
    },
  },
  'union': {
    make: (stack) => selectionOf(stack, { anyOf: [TagCondition.equalTo('backup', 'gold')], resources: ['arn:aws:s3:::*'] }),
    warning: 'wildcardMeetsTags',
  },
  'no-recorder': {
    make: (stack) => new AuditFramework(stack, 'Audit', { plan: planOf(stack, BackupTier.daily({ retention: days(35) })) }),
    warning: 'noConfigRecorder',
  },
  'control-not-derived': {
    make: (stack) => new AuditFramework(stack, 'Audit', { plan: planOf(stack, BackupTier.yearly({ retention: days(2557) })), configRecorder: ConfigRecorder.existing() }),
    warning: 'controlNotDerived',
  },
  'two-regions': {
    make: (stack, app) => {
      const vault = new CompliantVault(stack, 'Vault', { vaultName: 'orders' });
      const recovery = new cdk.Stack(app, 'Recovery', { env: { account: stack.account, region: 'eu-central-1' } });
      const dr = new CompliantVault(recovery, 'Vault', { vaultName: 'orders-dr' });
      return new NotificationWiring(stack, 'Alerts', { vaults: [vault, dr], emails: ['oncall@example.com'] });
    },
  },
  'checks-report': {
    make: (stack, app) => {
      new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
      cdk.Validations.of(app).addPlugins(new BackupChecks(app));
      return reportOf(app);
    },
  },
  'command-line': { make: () => checked('backup.yaml') },
};

/** The message of the library about a mistake that a page shows. */
export function messageOf(name: string): string {
  const mistake = MISTAKES[name];
  if (!mistake) { throw new Error(`Unknown mistake '${name}'. Choose one of ${Object.keys(MISTAKES).join(', ')}.`); }
  const app = new cdk.App();
  const stack = new cdk.Stack(app, 'Backups', { env: { account: '111122223333', region: 'eu-west-1' } });
  const shown = shownOf(() => mistake.make(stack, app));
  return mistake.warning === undefined ? shown : warningOf(app, mistake.warning);
}

function shownOf(make: () => unknown): string {
  try {
    return String(make());
  } catch (error) {
    return (error as Error).message;
  }
}

/** The warning as the CDK CLI prints it. */
function warningOf(app: cdk.App, id: string): string {
  const messages = app.synth().stacks.flatMap((stack) => stack.messages);
  const found = messages.find(({ entry }) => String(entry.data).includes(`[ack: cdk-compliant-backup:${id}]`));
  if (!found) { throw new Error(`no warning '${id}'`); }
  return `[Warning at ${found.id}] ${String(found.entry.data)}`;
}

/** The report of the CDK about the first finding, printed or thrown, without colors and the position in this program. */
function reportOf(app: cdk.App): string {
  const texts: string[] = [];
  const { error } = console;
  console.error = (text: string) => { texts.push(text); };
  try {
    texts.push(shownOf(() => app.synth()));
  } finally {
    console.error = error;
  }
  return /ERROR [^]*?(?=\n\n|$)/.exec(texts.join('\n\n').replace(/\u001b\[[\d;]*m/g, ''))![0];
}

function checked(file: string): string {
  const path = join(__dirname, 'samples', file);
  const lines = [`$ npx cdk-compliant-backup check ${file}\n`];
  check([path], { format: 'text', pack: ['ValidityChecks'], options: {} }, { color: false, out: (text) => lines.push(text), err: () => {}, progress: () => {} });
  return lines.join('').replaceAll(relative(process.cwd(), path), file);
}
