import { App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { type Made, everything } from './everything';
import { ACCOUNT } from './stacks';
import { AuditControl, AuditFramework, BackupTier, CompliantVault, ConfigRecorder, TagBasedSelection, TagCondition, TieredBackupPlan } from '../src';
import { REPLACEMENTS } from '../src/capabilities/replacement';

type Row = readonly [path: RegExp, name: 'fixed' | 'chosen by AWS', others: readonly string[], replacement: string];

/**
 * For each resource of the library: whether it has a fixed name, and which other properties replace it. CloudFormation rejects a change of
 * such a property if the name is fixed.
 */
const TABLE: readonly Row[] = [
  [/Vault[^/]*\/Resource$/, 'fixed', ['EncryptionKeyArn'], 'refused for another key alone: it needs a new vaultName too, and leaves the old vault with its recovery points'],
  [/Vault[^/]*\/Key\/Resource$/, 'chosen by AWS', [], 'never'],
  [/\/Alias\/Resource$/, 'fixed', [], 'with its name only'],
  [/^Plan\/Resource$/, 'chosen by AWS', [], 'never: a change is a new version'],
  [/\/(Scanner)?Role\/Resource$/, 'chosen by AWS', [], 'never'],
  [/\/DefaultPolicy\/Resource$/, 'chosen by AWS', [], 'never'],
  [/^Gold\/Resource$/, 'chosen by AWS', ['BackupPlanId', 'BackupSelection'], 'by every change, the new before the old: a warning where the quota leaves no room'],
  [/^Audit\/Resource$/, 'fixed', [], 'with its name only, and then refused by AWS Backup unless its controls change too'],
  [/^Audit\/ConfigRecorder\/(Resource|DeliveryChannel)$/, 'chosen by AWS', [], 'never'],
  [/^Audit\/ConfigRecorder\/Key\/Resource$/, 'chosen by AWS', [], 'never'],
  [/^Audit\/ConfigRecorder\/Bucket\/Resource$/, 'chosen by AWS', [], 'never'],
  [/^Audit\/ConfigRecorder\/Bucket\/Policy\/Resource$/, 'chosen by AWS', [], 'with its bucket'],
  [/^Alerts\/Topic\/Resource$/, 'fixed', [], 'with its name only'],
  [/^Alerts\/Topic\/Policy\/Resource$/, 'chosen by AWS', [], 'never'],
  [/^Alerts\/Topic\/oncall@example.com\/Resource$/, 'chosen by AWS', ['Endpoint', 'Protocol', 'TopicArn'], 'with the topic or the address: a new address must confirm'],
  [/^Alerts\/Key\/Resource$/, 'chosen by AWS', [], 'never'],
  [/^Alerts\/Rule$/, 'fixed', [], 'with its name only'],
  [/^Alerts\/RuleRole\/Resource$/, 'chosen by AWS', [], 'never'],
];

const made = everything();

function stateOf({ template: { Type, Properties } }: Made): string {
  const { createOnly, name } = REPLACEMENTS[Type];
  const others = createOnly.filter((property) => property !== name && Properties[property] !== undefined);
  return JSON.stringify([name !== undefined && typeof Properties[name] === 'string' ? 'fixed' : 'chosen by AWS', others]);
}

test.each(TABLE.map(([path, name, others, replacement]) => ({ path, name, others, replacement })))('$path: $replacement', ({ path, name, others }) => {
  const found = made.filter((each) => path.test(each.path)).map(stateOf);
  expect([...new Set(found)]).toEqual([JSON.stringify([name, others])]);
});

test('the table has every resource that the library creates', () => {
  expect(made.filter(({ path }) => !TABLE.some(([known]) => known.test(path))).map(({ path }) => path)).toEqual([]);
});

/** The resources of a stack's template, by their logical ids. */
function resourcesOf(build: (stack: Stack) => void): Readonly<Record<string, Made['template']>> {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  build(stack);
  return stack.resolve((stack as unknown as { _toCloudFormation(): { readonly Resources: Record<string, Made['template']> } })._toCloudFormation()).Resources;
}

/** The resources that an update replaces with the same name, which CloudFormation rejects. */
function refused(before: (stack: Stack) => void, after: (stack: Stack) => void): string[] {
  const [old, young] = [before, after].map(resourcesOf);
  return Object.keys(old).filter((id) => {
    const { createOnly, name } = REPLACEMENTS[old[id].Type];
    const changes = (property: string) => JSON.stringify(old[id].Properties[property]) !== JSON.stringify(young[id]?.Properties[property]);
    return young[id] && name !== undefined && typeof old[id].Properties[name] === 'string' && !changes(name) && createOnly.some(changes);
  }).map((id) => `${old[id].Type} ${id.replace(/[0-9A-F]{8}$/, '')}`);
}

describe('an update', () => {
  const key = (stack: Stack, id: string) => kms.Key.fromKeyArn(stack, id, `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-55555555555${id.length}`);

  test('of the key alone is rejected, and with a new name creates another vault', () => {
    expect(refused((stack) => new CompliantVault(stack, 'Vault'), (stack) => new CompliantVault(stack, 'Vault', { encryptionKey: key(stack, 'Own') }))).toEqual(['AWS::Backup::BackupVault Vault']);
    expect(refused((stack) => new CompliantVault(stack, 'Vault', { vaultName: 'one' }),
      (stack) => new CompliantVault(stack, 'Vault', { vaultName: 'two', encryptionKey: key(stack, 'Own') }))).toEqual([]);
  });

  test('of everything else is never rejected because of a fixed name', () => {
    const app = (days: number, tag: string, controls: AuditControl[]) => (stack: Stack) => {
      const plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(days) })] });
      new TagBasedSelection(stack, 'Gold', { plan, conditions: [TagCondition.equalTo('backup', tag)] });
      new AuditFramework(stack, 'Audit', { controls, configRecorder: ConfigRecorder.existing() });
    };
    expect(refused(app(35, 'gold', [AuditControl.recoveryPointsEncrypted()]), app(7, 'silver', [AuditControl.resourcesProtectedByBackupPlan()]))).toEqual([]);
  });
});
