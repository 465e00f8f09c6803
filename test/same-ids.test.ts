import { App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  BackupResourceType, BackupTier, CompliantVault, CopyTarget, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock,
} from '../src';
import { Deployment, vaultArn } from './arbitraries/deployments';
import { type Regions, ACCOUNT, CHINA, everyArn, GOVCLOUD, RECOVERY_ACCOUNT } from './partitions';

const newApp = () => new App({ treeMetadata: false, analyticsReporting: false });

const EUROPE = { home: 'eu-west-1', away: 'eu-central-1' };

/** A vault that is copied to another Region and to another vault, with ids that are not specific to it. */
function fill(scope: Construct, stackId: string, { home, away }: Regions = EUROPE): Stack {
  const stack = new Stack(scope, stackId, { env: { account: ACCOUNT, region: home } });
  const vault = new CompliantVault(stack, 'Vault', { lock: VaultLock.governance({ minRetention: Duration.days(7) }) });
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [BackupTier.daily({
      retention: Duration.days(35),
      copyTo: [CopyTarget.region(away), CopyTarget.vault(new CompliantVault(stack, 'Second'))],
    })],
  });
  new TagBasedSelection(stack, 'Gold', {
    plan,
    anyOf: [TagCondition.equals('backup', 'gold'), TagCondition.equals('backup', 'silver')],
    resourceTypes: [BackupResourceType.DYNAMODB, BackupResourceType.S3],
  });
  return stack;
}

interface VaultProperties { readonly BackupVaultName: string }
interface PlanProperties {
  readonly BackupPlan: {
    readonly BackupPlanName: string;
    readonly BackupPlanRule: { readonly TargetBackupVault: string; readonly CopyActions?: { readonly DestinationBackupVaultArn: string }[] }[];
  };
}

const vaultsOf = (deployment: Deployment) => deployment.propertiesOf<VaultProperties>('AWS::Backup::BackupVault');
const plansOf = (deployment: Deployment) => deployment.propertiesOf<PlanProperties>('AWS::Backup::BackupPlan');

/** Everything that must not exist twice in an account and Region. */
function physicalNames(deployment: Deployment): string[] {
  const aliases = deployment.propertiesOf<{ AliasName: string }>('AWS::KMS::Alias');
  return [
    ...vaultsOf(deployment).map(({ at, properties }) => `${at.account} ${at.region} vault ${properties.BackupVaultName}`),
    ...plansOf(deployment).map(({ at, properties }) => `${at.account} ${at.region} plan ${properties.BackupPlan.BackupPlanName}`),
    ...aliases.map(({ at, properties }) => `${at.account} ${at.region} ${properties.AliasName}`),
    ...deployment.stacks.map((at) => `${at.account} ${at.region} stack ${at.stack.stackName}`),
  ];
}

/** The vaults that the plans copy to, each with the stack of the plan and the stack of the vault. */
function copies(deployment: Deployment): { readonly from: Stack; readonly to: Stack }[] {
  const rules = plansOf(deployment).flatMap(({ at, properties }) => properties.BackupPlan.BackupPlanRule.map((rule) => ({ at, rule })));
  return rules.flatMap(({ at, rule }) => (rule.CopyActions ?? []).map((copy) => {
    const found = vaultsOf(deployment).filter((vault) => vaultArn(vault.at, vault.properties.BackupVaultName) === copy.DestinationBackupVaultArn);
    expect(found).toHaveLength(1);
    return { from: at.stack, to: found[0].at.stack };
  }));
}

const inTwoStacks = () => {
  const app = newApp();
  fill(app, 'One');
  fill(app, 'Two');
  return app;
};

const inStages = (...names: string[]) => {
  const app = newApp();
  for (const name of names) { fill(new Stage(app, name), 'Data'); }
  return app;
};

test.each([
  ['two stacks', inTwoStacks],
  ['two Stages', () => inStages('Blue', 'Green')],
  // They differ only in the hash, because the name of a vault has no room for the rest
  ['two Stages with long names', () => inStages(`${'Orders'.repeat(12)}Blue`, `${'Orders'.repeat(12)}Green`)],
])('the same ids in %s give different names', (_, build) => {
  const names = physicalNames(new Deployment(build()));
  // Three vaults with their aliases, and a plan, of each; and the stacks
  expect(names.length).toBeGreaterThanOrEqual(17);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('two stacks share the stack of the other Region, in which each has its vault', () => {
  const deployment = new Deployment(inTwoStacks());
  expect(deployment.stacks.map(({ stack }) => stack.node.path).sort()).toEqual([`BackupCopies-${ACCOUNT}-${EUROPE.away}`, 'One', 'Two']);
  expect(vaultsOf(deployment).filter(({ at }) => at.region === EUROPE.away)).toHaveLength(2);
});

test('each Stage copies to its own vaults, under the names that these have', () => {
  const deployment = new Deployment(inStages('Blue', 'Green'));
  const found = copies(deployment);
  expect(found).toHaveLength(4);
  expect(found.map(({ from, to }) => [Stage.of(from)!.stageName, Stage.of(to)!.stageName]))
    .toEqual([['Blue', 'Blue'], ['Blue', 'Blue'], ['Green', 'Green'], ['Green', 'Green']]);
});

test.each<[string, (app: App, owner: Stack) => Construct]>([
  ['another stack', (app) => new Stack(app, 'Other', { env: { account: ACCOUNT, region: EUROPE.home } })],
  ['a nested stack', (_, owner) => new NestedStack(owner, 'Nested')],
  ['another Stage', (app) => new Stack(new Stage(app, 'Other'), 'Data', { env: { account: ACCOUNT, region: EUROPE.home } })],
])('a plan in %s uses the name of the vault', (_, scopeOf) => {
  const app = newApp();
  const owner = new Stack(app, 'Data', { env: { account: ACCOUNT, region: EUROPE.home } });
  const [vault, second] = [new CompliantVault(owner, 'Vault'), new CompliantVault(owner, 'Second')];
  new TieredBackupPlan(scopeOf(app, owner), 'Plan', {
    vault, tiers: [BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.vault(second)] })],
  });

  const deployment = new Deployment(app);
  expect(copies(deployment).map(({ to }) => to)).toEqual([owner]);
  const [{ at, properties }] = plansOf(deployment);
  const [{ TargetBackupVault: target }] = properties.BackupPlan.BackupPlanRule;
  expect(vaultsOf(deployment).map((each) => vaultArn(each.at, each.properties.BackupVaultName))).toContain(vaultArn(at, target));
});

test('another name of the Stage changes all names', () => {
  const [before, after] = [inStages('Blue', 'Green'), inStages('Blue', 'Purple')].map((app) => physicalNames(new Deployment(app)));
  const kept = after.filter((name) => before.includes(name));
  expect(kept.filter((name) => !name.includes('Blue'))).toEqual([]);
  expect(kept).toHaveLength(before.length / 2);
});

test.each([
  ['two stacks', inTwoStacks],
  ['two Stages', () => inStages('Blue', 'Green')],
])('synthesizing %s again gives the same templates', (_, build) => {
  const [first, second] = [new Deployment(build()), new Deployment(build())]
    .map(({ stacks }) => stacks.map(({ template }) => JSON.stringify(template)));
  expect(second).toEqual(first);
});

const reversed = ({ home, away }: Regions): Regions => ({ home: away, away: home });

test.each([CHINA, reversed(CHINA), GOVCLOUD, reversed(GOVCLOUD)])('from $home to $away: no ARN names a partition, copies arrive', (regions) => {
  const app = newApp();
  everyArn(app, regions);
  const deployment = new Deployment(app);
  expect(deployment.stacks).toHaveLength(3);
  for (const { template } of deployment.stacks) { expect(JSON.stringify(template)).not.toMatch(/arn:aws[\w-]*:/); }
  expect(copies(deployment).map(({ to }) => to.region)).toEqual([regions.away, regions.away]);
  expect(copies(deployment).map(({ to }) => to.account)).toEqual([ACCOUNT, RECOVERY_ACCOUNT]);
});
